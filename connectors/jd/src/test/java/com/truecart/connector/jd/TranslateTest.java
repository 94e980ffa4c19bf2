package com.truecart.connector.jd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
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
    private static final Translate TRANSLATE = new Translate(Scene.ITEM);

    private static final String ROW =
            """
            {"itemId":"aX91_K7pQ","skuName":"茉莉花茶 100g","brandName":"张一元","materialUrl":"jingfen.jd.com/detail/aX91_K7pQ.html",
             "priceInfo":{"price":59.9,"lowestPrice":55.9,"lowestCouponPrice":39.9},
             "couponInfo":{"couponList":[{"discount":16,"quota":50,"isBest":1,"bindType":3,
                "link":"https://coupon.m.jd.com/c?1","useStartTime":1764000000000,"useEndTime":1796000000000}]},
             "shopInfo":{"shopId":11,"shopName":"张一元旗舰店"},
             "categoryInfo":{"cid1Name":"食品饮料","cid2Name":"茗茶","cid3Name":"花茶"},
             "commissionInfo":{"commissionShare":20}}
            """;

    @Test
    void theCouponPriceIsWhatTheRulesComeTo() {
        assertThat(payable(ROW, 1)).isEqualTo(cny(3_990));
    }

    @Test
    void aThresholdCouponIsOffOnlyWhenReachedAndOnlyOnce() {
        String from100 = ROW.replace("\"quota\":50", "\"quota\":100").replace("39.9", "55.9");
        assertThat(payable(from100, 1)).isEqualTo(cny(5_590));
        assertThat(payable(from100, 2)).isEqualTo(cny(9_580));
        assertThat(payable(from100, 3)).isEqualTo(cny(15_170));
    }

    @Test
    void aCouponNobodyClaimedTakesNothingOff() {
        assertThat(payable(ROW, 1, Shopper.ANYONE)).isEqualTo(cny(5_590));
    }

    @Test
    void aCouponIsOverWhenItsTimeIs() {
        assertThat(payable(ROW.replace("1796000000000", "1764100000000"), 1)).isEqualTo(cny(5_590));
    }

    @Test
    void aPriceInTheAppTakesTheApp() {
        String app = ROW.replace("55.9,", "55.9,\"lowestPriceType\":1,");
        assertThat(payable(app, 1, Shopper.ANYONE)).isEqualTo(cny(5_990));
        assertThat(promotion(app, "京东App价55.90").trigger())
                .isEqualTo(new Confirmed(Confirmed.Matter.CHANNEL, "京东App"));
    }

    @Test
    void aGroupPriceTakesAGroup() {
        String group = ROW.replace("55.9,", "55.9,\"lowestPriceType\":2,");
        assertThat(promotion(group, "拼购价55.90").trigger())
                .isEqualTo(new Confirmed(Confirmed.Matter.GROUP, "≥2"));
    }

    @Test
    void aPresalePriceIsShownAndNotPriced() {
        String presale = ROW.replace("55.9,", "55.9,\"lowestPriceType\":4,");
        assertThat(promotion(presale, "预售价55.90").isModelled()).isFalse();
        assertThat(payable(presale, 1, Shopper.ANYONE)).isEqualTo(cny(5_990));
    }

    @Test
    void aFlashPriceHoldsForItsHours() {
        String flash =
                ROW.replace("55.9,", "55.9,\"lowestPriceType\":3,")
                        .replace(
                                "\"shopInfo\"",
                                "\"seckillInfo\":{\"seckillStartTime\":1764140400000,"
                                        + "\"seckillEndTime\":1764144000000},\"shopInfo\"");
        assertThat(promotion(flash, "促销价55.90").validity().end())
                .contains(Instant.ofEpochMilli(1_764_144_000_000L));
    }

    @Test
    void aCouponOfThePlatformIsOneOfThePlatform() {
        assertThat(promotion(ROW, "满50减16券").stage()).isEqualTo(Stage.STORE_COUPON);
        assertThat(promotion(ROW.replace("\"bindType\":3", "\"bindType\":0"), "满50减16券").stage())
                .isEqualTo(Stage.PLATFORM);
    }

    @Test
    void aCouponIsTheSameUnderAnotherAddress() {
        assertThat(promotion(ROW.replace("c?1", "c?2"), "满50减16券").ref())
                .isEqualTo(promotion(ROW, "满50减16券").ref());
    }

    @Test
    void aPriceJdClaimsAndTheRulesDoNotExplainIsShownInItsWords() {
        String claimed =
                ROW.replace(
                        "\"shopInfo\"",
                        "\"purchasePriceInfo\":{\"purchasePrice\":29.9,\"thresholdPrice\":59.8},"
                                + "\"shopInfo\"");
        assertThat(promotion(claimed, "到手价29.9").benefit()).isInstanceOf(Benefit.Unmodelled.class);
        assertThat(payable(claimed, 1)).isEqualTo(cny(3_990));
    }

    @Test
    void whatTheSellerSaysInWordsIsRead() {
        String labelled =
                ROW.replace(
                        "\"shopInfo\"",
                        "\"promotionLabelInfoList\":[{\"promotionLabel\":\"满3件打8折\"}],\"shopInfo\"");
        assertThat(promotion(labelled, "满3件打8折").benefit())
                .isEqualTo(new Benefit.QuantityPercent(3, 200_000));
    }

    @Test
    void commissionIsNowhere() {
        assertThat(listing(ROW).toString()).doesNotContain("commission").doesNotContain("佣金");
    }

    @Test
    void theWidestCategoryIsFirst() {
        assertThat(listing(ROW).category().stream().map(name -> name.in(Locale.CHINA)))
                .containsExactly("食品饮料", "茗茶", "花茶");
    }

    @Test
    void anIdOfOnePartIsRefusedWithItsField() {
        assertThatThrownBy(() -> listing(ROW.replace("aX91_K7pQ", "K7pQ")))
                .hasMessageStartingWith("itemId: ");
    }

    @Test
    void aRowWithoutANumberHasNoKeyInTheSceneOfNumbers() {
        assertThatThrownBy(() -> new Translate(Scene.SKU).listing(Json.parse(ROW), NOW))
                .hasMessageStartingWith("skuId: ");
    }

    @Test
    void theAddressForALinkGetsItsScheme() {
        assertThat(Translate.material(Json.parse(ROW)))
                .isEqualTo("https://jingfen.jd.com/detail/aX91_K7pQ.html");
    }

    @Test
    void theCouponOfALinkIsTheBestOneReachedNow() {
        Json row = Json.parse(ROW);
        assertThat(Offers.couponFor(row, 1, NOW)).contains("https://coupon.m.jd.com/c?1");
        assertThat(Offers.couponFor(row, 1, Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void jdsWordsSayWhoActs() {
        assertThat(refusal("12", "无效签名"))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("app_secret"));
        assertThat(refusal("7", "调用频率超限")).isInstanceOf(UpstreamException.Throttled.class);
        assertThat(refusal("411", "sceneId不匹配"))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("scene"));
        assertThat(refusal("403", "无访问权限")).isInstanceOf(UpstreamException.Refused.class);
    }

    private static UpstreamException refusal(String code, String words) {
        return Calls.refusal(
                Json.parse("{\"code\":\"" + code + "\",\"zh_desc\":\"" + words + "\"}"));
    }

    private static Promotion promotion(String row, String label) {
        return listing(row).offers().getFirst().promotions().stream()
                .filter(found -> found.label().in(Locale.CHINA).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Money payable(String row, int quantity) {
        Shopper shopper = Shopper.ANYONE;
        for (Promotion promotion : listing(row).offers().getFirst().promotions()) {
            if (promotion.trigger() instanceof Trigger.AllOf(List<Trigger> triggers)) {
                for (Trigger trigger : triggers) {
                    if (trigger instanceof Confirmed claimed) {
                        shopper = shopper.answering(claimed, true);
                    }
                }
            }
        }
        return payable(row, quantity, shopper);
    }

    private static Money payable(String row, int quantity, Shopper shopper) {
        Listing listing = listing(row);
        Offer offer = listing.offers().getFirst();
        return new OfferPricer()
                .price(
                        OfferTerms.of(listing, offer),
                        quantity,
                        List.of(),
                        Optional.empty(),
                        shopper,
                        EngineProfiles.JD,
                        NOW)
                .payable();
    }

    private static Listing listing(String row) {
        return TRANSLATE.listing(Json.parse(row), NOW);
    }

    private static Money cny(long fen) {
        return Money.of(fen, "CNY");
    }
}
