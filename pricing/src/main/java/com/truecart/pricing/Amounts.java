package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import java.math.RoundingMode;

/** What benefits that look at a whole spend give, in ticks. */
final class Amounts {

    private Amounts() {}

    /**
     * The highest step reached counts, even where a lower one would give more: so the ladder is
     * worded.
     *
     * @param spend what the thresholds look at
     * @param base what a rate is taken from
     */
    static long ladder(Benefit.Ladder ladder, long spend, int units, long base, UnitMath math) {
        for (Benefit.Ladder.Rung rung : ladder.rungs().reversed()) {
            if (isReached(rung.reach(), spend, units, math)) {
                return reward(rung.reward(), base, math);
            }
        }
        return 0;
    }

    static long stepOff(Benefit.StepOff step, long spend, UnitMath math) {
        long times = spend / math.amount(step.every());
        return Rates.capped(
                math.amount(step.off()),
                step.maxTimes().map(most -> Math.min(times, most)).orElse(times));
    }

    /** Stored value covers at most its share of what is due, in whole steps. */
    static long storedValue(Benefit.StoredValue stored, long due, UnitMath math) {
        long most = Rates.share(due, stored.mostSharePpm(), RoundingMode.DOWN);
        long step = math.amount(stored.step());
        return Math.min(math.amount(stored.value()), most) / step * step;
    }

    /** A deposit stated on an offer is paid for each unit of it, one on more lines once. */
    static long deposits(Promotion promotion, int units) {
        return promotion.scope() instanceof Scope.ThisOffer ? units : 1;
    }

    /** The deposit itself is paid whatever is due, so it counts for no more than that. */
    static long depositBoost(long deposit, long countsAs, long due) {
        return Math.max(0, Math.min(countsAs, due) - deposit);
    }

    static Money valueBack(Benefit.ValueBack back, Money paid, UnitMath math) {
        long value =
                Math.min(
                        reward(back.reward(), paid.minor(), math),
                        back.cap().map(Money::minor).orElse(Long.MAX_VALUE));
        return new Money(value, paid.currency());
    }

    private static boolean isReached(Reach reach, long spend, int units, UnitMath math) {
        return switch (reach) {
            case Reach.Spend(Money amount) -> spend >= math.amount(amount);
            case Reach.Units(int count) -> units >= count;
        };
    }

    private static long reward(Reward reward, long base, UnitMath math) {
        return switch (reward) {
            case Reward.Amount(Money amount) -> math.amount(amount);
            case Reward.Rate(long rate) -> math.share(base, rate);
        };
    }
}
