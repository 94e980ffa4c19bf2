package com.truecart.kit.phrase;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes promotions in the words of readings.tsv. */
final class PhraseNotation {

    private PhraseNotation() {}

    static String of(List<Promotion> promotions) {
        return promotions.stream().map(PhraseNotation::of).collect(Collectors.joining(" ; "));
    }

    private static String of(Promotion promotion) {
        if (promotion.benefit() instanceof Benefit.Unmodelled) {
            return "-";
        }
        return promotion.stage()
                + scope(promotion.scope())
                + condition(promotion.trigger())
                + " "
                + benefit(promotion.benefit());
    }

    private static String scope(Scope scope) {
        return switch (scope) {
            case Scope.ThisOffer _ -> "";
            case Scope.WholeStore _ -> " store";
            case Scope.Unmodelled(String words) -> " ?[" + words + "]";
            case Scope.Listings _,
                    Scope.Categories _,
                    Scope.Brands _,
                    Scope.NotReduced _,
                    Scope.BestBeforeWithin _,
                    Scope.AllOf _,
                    Scope.Except _ ->
                    " " + scope;
        };
    }

    private static String condition(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Always _ -> "";
            case Trigger.MinSpend(Money amount, _) -> " spend>=" + plain(amount);
            case Trigger.MinQuantity(int units) -> " units>=" + units;
            case Trigger.Member(String programme) -> " member(" + programme + ")";
            case Trigger.NewCustomer _ -> " newcomer";
            case Trigger.Confirmed(var matter, String subject) ->
                    switch (matter) {
                        case COUPON_CLAIMED -> " coupon";
                        case GROUP -> " group(" + subject + ")";
                        case REGION, CHANNEL, TRADE_IN, SCHEME -> " " + trigger;
                    };
            case Trigger.AllOf(List<Trigger> all) ->
                    all.stream().map(PhraseNotation::condition).collect(Collectors.joining());
            case Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.Code _,
                    Trigger.PaymentMethod _,
                    Trigger.AnyOf _,
                    Trigger.Unmodelled _ ->
                    " " + trigger;
        };
    }

    private static String benefit(Benefit benefit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                    "each costs " + plain(price) + upTo.map(most -> ", up to " + most).orElse("");
            case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                    percent(rate) + " off" + cap.map(most -> ", at most " + plain(most)).orElse("");
            case Benefit.AmountOff(Money amount, var per) -> plain(amount) + " off the " + per;
            case Benefit.Ladder(List<Rung> rungs) ->
                    "ladder "
                            + rungs.stream()
                                    .map(rung -> reach(rung.reach()) + ":" + reward(rung.reward()))
                                    .collect(Collectors.joining(" "));
            case Benefit.StepOff(Money every, Money off, Optional<Integer> times) ->
                    "each "
                            + plain(every)
                            + " takes "
                            + plain(off)
                            + times.map(most -> ", " + most + " times").orElse("");
            case Benefit.NthUnit(int n, long rate) -> "unit " + n + " " + percent(rate) + " off";
            case Benefit.NthUnitPrice(int n, Money price) -> "unit " + n + " costs " + plain(price);
            case Benefit.BundlePrice(int units, Money price) -> units + " cost " + plain(price);
            case Benefit.BundleSave(int units, Money off) -> units + " save " + plain(off);
            case Benefit.QuantityPercent(int from, long rate) ->
                    "from " + from + " " + percent(rate) + " off";
            case Benefit.BuyXGetY(int buy, int get, long rate, var pick, _) ->
                    "buy " + buy + " get " + get + " " + percent(rate) + " off " + pick;
            case Benefit.Gift(String words, _) -> "gift [" + words + "]";
            case Benefit.DeliveryOff(long rate, _) -> percent(rate) + " off delivery";
            case Benefit.DepositBoost(Money deposit, Money worth) ->
                    "deposit " + plain(deposit) + " counts " + plain(worth);
            case Benefit.ValueBack(var form, Reward reward, _) ->
                    "back " + form + " " + reward(reward);
            case Benefit.SetPrice _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.StoredValue _,
                    Benefit.Unmodelled _ ->
                    benefit.toString();
        };
    }

    private static String reach(Reach reach) {
        return switch (reach) {
            case Reach.Spend(Money amount) -> plain(amount);
            case Reach.Units(int count) -> count + "u";
        };
    }

    private static String reward(Reward reward) {
        return switch (reward) {
            case Reward.Amount(Money amount) -> plain(amount);
            case Reward.Rate(long rate) -> percent(rate);
        };
    }

    private static String percent(long ratePpm) {
        return BigDecimal.valueOf(ratePpm, 4).stripTrailingZeros().toPlainString() + "%";
    }

    private static String plain(Money money) {
        return money.major().stripTrailingZeros().toPlainString();
    }
}
