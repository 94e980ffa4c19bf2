package com.truecart.connector.pricewatch;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes promotions in the words of shapes.tsv. */
final class Notation {

    private Notation() {}

    static String of(List<Promotion> promotions) {
        return promotions.stream().map(Notation::of).collect(Collectors.joining(" ; "));
    }

    private static String of(Promotion promotion) {
        String selection =
                switch (promotion.scope()) {
                    case Scope.ThisOffer _ -> "";
                    case Scope.Unmodelled(String words) -> "?[" + words + "] ";
                    case Scope.WholeStore _,
                            Scope.Listings _,
                            Scope.Categories _,
                            Scope.Brands _,
                            Scope.NotReduced _,
                            Scope.BestBeforeWithin _,
                            Scope.AllOf _,
                            Scope.Except _ ->
                            "unexpected scope " + promotion.scope() + " ";
                };
        String condition =
                promotion.trigger() instanceof Trigger.Always
                        ? ""
                        : "unexpected trigger " + promotion.trigger() + " ";
        return selection + condition + promotion.stage() + " " + of(promotion.benefit());
    }

    private static String of(Benefit benefit) {
        return switch (benefit) {
            case Benefit.BundlePrice(int units, Money price) -> units + " cost " + of(price);
            case Benefit.BundleSave(int units, Money off) -> units + " cost less by " + of(off);
            case Benefit.QuantityPercent(int from, long rate) ->
                    "from " + from + " on " + percent(rate) + " off";
            case Benefit.NthUnit(int n, long rate) -> "every " + n + "nd " + percent(rate) + " off";
            case Benefit.NthUnitPrice(int n, Money price) -> "every " + n + "nd costs " + of(price);
            case Benefit.BuyXGetY(int buy, int get, long rate, var pick, var _) ->
                    get
                            + " of "
                            + (buy + get)
                            + (rate == Money.PPM ? " free" : " " + percent(rate) + " off")
                            + switch (pick) {
                                case CHEAPEST -> ", the cheapest";
                                case DEAREST -> ", the dearest";
                            };
            case Benefit.PercentOff(long rate, var cap) ->
                    percent(rate) + " off" + cap.map(most -> ", at most " + of(most)).orElse("");
            case Benefit.UnitPrice _,
                    Benefit.AmountOff _,
                    Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.SetPrice _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.Unmodelled _ ->
                    benefit.toString();
        };
    }

    private static String of(Money money) {
        return money.currency().getCurrencyCode().equals("HKD")
                ? plain(money.major())
                : money.toString();
    }

    private static String percent(long ratePpm) {
        return plain(BigDecimal.valueOf(ratePpm, 4)) + "%";
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
