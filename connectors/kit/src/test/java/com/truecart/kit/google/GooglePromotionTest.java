package com.truecart.kit.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Row;
import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GooglePromotionTest {
    private static final Money HKD_20 = Money.of(2_000, "HKD");
    private static final Money HKD_200 = Money.of(20_000, "HKD");

    @Test
    void moneyOffByCodeFromAThreshold() {
        Promotion promotion =
                read(
                        "coupon_value_type", "money_off",
                        "money_off_amount", "20.00 HKD",
                        "minimum_purchase_amount", "200.00 HKD",
                        "offer_type", "generic_code",
                        "generic_redemption_code", "FRESH20");
        assertThat(promotion.stage()).isEqualTo(Stage.STORE_COUPON);
        assertThat(promotion.scope()).isEqualTo(new Scope.WholeStore());
        assertThat(promotion.trigger())
                .isEqualTo(
                        new Trigger.AllOf(
                                List.of(
                                        new Trigger.Code("FRESH20"),
                                        new Trigger.MinSpend(HKD_200))));
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.AmountOff(HKD_20, Benefit.AmountOff.Per.ORDER));
        assertThat(promotion.evidence()).isEqualTo(Promotion.Evidence.STATED);
        assertThat(promotion.isModelled()).isTrue();
    }

    @Test
    void percentOffSelectedProductsLowersTheirUnitPrice() {
        Promotion promotion =
                read(
                        "coupon_value_type", "percent_off",
                        "percent_off", "15",
                        "product_applicability", "specific_products",
                        "item_id", "PM-1, PM-2");
        assertThat(promotion.stage()).isEqualTo(Stage.ITEM);
        assertThat(promotion.scope()).isEqualTo(new Scope.Listings(Set.of("PM-1", "PM-2")));
        assertThat(promotion.trigger()).isEqualTo(new Trigger.Always());
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.PercentOff(150_000, Optional.empty()));
    }

    @Test
    void aGreatestDiscountCapsAPercentage() {
        assertThat(
                        read(
                                        "coupon_value_type", "percent_off",
                                        "percent_off", "5",
                                        "max_discount_amount", "20.00 HKD")
                                .benefit())
                .isEqualTo(new Benefit.PercentOff(50_000, Optional.of(HKD_20)));
    }

    @Test
    void buyTwoGetOneFreeIsAGroupOfThree() {
        Promotion promotion =
                read(
                        "coupon_value_type", "buy_m_get_n_percent_off",
                        "minimum_purchase_quantity", "2",
                        "get_this_quantity_discounted", "1",
                        "percent_off", "100");
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.BuyXGetY(2, 1, Money.PPM, Pick.CHEAPEST));
        assertThat(promotion.trigger()).isEqualTo(new Trigger.Always());
        assertThat(promotion.stage()).isEqualTo(Stage.QUANTITY);
    }

    @Test
    void buyOneGetTwentyOffTheNextIsABundleThatSavesTwenty() {
        assertThat(
                        read(
                                        "coupon_value_type", "buy_m_get_n_money_off",
                                        "minimum_purchase_quantity", "1",
                                        "get_this_quantity_discounted", "1",
                                        "money_off_amount", "20.00 HKD")
                                .benefit())
                .isEqualTo(new Benefit.BundleSave(2, HKD_20));
    }

    @Test
    void buyTwoGetTenPercentOffNeedsTwoUnits() {
        assertThat(
                        read(
                                        "coupon_value_type", "buy_m_get_percent_off",
                                        "minimum_purchase_quantity", "2",
                                        "percent_off", "10")
                                .benefit())
                .isEqualTo(new Benefit.QuantityPercent(2, 100_000));
    }

    @Test
    void buyThreeGetTwentyOffIsTakenOffOnce() {
        Promotion promotion =
                read(
                        "coupon_value_type", "buy_m_get_money_off",
                        "minimum_purchase_quantity", "3",
                        "money_off_amount", "20.00 HKD");
        assertThat(promotion.benefit())
                .isEqualTo(new Benefit.AmountOff(HKD_20, Benefit.AmountOff.Per.ORDER));
        assertThat(promotion.trigger()).isEqualTo(new Trigger.MinQuantity(3));
    }

    @Test
    void aPriceForASetOfThreeIsABundlePrice() {
        assertThat(
                        read(
                                        "coupon_value_type", "promotion_price",
                                        "minimum_purchase_quantity", "3",
                                        "promotion_price", "20.00 HKD")
                                .benefit())
                .isEqualTo(new Benefit.BundlePrice(3, HKD_20));
    }

    @Test
    void aGiftKeepsItsDeclaredValueApart() {
        assertThat(
                        read(
                                        "coupon_value_type", "free_gift_with_value",
                                        "free_gift_description", "Tote bag 布袋",
                                        "free_gift_value", "20.00 HKD")
                                .benefit())
                .isEqualTo(new Benefit.Gift("Tote bag 布袋", Optional.of(HKD_20)));
    }

    @Test
    void freeStandardDeliveryFromAThreshold() {
        Promotion promotion =
                read(
                        "coupon_value_type", "free_shipping_standard",
                        "minimum_purchase_amount", "200.00 HKD");
        assertThat(promotion.stage()).isEqualTo(Stage.DELIVERY);
        assertThat(promotion.benefit()).isEqualTo(new Benefit.DeliveryOff(Money.PPM));
        assertThat(promotion.trigger()).isEqualTo(new Trigger.MinSpend(HKD_200));
    }

    @Test
    void whatTheModelCannotSayIsKeptInItsOwnWords() {
        for (String type :
                List.of(
                        "free_shipping_overnight",
                        "free_shipping_two_day",
                        "no_structured_data",
                        "something_new")) {
            Promotion promotion = read("coupon_value_type", type);
            assertThat(promotion.benefit()).isEqualTo(new Benefit.Unmodelled("A title"));
            assertThat(promotion.isModelled()).isFalse();
        }
    }

    @Test
    void aLimitOfUnitsIsNotPriced() {
        assertThat(
                        read(
                                        "coupon_value_type", "percent_off",
                                        "percent_off", "5",
                                        "limit_quantity", "10")
                                .isModelled())
                .isFalse();
    }

    @Test
    void filtersBecomeScopes() {
        assertThat(selected("brand", "Vita,Kao").scope())
                .isEqualTo(new Scope.Brands(Set.of("Vita", "Kao")));
        assertThat(selected("product_type", "Household > Cleaning").scope())
                .isEqualTo(new Scope.Categories(Set.of("Cleaning")));
        assertThat(selected("brand", "Vita", "item_id", "1").scope())
                .isEqualTo(
                        new Scope.AllOf(
                                List.of(
                                        new Scope.Listings(Set.of("1")),
                                        new Scope.Brands(Set.of("Vita")))));
        assertThat(
                        read(
                                        "coupon_value_type",
                                        "free_gift",
                                        "brand_exclusion",
                                        "Kao",
                                        "item_id_exclusion",
                                        "7")
                                .scope())
                .isEqualTo(
                        new Scope.Except(
                                new Scope.Except(
                                        new Scope.WholeStore(), new Scope.Listings(Set.of("7"))),
                                new Scope.Brands(Set.of("Kao"))));
        assertThat(
                        read(
                                        "coupon_value_type",
                                        "free_gift",
                                        "google_product_category_exclusion",
                                        "166")
                                .scope()
                                .unmodelled())
                .isPresent();
        assertThat(selected("item_group_id", "g1").scope()).isInstanceOf(Scope.Unmodelled.class);
        assertThat(read("coupon_value_type", "free_gift", "brand_exclusion", "Kao").scope())
                .isEqualTo(
                        new Scope.Except(new Scope.WholeStore(), new Scope.Brands(Set.of("Kao"))));
    }

    @Test
    void withoutFiltersTheProductsThatNameThePromotionAreMeant() {
        assertThat(
                        GooglePromotion.of(
                                        record(
                                                "coupon_value_type", "free_gift",
                                                "product_applicability", "specific_products"),
                                        "en",
                                        Optional.empty(),
                                        products("sku-7 P-1", "sku-8 P-2"))
                                .scope())
                .isEqualTo(new Scope.Listings(Set.of("sku-7")));
    }

    @Test
    void groupsAreTheProductsOfThemInTheFeed() {
        assertThat(
                        GooglePromotion.of(
                                        record(
                                                "coupon_value_type",
                                                "free_gift",
                                                "product_applicability",
                                                "specific_products",
                                                "item_group_id",
                                                "g1"),
                                        "en",
                                        Optional.empty(),
                                        products("sku-7 P-1 g1", "sku-8 P-1 g2", "sku-9 P-1 g1"))
                                .scope())
                .isEqualTo(new Scope.Listings(Set.of("sku-7", "sku-9")));
    }

    @Test
    void aPromotionThatTooManyProductsNameIsShownAndNotPriced() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i <= LinkedProducts.MOST_OF_ONE; i++) {
            rows.add("sku-" + i + " P-1");
        }
        Promotion promotion =
                GooglePromotion.of(
                        record(
                                "coupon_value_type",
                                "free_gift",
                                "product_applicability",
                                "specific_products"),
                        "en",
                        Optional.empty(),
                        products(rows.toArray(String[]::new)));
        assertThat(promotion.scope().unmodelled()).contains("more than 50,000 selected products");
        assertThat(promotion.isModelled()).isFalse();
    }

    @Test
    void aGreatestPriceOfProductsIsNotPriced() {
        assertThat(
                        read(
                                        "coupon_value_type", "percent_off",
                                        "percent_off", "5",
                                        "limit_value", "100.00 HKD")
                                .isModelled())
                .isFalse();
    }

    @Test
    void theFormerNameOfTheLeastNumberIsReadToo() {
        assertThat(
                        read(
                                        "coupon_value_type", "buy_m_get_n_percent_off",
                                        "buy_this_quantity", "2",
                                        "get_this_quantity_discounted", "1",
                                        "percent_off", "100")
                                .benefit())
                .isEqualTo(new Benefit.BuyXGetY(2, 1, Money.PPM, Pick.CHEAPEST));
    }

    @Test
    void whoMayRedeemIsACondition() {
        assertThat(gift("redemption_restriction", "first_order").trigger())
                .isEqualTo(new Trigger.NewCustomer());
        assertThat(gift("audience", "NEW_CUSTOMERS").trigger())
                .isEqualTo(new Trigger.NewCustomer());
        assertThat(gift("membership_type", "Gold").trigger()).isEqualTo(new Trigger.Member("Gold"));
        assertThat(gift("audience", "location", "region_id", "HK-KLN").trigger())
                .isEqualTo(new Trigger.Confirmed(Trigger.Confirmed.Matter.REGION, "HK-KLN"));
        assertThat(
                        gift(
                                        "redemption_restriction",
                                        "custom",
                                        "custom_redemption_restriction",
                                        "For nurses")
                                .trigger())
                .isEqualTo(new Trigger.Unmodelled("For nurses"));
        for (String word : List.of("subscribe", "signup_for_email", "signup_for_text")) {
            assertThat(gift("redemption_restriction", word).isModelled()).isFalse();
        }
    }

    @Test
    void aDestinationMattersOnlyWhereItSaysWhereToBuy() {
        assertThat(gift("promotion_destination", "Shopping_ads, Free_listings").trigger())
                .isEqualTo(new Trigger.Always());
        assertThat(gift("promotion_destination", "Local_inventory_ads").isModelled()).isFalse();
        assertThat(gift("promotion_destination", "YouTube_affiliate").trigger())
                .isInstanceOf(Trigger.Confirmed.class);
        assertThat(gift("redemption_channel", "in_store, online").trigger())
                .isEqualTo(new Trigger.Always());
    }

    @Test
    void aSalesEventIsShownAndNotPriced() {
        Promotion event =
                read(
                        "product_applicability", "",
                        "event_applicability", "site_wide",
                        "coupon_value_type", "percent_off_range",
                        "min_percent_off", "10");
        assertThat(event.isModelled()).isFalse();
        assertThat(event.benefit()).isEqualTo(new Benefit.Unmodelled("A title"));
    }

    private static Promotion gift(String... cells) {
        List<String> all = new ArrayList<>(List.of("coupon_value_type", "free_gift"));
        all.addAll(List.of(cells));
        return read(all.toArray(String[]::new));
    }

    /** A product feed of "id promotion group" rows. */
    private static LinkedProducts products(String... rows) {
        LinkedProducts products =
                LinkedProducts.wanted(new LinkedProducts.Wanted(Set.of("P-1"), Set.of("g1")));
        Map<String, Integer> columns = Map.of("id", 0, "promotion_id", 1, "item_group_id", 2);
        for (String row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.split(" ", -1)));
            while (cells.size() < 3) {
                cells.add("");
            }
            products.add(new FeedRecord.Line("products.tsv", new Row(2, cells, columns)));
        }
        return products;
    }

    @Test
    void newCustomersAndShopCountersAreConditions() {
        assertThat(
                        read(
                                        "coupon_value_type",
                                        "free_gift",
                                        "redemption_restriction",
                                        "new_customers")
                                .trigger())
                .isEqualTo(new Trigger.NewCustomer());
        assertThat(
                        read("coupon_value_type", "free_gift", "redemption_channel", "in_store")
                                .isModelled())
                .isFalse();
    }

    @Test
    void datesHoldFromTheirOffset() {
        Promotion promotion = read("coupon_value_type", "free_gift");
        assertThat(promotion.validity().start()).contains(Instant.parse("2025-12-31T16:00:00Z"));
        assertThat(promotion.validity().end()).contains(Instant.parse("2029-12-31T15:59:59Z"));
    }

    @Test
    void anUnreadableAttributeIsNamed() {
        assertUnreadable("percent_off", "coupon_value_type", "percent_off", "percent_off", "12.5");
        assertUnreadable("percent_off", "coupon_value_type", "percent_off", "percent_off", "120");
        assertUnreadable("money_off_amount", "coupon_value_type", "money_off");
        assertUnreadable(
                "money_off_amount", "coupon_value_type", "money_off", "money_off_amount", "20");
        assertUnreadable("promotion_effective_dates", "promotion_effective_dates", "tomorrow");
        assertUnreadable("product_applicability", "product_applicability", "some");
    }

    private static void assertUnreadable(String attribute, String... cells) {
        assertThatThrownBy(() -> read(cells))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(attribute + ": ");
    }

    private static Promotion selected(String... cells) {
        List<String> all = new ArrayList<>(List.of(cells));
        all.addAll(
                List.of(
                        "product_applicability",
                        "specific_products",
                        "coupon_value_type",
                        "free_gift"));
        return read(all.toArray(String[]::new));
    }

    private static Promotion read(String... cells) {
        return GooglePromotion.of(record(cells), "en", Optional.empty(), LinkedProducts.none());
    }

    private static FeedRecord record(String... cells) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("promotion_id", "P-1");
        all.put("product_applicability", "all_products");
        all.put("offer_type", "no_code");
        all.put("long_title", "A title");
        all.put("promotion_effective_dates", "2026-01-01T00:00:00+08:00/2029-12-31T23:59:59+08:00");
        for (int i = 0; i < cells.length; i += 2) {
            all.put(cells[i], cells[i + 1]);
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        all.keySet().forEach(column -> columns.put(column, columns.size()));
        return new FeedRecord.Line(
                "promotions.tsv line 2", new Row(2, List.copyOf(all.values()), columns));
    }
}
