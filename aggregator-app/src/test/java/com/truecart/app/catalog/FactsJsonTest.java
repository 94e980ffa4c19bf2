package com.truecart.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Limits;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactsJsonTest {
    private static final Money TEN = Money.of(1000, "HKD");

    private static final List<Benefit> BENEFITS =
            List.of(
                    new Benefit.UnitPrice(TEN, Optional.of(3)),
                    new Benefit.UnitPrice(TEN, Optional.empty()),
                    new Benefit.PercentOff(125_000, Optional.of(TEN)),
                    new Benefit.AmountOff(TEN, Benefit.AmountOff.Per.ORDER),
                    new Benefit.Ladder(
                            List.of(
                                    new Benefit.Ladder.Rung(
                                            new Reach.Spend(TEN), new Reward.Amount(TEN)))),
                    new Benefit.Ladder(
                            List.of(
                                    new Benefit.Ladder.Rung(
                                            new Reach.Units(2), new Reward.Rate(100_000)))),
                    new Benefit.StepOff(TEN, TEN, Optional.empty()),
                    new Benefit.NthUnit(2, 500_000),
                    new Benefit.NthUnitPrice(2, TEN),
                    new Benefit.BundlePrice(2, TEN),
                    new Benefit.BundleSave(2, TEN),
                    new Benefit.QuantityPercent(4, 100_000),
                    new Benefit.BuyXGetY(2, 1, 1_000_000, Benefit.BuyXGetY.Pick.CHEAPEST),
                    new Benefit.BuyXGetY(
                            2, 1, 1_000_000, Benefit.BuyXGetY.Pick.DEAREST, Optional.of(3)),
                    new Benefit.SetPrice(Map.of("a", 1, "b", 2), TEN),
                    new Benefit.BuyThisGetThat(
                            2, new Scope.Listings(Set.of("c")), 1, 1_000_000, Optional.of(1), true),
                    new Benefit.AddOnPrice(new Scope.Listings(Set.of("c")), TEN, 2),
                    new Benefit.DepositBoost(TEN, TEN.times(2)),
                    new Benefit.StoredValue(TEN, 500_000, TEN),
                    new Benefit.ValueBack(
                            Benefit.ValueBack.Form.POINTS,
                            new Reward.Rate(50_000),
                            Optional.of(TEN)),
                    new Benefit.DeliveryOff(500_000, Optional.of(TEN)),
                    new Benefit.Gift("mug", Optional.of(TEN)),
                    new Benefit.DeliveryOff(1_000_000),
                    new Benefit.Unmodelled("free parking"));

    private static final List<Scope> SCOPES =
            List.of(
                    new Scope.ThisOffer(),
                    new Scope.WholeStore(),
                    new Scope.Listings(Set.of("b", "a", "c")),
                    new Scope.Categories(Set.of("Bread")),
                    new Scope.Brands(Set.of("家樂牌")),
                    new Scope.Except(new Scope.WholeStore(), new Scope.Listings(Set.of("a"))),
                    new Scope.NotReduced(),
                    new Scope.BestBeforeWithin(3),
                    new Scope.AllOf(List.of(new Scope.WholeStore(), new Scope.NotReduced())),
                    new Scope.Unmodelled("selected skincare"));

    private static final List<Trigger> TRIGGERS =
            List.of(
                    new Trigger.Always(),
                    new Trigger.MinSpend(TEN),
                    new Trigger.MinQuantity(2),
                    new Trigger.Code("SAVE10"),
                    new Trigger.Member("yuu"),
                    new Trigger.NewCustomer(),
                    new Trigger.PaymentMethod("octopus"),
                    new Trigger.AllOf(List.of(new Trigger.Code("A"), new Trigger.MinSpend(TEN))),
                    new Trigger.MinSpend(TEN, Optional.of(Trigger.MinSpend.Side.NET)),
                    new Trigger.MinDistinct(3),
                    new Trigger.Within(new Scope.WholeStore(), new Trigger.MinQuantity(2)),
                    new Trigger.Confirmed(Trigger.Confirmed.Matter.GROUP, "3"),
                    new Trigger.AnyOf(List.of(new Trigger.Code("A"), new Trigger.Member("b"))),
                    new Trigger.Unmodelled("while it rains"));

    static Stream<Promotion> promotions() {
        return Stream.of(
                        BENEFITS.stream()
                                .map(benefit ->
                                        promotion(SCOPES.getFirst(), TRIGGERS.getFirst(), benefit)),
                        SCOPES.stream()
                                .map(scope ->
                                        promotion(scope, TRIGGERS.getFirst(), BENEFITS.getFirst())),
                        TRIGGERS.stream()
                                .map(trigger ->
                                        promotion(SCOPES.getFirst(), trigger, BENEFITS.getFirst())))
                .flatMap(promotions -> promotions);
    }

    private static Promotion promotion(Scope scope, Trigger trigger, Benefit benefit) {
        return new Promotion(
                "r1",
                Localized.of("en", "Two for ten").and("zh-Hant", "兩件十元"),
                Promotion.Stage.QUANTITY,
                scope,
                trigger,
                benefit,
                new Validity(Optional.of(Instant.parse("2026-07-01T00:00:00Z")), Optional.empty()),
                Promotion.Evidence.PARSED);
    }

    @ParameterizedTest
    @MethodSource("promotions")
    void whatIsWrittenIsReadBackTheSame(Promotion promotion) {
        assertThat(FactsJson.promotions(FactsJson.promotions(List.of(promotion))))
                .containsExactly(promotion);
        assertThat(FactsJson.promotion(FactsJson.promotion(promotion))).isEqualTo(promotion);
    }

    @Test
    void stackingLimitsAndFundingAreReadBackTheSame() {
        Promotion promotion =
                promotion(SCOPES.getFirst(), TRIGGERS.getFirst(), BENEFITS.getFirst())
                        .with(
                                new Stacking(
                                        3,
                                        Optional.of("spring"),
                                        false,
                                        true,
                                        Optional.of(Set.of(Promotion.Stage.DELIVERY))))
                        .with(Limits.quota(100, 7))
                        .with(Promotion.Funding.PLATFORM);

        assertThat(FactsJson.promotion(FactsJson.promotion(promotion))).isEqualTo(promotion);
    }

    @Test
    void everyKindHasANameAndIsTested() {
        Set<Class<?>> kinds =
                Stream.of(Benefit.class, Scope.class, Trigger.class, Reach.class, Reward.class)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                        .collect(Collectors.toSet());
        Set<Class<?>> tested = new HashSet<>();
        promotions()
                .forEach(promotion -> {
                    tested.add(promotion.benefit().getClass());
                    tested.add(promotion.scope().getClass());
                    tested.add(promotion.trigger().getClass());
                    if (promotion.benefit() instanceof Benefit.Ladder(var rungs)) {
                        tested.add(rungs.getFirst().reach().getClass());
                        tested.add(rungs.getFirst().reward().getClass());
                    }
                });

        assertThat(FactsJson.named()).isEqualTo(kinds);
        assertThat(tested).isEqualTo(kinds);
    }

    @Test
    void theFormOnRecordStaysAsItIs() {
        Promotion promotion =
                promotion(
                        new Scope.Listings(Set.of("b", "a")),
                        new Trigger.MinSpend(TEN),
                        new Benefit.PercentOff(125_000, Optional.empty()));

        assertThat(FactsJson.promotion(promotion))
                .isEqualTo(
                        """
                        {"ref":"r1","label":{"en":"Two for ten","zh-Hant":"兩件十元"},"stage":"QUANTITY",\
                        "scope":{"kind":"listings","upstreamIds":["a","b"]},\
                        "trigger":{"kind":"min-spend","amount":{"minor":1000,"currency":"HKD"}},\
                        "benefit":{"kind":"percent-off","ratePpm":125000},\
                        "validity":{"start":"2026-07-01T00:00:00Z"},"evidence":"PARSED"}\
                        """);
    }
}
