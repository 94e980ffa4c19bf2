package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Refused;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules that contradict themselves: refused by name, never computed. */
final class Flaws {

    private Flaws() {}

    /** What is wrong with this rule by itself. */
    static Optional<Refused> of(Promotion promotion) {
        Seen seen = Seen.in(promotion);
        if (seen.tooLarge != null) {
            return Optional.of(new Refused(Flaw.TOO_LARGE, seen.tooLarge.toString()));
        }
        if (seen.first != null && seen.other != null) {
            return Optional.of(
                    new Refused(
                            Flaw.TWO_CURRENCIES,
                            seen.first.currency() + ", " + seen.other.currency()));
        }
        return switch (promotion.benefit()) {
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) -> ladder(rungs);
            case Benefit.StepOff(Money every, Money off, var _) -> moreThanAsked(every, off);
            case Benefit.AmountOff(Money amount, var per) ->
                    per == Benefit.AmountOff.Per.ORDER
                            ? leastSpend(promotion.trigger())
                                    .flatMap(least -> moreThanAsked(least, amount))
                            : Optional.empty();
            case Benefit.SetPrice(Map<String, Integer> units, var _) ->
                    moreThanBought(units.values().stream().mapToLong(each -> each).sum());
            case Benefit.BuyXGetY(int buy, int get, var _, var _, var _) ->
                    moreThanBought((long) buy + get);
            case Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    Optional.empty();
        };
    }

    private static Optional<Refused> moreThanBought(long units) {
        return units > Integer.MAX_VALUE
                ? Optional.of(new Refused(Flaw.TOO_LARGE, String.valueOf(units)))
                : Optional.empty();
    }

    /** The currency of a rule's amounts; empty where it states none. */
    static Optional<Currency> currency(Promotion promotion) {
        return Optional.ofNullable(Seen.in(promotion).first).map(Money::currency);
    }

    private static Optional<Refused> ladder(List<Benefit.Ladder.Rung> rungs) {
        for (int i = 0; i < rungs.size(); i++) {
            Benefit.Ladder.Rung rung = rungs.get(i);
            if (rung.reach() instanceof Reach.Spend(Money least)
                    && rung.reward() instanceof Reward.Amount(Money off)) {
                Optional<Refused> flaw = moreThanAsked(least, off);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            if (i > 0 && isBelow(rung.reward(), rungs.get(i - 1).reward())) {
                return Optional.of(
                        new Refused(
                                Flaw.LADDER_FALLS,
                                rung.reward() + " < " + rungs.get(i - 1).reward()));
            }
        }
        return Optional.empty();
    }

    private static boolean isBelow(Reward one, Reward other) {
        return switch (one) {
            case Reward.Amount(Money amount) ->
                    other instanceof Reward.Amount(Money more) && amount.compareTo(more) < 0;
            case Reward.Rate(long rate) -> other instanceof Reward.Rate(long more) && rate < more;
        };
    }

    private static Optional<Refused> moreThanAsked(Money least, Money off) {
        return least.isPositive() && off.compareTo(least) > 0
                ? Optional.of(new Refused(Flaw.GIVES_MORE_THAN_ASKED, off + " > " + least))
                : Optional.empty();
    }

    private static Optional<Money> leastSpend(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var _) -> Optional.of(amount);
            case Trigger.AllOf(List<Trigger> triggers) ->
                    triggers.stream().flatMap(each -> leastSpend(each).stream()).findFirst();
            case Trigger.Always _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.AnyOf _,
                    Trigger.Unmodelled _ ->
                    Optional.empty();
        };
    }

    /**
     * The amounts a rule states, as far as they are looked at; no lists, since every cart asks
     * anew.
     */
    private static final class Seen {
        private @Nullable Money first;

        /** In another currency than the first. */
        private @Nullable Money other;

        private @Nullable Money tooLarge;

        static Seen in(Promotion promotion) {
            Seen seen = new Seen();
            seen.trigger(promotion.trigger());
            seen.benefit(promotion.benefit());
            return seen;
        }

        private void amount(Money amount) {
            if (first == null) {
                first = amount;
            } else if (!first.currency().equals(amount.currency())) {
                other = amount;
            }
            if (amount.minor() > StoreCart.MOST_MINOR) {
                tooLarge = amount;
            }
        }

        private void trigger(Trigger trigger) {
            switch (trigger) {
                case Trigger.MinSpend(Money amount, var _) -> amount(amount);
                case Trigger.AllOf(List<Trigger> triggers) -> triggers.forEach(this::trigger);
                case Trigger.AnyOf(List<Trigger> triggers) -> triggers.forEach(this::trigger);
                case Trigger.Within(var _, Trigger inner) -> trigger(inner);
                case Trigger.Always _,
                        Trigger.MinQuantity _,
                        Trigger.MinDistinct _,
                        Trigger.Code _,
                        Trigger.Member _,
                        Trigger.NewCustomer _,
                        Trigger.PaymentMethod _,
                        Trigger.Confirmed _,
                        Trigger.Unmodelled _ -> {}
            }
        }

        private void benefit(Benefit benefit) {
            switch (benefit) {
                case Benefit.UnitPrice(Money price, var _) -> amount(price);
                case Benefit.PercentOff(long _, Optional<Money> cap) -> cap.ifPresent(this::amount);
                case Benefit.AmountOff(Money amount, var _) -> amount(amount);
                case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) ->
                        rungs.forEach(rung -> {
                            reach(rung.reach());
                            reward(rung.reward());
                        });
                case Benefit.StepOff(Money every, Money off, var _) -> {
                    amount(every);
                    amount(off);
                }
                case Benefit.NthUnitPrice(int _, Money price) -> amount(price);
                case Benefit.BundlePrice(int _, Money price) -> amount(price);
                case Benefit.BundleSave(int _, Money off) -> amount(off);
                case Benefit.SetPrice(var _, Money price) -> amount(price);
                case Benefit.AddOnPrice(var _, Money price, int _) -> amount(price);
                case Benefit.Gift(var _, Optional<Money> value) -> value.ifPresent(this::amount);
                case Benefit.DeliveryOff(long _, Optional<Money> cap) ->
                        cap.ifPresent(this::amount);
                case Benefit.DepositBoost(Money deposit, Money countsAs) -> {
                    amount(deposit);
                    amount(countsAs);
                }
                case Benefit.StoredValue(Money value, long _, Money step) -> {
                    amount(value);
                    amount(step);
                }
                case Benefit.ValueBack(var _, Reward reward, Optional<Money> cap) -> {
                    reward(reward);
                    cap.ifPresent(this::amount);
                }
                case Benefit.NthUnit _,
                        Benefit.QuantityPercent _,
                        Benefit.BuyXGetY _,
                        Benefit.BuyThisGetThat _,
                        Benefit.Unmodelled _ -> {}
            }
        }

        private void reach(Reach reach) {
            switch (reach) {
                case Reach.Spend(Money amount) -> amount(amount);
                case Reach.Units _ -> {}
            }
        }

        private void reward(Reward reward) {
            switch (reward) {
                case Reward.Amount(Money amount) -> amount(amount);
                case Reward.Rate _ -> {}
            }
        }
    }
}
