package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges what must be true before a promotion applies. A threshold is reached from its very amount
 * on.
 */
final class Conditions {

    private Conditions() {}

    /**
     * The verdict on a trigger.
     *
     * @param spend what the units in scope cost before this promotion
     * @param units how many there are
     */
    static Verdict judge(Trigger trigger, Money spend, int units, Shopper shopper) {
        return switch (trigger) {
            case Trigger.Always() -> new Met();
            case Trigger.MinSpend(Money amount) -> spent(amount, spend);
            case Trigger.MinQuantity(int least) -> counted(least, units);
            case Trigger.Code(String code) ->
                    shopper.hasEntered(code) ? new Met() : new Unknown(Question.CODE, code);
            case Trigger.Member(String programme) ->
                    shopper.memberships().contains(programme)
                            ? new Met()
                            : new Unknown(Question.MEMBERSHIP, programme);
            case Trigger.NewCustomer() ->
                    answered(
                            shopper.newCustomer(),
                            new Unknown(Question.NEW_CUSTOMER, ""),
                            Reason.NOT_A_NEW_CUSTOMER);
            case Trigger.PaymentMethod(String method) ->
                    answered(
                            shopper.paymentMethod().map(method::equalsIgnoreCase),
                            new Unknown(Question.PAYMENT_METHOD, method),
                            Reason.OTHER_PAYMENT_METHOD);
            case Trigger.AllOf(List<Trigger> triggers) ->
                    triggers.stream()
                            .map(each -> judge(each, spend, units, shopper))
                            .max(Comparator.comparingInt(Conditions::weight))
                            .orElse(new Met());
            case Trigger.Unmodelled(String text) -> new Unknown(Question.WORDS, text);
        };
    }

    /**
     * The verdict on what a benefit needs by itself: a full group, the first rung of its ladder.
     */
    static Verdict judge(Benefit benefit, Money spend, int units) {
        return switch (benefit) {
            case Benefit.TieredOff(List<Benefit.TieredOff.Tier> tiers) ->
                    spent(
                            tiers.stream()
                                    .map(Benefit.TieredOff.Tier::threshold)
                                    .reduce(Money::min)
                                    .orElseThrow(),
                            spend);
            case Benefit.StepOff(Money every, Money _, Optional<Integer> _) -> spent(every, spend);
            case Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.AmountOff _,
                    Benefit.DeliveryOff _,
                    Benefit.Gift _,
                    Benefit.Unmodelled _ ->
                    counted(Savings.unitsNeeded(benefit), units);
        };
    }

    private static Verdict spent(Money least, Money spend) {
        return spend.compareTo(least) >= 0
                ? new Met()
                : new Missed(new Shortfall.Spend(least.minus(spend)));
    }

    private static Verdict counted(int least, int units) {
        return units >= least ? new Met() : new Missed(new Shortfall.Units(least - units));
    }

    private static Verdict answered(Optional<Boolean> answer, Unknown question, Reason otherwise) {
        if (answer.isEmpty()) {
            return question;
        }
        return answer.get() ? new Met() : new RuledOut(otherwise);
    }

    /** Of several verdicts the one that stands farthest in the way speaks for all. */
    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case Met() -> 0;
            case Unknown(Question question, String _) -> question == Question.WORDS ? 3 : 1;
            case Missed _ -> 2;
            case RuledOut _ -> 4;
        };
    }
}
