package com.truecart.connector.medusa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Limits;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedPromotionsTest {
    private static final Market HONG_KONG =
            new Market("reg_hk", Currency.getInstance("HKD"), "hk", Set.of("hk"));
    private static final String NO_PRODUCTS = "{\"products\":[],\"count\":0}";
    private static final String ORDER_TEN =
            "{\"type\":\"percentage\",\"target_type\":\"order\",\"value\":10}";

    @Test
    void aShareOfTheOrderForEverybody() {
        Promotion promotion = untaxed(automatic(ORDER_TEN, ""));
        assertThat(promotion.ref()).isEqualTo("promo_1");
        assertThat(promotion.label().in(Locale.ENGLISH)).isEqualTo("AUTUMN");
        assertThat(promotion.stage()).isEqualTo(Stage.STORE_ORDER);
        assertThat(promotion.scope()).isEqualTo(new Scope.WholeStore());
        assertThat(promotion.trigger()).isEqualTo(new Trigger.Always());
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.PercentOff(100_000, Optional.empty()));
    }

    @Test
    void aCodeMustBeEntered() {
        Promotion promotion =
                untaxed(
                        """
                        {"id":"promo_1","code":"SAVE","is_automatic":false,"type":"standard",
                         "application_method":{"type":"fixed","target_type":"order","value":20.5,
                           "currency_code":"hkd"},"rules":[]}
                        """);
        assertThat(promotion.trigger())
                .isEqualTo(new Trigger.AllOf(List.of(new Trigger.Code("SAVE"))));
        assertThat(promotion.stage()).isEqualTo(Stage.STORE_COUPON);
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.AmountOff(hkd(2_050), Benefit.AmountOff.Per.ORDER));
    }

    @Test
    void anAmountOfAnotherCurrencyIsNoPromotionHere() {
        assertThat(
                        read(
                                false,
                                automatic(
                                        """
                                        {"type":"fixed","target_type":"order","value":5,"currency_code":"gbp"}
                                        """,
                                        "")))
                .isEmpty();
    }

    @Test
    void rulesOfTheMarketAreSettledWhenItIsRead() {
        assertThat(
                        untaxed(
                                        automatic(
                                                ORDER_TEN,
                                                rule("region.id", "in", "reg_gb", "reg_hk")
                                                        + ","
                                                        + rule("currency_code", "eq", "hkd")
                                                        + ","
                                                        + rule(
                                                                "shipping_address.country_code",
                                                                "ne",
                                                                "gb")))
                                .trigger())
                .isEqualTo(new Trigger.Always());
        assertThat(read(false, automatic(ORDER_TEN, rule("region.id", "in", "reg_gb")))).isEmpty();
        assertThat(
                        read(
                                false,
                                automatic(
                                        ORDER_TEN,
                                        rule("shipping_address.country_code", "ne", "hk"))))
                .isEmpty();
    }

    @Test
    void aThresholdLooksAtTheGoodsBeforePromotions() {
        assertThat(onlyTrigger(rule("item_subtotal", "gte", "100"))).isEqualTo(spend(10_000));
        assertThat(onlyTrigger(rule("original_item_total", "gt", "100")))
                .as("more than 100.00 is 100.01")
                .isEqualTo(spend(10_001));
    }

    /** Each sees the discounts of the time before, or the fee, or nothing we know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "item_total gte",
                "total gte",
                "subtotal gte",
                "item_subtotal lt",
                "sales_channel_id in",
                "customer.groups.id eq"
            })
    void aRuleWeCannotJudgeIsKeptInItsOwnWords(String rule) {
        String[] parts = rule.split(" ", 2);
        Trigger trigger = onlyTrigger(rule(parts[0], parts[1], "100"));
        assertThat(trigger).isEqualTo(new Trigger.Unmodelled(rule + " 100"));
    }

    @Test
    void aCustomerGroupIsAMembership() {
        assertThat(onlyTrigger(rule("customer.groups.id", "in", "g1", "g2")))
                .isEqualTo(
                        new Trigger.AnyOf(
                                List.of(new Trigger.Member("g1"), new Trigger.Member("g2"))));
    }

    @Test
    void productsAreNamedByTheirVariants() {
        Promotion promotion =
                untaxed(
                        automatic(
                                """
                                {"type":"percentage","target_type":"items","allocation":"across","value":12.5,
                                 "target_rules":[%s]}
                                """
                                        .formatted(rule("items.product.id", "eq", "prod_a")),
                                ""));
        assertThat(promotion.scope())
                .isEqualTo(new Scope.Listings(Set.of("variant_1", "variant_2")));
        assertThat(promotion.stage()).isEqualTo(Stage.ITEM);
    }

    @Test
    void anAutomaticOneForAllButAGroupIsNotPriced() {
        Promotion promotion =
                untaxed(
                        automatic(
                                """
                                {"type":"percentage","target_type":"items","allocation":"across","value":5,
                                 "target_rules":[%s]}
                                """
                                        .formatted(
                                                rule("items.product.collection_id", "ne", "col_a")),
                                ""));
        assertThat(promotion.isModelled()).isFalse();
    }

    @Test
    void whatTheShopKeepsOutOfItsPromotionsIsNotInThem() {
        Answers.Shop shop =
                new Answers.Shop()
                        .answering("discountable=false", products("variant_9", "false"))
                        .answering("/store/products", NO_PRODUCTS);
        assertThat(read(shop, automatic(ORDER_TEN, "")).orElseThrow().scope())
                .isEqualTo(
                        new Scope.Except(
                                new Scope.WholeStore(), new Scope.Listings(Set.of("variant_9"))));
    }

    @Test
    void soManyUnitsOfEachLineIsNoRuleOfOursUnlessTheLimitIsOutOfReach() {
        String each =
                """
                {"type":"percentage","target_type":"items","allocation":"each","value":15,"max_quantity":%d}
                """;
        assertThat(untaxed(automatic(each.formatted(2), "")).benefit())
                .isEqualTo(new Benefit.Unmodelled("15 % off items, each, at most 2 units"));
        assertThat(untaxed(automatic(each.formatted(9_999), "")).benefit())
                .isEqualTo(new Benefit.PercentOff(150_000, Optional.empty()));
    }

    @Test
    void deliveryIsLoweredByAShareOrByAtMostAnAmount() {
        String off =
                "{\"type\":\"%s\",\"target_type\":\"shipping_methods\",\"allocation\":\"each\","
                        + "\"max_quantity\":1,\"value\":%s}";
        assertThat(untaxed(automatic(off.formatted("percentage", "100"), "")).benefit())
                .isEqualTo(new Benefit.DeliveryOff(Money.PPM));
        assertThat(untaxed(automatic(off.formatted("fixed", "9.9"), "")).benefit())
                .isEqualTo(new Benefit.DeliveryOff(Money.PPM, Optional.of(hkd(990))));
    }

    @Test
    void buyThisGetThatIsOursWhereThereIsOneGift() {
        Promotion promotion = untaxed(buyGet("prod_gift", 1, 3));
        assertThat(promotion.benefit())
                .isEqualTo(
                        new Benefit.BuyThisGetThat(
                                2,
                                new Scope.Listings(Set.of("variant_3")),
                                1,
                                Money.PPM,
                                Optional.of(3),
                                false));
        assertThat(promotion.scope())
                .isEqualTo(new Scope.Listings(Set.of("variant_1", "variant_2")));
        assertThat(promotion.stage()).isEqualTo(Stage.QUANTITY);
        assertThat(untaxed(buyGet("prod_a", 1, 3)).benefit())
                .as("which of two is lowered Medusa decides by line")
                .isInstanceOf(Benefit.Unmodelled.class);
    }

    @Test
    void ofTwoThatWantTheSameGoodsTheOneMedusaLooksAtFirstIsPriced() {
        Promotion free = untaxed(buyGet("prod_gift", 1, 3));
        Promotion half =
                untaxed(
                        buyGet("prod_gift", 1, 3)
                                .replace("\"value\":100", "\"value\":50")
                                .replace("promo_1", "promo_0"));
        assertThat(BuyGets.apart(List.of(half, free)))
                .extracting(Promotion::ref, Promotion::isModelled)
                .containsExactly(tuple("promo_0", false), tuple("promo_1", true));
        assertThat(BuyGets.apart(List.of(free))).containsExactly(free);
    }

    @Test
    void ofTwoEqualsThatWantTheSameGoodsNeitherIsPricedForMedusaDoesNotSayWhichIsFirst() {
        Promotion one = untaxed(buyGet("prod_gift", 1, 3));
        Promotion other = untaxed(buyGet("prod_gift", 1, 3).replace("promo_1", "promo_0"));
        assertThat(BuyGets.apart(List.of(one, other)))
                .extracting(Promotion::ref, Promotion::isModelled)
                .containsExactly(tuple("promo_1", false), tuple("promo_0", false));
    }

    @Test
    void onlyWholeGiftsOfSeveralUnitsAreGiven() {
        Promotion once = untaxed(buyGet("prod_gift", 2, 3));
        assertThat(once.benefit())
                .isInstanceOfSatisfying(
                        Benefit.BuyThisGetThat.class,
                        gift -> assertThat(gift.maxTimes()).contains(1));
        assertThat(once.trigger())
                .isEqualTo(
                        new Trigger.AllOf(
                                List.of(
                                        new Trigger.Within(
                                                new Scope.Listings(Set.of("variant_3")),
                                                new Trigger.MinQuantity(2)))));
        assertThat(untaxed(buyGet("prod_gift", 2, 4)).benefit())
                .isInstanceOf(Benefit.Unmodelled.class);
    }

    @Test
    void amountsWithoutTaxAreNotOursWherePricesHaveIt() {
        String fixed = automatic("{\"type\":\"fixed\",\"target_type\":\"order\",\"value\":5}", "");
        assertThat(read(true, fixed).orElseThrow().benefit())
                .isEqualTo(new Benefit.Unmodelled("5 HKD off order, before tax"));
        assertThat(
                        read(true, fixed.replace("{\"id\"", "{\"is_tax_inclusive\":true,\"id\""))
                                .orElseThrow()
                                .benefit())
                .isInstanceOf(Benefit.AmountOff.class);
        assertThat(
                        read(
                                        true,
                                        automatic(
                                                        """
                                                        {"type":"fixed","target_type":"shipping_methods",
                                                         "allocation":"across","value":5}
                                                        """,
                                                        "")
                                                .replace(
                                                        "{\"id\"",
                                                        "{\"is_tax_inclusive\":true,\"id\""))
                                .orElseThrow()
                                .benefit())
                .as("off a fee they never are with it")
                .isInstanceOf(Benefit.Unmodelled.class);
        assertThat(
                        read(true, automatic(ORDER_TEN, rule("item_subtotal", "gte", "9")))
                                .orElseThrow()
                                .trigger())
                .isEqualTo(
                        new Trigger.AllOf(List.of(new Trigger.Unmodelled("item_subtotal gte 9"))));
    }

    @Test
    void aCampaignHasTheNameTheDatesAndTheLimit() {
        Promotion promotion =
                untaxed(
                        """
                        {"id":"promo_1","code":"SAVE","is_automatic":false,"type":"standard","limit":7,"used":1,
                         "application_method":%s,"rules":[],
                         "campaign":{"name":"Harvest","starts_at":"2026-01-01T00:00:00.000Z",
                           "ends_at":"2027-01-01T00:00:00.000Z",
                           "budget":{"type":"usage","limit":100,"used":98}}}
                        """
                                .formatted(ORDER_TEN));
        assertThat(promotion.label().in(Locale.ENGLISH)).isEqualTo("Harvest (SAVE)");
        assertThat(promotion.validity().start()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(promotion.validity().end()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(promotion.limits())
                .as("two are left of the campaign's, six of its own")
                .contains(Limits.quota(100, 98));
    }

    @Test
    void aBudgetOfMoneyIsSaidAndNotPriced() {
        Promotion promotion =
                untaxed(
                        """
                        {"id":"promo_1","code":"SAVE","is_automatic":true,"type":"standard",
                         "application_method":%s,"rules":[],
                         "campaign":{"name":"Harvest","budget":{"type":"spend","limit":500,"used":12.5}}}
                        """
                                .formatted(ORDER_TEN));
        assertThat(promotion.isModelled()).isFalse();
    }

    private static Trigger onlyTrigger(String rule) {
        Trigger trigger = untaxed(automatic(ORDER_TEN, rule)).trigger();
        assertThat(trigger).isInstanceOf(Trigger.AllOf.class);
        List<Trigger> triggers = ((Trigger.AllOf) trigger).triggers();
        assertThat(triggers).hasSize(1);
        return triggers.getFirst();
    }

    private static Trigger spend(long cents) {
        return new Trigger.Within(new Scope.WholeStore(), new Trigger.MinSpend(hkd(cents)));
    }

    private static String automatic(String method, String rules) {
        return """
        {"id":"promo_1","code":"AUTUMN","is_automatic":true,"type":"standard",
         "application_method":%s,"rules":[%s]}
        """
                .formatted(method, rules);
    }

    private static String buyGet(String gift, int get, int most) {
        return """
        {"id":"promo_1","code":"GIFT","is_automatic":true,"type":"buyget","rules":[],
         "application_method":{"type":"percentage","target_type":"items","allocation":"each","value":100,
           "buy_rules_min_quantity":2,"apply_to_quantity":%d,"max_quantity":%d,
           "buy_rules":[%s],"target_rules":[%s]}}
        """
                .formatted(
                        get,
                        most,
                        rule("items.product.id", "in", "prod_a"),
                        rule("items.product.id", "in", gift));
    }

    private static String rule(String attribute, String operator, String... values) {
        return """
        {"attribute":"%s","operator":"%s","values":[%s]}
        """
                .formatted(
                        attribute,
                        operator,
                        Set.of(values).stream()
                                .sorted()
                                .map("{\"value\":\"%s\"}"::formatted)
                                .collect(Collectors.joining(",")))
                .strip();
    }

    private static String products(String variants, String discountable) {
        return """
        {"count":1,"products":[{"id":"prod","discountable":%s,"variants":[%s]}]}
        """
                .formatted(
                        discountable,
                        Arrays.stream(variants.split(" "))
                                .map("{\"id\":\"%s\"}"::formatted)
                                .collect(Collectors.joining(",")));
    }

    private static Promotion untaxed(String json) {
        return read(false, json).orElseThrow();
    }

    private static Optional<Promotion> read(boolean isTaxed, String json) {
        String price =
                isTaxed
                        ? "{\"calculated_amount_with_tax\":12,\"calculated_amount_without_tax\":10}"
                        : "{\"calculated_amount_with_tax\":10,\"calculated_amount_without_tax\":10}";
        Answers.Shop shop =
                new Answers.Shop()
                        .answering("discountable=false", NO_PRODUCTS)
                        .answering(
                                "/store/products",
                                "{\"products\":[{\"variants\":[{\"calculated_price\":"
                                        + price
                                        + "}]}]}")
                        .answering("id%5B%5D=prod_a", products("variant_1 variant_2", "true"))
                        .answering("id%5B%5D=prod_gift", products("variant_3", "true"));
        return read(shop, json);
    }

    private static Optional<Promotion> read(Answers.Shop shop, String json) {
        return new StatedPromotions(HONG_KONG, new Products(shop.calls()), "en")
                .read(Json.parse(json));
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
