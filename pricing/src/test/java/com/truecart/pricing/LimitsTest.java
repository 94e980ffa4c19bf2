package com.truecart.pricing;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Limits;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often promotions may be used. */
class LimitsTest {

    private static final List<CartLine> HUNDRED = List.of(line("a", "100.00", 1));

    @Test
    void whatIsUsedUpIsNotCounted() {
        Promotion twice = off("twice", Stage.ITEM, "5").with(Limits.perCustomer(2));
        assertThat(priced(cart(HUNDRED, twice), Shopper.ANYONE.havingUsed("twice", 1)).payable())
                .isEqualTo(hkd("95"));
        assertThat(priced(cart(HUNDRED, twice), Shopper.ANYONE.havingUsed("twice", 2)).notApplied())
                .containsExactly(ruledOut(twice, Reason.USED_BEFORE));
        Promotion left = off("left", Stage.ITEM, "5").with(Limits.quota(100, 99));
        assertThat(priced(cart(HUNDRED, left)).payable()).isEqualTo(hkd("95"));
        Promotion gone = off("gone", Stage.ITEM, "5").with(Limits.quota(100, 100));
        assertThat(priced(cart(HUNDRED, gone)).notApplied())
                .containsExactly(ruledOut(gone, Reason.QUOTA_GONE));
    }

    @Test
    void aQuotaHoldsForTheUnitsThatAreLeftOfIt() {
        Benefit flash = new Benefit.UnitPrice(hkd("99"), Optional.empty());
        Promotion one = Given.always("flash", Stage.ITEM, flash).with(Limits.quota(100, 99));
        Promotion five = Given.always("flash", Stage.ITEM, flash).with(Limits.quota(100, 95));
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            List<CartLine> ofOne = List.of(line("a", "199.00", 3, one));
            assertThat(priced(in(profile, cart(ofOne))).payable())
                    .as(profile.name())
                    .isEqualTo(hkd("497.00"));
            List<CartLine> ofFive = List.of(line("a", "199.00", 3, five));
            assertThat(priced(in(profile, cart(ofFive))).payable()).isEqualTo(hkd("297.00"));
        }
        List<CartLine> two = List.of(line("a", "199.00", 1, one), line("b", "199.00", 1, one));
        PricedCart priced = priced(cart(two));
        assertThat(priced.payable()).as("who gets it nobody can tell").isEqualTo(hkd("398.00"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(one, Reason.TOO_FEW_LEFT));
    }

    @Test
    void whatLowersMoreUnitsThanAreLeftIsNotCounted() {
        Promotion tenth =
                Given.always("tenth", Stage.ITEM, new PercentOff(100_000, Optional.empty()))
                        .with(Limits.quota(100, 98));
        assertThat(priced(cart(List.of(line("a", "10.00", 2, tenth)))).payable())
                .isEqualTo(hkd("18.00"));
        PricedCart priced = priced(cart(List.of(line("a", "10.00", 3, tenth))));
        assertThat(priced.payable()).isEqualTo(hkd("30.00"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(tenth, Reason.TOO_FEW_LEFT));
        // of a coupon an order is one use, whatever is in it
        Promotion coupon = off("coupon", Stage.STORE_COUPON, "5").with(Limits.quota(100, 99));
        assertThat(priced(cart(List.of(line("a", "10.00", 3)), coupon)).payable())
                .isEqualTo(hkd("25.00"));
    }

    private static StoreCart in(EngineProfile profile, StoreCart cart) {
        return new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), profile);
    }

    private static NotApplied ruledOut(Promotion promotion, Reason reason) {
        return new NotApplied(promotion, new RuledOut(reason));
    }

    private static Promotion off(String ref, Stage stage, String amount) {
        return storeWide(
                ref, stage, new Trigger.Always(), new AmountOff(hkd(amount), AmountOff.Per.ORDER));
    }
}
