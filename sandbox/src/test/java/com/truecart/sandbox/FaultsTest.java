package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class FaultsTest {
    private static final String SHOP = "voltage";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Caller control = new Caller(sandbox.control().toString());
    private final UcpBuyer buyer = new UcpBuyer(sandbox.shop(SHOP));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aFaultMeetsOnlyItsShopPathAndMethodAndOnlySoOften() {
        sandbox.faults()
                .inject(Fault.once(SHOP, "/catalog", FaultKind.SERVER_ERROR).times(2).on("POST"));

        assertThat(buyer.get("/orders/none").status()).isEqualTo(404);
        assertThat(search().status()).isEqualTo(500);
        assertThat(search().status()).isEqualTo(500);
        assertThat(search().status()).isEqualTo(200);
        assertThat(sandbox.faults().waiting()).isEmpty();
    }

    @Test
    void aThrottledCallerIsToldHowLongToWait() {
        sandbox.faults().inject(Fault.once(SHOP, "", FaultKind.TOO_MANY_REQUESTS));

        var answer = search();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aMalformedAnswerIsNotJsonAndAMaintenancePageIsNotEvenMeantToBe() {
        sandbox.faults().inject(Fault.once("*", "/catalog", FaultKind.MALFORMED));
        sandbox.faults().inject(Fault.once("*", "/catalog", FaultKind.HTML));

        assertThatThrownBy(() -> search().json()).isInstanceOf(JacksonException.class);
        assertThat(search().text()).startsWith("<!doctype html>");
    }

    @Test
    void aSlowShopAnswersLate() {
        sandbox.faults().inject(Fault.once(SHOP, "", FaultKind.SLOW).after(Duration.ofMillis(300)));
        long start = System.nanoTime();

        assertThat(search().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void droppedBeforeTheWorkNothingIsBooked() {
        prepare();
        sandbox.faults().inject(Fault.once(SHOP, "/complete", FaultKind.DROP_BEFORE_WORK));

        assertThatThrownBy(() -> buyer.complete(UUID.randomUUID()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.orders(SHOP)).isEmpty();
    }

    @Test
    void droppedAfterTheWorkTheOrderIsBookedAndTheKeyFindsIt() {
        prepare();
        sandbox.faults().inject(Fault.once(SHOP, "/complete", FaultKind.DROP_AFTER_WORK));
        UUID key = UUID.randomUUID();

        assertThatThrownBy(() -> buyer.complete(key)).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.orders(SHOP)).hasSize(1);
        assertThat(buyer.complete(key).json().path("order").path("id").asString())
                .isEqualTo(sandbox.orders(SHOP).getFirst().orderId());
        assertThat(sandbox.orders(SHOP)).hasSize(1);
    }

    @Test
    void theControlDeskDoesTheSameOverHttp() {
        String sku = sandbox.offers(SHOP).getFirst().sku();

        control.post("/faults", "{\"shop\":\"voltage\",\"kind\":\"SERVER_ERROR\",\"times\":5}");
        assertThat(search().status()).isEqualTo(500);
        control.call("DELETE", "/faults", "");
        assertThat(search().status()).isEqualTo(200);
        control.post("/prices", "{\"shop\":\"voltage\",\"sku\":\"" + sku + "\",\"price\":12300}");
        control.post("/stock", "{\"shop\":\"voltage\",\"sku\":\"" + sku + "\",\"quantity\":7}");
        assertThat(sandbox.offers(SHOP).getFirst().price()).isEqualTo(12_300);
        assertThat(sandbox.offers(SHOP).getFirst().stock()).isEqualTo(7);

        prepare();
        buyer.complete(UUID.randomUUID());
        assertThat(control.get("/orders?shop=voltage").json().path(0).path("payable").asLong())
                .isEqualTo(sandbox.orders(SHOP).getFirst().payable());
        assertThat(control.get("/orders?shop=nowhere").status()).isEqualTo(404);
        assertThat(control.post("/faults", "{\"kind\":\"RUDE\"}").status()).isEqualTo(400);
    }

    private void prepare() {
        var offer = sandbox.offers(SHOP).getFirst();
        sandbox.setStock(SHOP, offer.sku(), 10);
        buyer.wants(offer.itemId(), 1).create("standard");
    }

    private Caller.Answer search() {
        return buyer.call("/catalog/search", "{\"query\":\"\"}");
    }
}
