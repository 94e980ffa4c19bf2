package com.truecart.connector.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Limits;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.model.Trigger.Within;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each condition and action of Vendure, as its Admin API writes it. */
class RulesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Rules RULES =
            new Rules("en", USD, values -> new Scope.Listings(new HashSet<>(values)));

    @Test
    void anAmountOffTheOrderFromAMinimum() {
        Promotion promotion =
                one(
                        "\"couponCode\":\"SAVE\",\"usageLimit\":100,\"perCustomerUsageLimit\":1,"
                                + "\"startsAt\":\"2026-01-01T00:00:00.000Z\",",
                        operation(
                                "minimum_order_amount",
                                argument("amount", "5000"),
                                argument("taxInclusive", "true")),
                        operation("order_fixed_discount", argument("discount", "2000")));
        assertThat(promotion.ref()).isEqualTo("000000000007.0");
        assertThat(promotion.label().byLanguage()).containsEntry("en", "Autumn");
        assertThat(promotion.stage()).isEqualTo(Stage.STORE_ORDER);
        assertThat(promotion.benefit()).isEqualTo(new AmountOff(usd(2_000), AmountOff.Per.ORDER));
        assertThat(promotion.trigger())
                .isEqualTo(
                        new Trigger.AllOf(
                                List.of(
                                        new Trigger.Code("SAVE"),
                                        new Within(
                                                new Scope.WholeStore(),
                                                new Trigger.MinSpend(
                                                        usd(5_000), Optional.of(Side.GROSS))))));
        assertThat(promotion.limits())
                .contains(new Limits(Optional.of(1), Optional.of(100L), Optional.empty()));
        assertThat(promotion.validity().start()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(promotion.stacking()).contains(Stacking.priority(10));
        assertThat(promotion.isModelled()).isTrue();
    }

    @Test
    void aShareOffWhatHasAFacet() {
        Promotion promotion =
                one(
                        "",
                        operation(
                                "at_least_n_with_facets",
                                argument("minimum", "2"),
                                argument("facets", "[\\\"4\\\",\\\"5\\\"]")),
                        operation(
                                "facet_based_discount",
                                argument("discount", "12.5"),
                                argument("facets", "[\\\"4\\\"]")));
        assertThat(promotion.stage()).isEqualTo(Stage.ITEM);
        assertThat(promotion.scope()).isEqualTo(listings("4"));
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.PercentOff(125_000, Optional.empty()));
        assertThat(promotion.trigger())
                .isEqualTo(
                        new Trigger.AllOf(
                                List.of(
                                        new Within(
                                                listings("4", "5"), new Trigger.MinQuantity(2)))));
        assertThat(promotion.stacking()).contains(Stacking.priority(0));
    }

    @Test
    void buyThisGetThat() {
        Promotion promotion =
                one(
                        "",
                        operation(
                                "buy_x_get_y_free",
                                argument("amountX", "2"),
                                argument("variantIdsX", "[\\\"1\\\"]"),
                                argument("amountY", "1"),
                                argument("variantIdsY", "[\\\"2\\\"]")),
                        operation("buy_x_get_y_free"));
        assertThat(promotion.scope()).isEqualTo(listings("1"));
        assertThat(promotion.benefit())
                .isEqualTo(
                        new Benefit.BuyThisGetThat(
                                2, listings("2"), 1, Money.PPM, Optional.of(1), true));
    }

    @Test
    void theOtherKinds() {
        assertThat(one("", inGroup(), operation("free_shipping")).benefit())
                .isEqualTo(new Benefit.DeliveryOff(Money.PPM));
        assertThat(one("", inGroup(), operation("free_shipping")).trigger())
                .isEqualTo(new Trigger.AllOf(List.of(new Trigger.Member("3"))));
        assertThat(
                        one(
                                        "",
                                        inGroup(),
                                        operation(
                                                "order_line_fixed_discount",
                                                argument("discount", "50")))
                                .benefit())
                .isEqualTo(new AmountOff(usd(50), AmountOff.Per.LINE));
        assertThat(
                        one(
                                        "",
                                        operation(
                                                "contains_products",
                                                argument("minimum", "3"),
                                                argument("productVariantIds", "[\\\"8\\\"]")),
                                        operation(
                                                "order_percentage_discount",
                                                argument("discount", "10")))
                                .trigger())
                .isEqualTo(
                        new Trigger.AllOf(
                                List.of(new Within(listings("8"), new Trigger.MinQuantity(3)))));
        assertThat(
                        one(
                                        "",
                                        inGroup(),
                                        operation(
                                                "products_percentage_discount",
                                                argument("discount", "100"),
                                                argument(
                                                        "productVariantIds",
                                                        "[\\\"8\\\",\\\"9\\\"]")))
                                .scope())
                .isEqualTo(listings("8", "9"));
    }

    @Test
    void twoActionsAreTwoPromotionsOfOnePlace() {
        List<Promotion> both =
                RULES.promotions(
                        stated(
                                "",
                                inGroup(),
                                operation("free_shipping")
                                        + ","
                                        + operation(
                                                "order_percentage_discount",
                                                argument("discount", "10"))));
        assertThat(both)
                .extracting(Promotion::ref)
                .containsExactly("000000000007.0", "000000000007.1");
    }

    @Test
    void whatAPlugInAddsIsKeptInTheShopsWords() {
        assertThat(
                        one("", inGroup(), operation("wallet_bonus", argument("percent", "5")))
                                .benefit())
                .isEqualTo(new Benefit.Unmodelled("wallet_bonus(percent: 5)"));
        Promotion onMondays =
                one("", operation("on_weekday", argument("day", "1")), operation("free_shipping"));
        assertThat(onMondays.trigger())
                .isEqualTo(
                        new Trigger.AllOf(List.of(new Trigger.Unmodelled("on_weekday(day: 1)"))));
        assertThat(onMondays.isModelled()).isFalse();
    }

    @Test
    void aRateThatIsNoneIsKeptInTheShopsWords() {
        for (String rate : List.of("0", "150", "-5", "ten", "0.00001")) {
            assertThat(
                            one(
                                            "",
                                            inGroup(),
                                            operation(
                                                    "order_percentage_discount",
                                                    argument("discount", rate)))
                                    .benefit())
                    .as(rate)
                    .isInstanceOf(Benefit.Unmodelled.class);
        }
    }

    private static String inGroup() {
        return operation("customer_group", argument("customerGroupId", "3"));
    }

    private static Promotion one(String fields, String condition, String action) {
        List<Promotion> promotions = RULES.promotions(stated(fields, condition, action));
        assertThat(promotions).hasSize(1);
        return promotions.getFirst();
    }

    private static Json stated(String fields, String conditions, String actions) {
        return Json.parse(
                "{\"id\":\"7\",\"name\":\"Autumn\","
                        + fields
                        + "\"conditions\":["
                        + conditions
                        + "],\"actions\":["
                        + actions
                        + "]}");
    }

    private static String operation(String code, String... arguments) {
        return "{\"code\":\"" + code + "\",\"args\":[" + String.join(",", arguments) + "]}";
    }

    private static String argument(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
    }

    private static Scope listings(String... ids) {
        return new Scope.Listings(Set.of(ids));
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }
}
