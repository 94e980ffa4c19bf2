package com.truecart.kit.china;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import com.truecart.model.Validity;
import java.util.List;
import java.util.Optional;

/**
 * Coupons an affiliate interface states beside a product, and prices it claims.
 *
 * <p>A coupon becomes a rule, not a price: "满50减16" on a unit of 30.00 takes nothing off one and
 * 16.00 off two, once for the order. It counts for the product it is stated on only, since nobody
 * says which others do.
 */
public final class Coupons {
    /** The script of the platforms. */
    public static final String LANGUAGE = "zh-Hans";

    private Coupons() {}

    /**
     * A coupon that must be claimed before it is worth something.
     *
     * @param ref stable for as long as the coupon is offered
     * @param threshold what the units must cost at least; nothing for none
     */
    public static Promotion coupon(
            String ref, Stage stage, Money threshold, Money off, Validity validity) {
        String words = words(threshold, off);
        Trigger claimed = new Confirmed(Matter.COUPON_CLAIMED, words);
        return new Promotion(
                ref,
                Localized.of(LANGUAGE, words),
                stage,
                new Scope.ThisOffer(),
                threshold.isZero()
                        ? claimed
                        : new Trigger.AllOf(List.of(new Trigger.MinSpend(threshold), claimed)),
                new Benefit.AmountOff(off, Per.ORDER),
                validity,
                Evidence.STATED);
    }

    /**
     * A price a platform claims and our own sum does not come to: shown in its words, never
     * counted. Empty where the claim is what we make of the rules, or is no claim at all.
     *
     * @param claimed what one unit is said to cost in the end
     * @param ours the lowest price of one unit by the rules we know, conditions met
     */
    public static Optional<Promotion> unexplained(
            String ref, String name, Money claimed, Money ours) {
        if (!claimed.isPositive() || claimed.compareTo(ours) >= 0) {
            return Optional.empty();
        }
        String words = name + yuan(claimed);
        return Optional.of(
                new Promotion(
                        ref,
                        Localized.of(LANGUAGE, words),
                        Stage.STORE_COUPON,
                        new Scope.ThisOffer(),
                        new Trigger.Always(),
                        new Benefit.Unmodelled(words),
                        Validity.OPEN,
                        Evidence.STATED));
    }

    private static String words(Money threshold, Money off) {
        return threshold.isZero()
                ? yuan(off) + "元无门槛券"
                : "满" + yuan(threshold) + "减" + yuan(off) + "券";
    }

    /** "50" for fifty yuan, "49.9" for forty-nine and ninety fen. */
    private static String yuan(Money amount) {
        return amount.isZero() ? "0" : amount.major().stripTrailingZeros().toPlainString();
    }
}
