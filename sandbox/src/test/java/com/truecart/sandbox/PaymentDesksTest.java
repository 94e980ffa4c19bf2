package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.TestCard;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentDesksTest {
    private final Instant expires = Instant.now().plus(Duration.ofHours(1));

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Caller control = new Caller(sandbox.control().toString());
    private final Caller stripe =
            new Caller(
                    sandbox.stripe().base().toString(),
                    "Authorization",
                    "Bearer " + StripeDesk.SECRET_KEY);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theControlDeskShowsTheBooksOfEveryProvider() {
        String session = stripe.post("/v1/checkout/sessions", form()).json().path("id").asString();
        sandbox.stripe().desk().submit(session, TestCard.FINE);

        var shown = control.get("/payments").json().path(0);

        assertThat(shown.path("id").asString()).isEqualTo("stripe");
        assertThat(shown.path("base").asString()).isEqualTo(sandbox.stripe().base().toString());
        assertThat(shown.path("books").path(0).path("held").asLong()).isEqualTo(12_345);
        assertThat(stripe.get("/books").json()).isEqualTo(shown.path("books"));
    }

    @Test
    void withoutAKeyOrWithFieldsStripeDoesNotKnowNothingIsBegun() {
        assertThat(
                        new Caller(sandbox.stripe().base().toString())
                                .post("/v1/checkout/sessions", form())
                                .status())
                .isEqualTo(401);
        assertThat(stripe.post("/v1/checkout/sessions", form() + "&colour=red").status())
                .isEqualTo(400);
        assertThat(sandbox.stripe().desk().books()).isEmpty();
    }

    @Test
    void aFailureAfterTheWorkLeavesTheWorkDone() {
        sandbox.faults()
                .inject(Fault.once("stripe", "/sessions", FaultKind.SERVER_ERROR_AFTER_WORK));

        assertThat(stripe.post("/v1/checkout/sessions", form(), "Idempotency-Key", "k").status())
                .isEqualTo(500);
        assertThat(stripe.post("/v1/checkout/sessions", form(), "Idempotency-Key", "k").status())
                .isEqualTo(200);
        assertThat(sandbox.stripe().desk().books()).hasSize(1);
    }

    private String form() {
        return "mode=payment&payment_intent_data[capture_method]=manual&success_url=http://a.example/"
                + "&line_items[0][price_data][currency]=hkd"
                + "&line_items[0][price_data][unit_amount]=12345"
                + "&line_items[0][price_data][product_data][name]=Order"
                + "&line_items[0][quantity]=1&expires_at="
                + expires.getEpochSecond();
    }
}
