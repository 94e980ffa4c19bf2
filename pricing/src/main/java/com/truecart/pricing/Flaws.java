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
import java.util.Optional;
import java.util.stream.Stream;

/** Rules that contradict themselves: refused by name, never computed. */
final class Flaws {

    private Flaws() {}

    /** What is wrong with this rule by itself. */
    static Optional<Refused> of(Promotion promotion) {
        List<Money> amounts = amounts(promotion).toList();
        Optional<Money> large =
                amounts.stream()
                        .filter(amount -> amount.minor() > StoreCart.MOST_MINOR)
                        .findFirst();
        if (large.isPresent()) {
            return Optional.of(new Refused(Flaw.TOO_LARGE, large.get().toString()));
        }
        List<Currency> currencies = amounts.stream().map(Money::currency).distinct().toList();
        if (currencies.size() > 1) {
            return Optional.of(new Refused(Flaw.TWO_CURRENCIES, currencies.toString()));
        }
        return switch (promotion.benefit()) {
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) -> ladder(rungs);
            case Benefit.StepOff(Money every, Money off, var _) -> moreThanAsked(every, off);
            case Benefit.AmountOff(Money amount, var per) ->
                    per == Benefit.AmountOff.Per.ORDER
                            ? leastSpend(promotion.trigger())
                                    .flatMap(least -> moreThanAsked(least, amount))
                            : Optional.empty();
            case Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.SetPrice _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
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

    /** The currency of a rule's amounts; empty where it states none. */
    static Optional<Currency> currency(Promotion promotion) {
        return amounts(promotion).map(Money::currency).findFirst();
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

    private static Stream<Money> amounts(Promotion promotion) {
        return Stream.concat(in(promotion.trigger()), in(promotion.benefit()));
    }

    private static Stream<Money> in(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var _) -> Stream.of(amount);
            case Trigger.AllOf(List<Trigger> triggers) -> triggers.stream().flatMap(Flaws::in);
            case Trigger.AnyOf(List<Trigger> triggers) -> triggers.stream().flatMap(Flaws::in);
            case Trigger.Within(var _, Trigger inner) -> in(inner);
            case Trigger.Always _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.Unmodelled _ ->
                    Stream.empty();
        };
    }

    private static Stream<Money> in(Benefit benefit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money price, var _) -> Stream.of(price);
            case Benefit.PercentOff(long _, Optional<Money> cap) -> cap.stream();
            case Benefit.AmountOff(Money amount, var _) -> Stream.of(amount);
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) ->
                    rungs.stream()
                            .flatMap(rung -> Stream.concat(in(rung.reach()), in(rung.reward())));
            case Benefit.StepOff(Money every, Money off, var _) -> Stream.of(every, off);
            case Benefit.NthUnitPrice(int _, Money price) -> Stream.of(price);
            case Benefit.BundlePrice(int _, Money price) -> Stream.of(price);
            case Benefit.BundleSave(int _, Money off) -> Stream.of(off);
            case Benefit.SetPrice(var _, Money price) -> Stream.of(price);
            case Benefit.AddOnPrice(var _, Money price, int _) -> Stream.of(price);
            case Benefit.Gift(var _, Optional<Money> value) -> value.stream();
            case Benefit.DeliveryOff(long _, Optional<Money> cap) -> cap.stream();
            case Benefit.DepositBoost(Money deposit, Money countsAs) ->
                    Stream.of(deposit, countsAs);
            case Benefit.StoredValue(Money value, long _, Money step) -> Stream.of(value, step);
            case Benefit.ValueBack(var _, Reward reward, Optional<Money> cap) ->
                    Stream.concat(in(reward), cap.stream());
            case Benefit.NthUnit _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.BuyThisGetThat _,
                    Benefit.Unmodelled _ ->
                    Stream.empty();
        };
    }

    private static Stream<Money> in(Reach reach) {
        return switch (reach) {
            case Reach.Spend(Money amount) -> Stream.of(amount);
            case Reach.Units _ -> Stream.empty();
        };
    }

    private static Stream<Money> in(Reward reward) {
        return switch (reward) {
            case Reward.Amount(Money amount) -> Stream.of(amount);
            case Reward.Rate _ -> Stream.empty();
        };
    }
}
