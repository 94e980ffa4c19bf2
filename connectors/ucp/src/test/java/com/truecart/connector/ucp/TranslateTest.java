package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Seller;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Translate TRANSLATE =
            new Translate(new Seller("shop", Localized.of("en", "A shop")), "en");

    private static final String PRODUCT =
            """
            {"id":"p1","title":"Runner","description":{"html":"<p>Light</p><p>shoe</p>"},
             "url":"https://shop.example/p1",
             "categories":[{"value":"1604","taxonomy":"google_product_category"},
                           {"value":"Apparel > Shoes","taxonomy":"merchant"}],
             "media":[{"type":"video","url":"https://shop.example/v"},{"type":"image","url":"https://shop.example/i"}],
             "price_range":{"min":{"amount":8900,"currency":"USD"},"max":{"amount":8900,"currency":"USD"}},
             "metadata":{"brand":"Swift","brand_zh":"迅步","title_zh":"跑鞋","mpn":"RN","sole":"foam","stock":3},
             "variants":[
              {"id":"v1","sku":"RN-42","title":"42","description":{"plain":"size 42"},
               "price":{"amount":8900,"currency":"USD"},"list_price":{"amount":10900,"currency":"USD"},
               "barcodes":[{"type":"EAN","value":"4006381333931"}],
               "options":[{"name":"Size","label":"42"}],
               "availability":{"available":true,"status":"in_stock"}},
              {"id":"v2","title":"43","description":{"plain":"size 43"},
               "price":{"amount":8900,"currency":"USD"},"seller":{"name":"Other Ltd"},
               "availability":{"available":false,"status":"sold_in_store"}}]}
            """;

    private static final String CHECKOUT =
            """
            {"ucp":{"version":"2026-04-08","payment_handlers":{"com.example.cash":[
              {"id":"h1","available_instruments":[{"type":"card"},{"type":"cash_on_delivery"}]}]}},
             "id":"chk_1","status":"incomplete","currency":"USD",
             "line_items":[{"id":"li_1","item":{"id":"v1","title":"Runner","price":8900},"quantity":2,
               "totals":[{"type":"subtotal","amount":17800},{"type":"items_discount","amount":-1780},{"type":"total","amount":16020}]}],
             "discounts":{"codes":["GONE","TEN"],"applied":[{"code":"ten","title":"10% off","amount":1780}]},
             "totals":[{"type":"subtotal","amount":17800},{"type":"items_discount","amount":-1780},
               {"type":"fulfillment","amount":500},{"type":"fee","amount":100},{"type":"tax","amount":30},{"type":"total","amount":16650}],
             "messages":[{"type":"error","code":"missing","path":"$.buyer.email","content":"E-mail is required","severity":"recoverable"},
               {"type":"warning","code":"discount_code_expired","path":"$.discounts.codes[0]","content":"GONE is over"}],
             "links":[]}
            """;

    @Test
    void eachVariantIsAListingOfItsProduct() {
        Listing first = listing(0);
        assertThat(first.upstreamId()).isEqualTo("v1");
        assertThat(first.variantOf()).contains("p1");
        assertThat(first.title().in(Locale.ENGLISH)).isEqualTo("Runner 42");
        assertThat(first.title().in(Locale.TRADITIONAL_CHINESE)).isEqualTo("跑鞋");
        assertThat(first.attributes())
                .containsEntry("Size", "42")
                .containsEntry("sole", "foam")
                .containsEntry("SKU", "RN-42")
                .hasSize(3);
    }

    @Test
    void amountsAreMinorUnitsAndTheListPriceStandsBeside() {
        assertThat(listing(0).offers().getFirst().price()).isEqualTo(Money.of(8_900, "USD"));
        assertThat(listing(0).offers().getFirst().listPrice()).contains(Money.of(10_900, "USD"));
        assertThat(listing(1).offers().getFirst().listPrice()).isEmpty();
    }

    @Test
    void identifiersBrandAndCategoryAreFoundWhereTheyAre() {
        Listing first = listing(0);
        assertThat(first.identifiers().gtin().orElseThrow().digits()).isEqualTo("04006381333931");
        assertThat(first.identifiers().mpn()).contains("RN");
        assertThat(first.brand().orElseThrow().in(Locale.TRADITIONAL_CHINESE)).isEqualTo("迅步");
        assertThat(first.category().stream().map(name -> name.in(Locale.ENGLISH)))
                .containsExactly("Apparel", "Shoes");
        assertThat(first.image().orElseThrow()).hasToString("https://shop.example/i");
    }

    @Test
    void aMarketplaceNamesTheSeller() {
        assertThat(listing(0).offers().getFirst().seller().id()).isEqualTo("shop");
        assertThat(listing(1).offers().getFirst().seller().id()).isEqualTo("Other Ltd");
    }

    @Test
    void aStatusWeDoNotKnowLeavesThePlainYesOrNo() {
        assertThat(listing(0).offers().getFirst().availability()).isEqualTo(Availability.IN_STOCK);
        assertThat(listing(1).offers().getFirst().availability())
                .isEqualTo(Availability.OUT_OF_STOCK);
    }

    @Test
    void aCheckoutsSumsAreToldApart() {
        Session session = session();
        assertThat(session.goods()).isEqualTo(Money.of(17_800, "USD"));
        assertThat(session.delivery()).isEqualTo(Money.of(600, "USD"));
        assertThat(session.tax()).isEqualTo(Money.of(30, "USD"));
        assertThat(session.total()).isEqualTo(Money.of(16_650, "USD"));
        assertThat(session.discounts())
                .containsExactly(new Discount("10% off", Money.of(1_780, "USD")));
        assertThat(session.lines(List.of(new OrderLine("v1", 2))).getFirst().total())
                .isEqualTo(Money.of(17_800, "USD"));
    }

    @Test
    void discountsThatTheirNamesDoNotAccountForAreTakenFromTheSums() {
        Session session =
                new Session(Json.parse(CHECKOUT.replace("\"amount\":1780}]}", "\"amount\":99}]}")));
        assertThat(session.discounts())
                .containsExactly(new Discount("items_discount", Money.of(1_780, "USD")));
    }

    @Test
    void aCodeThatWasNotAppliedIsRefusedWithTheShopsReason() {
        assertThat(session().refusedCodes(List.of("GONE", "TEN")))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("GONE");
                    assertThat(refused.reason()).isEqualTo("GONE is over");
                });
    }

    @Test
    void aReasonThatIsOnlyACodeIsPutIntoWords() {
        Session session =
                new Session(Json.parse(CHECKOUT.replace(",\"content\":\"GONE is over\"", "")));
        assertThat(session.refusedCodes(List.of("GONE", "TEN")).getFirst().reason())
                .isEqualTo("it is over");
    }

    @Test
    void aReasonWithoutAPathIsThatOfTheCodeItNames() {
        Session session =
                new Session(Json.parse(CHECKOUT.replace("\"path\":\"$.discounts.codes[0]\",", "")));
        assertThat(session.refusedCodes(List.of("GONE", "LATER", "TEN")))
                .extracting(refused -> refused.reason())
                .containsExactly("GONE is over", "the shop did not apply it");
    }

    @Test
    void onlyWhatWasGivenBackAlreadyIsRefunded() {
        String order =
                """
                {"id":"o1","currency":"USD","totals":[{"type":"total","amount":16650}],
                 "line_items":[],"fulfillment":{},
                 "adjustments":[
                  {"id":"a1","type":"refund","status":"completed","occurred_at":"2026-11-23T09:00:00Z",
                   "totals":[{"type":"subtotal","amount":-900},{"type":"total","amount":-1000}]},
                  {"id":"a2","type":"credit","status":"completed","occurred_at":"2026-11-23T09:00:00Z",
                   "totals":[{"type":"total","amount":-50}]},
                  {"id":"a3","type":"refund","status":"pending","occurred_at":"2026-11-23T09:00:00Z",
                   "totals":[{"type":"total","amount":-7}]},
                  {"id":"a4","type":"refund","status":"failed","occurred_at":"2026-11-23T09:00:00Z",
                   "totals":[{"type":"total","amount":-7}]},
                  {"id":"a5","type":"exchange","status":"completed","occurred_at":"2026-11-23T09:00:00Z",
                   "totals":[{"type":"total","amount":300}]},
                  {"id":"a6","type":"cancellation","status":"completed","occurred_at":"2026-11-23T09:00:00Z"}]}
                """;
        UpstreamOrder read =
                Deliveries.order(
                        Json.parse(order), new OrderHandle("o1", new Secret("chk_1")), NOW);
        assertThat(read.refunded()).isEqualTo(Money.of(1_050, "USD"));
        assertThat(read.charged()).isEqualTo(Money.of(16_650, "USD"));
    }

    @Test
    void cashOnDeliveryIsKnownByItsInstrument() {
        assertThat(CashOnDelivery.instrument(session()).orElseThrow().toString())
                .contains("handler_id=h1")
                .contains("type=cash_on_delivery");
        assertThat(
                        CashOnDelivery.instrument(
                                new Session(
                                        Json.parse(
                                                CHECKOUT.replace("cash_on_delivery", "wallet")))))
                .isEmpty();
    }

    @Test
    void anOrderIsDeliveredOnlyInEveryUnit() {
        assertThat(order("delivered", 2).status()).isEqualTo(Status.DELIVERED);
        assertThat(order("delivered", 1).status()).isEqualTo(Status.SHIPPED);
        assertThat(order("in_transit", 2).status()).isEqualTo(Status.SHIPPED);
        assertThat(order("canceled", 2).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aPartThatIsCancelledLeavesTheRestWhereItIs() {
        assertThat(order("canceled", 1).status()).isEqualTo(Status.ACCEPTED);
        UpstreamOrder shipped =
                order("\"total\":2", event("shipped", 8, 1) + "," + event("canceled", 9, 1));
        assertThat(shipped.status()).isEqualTo(Status.SHIPPED);
        assertThat(shipped.statusText()).isEqualTo("shipped");
    }

    @Test
    void anOrderWhoseTotalFellByWhatWasCancelledIsNotCancelled() {
        String one = event("canceled", 8, 1);
        assertThat(order("\"original\":2,\"total\":1", one).status()).isEqualTo(Status.ACCEPTED);
        String other = event("canceled", 9, 1);
        assertThat(order("\"original\":2,\"total\":1", one + "," + other).status())
                .isEqualTo(Status.CANCELLED);
        assertThat(order("\"original\":2,\"total\":0", one).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void anEventWeDoNotKnowIsNeitherSuccessNorFailure() {
        UpstreamOrder order = order("held_at_customs", 2);
        assertThat(order.status()).isEqualTo(Status.UNRECOGNISED);
        assertThat(order.statusText()).isEqualTo("held_at_customs");
        assertThat(order.parcels()).hasSize(1);
    }

    private static UpstreamOrder order(String event, int quantity) {
        return order("\"total\":2", event(event, 9, quantity));
    }

    private static UpstreamOrder order(String units, String events) {
        String json =
                """
                {"id":"o1","currency":"USD","totals":[{"type":"total","amount":16650}],
                 "line_items":[{"id":"li_1","status":"processing","quantity":{%s,"fulfilled":0}}],
                 "fulfillment":{"events":[%s]}}
                """
                        .formatted(units, events);
        return Deliveries.order(Json.parse(json), new OrderHandle("o1", new Secret("chk_1")), NOW);
    }

    private static String event(String type, int hour, int quantity) {
        return """
        {"id":"e%d","occurred_at":"2026-11-23T%02d:00:00Z","type":"%s",
         "line_items":[{"id":"li_1","quantity":%d}],"tracking_number":"T1"}
        """
                .formatted(hour, hour, type, quantity);
    }

    private static Session session() {
        return new Session(Json.parse(CHECKOUT));
    }

    private static Listing listing(int variant) {
        Json product = Json.parse(PRODUCT);
        return TRANSLATE.listing(product, product.list("variants").get(variant), NOW);
    }
}
