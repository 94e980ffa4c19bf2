package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the amounts a promotion is stated in: a rule fires only in its own currency. */
final class Currencies {

    private Currencies() {}

    static boolean areAll(Promotion promotion, Currency currency) {
        return Stream.concat(in(promotion.trigger()), in(promotion.benefit()))
                .allMatch(amount -> amount.currency().equals(currency));
    }

    private static Stream<Money> in(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount) -> Stream.of(amount);
            case Trigger.AllOf(List<Trigger> triggers) -> triggers.stream().flatMap(Currencies::in);
            case Trigger.Always _,
                    Trigger.MinQuantity _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Unmodelled _ ->
                    Stream.empty();
        };
    }

    private static Stream<Money> in(Benefit benefit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money price, Optional<Integer> _) -> Stream.of(price);
            case Benefit.PercentOff(long _, Optional<Money> cap) -> cap.stream();
            case Benefit.AmountOff(Money amount, Benefit.AmountOff.Per _) -> Stream.of(amount);
            case Benefit.TieredOff(List<Benefit.TieredOff.Tier> tiers) ->
                    tiers.stream().flatMap(tier -> Stream.of(tier.threshold(), tier.off()));
            case Benefit.StepOff(Money every, Money off, Optional<Integer> _) ->
                    Stream.of(every, off);
            case Benefit.NthUnitPrice(int _, Money price) -> Stream.of(price);
            case Benefit.BundlePrice(int _, Money price) -> Stream.of(price);
            case Benefit.BundleSave(int _, Money off) -> Stream.of(off);
            case Benefit.NthUnit _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.DeliveryOff _,
                    Benefit.Gift _,
                    Benefit.Unmodelled _ ->
                    Stream.empty();
        };
    }
}
