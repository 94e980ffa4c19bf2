package com.truecart.connector.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a shop can answer at the last step that a real one does not do when asked. */
class PlacingTest {
    private static final Instant MOVED = Instant.parse("2026-11-26T12:00:00Z");
    private static final String DECLINED =
            "{\"errorCode\": \"PAYMENT_DECLINED_ERROR\", \"message\": \"no\"}";

    @Test
    void whatIsPaidAsAgreedIsPlaced() {
        assertThat(new Shop().paying(paid("OURS", 4_500)).place())
                .isInstanceOfSatisfying(
                        PlaceResult.Placed.class,
                        placed ->
                                assertThat(placed.order().charged())
                                        .isEqualTo(Money.of(4_500, "USD")));
    }

    @Test
    void anOrderUnderAnotherCodeThanTheQuotedOneIsDoubt() {
        assertThat(new Shop().paying(paid("THEIRS", 4_500)).place())
                .isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void anOrderForMoreThanWasAgreedIsDoubt() {
        assertThat(new Shop().paying(paid("OURS", 4_501)).place())
                .isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void aDeclinedOrderIsTakenOutOfTheWay() {
        Shop shop = new Shop().paying(DECLINED);
        assertThat(shop.place()).isInstanceOf(PlaceResult.Rejected.class);
        assertThat(shop.emptied()).isTrue();
    }

    @Test
    void anotherOrderThatIsOpenByThenIsLeftAlone() {
        Shop shop = new Shop().paying(DECLINED).thenOpen("THEIRS");
        assertThat(shop.place()).isInstanceOf(PlaceResult.Rejected.class);
        assertThat(shop.emptied()).isFalse();
    }

    @Test
    void anOrderThatMovedJustNowByTheShopsClockIsWaitedForWhateverOursSays() {
        Shop shop = new Shop().open("THEIRS").at("Thu, 26 Nov 2026 12:01:00 GMT");
        assertThatThrownBy(shop::place).isInstanceOf(UpstreamException.Throttled.class);
        assertThat(shop.emptied()).isFalse();
    }

    @Test
    void anOrderThatStoodStillByTheShopsClockIsEmptied() {
        Shop shop = new Shop().open("THEIRS").at("Thu, 26 Nov 2026 12:03:00 GMT");
        assertThat(shop.place()).isInstanceOf(PlaceResult.Rejected.class);
        assertThat(shop.emptied()).isTrue();
    }

    private static String paid(String code, long total) {
        return """
        {"code": "%s", "state": "PaymentAuthorized", "orderPlacedAt": "2026-11-26T12:00:00.000Z",
         "currencyCode": "USD", "totalWithTax": %d,
         "payments": [{"state": "Authorized", "amount": %d, "refunds": []}], "fulfillments": []}
        """
                .formatted(code, total, total);
    }

    /** A shop with one order open for its customer, which is frozen, and shows none as placed. */
    private static final class Shop implements UpstreamHttp {
        private final List<String> asked = new ArrayList<>();
        private String open = "OURS";
        private String openAfterPaying = "OURS";
        private String payment = DECLINED;
        private String date = "Thu, 26 Nov 2026 12:00:00 GMT";

        Shop paying(String answer) {
            payment = answer;
            return this;
        }

        Shop open(String code) {
            open = code;
            return this;
        }

        Shop thenOpen(String code) {
            openAfterPaying = code;
            return this;
        }

        Shop at(String shopTime) {
            date = shopTime;
            return this;
        }

        boolean emptied() {
            return asked("removeAllOrderLines");
        }

        /** As a customer whose own clock is an hour fast. */
        PlaceResult place() {
            GraphQl shop = new GraphQl(URI.create("http://shop.example/shop-api"), this, Map.of());
            Account account =
                    new Account(
                            shop,
                            Optional.of("customer@example.com"),
                            Optional.of(new Secret("secret")));
            QuoteRequest goods =
                    new QuoteRequest(
                            List.of(new OrderLine("7", 2)),
                            Set.of(),
                            new Recipient(
                                    "Ann", "Lee", "a@b.example", "", "1 Road", "HK", "", "", "HK"));
            Clock fast = Clock.fixed(MOVED.plusSeconds(3_600), ZoneOffset.UTC);
            return new VendureOrders(shop, account, Optional.of("on-delivery"), fast)
                    .place(
                            new PlaceRequest(
                                    goods,
                                    new Trace("guest", "OURS").token(),
                                    Money.of(4_500, "USD"),
                                    PaymentMethod.CASH_ON_DELIVERY),
                            new IdempotencyKey("5f0c7a52-1f0e-4b0e-9d0b-3a1f0f7f6f11"));
        }

        @Override
        public Reply send(Call call) {
            String document = call.body().orElseThrow();
            asked.add(document);
            return new Reply(
                    200,
                    Map.of("vendure-auth-token", List.of("session"), "date", List.of(date)),
                    "{\"data\": " + answer(document) + "}",
                    MOVED.plusSeconds(3_600));
        }

        private String answer(String document) {
            if (document.contains("login(")) {
                return "{\"login\": {\"__typename\": \"CurrentUser\"}}";
            }
            if (document.contains("addPaymentToOrder(")) {
                return "{\"addPaymentToOrder\": " + payment + "}";
            }
            if (document.contains("orderByCode(")) {
                return "{\"activeCustomer\": {\"id\": \"1\"}, \"orderByCode\": null}";
            }
            if (document.contains("transitionOrderToState(") || emptied()) {
                return "{\"transitionOrderToState\": {}, \"activeCustomer\": {\"id\": \"1\"}}";
            }
            return """
            {"activeCustomer": {"id": "1"}, "activeOrder": {
              "id": "1", "code": "%s", "state": "ArrangingPayment", "updatedAt": "%s",
              "couponCodes": [], "currencyCode": "USD", "totalWithTax": 4500,
              "subTotalWithTax": 4000, "shippingWithTax": 500, "surcharges": [],
              "lines": [{"quantity": 2, "productVariant": {"id": "7"}, "unitPriceWithTax": 2000,
                "discountedLinePriceWithTax": 4000, "discounts": []}]}}
            """
                    .formatted(asked("addPaymentToOrder(") ? openAfterPaying : open, MOVED);
        }

        private boolean asked(String part) {
            return asked.stream().anyMatch(document -> document.contains(part));
        }
    }
}
