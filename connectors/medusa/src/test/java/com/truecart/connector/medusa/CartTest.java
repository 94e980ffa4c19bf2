package com.truecart.connector.medusa;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartTest {
    private static final List<OrderLine> LINES =
            List.of(new OrderLine("variant_a", 1), new OrderLine("variant_b", 2));

    private final Cart cart = Cart.of(Answers.of("cart.json"));

    @Test
    void theUnroundedTotalIsRoundedOnceHalfUp() {
        // 56.97 - 8.5455 + 30 = 78.4245
        assertThat(cart.payable()).isEqualTo(hkd(7_842));
    }

    @Test
    void theNoiseOfLongFractionsIsNotRounded() {
        Cart noisy =
                cart(
                        """
                        {"cart":{"id":"c","currency_code":"hkd","completed_at":null,
                         "total":107.52499999999999999}}
                        """);
        assertThat(noisy.payable()).as("107.525").isEqualTo(hkd(10_753));
    }

    @Test
    void linesComeInTheOrderOfTheRequestAndAddUpToTheGoods() {
        List<QuotedLine> lines = cart.lines(LINES);
        assertThat(lines).extracting(QuotedLine::line).isEqualTo(LINES);
        assertThat(lines).extracting(QuotedLine::total).containsExactly(hkd(1_899), hkd(3_798));
        assertThat(lines).extracting(QuotedLine::unitPrice).containsOnly(hkd(1_899));
        assertThat(cart.goods()).isEqualTo(hkd(5_697));
    }

    @Test
    void theDiscountIsWhatMakesThePartsAddUp() {
        assertThat(cart.discounts()).containsExactly(new Discount("FIFTEEN", hkd(855)));
        assertThat(cart.goods().minus(hkd(855)).plus(cart.delivery())).isEqualTo(cart.payable());
    }

    @Test
    void codesInEffectAreThoseOfTheGoodsAndOfTheFee() {
        assertThat(cart.codesInEffect()).contains("FIFTEEN", "FREIGHT");
    }

    @Test
    void partsOfACentOfTaxAreTheFeesWhereNothingWasTakenOff() {
        Cart taxed =
                cart(
                        """
                        {"cart":{"id":"c","currency_code":"usd","completed_at":null,"total":17.1648,
                         "original_item_total":14.3248,"item_discount_total":0,"shipping_total":2.84,
                         "items":[
                          {"variant_id":"variant_a","quantity":1,"original_total":7.1624,"adjustments":[]},
                          {"variant_id":"variant_b","quantity":2,"original_total":7.1624,"adjustments":[]}]}}
                        """);
        assertThat(taxed.goods()).isEqualTo(Money.of(1_432, "USD"));
        assertThat(taxed.payable()).isEqualTo(Money.of(1_716, "USD"));
        assertThat(taxed.goods().plus(taxed.delivery())).isEqualTo(taxed.payable());
        assertThat(taxed.lines(LINES).stream().map(QuotedLine::total).reduce(Money::plus))
                .contains(taxed.goods());
        assertThat(taxed.discounts()).isEmpty();
    }

    @Test
    void freeGoodsAreLinesOfNothing() {
        Cart free =
                cart(
                        """
                        {"cart":{"id":"c","currency_code":"hkd","completed_at":null,"total":0,
                         "original_item_total":0,"item_discount_total":0,"shipping_total":0,
                         "items":[
                          {"variant_id":"variant_a","quantity":1,"original_total":0},
                          {"variant_id":"variant_b","quantity":2,"original_total":0}]}}
                        """);
        assertThat(free.lines(LINES)).extracting(QuotedLine::total).containsOnly(hkd(0));
    }

    @Test
    void itHoldsWhatWasAskedForOrNot() {
        assertThat(cart.holds(LINES)).isTrue();
        assertThat(cart.holds(List.of(LINES.getFirst()))).isFalse();
        assertThat(
                        cart.holds(
                                List.of(
                                        new OrderLine("variant_a", 1),
                                        new OrderLine("variant_b", 1),
                                        new OrderLine("variant_b", 1))))
                .as("two lines of one variant")
                .isTrue();
    }

    private static Cart cart(String json) {
        return Cart.of(Json.parse(json));
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
