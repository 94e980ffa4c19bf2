package com.truecart.pricing;

import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every amount of every kind of rule is looked at before anything is computed from it. */
class FlawsTest {
    private static final Money YUAN = Money.of(1_00, "CNY");
    private static final Money TOO_LARGE = new Money(StoreCart.MOST_MINOR + 1, hkd("1").currency());
    private static final Money JUST_RIGHT = new Money(StoreCart.MOST_MINOR, hkd("1").currency());

    /** A rule with the amount in one of its places, all else harmless. */
    record Place(String name, Function<Money, Promotion> with) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Place> places() {
        return Stream.of(
                benefit("unit price", amount -> new Benefit.UnitPrice(amount, Optional.empty())),
                benefit("cap", amount -> new Benefit.PercentOff(100_000, Optional.of(amount))),
                benefit("amount off", amount -> new AmountOff(amount, AmountOff.Per.UNIT)),
                benefit(
                        "ladder's reach",
                        amount ->
                                new Benefit.Ladder(
                                        List.of(
                                                new Rung(
                                                        new Reach.Spend(amount),
                                                        new Reward.Rate(10_000))))),
                benefit(
                        "ladder's reward",
                        amount ->
                                new Benefit.Ladder(
                                        List.of(
                                                new Rung(
                                                        new Reach.Units(2),
                                                        new Reward.Amount(amount))))),
                benefit(
                        "every",
                        amount ->
                                new Benefit.StepOff(
                                        amount, Money.of(1, currency(amount)), Optional.empty())),
                benefit("n-th unit's price", amount -> new Benefit.NthUnitPrice(2, amount)),
                benefit("bundle price", amount -> new Benefit.BundlePrice(2, amount)),
                benefit("bundle saving", amount -> new Benefit.BundleSave(2, amount)),
                benefit("set price", amount -> new Benefit.SetPrice(Map.of("a", 1), amount)),
                benefit(
                        "add-on price",
                        amount -> new Benefit.AddOnPrice(new Scope.WholeStore(), amount, 1)),
                benefit("gift's value", amount -> new Benefit.Gift("cup", Optional.of(amount))),
                benefit(
                        "delivery cap",
                        amount -> new Benefit.DeliveryOff(1_000_000, Optional.of(amount))),
                benefit("deposit", amount -> new Benefit.DepositBoost(amount, amount.plus(amount))),
                benefit(
                        "stored value",
                        amount ->
                                new Benefit.StoredValue(
                                        amount, 500_000, Money.of(1, currency(amount)))),
                benefit(
                        "value back",
                        amount ->
                                new Benefit.ValueBack(
                                        Benefit.ValueBack.Form.CASH_BACK,
                                        new Reward.Amount(amount),
                                        Optional.empty())),
                benefit(
                        "value back's cap",
                        amount ->
                                new Benefit.ValueBack(
                                        Benefit.ValueBack.Form.CASH_BACK,
                                        new Reward.Rate(10_000),
                                        Optional.of(amount))),
                trigger("least spend", amount -> new Trigger.MinSpend(amount)),
                trigger(
                        "all of",
                        amount -> new Trigger.AllOf(List.of(new Trigger.MinSpend(amount)))),
                trigger(
                        "any of",
                        amount -> new Trigger.AnyOf(List.of(new Trigger.MinSpend(amount)))),
                trigger(
                        "within",
                        amount ->
                                new Trigger.Within(
                                        new Scope.WholeStore(), new Trigger.MinSpend(amount))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void twoCurrenciesInOneRuleAreRefused(Place place) {
        assertThat(Flaws.of(place.with().apply(YUAN)).map(Refused::flaw))
                .contains(Flaw.TWO_CURRENCIES);
        assertThat(Flaws.of(place.with().apply(hkd("1"))).map(Refused::flaw))
                .isNotEqualTo(Optional.of(Flaw.TWO_CURRENCIES));
    }

    @ParameterizedTest
    @MethodSource("places")
    void anAmountTooLargeToBeMeantIsRefused(Place place) {
        assertThat(Flaws.of(place.with().apply(TOO_LARGE)).map(Refused::flaw))
                .contains(Flaw.TOO_LARGE);
    }

    @Test
    void theLargestAmountIsStillMeant() {
        Promotion rule =
                rule(new Trigger.Always(), new Benefit.UnitPrice(JUST_RIGHT, Optional.empty()));
        assertThat(Flaws.of(rule)).isEmpty();
    }

    @Test
    void offTheOrderNoMoreComesThanMustBeSpent() {
        Benefit twenty = new AmountOff(hkd("20"), AmountOff.Per.ORDER);
        Trigger ten = new Trigger.MinSpend(hkd("10"));
        assertThat(flaw(ten, twenty)).contains(Flaw.GIVES_MORE_THAN_ASKED);
        assertThat(flaw(new Trigger.AllOf(List.of(new Trigger.Code("A"), ten)), twenty))
                .contains(Flaw.GIVES_MORE_THAN_ASKED);
        assertThat(flaw(new Trigger.MinSpend(hkd("20")), twenty)).isEmpty();
        // off each unit it may well be more in all
        assertThat(flaw(ten, new AmountOff(hkd("20"), AmountOff.Per.UNIT))).isEmpty();
    }

    private static Optional<Flaw> flaw(Trigger trigger, Benefit benefit) {
        return Flaws.of(rule(trigger, benefit)).map(Refused::flaw);
    }

    private static Promotion rule(Trigger trigger, Benefit benefit) {
        return storeWide("rule", Stage.STORE_ORDER, trigger, benefit);
    }

    private static String currency(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    /** The benefit beside a least spend in Hong Kong dollars. */
    private static Place benefit(String name, Function<Money, Benefit> with) {
        return new Place(name, amount -> rule(new Trigger.MinSpend(hkd("1")), with.apply(amount)));
    }

    /** The condition beside a price in Hong Kong dollars. */
    private static Place trigger(String name, Function<Money, Trigger> with) {
        return new Place(
                name,
                amount ->
                        rule(
                                with.apply(amount),
                                new Benefit.UnitPrice(hkd("1"), Optional.empty())));
    }
}
