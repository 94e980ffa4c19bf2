package com.truecart.connector.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.QuoteResult.Discount;
import org.junit.jupiter.api.Test;

/** Carts as the documented fields make them, in euros with 19 % tax. */
class CartTest {
    private static final String EUR = "\"currency_code\":\"EUR\",\"currency_minor_unit\":2";

    /** Three times 9.99, shown with tax; the API states everything without it. */
    private static final String INCLUDED =
            """
            {"items":[{"id":7,"quantity":3,
               "prices":{"price":"999",%1$s},
               "totals":{"line_subtotal":"2518","line_subtotal_tax":"479","line_total":"2266","line_total_tax":"431",%1$s}}],
             "coupons":[{"code":"ten","label":"Ten percent","totals":{"total_discount":"252","total_discount_tax":"48",%1$s}}],
             "fees":[{"name":"Cash on delivery","totals":{"total":"168","total_tax":"32",%1$s}}],
             "totals":{"total_items":"2518","total_items_tax":"479","total_discount":"252","total_discount_tax":"48",
               "total_fees":"168","total_fees_tax":"32","total_shipping":"412","total_shipping_tax":"78",
               "total_tax":"541","total_price":"%2$s",%1$s}}
            """;

    @Test
    void whereTaxIsInThePricesEveryPartIsAsShown() {
        Cart cart = cart(INCLUDED, 3_387);
        assertThat(cart.goods()).isEqualTo(eur(2_997));
        assertThat(cart.discounts()).containsExactly(new Discount("Ten percent", eur(300)));
        assertThat(cart.delivery()).isEqualTo(eur(490 + 200));
        assertThat(cart.tax()).isEqualTo(eur(0));
        assertThat(cart.payable()).isEqualTo(eur(3_387));
    }

    @Test
    void wherePricesAreWithoutTaxItComesOnTop() {
        Cart cart = cart(INCLUDED.replace("\"999\"", "\"839\""), 3_387);
        assertThat(cart.goods()).isEqualTo(eur(2_518));
        assertThat(cart.discounts()).containsExactly(new Discount("Ten percent", eur(252)));
        assertThat(cart.delivery()).isEqualTo(eur(412 + 168));
        assertThat(cart.tax()).isEqualTo(eur(541));
    }

    @Test
    void theShopsRoundingIsShownWhereThereIsTaxToShowItIn() {
        Cart cart = cart(INCLUDED.replace("\"999\"", "\"839\""), 3_386);
        assertThat(cart.tax()).isEqualTo(eur(540));
        assertThat(cart.discounts()).hasSize(1);
    }

    @Test
    void roundingInTheBuyersFavourIsADiscountWhereThereIsNoTax() {
        Cart cart = cart(INCLUDED, 3_386);
        assertThat(cart.tax()).isEqualTo(eur(0));
        assertThat(cart.discounts())
                .containsExactly(
                        new Discount("Ten percent", eur(300)), new Discount("Rounding", eur(1)));
        assertThat(cart(INCLUDED, 3_388).tax()).isEqualTo(eur(1));
    }

    @Test
    void moreThanRoundingIsNotExplainedAway() {
        Cart cart = cart(INCLUDED, 3_300);
        Money sum = cart.goods().plus(cart.delivery()).plus(cart.tax());
        for (Discount discount : cart.discounts()) {
            sum = sum.minus(discount.amount());
        }
        assertThat(sum).isNotEqualTo(cart.payable());
    }

    private static Cart cart(String json, long price) {
        return new Cart(Json.parse(json.formatted(EUR, price)));
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }
}
