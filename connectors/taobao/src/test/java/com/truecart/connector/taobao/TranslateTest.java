package com.truecart.connector.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static final String STEP =
            "{\"promotion_title\":\"商品券\",\"promotion_desc\":\"满50减20\",\"promotion_fee\":\"20\",\"promotion_id\":\"p1\"}";

    private static final String ROW =
            """
            {"item_id":"AbC12xyz-7Kq9LmN3pQ",
             "item_basic_info":{"title":"茉莉花茶","user_type":1,"seller_id":2206,"shop_title":"茶行","pict_url":"//img.alicdn.com/a.jpg",
               "level_one_category_name":"茶","category_name":"花茶","brand_name":"张一元","provcity":"北京"},
             "price_promotion_info":{"reserve_price":"129","zk_final_price":"99","final_promotion_price":"79",
               "final_promotion_path_list":{"final_promotion_path_map_data":[STEP]}},
             "publish_info":{"click_url":"//s.click.taobao.com/x","income_rate":"9.5"}}
            """
                    .replace("STEP", STEP);

    @Test
    void theFinalPriceIsWhatThePathComesTo() {
        assertThat(payable(ROW, 1)).isEqualTo(cny(7_900));
        assertThat(payable(ROW, 2)).isEqualTo(cny(17_800));
    }

    @Test
    void aCouponThatTakesTwoIsOffFromTwo() {
        String more =
                ROW.replace("\"79\"", "\"99\"")
                        .replace("final_promotion_path_list", "more_promotion_list")
                        .replace("final_promotion_path_map_data", "more_promotion_map_data")
                        .replace("\"promotion_fee\":\"20\",", "")
                        .replace("满50减20", "满150减20");
        assertThat(payable(more, 1)).isEqualTo(cny(9_900));
        assertThat(payable(more, 2)).isEqualTo(cny(17_800));
    }

    @Test
    void aCouponNobodyClaimedTakesNothingOff() {
        assertThat(payable(ROW, 1, Shopper.ANYONE)).isEqualTo(cny(9_900));
    }

    @Test
    void aStepInWordsNobodyReadsCountsItsFeeOnceForAnOrder() {
        String strange = ROW.replace("满50减20", "新品尝鲜").replace("商品券", "限时优惠");
        assertThat(promotion(strange).evidence()).isEqualTo(Evidence.STATED);
        assertThat(payable(strange, 1)).isEqualTo(cny(7_900));
        assertThat(payable(strange, 3)).isEqualTo(cny(27_700));
    }

    @Test
    void aStepWhoseWordsSayAnotherAmountGoesByItsFee() {
        String slip = ROW.replace("满50减20", "满50减25");
        assertThat(promotion(slip).benefit())
                .isEqualTo(new Benefit.AmountOff(cny(2_000), Benefit.AmountOff.Per.ORDER));
        assertThat(payable(slip, 1)).isEqualTo(cny(7_900));
    }

    @Test
    void thePathIsKeptInItsWords() {
        assertThat(promotion(ROW).label().in(Locale.CHINA)).isEqualTo("商品券 满50减20");
        assertThat(promotion(ROW).ref()).isEqualTo("7Kq9LmN3pQ:p1");
    }

    @Test
    void whatTheWholePlatformGivesIsInThePlatformsStage() {
        assertThat(promotion(ROW).stage()).isEqualTo(Stage.STORE_COUPON);
        assertThat(promotion(ROW.replace("商品券", "跨店满减")).stage()).isEqualTo(Stage.PLATFORM);
        assertThat(promotion(ROW.replace("商品券", "店铺满减")).stage()).isEqualTo(Stage.STORE_ORDER);
    }

    @Test
    void aFinalPriceThePathDoesNotExplainIsShownAndNotPriced() {
        String claimed = ROW.replace("\"79\"", "\"69\"");
        assertThat(promotions(claimed))
                .extracting(found -> found.label().in(Locale.CHINA))
                .containsExactly("商品券 满50减20", "到手价69");
        assertThat(payable(claimed, 1)).isEqualTo(cny(7_900));
    }

    @Test
    void aPriceForWhatIsBoughtTogetherIsShownAndNotPriced() {
        String together =
                ROW.replace(
                        "\"reserve_price\"",
                        "\"predict_rounding_up_price\":\"70\","
                                + "\"predict_rounding_up_price_desc\":\"需买3件\",\"reserve_price\"");
        assertThat(promotions(together).getLast().label().in(Locale.CHINA))
                .isEqualTo("凑单价(需买3件)70");
        assertThat(promotions(together).getLast().isModelled()).isFalse();
    }

    @Test
    void aPathHoldsForItsTimeInChina() {
        String timed =
                ROW.replace(
                        "\"promotion_id\"",
                        "\"promotion_end_time\":\"2026-11-26 20:00:00\",\"promotion_id\"");
        assertThat(promotion(timed).validity().end()).contains(NOW);
        assertThat(payable(timed, 1)).isEqualTo(cny(9_900));
    }

    @Test
    void aDepositThatCountsForMoreIsAPresale() {
        Listing presale =
                listing(
                        ROW.replace(
                                "\"publish_info\"",
                                "\"presale_info\":{\"presale_deposit\":\"20\","
                                        + "\"presale_discount_fee_text\":\"付定金20抵40\"},"
                                        + "\"publish_info\""));
        assertThat(presale.offers().getFirst().availability()).isEqualTo(Availability.PREORDER);
        assertThat(presale.offers().getFirst().promotions().getLast().benefit())
                .isEqualTo(new Benefit.DepositBoost(cny(2_000), cny(4_000)));
    }

    @Test
    void theStruckThroughPriceIsTheSellersClaim() {
        assertThat(listing(ROW).offers().getFirst().listPrice()).contains(cny(12_900));
    }

    @Test
    void addressesGetTheirScheme() {
        assertThat(listing(ROW).image().orElseThrow()).hasToString("https://img.alicdn.com/a.jpg");
        assertThat(Translate.link(Json.parse(ROW))).hasToString("https://s.click.taobao.com/x");
    }

    @Test
    void commissionIsNowhere() {
        assertThat(listing(ROW).toString()).doesNotContain("9.5").doesNotContain("income");
    }

    @Test
    void aRowWithoutAPriceIsRefusedWithItsField() {
        assertThatThrownBy(() -> listing(ROW.replace("\"zk_final_price\":\"99\",", "")))
                .hasMessageContaining("zk_final_price");
    }

    @Test
    void theCodesOfTopSayWhoActs() {
        assertThat(refusal("{\"code\":7,\"msg\":\"App Call Limited\"}"))
                .isInstanceOf(UpstreamException.Throttled.class);
        assertThat(refusal("{\"code\":11,\"msg\":\"Insufficient isv permissions\"}"))
                .isInstanceOf(UpstreamException.Refused.class);
        assertThat(refusal("{\"code\":25,\"msg\":\"Invalid signature\"}"))
                .isInstanceOf(UpstreamException.Misconfigured.class);
        assertThat(
                        refusal(
                                "{\"code\":15,\"msg\":\"Remote service"
                                        + " error\",\"sub_code\":\"isp.timeout\"}"))
                .isInstanceOf(UpstreamException.Unavailable.class);
        assertThat(refusal("{\"code\":15,\"msg\":\"Remote service error\"}"))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    private static UpstreamException refusal(String error) {
        return Calls.refusal(Json.parse(error));
    }

    private static List<Promotion> promotions(String row) {
        return listing(row).offers().getFirst().promotions();
    }

    private static Promotion promotion(String row) {
        return promotions(row).getFirst();
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
                        EngineProfiles.TAOBAO,
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
