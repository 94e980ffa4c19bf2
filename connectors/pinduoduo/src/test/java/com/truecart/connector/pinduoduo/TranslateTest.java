package com.truecart.connector.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Limits;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static final String ROW =
            """
            {"goods_sign":"c9r2x","goods_name":"茉莉花茶","mall_id":88,"mall_name":"茶行","promotion_rate":50,
             "min_group_price":4990,"min_normal_price":5990,"has_coupon":true,"coupon_discount":500,
             "coupon_min_order_amount":3000,"coupon_total_quantity":1000,"coupon_remain_quantity":400,
             "coupon_start_time":1764000000,"coupon_end_time":1796000000,"service_tags":[1,4]}
            """;

    @Test
    void thePriceAfterTheCouponIsTheGroupPriceLessTheCoupon() {
        assertThat(payable(ROW, 1)).isEqualTo(cny(4_490));
        assertThat(payable(ROW, 2)).isEqualTo(cny(9_480));
    }

    @Test
    void aThresholdIsReachedByQuantity() {
        String from90 = ROW.replace("3000", "9000");
        assertThat(payable(from90, 1)).isEqualTo(cny(4_990));
        assertThat(payable(from90, 2)).isEqualTo(cny(9_480));
    }

    @Test
    void whoBuysAlonePaysMore() {
        assertThat(payable(ROW, 1, Shopper.ANYONE)).isEqualTo(cny(5_990));
    }

    @Test
    void aCouponThatIsGoneIsNone() {
        assertThat(
                        labels(
                                ROW.replace(
                                        "\"coupon_remain_quantity\":400",
                                        "\"coupon_remain_quantity\":0")))
                .containsExactly("拼单价49.90");
        assertThat(labels(ROW.replace("\"has_coupon\":true", "\"has_coupon\":false")))
                .containsExactly("拼单价49.90");
    }

    @Test
    void howManyCouponsAreLeftIsStated() {
        assertThat(promotions(ROW).getLast().limits()).contains(Limits.quota(1_000, 600));
    }

    @Test
    void timesAreSeconds() {
        assertThat(promotions(ROW).getLast().validity().end())
                .contains(Instant.ofEpochSecond(1_796_000_000L));
    }

    @Test
    void aCouponForFollowersOfTheShopIsOneMore() {
        String followers =
                ROW.replace(
                        "\"service_tags\"",
                        "\"clt_cpn_discount\":300,\"clt_cpn_min_amt\":4000,\"service_tags\"");
        assertThat(labels(followers)).containsExactly("拼单价49.90", "满30减5券", "满40减3券");
    }

    @Test
    void whatIsStatedWithoutItsConditionIsShownAndNotPriced() {
        String more =
                ROW.replace(
                        "\"service_tags\"",
                        "\"extra_coupon_amount\":200,\"mall_coupon_discount_pct\":95,\"service_tags\"");
        assertThat(promotions(more).subList(2, 4)).noneMatch(Promotion::isModelled);
        assertThat(payable(more, 1)).isEqualTo(cny(4_490));
    }

    @Test
    void aDepositPresaleIsAPreorder() {
        assertThat(
                        listing(
                                        ROW.replace(
                                                "\"has_coupon\"",
                                                "\"activity_type\":25,\"has_coupon\""))
                                .offers()
                                .getFirst()
                                .availability())
                .isEqualTo(Availability.PREORDER);
    }

    @Test
    void freeShippingIsATagAndNoPromise() {
        assertThat(listing(ROW).attributes()).containsEntry("包邮", "是");
    }

    @Test
    void commissionIsNowhere() {
        assertThat(listing(ROW).toString()).doesNotContain("rate").doesNotContain("佣");
    }

    @Test
    void aRowWithoutAPriceIsRefusedWithItsField() {
        assertThatThrownBy(() -> listing(ROW.replace("4990", "0")))
                .hasMessageStartingWith("min_group_price: ");
    }

    @Test
    void theCodesSayWhoActs() {
        assertThat(refusal(20004)).isInstanceOf(UpstreamException.Misconfigured.class);
        assertThat(List.of(refusal(52101), refusal(70031), refusal(70036)))
                .allMatch(UpstreamException.Throttled.class::isInstance);
        assertThat(List.of(refusal(52102), refusal(70033), refusal(50000)))
                .allMatch(UpstreamException.Unavailable.class::isInstance);
        assertThat(List.of(refusal(20005), refusal(20031), refusal(70032), refusal(70035)))
                .allMatch(UpstreamException.Refused.class::isInstance);
    }

    private static UpstreamException refusal(int code) {
        return Calls.refusal(Json.parse("{\"error_code\":" + code + ",\"error_msg\":\"x\"}"));
    }

    private static List<Promotion> promotions(String row) {
        return listing(row).offers().getFirst().promotions();
    }

    private static List<String> labels(String row) {
        return promotions(row).stream().map(found -> found.label().in(Locale.CHINA)).toList();
    }

    private static Money payable(String row, int quantity) {
        Shopper shopper = Shopper.ANYONE;
        for (Promotion promotion : promotions(row)) {
            List<Trigger> triggers =
                    promotion.trigger() instanceof Trigger.AllOf(List<Trigger> all)
                            ? all
                            : List.of(promotion.trigger());
            for (Trigger trigger : triggers) {
                if (trigger instanceof Confirmed claimed) {
                    shopper = shopper.answering(claimed, true);
                }
            }
        }
        return payable(row, quantity, shopper);
    }

    private static Money payable(String row, int quantity, Shopper shopper) {
        Listing listing = listing(row);
        return new OfferPricer()
                .price(
                        OfferTerms.of(listing, listing.offers().getFirst()),
                        quantity,
                        List.of(),
                        Optional.empty(),
                        shopper,
                        NOW)
                .payable();
    }

    private static Listing listing(String row) {
        return new Translate().listing(Json.parse(row), NOW);
    }

    private static Money cny(long fen) {
        return Money.of(fen, "CNY");
    }
}
