package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.DELIVERY;
import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reward;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands beside the price: gifts, what comes back, and what is not in it. */
class NotesTest {

    private static final Optional<Integer> NO_LIMIT = Optional.empty();

    @Test
    void aGiftStatedOnSeveralLinesOfOneOfferIsOneGift() {
        Promotion mug = always("mug", QUANTITY, new Benefit.Gift("a mug", Optional.empty()));
        OfferTerms tea = offer("tea", "10", mug);
        List<CartLine> lines = List.of(new CartLine("1", tea, 1), new CartLine("2", tea, 1));
        for (EngineProfile engine : EngineProfiles.ALL_PROFILES) {
            PricedCart priced = priced(in(engine, lines));
            assertThat(priced.gifts())
                    .as(engine.name())
                    .containsExactly(new GiftNote(mug, "a mug", Optional.empty()));
            assertThat(priced.notApplied()).as(engine.name()).isEmpty();
        }
    }

    @Test
    void whatComesBackIsWorkedOutOnceOnWhatIsPaidAndCut() {
        Promotion back = always("back", ITEM, cashBack(10_000, Optional.empty()));
        OfferTerms tea = offer("tea", "1.00", back);
        List<CartLine> lines = List.of(new CartLine("1", tea, 1), new CartLine("2", tea, 1));
        Promotion cent = off("cent", STORE_ORDER, 1);
        for (EngineProfile engine : EngineProfiles.ALL_PROFILES) {
            // Sylius loses the cent where it rounds to nothing on each line
            Money paid = engine.equals(EngineProfiles.SYLIUS) ? hkd("2.00") : hkd("1.99");
            PricedCart priced = priced(in(engine, lines, cent));
            assertThat(priced.payable()).as(engine.name()).isEqualTo(paid);
            // 1 % of 1.99 are 1.99 cents, cut to one
            Money cut = engine.equals(EngineProfiles.SYLIUS) ? hkd("0.02") : hkd("0.01");
            assertThat(back(priced)).as(engine.name()).containsExactly(cut);
        }
    }

    @Test
    void whatComesBackLooksAtTheLinesInItsScopeOnly() {
        List<CartLine> lines = List.of(line("a", "100", 1), line("b", "50", 1));
        Promotion ofB = offer("b", STORE_ORDER, cashBack(100_000, Optional.empty()), "b");
        Promotion capped = offer("capped", STORE_ORDER, cashBack(100_000, Optional.of(hkd("12"))));
        Promotion fixed =
                offer(
                        "fixed",
                        STORE_ORDER,
                        new ValueBack(
                                ValueBack.Form.COUPON,
                                new Reward.Amount(hkd("5")),
                                Optional.empty()));
        assertThat(back(priced(cart(lines, ofB, capped, fixed))))
                .containsExactly(hkd("5"), hkd("12"), hkd("5"));
    }

    @Test
    void lessThanHalfACentIsNoStep() {
        Promotion tiny = percent("tiny", STORE_ORDER, 1);
        PricedCart priced = priced(in(EngineProfiles.MEDUSA, List.of(line("a", "0.40", 1)), tiny));
        assertThat(priced.payable()).isEqualTo(hkd("0.40"));
        assertThat(priced.steps()).hasSize(1);
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(tiny, new RuledOut(Reason.NO_GAIN)));
        PricedCart half = priced(in(EngineProfiles.MEDUSA, List.of(line("a", "0.60", 1)), tiny));
        assertThat(half.payable()).isEqualTo(hkd("0.59"));
        assertThat(half.notApplied()).isEmpty();
    }

    @Test
    void aPromotionThatAppliesToOneOfferAndNotToAnotherApplies() {
        Promotion pair = always("pair", QUANTITY, new Benefit.BundleSave(2, hkd("1")));
        PricedCart priced =
                priced(cart(List.of(line("a", "10", 2, pair), line("b", "10", 1, pair))));
        assertThat(priced.payable()).isEqualTo(hkd("29"));
        assertThat(priced.notApplied()).isEmpty();
    }

    @Test
    void whatDoesNotApplyIsToldByRef() {
        Promotion b = offer("b", ITEM, new Benefit.UnitPrice(hkd("99"), Optional.empty()));
        Promotion a = offer("a", STORE_ORDER, new Benefit.StepOff(hkd("50"), hkd("1"), NO_LIMIT));
        Promotion c = offer("c", QUANTITY, new Benefit.BundleSave(2, hkd("1")));
        assertThat(priced(cart(List.of(line("x", "10", 1)), c, b, a)).notApplied())
                .extracting(NotApplied::promotion)
                .containsExactly(a, b, c);
    }

    @Test
    void twoPromotionsOnTheFeeAreStepsInTheirOrder() {
        Promotion half = offer("1 half", DELIVERY, new Benefit.DeliveryOff(500_000));
        Promotion free = offer("2 free", DELIVERY, new Benefit.DeliveryOff(Money.PPM));
        StoreCart cart =
                new StoreCart(
                        List.of(line("a", "10", 1)),
                        List.of(half, free),
                        Optional.of(new DeliveryTerms(hkd("5"), Optional.empty())),
                        EngineProfiles.MAGENTO);
        PricedCart priced = priced(cart);
        assertThat(priced.delivery()).contains(hkd("0"));
        assertThat(priced.steps())
                .extracting(PriceStep::change)
                .containsExactly(hkd("10"), hkd("5"), hkd("-2.50"), hkd("-2.50"));
    }

    private static ValueBack cashBack(long ratePpm, Optional<Money> cap) {
        return new ValueBack(ValueBack.Form.CASH_BACK, new Reward.Rate(ratePpm), cap);
    }

    private static List<Money> back(PricedCart priced) {
        return priced.valueBack().stream().map(ValueBackNote::value).toList();
    }

    private static StoreCart in(
            EngineProfile engine, List<CartLine> lines, Promotion... promotions) {
        return new StoreCart(lines, List.of(promotions), Optional.empty(), engine);
    }
}
