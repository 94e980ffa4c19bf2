package com.truecart.connector.medusa;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.spi.Call;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An attempt that is refused while one before it, whose answer was lost, goes through. */
class MedusaOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final List<OrderLine> LINES =
            List.of(new OrderLine("variant_b", 2), new OrderLine("variant_a", 1));
    private static final String NOTHING_AT_ALL = "nothing at all";
    private static final String ORDER =
            """
            {"type":"order","order":{"id":"order_1","display_id":7,"status":"pending",
             "fulfillment_status":"not_fulfilled","payment_status":"authorized","total":78.42,
             "currency_code":"hkd","payment_collections":[],"fulfillments":[]}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"/carts/cart_1", "/payment-collections", "/payment-sessions"})
    void aRefusalBeforeTheOrderIsNoneIfAnEarlierAttemptWentThrough(String refused) {
        assertThat(new Shop(refused, 400, true).place(LINES, 7_842))
                .isInstanceOf(PlaceResult.Placed.class);
        assertThat(new Shop(refused, 400, false).place(LINES, 7_842))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void aCartThatCannotBeLookedAtIsDoubt() {
        assertThat(new Shop("?fields", 500, false).place(LINES, 7_842))
                .isInstanceOf(PlaceResult.InDoubt.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 7841", "3, 9999"})
    void aCartUnlikeWhatWasAgreedIsNoRefusalIfAnEarlierAttemptWentThrough(
            int quantity, long agreed) {
        List<OrderLine> lines =
                List.of(new OrderLine("variant_b", quantity), new OrderLine("variant_a", 1));
        assertThat(new Shop(NOTHING_AT_ALL, 400, true).place(lines, agreed))
                .isInstanceOf(PlaceResult.Placed.class);
        assertThat(new Shop(NOTHING_AT_ALL, 400, false).place(lines, agreed))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/carts/cart_1", "/payment-collections", "/payment-sessions"})
    void aConflictWithAnotherAttemptIsDoubtThoughTheCartIsStillOpen(String refused) {
        assertThat(new Shop(refused, 409, false).place(LINES, 7_842))
                .isInstanceOf(PlaceResult.InDoubt.class);
    }

    /**
     * A shop that refuses one step, and whose cart may become an order by another attempt after it
     * was first looked at.
     */
    private static final class Shop implements UpstreamHttp {
        private final String refused;
        private final int status;
        private final boolean becomesAnOrder;
        private int looks;

        Shop(String refused, int status, boolean becomesAnOrder) {
            this.refused = refused;
            this.status = status;
            this.becomesAnOrder = becomesAnOrder;
        }

        PlaceResult place(List<OrderLine> lines, long agreed) {
            Calls calls =
                    new Calls(
                            URI.create("http://shop.example"),
                            "pk_1",
                            Optional.empty(),
                            "HK",
                            this);
            QuoteRequest request =
                    new QuoteRequest(
                            lines,
                            Set.of(),
                            new Recipient(
                                    "Ann", "Lee", "a@b.example", "", "1 Road", "HK", "", "", "HK"));
            return new MedusaOrders(calls, Clock.systemUTC())
                    .place(
                            new PlaceRequest(
                                    request,
                                    "cart_1",
                                    Money.of(agreed, "HKD"),
                                    PaymentMethod.CASH_ON_DELIVERY),
                            new IdempotencyKey("5f0c7a52-1f0e-4b0e-9d0b-3a1f0f7f6f11"));
        }

        @Override
        public Reply send(Call call) {
            String path = call.uri().toString();
            boolean isLook = call.method().equals("GET");
            if (path.contains(refused) && !path.endsWith("/complete") && mayRefuse(isLook)) {
                return answer(status, "{\"type\":\"conflict\",\"message\":\"no\"}");
            }
            if (path.endsWith("/complete") || path.contains("/orders/")) {
                return answer(200, ORDER);
            }
            if (path.contains("/payment-collections")) {
                return answer(200, "{\"payment_collection\":{\"id\":\"paycol_1\"}}");
            }
            looks += isLook ? 1 : 0;
            String cart = Answers.text("cart.json");
            return answer(
                    200,
                    looks > 1 && becomesAnOrder
                            ? cart.replace(
                                    "\"completed_at\": null",
                                    "\"completed_at\": \"2026-11-26T12:00:00Z\"")
                            : cart);
        }

        /** Changes are refused; looks only where nothing else shows the cart either. */
        private boolean mayRefuse(boolean isLook) {
            return !isLook || status == 500;
        }

        private static Reply answer(int status, String json) {
            return new Reply(status, Map.of(), json, NOW);
        }
    }
}
