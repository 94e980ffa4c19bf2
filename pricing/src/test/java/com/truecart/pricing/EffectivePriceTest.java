package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which promotions an offer's price speaks of. */
class EffectivePriceTest {
    private static final Optional<Money> NONE = Optional.empty();
    private static final Optional<Integer> NO_LIMIT = Optional.empty();
    private static final Benefit TENTH = new Benefit.PercentOff(100_000, NONE);
    private static final Benefit THIRD_FREE =
            new Benefit.BuyXGetY(2, 1, 1_000_000, Benefit.BuyXGetY.Pick.CHEAPEST);

    @Test
    void aPromotionOfTheStoreThatNamesTheOfferIsOneOfTheOffer() {
        Promotion named = ofListings("third free", "a", "b");
        Promotion others = ofListings("third free of others", "b");
        Promotion forAll =
                storeWide(
                        "10 off 100",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd("100")),
                        new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER));
        EffectivePrice price =
                new OfferPricer()
                        .price(
                                offer("a", "12.00"),
                                1,
                                List.of(named, others, forAll),
                                Optional.empty(),
                                Shopper.ANYONE,
                                NOW);
        assertThat(price.promotionsNamingIt()).containsExactly(named);
    }

    @Test
    void theDiscountLeavesAddedTaxAside() {
        OfferTerms taxed = offer("a", "100.00").of(Article.UNKNOWN.taxedAt(200_000));
        Promotion tenth = storeWide("tenth", Stage.STORE_ORDER, new Trigger.Always(), TENTH);
        EffectivePrice price =
                new OfferPricer()
                        .price(
                                taxed,
                                1,
                                List.of(tenth),
                                Optional.empty(),
                                Shopper.ANYONE,
                                EngineProfiles.OURS.publishing(Prices.NET),
                                NOW);
        assertThat(price.payable()).isEqualTo(hkd("108.00"));
        assertThat(price.discountPpm()).isEqualTo(100_000);
    }

    @Test
    void ofTheOthersOnlyThoseThatCouldApplyAreSpokenOf() {
        Promotion half =
                ofThis("half", new Trigger.Always(), new Benefit.PercentOff(500_000, NONE));
        Promotion less =
                ofThis("less", new Trigger.Always(), new Benefit.PercentOff(400_000, NONE));
        Promotion code = ofThis("code", new Trigger.Code("X"), new Benefit.PercentOff(1_000, NONE));
        Promotion more =
                ofThis("more", new Trigger.MinQuantity(9), new Benefit.PercentOff(2_000, NONE));
        Promotion words =
                ofThis(
                        "words",
                        new Trigger.Unmodelled("if lucky"),
                        new Benefit.PercentOff(3_000, NONE));
        Promotion dearer =
                ofThis("dearer", new Trigger.Always(), new Benefit.UnitPrice(hkd("99"), NO_LIMIT));
        Promotion flawed =
                ofThis(
                        "flawed",
                        new Trigger.Always(),
                        new Benefit.StepOff(hkd("1"), hkd("2"), NO_LIMIT));
        EffectivePrice price = price(1, half, less, code, more, words, dearer, flawed);
        assertThat(price.promotionsNamingIt()).containsExactlyInAnyOrder(half, less, code, more);
    }

    @Test
    void theDiscountIsWhatTheGoodsAreBelowTheirListPriceCutToAMillionth() {
        Promotion third =
                ofThis("third", new Trigger.Always(), new Benefit.UnitPrice(hkd("8"), NO_LIMIT));
        assertThat(price(1, third).discountPpm()).isEqualTo(333_333);
        assertThat(price(2, third).discountPpm()).isEqualTo(333_333);
        assertThat(price(1).discountPpm()).isZero();
        EffectivePrice free =
                new OfferPricer()
                        .price(
                                offer("a", "0.00"),
                                1,
                                List.of(),
                                Optional.empty(),
                                Shopper.ANYONE,
                                NOW);
        assertThat(free.discountPpm()).isZero();
    }

    @Test
    void aUnitsPriceIsRoundedHalfUpForDisplay() {
        Promotion bundle =
                ofThis("three", new Trigger.Always(), new Benefit.BundlePrice(3, hkd("20")));
        assertThat(price(3, bundle).perUnit()).isEqualTo(hkd("6.67"));
    }

    @Test
    void aPriceForNoUnitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new EffectivePrice(
                                0,
                                hkd("1"),
                                List.of(),
                                hkd("1"),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                true,
                                NOW))
                .withMessageContaining("quantity");
    }

    /** Of one thing at 12.00. */
    private static EffectivePrice price(int quantity, Promotion... promotions) {
        return new OfferPricer()
                .price(
                        offer("a", "12.00", promotions),
                        quantity,
                        List.of(),
                        Optional.empty(),
                        Shopper.ANYONE,
                        NOW);
    }

    private static Promotion ofThis(String ref, Trigger trigger, Benefit benefit) {
        return on(ref, Stage.ITEM, new Scope.ThisOffer(), trigger, benefit);
    }

    private static Promotion ofListings(String ref, String... ids) {
        return on(
                ref,
                Stage.QUANTITY,
                new Scope.Listings(Set.of(ids)),
                new Trigger.Always(),
                THIRD_FREE);
    }
}
