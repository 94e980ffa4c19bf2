package com.truecart.connector.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The quirks of Vendure's answers, each with its example. */
class TranslateTest {

    @Test
    void moneyIsInHundredthsOfAnyCurrency() {
        Json price = Json.parse("{\"price\":10000}");
        assertThat(Amounts.of(price, "price", Currency.getInstance("USD")))
                .isEqualTo(Money.of(10_000, "USD"));
        assertThat(Amounts.of(price, "price", Currency.getInstance("JPY")))
                .isEqualTo(Money.of(100, "JPY"));
        assertThatThrownBy(() ->
                        Amounts.of(
                                Json.parse("{\"price\":10050}"),
                                "price",
                                Currency.getInstance("JPY")))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("price");
    }

    @Test
    void stockIsAWordOrANumber() {
        assertThat(Translate.availability("LOW_STOCK")).isEqualTo(Availability.LOW_STOCK);
        assertThat(Translate.availability("12")).isEqualTo(Availability.IN_STOCK);
        assertThat(Translate.availability("0")).isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(Translate.availability("a few")).isEqualTo(Availability.UNSTATED);
    }

    @Test
    void aStateWeDoNotKnowIsNeitherSuccessNorFailure() {
        assertThat(PlacedOrder.status("PartiallyDelivered")).isEqualTo(Status.SHIPPED);
        assertThat(PlacedOrder.status("AwaitingPickUp")).isEqualTo(Status.UNRECOGNISED);
    }

    @Test
    void discountsOfTheOrderAddUpToTheCentAlthoughTheShopRoundsThemApart() {
        OpenOrder order =
                new OpenOrder(
                        Json.parse(
                                """
                                {"currencyCode":"USD","totalWithTax":1000,"subTotalWithTax":500,
                                 "shippingWithTax":500,"surcharges":[],"lines":[
                                  {"quantity":1,"productVariant":{"id":"1"},"unitPriceWithTax":800,
                                   "discountedLinePriceWithTax":800,"discounts":[
                                    {"type":"PROMOTION","description":"of the line",
                                     "adjustmentSource":"PROMOTION:3","amountWithTax":-100},
                                    {"type":"DISTRIBUTED_ORDER_PROMOTION","description":"A",
                                     "adjustmentSource":"PROMOTION:1","amountWithTax":-199.5},
                                    {"type":"DISTRIBUTED_ORDER_PROMOTION","description":"B",
                                     "adjustmentSource":"PROMOTION:2","amountWithTax":-99.5}]}]}
                                """));
        assertThat(order.discounts())
                .containsExactly(
                        new Discount("A", Money.of(200, "USD")),
                        new Discount("B", Money.of(100, "USD")));
        assertThat(order.goods()).isEqualTo(Money.of(800, "USD"));
    }

    @Test
    void aVariantAskedForTwiceIsOneLineThereAndTwoHere() {
        OpenOrder order =
                new OpenOrder(
                        Json.parse(
                                """
                                {"currencyCode":"USD","lines":[
                                  {"quantity":3,"productVariant":{"id":"1"},"unitPriceWithTax":333,
                                   "discountedLinePriceWithTax":1000,"discounts":[]}]}
                                """));
        List<OrderLine> twice = List.of(new OrderLine("1", 1), new OrderLine("1", 2));
        assertThat(order.holds(twice)).isTrue();
        assertThat(order.lines(twice))
                .extracting(line -> line.total().minor())
                .containsExactly(333L, 667L);
    }

    @Test
    void linesAreAskedForInTheOrderOfTheirNumbers() {
        assertThat(
                        OpenOrder.quantities(
                                        List.of(
                                                new OrderLine("10", 1),
                                                new OrderLine("9", 1),
                                                new OrderLine("100", 1)))
                                .keySet())
                .containsExactly("9", "10", "100");
    }

    @Test
    void whatWasAuthorisedAndLetGoIsGivenBack() {
        UpstreamOrder order =
                new PlacedOrder(
                                Json.parse(
                                        """
                                        {"code":"ABC","state":"Cancelled","currencyCode":"USD","totalWithTax":0,
                                         "orderPlacedAt":"2026-11-26T10:00:00.000Z","fulfillments":[],
                                         "payments":[{"state":"Cancelled","amount":4500,"refunds":[]},
                                                     {"state":"Declined","amount":4500,"refunds":[]}]}
                                        """))
                        .translated("a@example.com", Instant.EPOCH);
        assertThat(order.charged()).isEqualTo(Money.of(4_500, "USD"));
        assertThat(order.refunded()).isEqualTo(Money.of(4_500, "USD"));
    }

    @Test
    void argumentsAreText() {
        Operation operation =
                Operation.of(
                        Json.parse(
                                """
                                {"code":"c","args":[{"name":"ids","value":"[\\"1\\",2]"},
                                 {"name":"amount","value":"1000.0"},{"name":"flag","value":"true"}]}
                                """));
        assertThat(operation.ids("ids")).containsExactly("1", "2");
        assertThat(operation.count("amount")).isEqualTo(1_000);
        assertThat(operation.flag("flag")).isTrue();
        assertThat(operation.words()).isEqualTo("c(amount: 1000.0, flag: true, ids: [\"1\",2])");
    }
}
