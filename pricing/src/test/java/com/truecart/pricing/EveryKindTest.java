package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of benefit, condition and scope, stated at every stage, is worked out by every engine:
 * told once, and never dearer than without it.
 */
class EveryKindTest {

    private static final Scope STORE = new Scope.WholeStore();
    private static final Trigger ALWAYS = new Trigger.Always();
    private static final Confirmed ISLAND = new Confirmed(Confirmed.Matter.REGION, "island");

    private static final Benefit TENTH = new Benefit.PercentOff(100_000, Optional.empty());

    private static final List<Benefit> BENEFITS =
            List.of(
                    new Benefit.UnitPrice(hkd("8"), Optional.empty()),
                    new Benefit.UnitPrice(hkd("8"), Optional.of(1)),
                    new Benefit.PercentOff(100_000, Optional.empty()),
                    new Benefit.PercentOff(100_000, Optional.of(hkd("1"))),
                    new AmountOff(hkd("1"), AmountOff.Per.UNIT),
                    new AmountOff(hkd("1"), AmountOff.Per.LINE),
                    new AmountOff(hkd("1"), AmountOff.Per.ORDER),
                    new Ladder(
                            List.of(
                                    new Ladder.Rung(
                                            new Reach.Spend(hkd("5")),
                                            new Reward.Amount(hkd("1"))))),
                    new Ladder(
                            List.of(new Ladder.Rung(new Reach.Units(2), new Reward.Rate(100_000)))),
                    new Benefit.StepOff(hkd("10"), hkd("1"), Optional.of(2)),
                    new Benefit.NthUnit(2, 500_000),
                    new Benefit.NthUnitPrice(2, hkd("1")),
                    new Benefit.BundlePrice(2, hkd("15")),
                    new Benefit.BundleSave(2, hkd("1")),
                    new Benefit.SetPrice(Map.of("a", 1, "b", 1), hkd("12")),
                    new Benefit.QuantityPercent(2, 100_000),
                    new BuyXGetY(1, 1, 1_000_000, BuyXGetY.Pick.CHEAPEST),
                    new Benefit.BuyThisGetThat(1, STORE, 1, 500_000, Optional.of(1), false),
                    new Benefit.AddOnPrice(new Scope.Listings(Set.of("b")), hkd("1"), 1),
                    new Benefit.Gift("a mug", Optional.of(hkd("9"))),
                    new Benefit.DeliveryOff(1_000_000),
                    new Benefit.DepositBoost(hkd("1"), hkd("2")),
                    new Benefit.StoredValue(hkd("1"), 500_000, hkd("0.10")),
                    new ValueBack(ValueBack.Form.POINTS, new Reward.Rate(10_000), Optional.empty()),
                    new Benefit.Unmodelled("ask in store"));

    private static final List<Trigger> TRIGGERS =
            List.of(
                    ALWAYS,
                    new Trigger.MinSpend(hkd("10")),
                    new Trigger.MinQuantity(2),
                    new Trigger.MinDistinct(2),
                    new Trigger.Within(STORE, new Trigger.MinQuantity(2)),
                    new Trigger.Code("SAVE"),
                    new Trigger.Member("club"),
                    new Trigger.NewCustomer(),
                    new Trigger.PaymentMethod("octopus"),
                    ISLAND,
                    new Trigger.AllOf(List.of(ALWAYS, new Trigger.Code("SAVE"))),
                    new Trigger.AnyOf(List.of(ALWAYS, new Trigger.Code("SAVE"))),
                    new Trigger.AnyOf(List.of(ALWAYS, new Trigger.Unmodelled("if lucky"))),
                    new Trigger.AllOf(List.of(ALWAYS, new Trigger.Unmodelled("if lucky"))),
                    new Trigger.Within(new Scope.Unmodelled("some"), ALWAYS),
                    new Trigger.Unmodelled("if lucky"));

    private static final List<Scope> SCOPES =
            List.of(
                    STORE,
                    new Scope.ThisOffer(),
                    new Scope.Listings(Set.of("a", "b")),
                    new Scope.Categories(Set.of("food")),
                    new Scope.Brands(Set.of("brand of a", "brand of b")),
                    new Scope.Except(STORE, new Scope.Listings(Set.of("c"))),
                    new Scope.NotReduced(),
                    new Scope.BestBeforeWithin(3),
                    new Scope.AllOf(List.of(STORE, new Scope.NotReduced())),
                    new Scope.Except(STORE, new Scope.Unmodelled("selected products")),
                    new Scope.Unmodelled("selected products"));

    private static final Shopper SHOPPER =
            Shopper.ANYONE
                    .withCode("save")
                    .withMembership("club")
                    .withNewCustomer(true)
                    .payingBy("octopus")
                    .answering(ISLAND, true);

    static Stream<Named<EngineProfile>> engines() {
        return EngineProfiles.ALL_PROFILES.stream().map(each -> Named.of(each.name(), each));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void everyBenefitAtEveryStage(EngineProfile engine) {
        for (Stage stage : Stage.values()) {
            for (Benefit benefit : BENEFITS) {
                assertToldOnce(engine, stage, STORE, ALWAYS, benefit);
                assertToldOnce(engine, stage, new Scope.ThisOffer(), ALWAYS, benefit);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void everyConditionAndEveryScopeAtEveryStage(EngineProfile engine) {
        for (Stage stage : Stage.values()) {
            for (Trigger trigger : TRIGGERS) {
                assertToldOnce(engine, stage, STORE, trigger, TENTH);
            }
            for (Scope scope : SCOPES) {
                assertToldOnce(engine, stage, scope, ALWAYS, TENTH);
            }
        }
    }

    /** A condition counts the same whether its promotion is alone or divides units with others. */
    @Test
    void everyConditionWhereMultiBuysShareTheUnits() {
        for (Trigger trigger : TRIGGERS) {
            Promotion pair =
                    on("pair", Stage.QUANTITY, STORE, trigger, new Benefit.BundleSave(2, hkd("2")));
            Promotion second =
                    on("second", Stage.QUANTITY, STORE, ALWAYS, new Benefit.NthUnit(2, 100_000));
            PricedCart alone = priced(EngineProfiles.OURS, List.of(pair));
            PricedCart both = priced(EngineProfiles.OURS, List.of(pair, second));
            boolean holds = alone.payable().compareTo(hkd("32")) < 0;
            boolean isKnown = trigger.isModelled();
            assertThat(holds).as(trigger.toString()).isEqualTo(isKnown);
            assertThat(both.payable()).isLessThanOrEqualTo(alone.payable());
        }
    }

    @Test
    void everyKindIsTried() {
        assertThat(kinds(BENEFITS)).containsAll(kindsOf(Benefit.class));
        assertThat(kinds(TRIGGERS)).containsAll(kindsOf(Trigger.class));
        assertThat(kinds(SCOPES)).containsAll(kindsOf(Scope.class));
    }

    private static void assertToldOnce(
            EngineProfile engine, Stage stage, Scope scope, Trigger trigger, Benefit benefit) {
        Promotion promotion = on("one", stage, scope, trigger, benefit);
        boolean isOwn = scope instanceof Scope.ThisOffer;
        PricedCart priced =
                isOwn ? priced(engine, List.of(), promotion) : priced(engine, List.of(promotion));
        Supplier<String> what = () -> engine.name() + ": " + promotion;
        assertThat(Given.told(priced)).as(what).containsExactly(promotion);
        if (!promotion.isModelled()) {
            assertThat(priced.notApplied().getFirst().verdict())
                    .as(what)
                    .isInstanceOf(Verdict.Unknown.class);
        }
        for (PricedLine line : priced.lines()) {
            assertThat(line.payable()).as(what).isBetween(hkd("0"), line.before());
        }
        assertThat(priced.delivery().orElseThrow()).as(what).isBetween(hkd("0"), hkd("6"));
    }

    /** Two at 10.00 and one at 6.00, sent for 6.00. */
    private static PricedCart priced(
            EngineProfile engine, List<Promotion> ofStore, Promotion... ofA) {
        StoreCart cart =
                new StoreCart(
                        List.of(line("a", "10", 2, ofA), line("b", "6", 1)),
                        ofStore,
                        Optional.of(new DeliveryTerms(hkd("6"), Optional.empty())),
                        engine);
        return new CartPricer().price(cart, SHOPPER, NOW);
    }

    private static List<Class<?>> kinds(Collection<?> some) {
        return some.stream().<Class<?>>map(Object::getClass).distinct().toList();
    }

    private static List<Class<?>> kindsOf(Class<?> sealedKind) {
        return Arrays.asList(sealedKind.getPermittedSubclasses());
    }
}
