package com.truecart.pricing;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.cost;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.multiBuy;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.profile.Basis;
import com.truecart.pricing.profile.Lane.Reached;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitSplitTest {

    private static final Promotion TWO_FOR_14 = multiBuy(new BundlePrice(2, hkd("14.00")));
    private static final Promotion SIX_15_PERCENT = multiBuy(new QuantityPercent(6, 150_000));

    private static final UnitSplit.Seen AS_IT_IS = (amount, _) -> amount;

    @Test
    void ofSeveralMultiBuysTheBestForTheQuantityIsTaken() {
        // two: 14.00 against 15.00 · six: 42.00 against 45.00 less 15 % = 38.25 · seven all at 15 %
        // off: 44.625
        assertThat(cost(2, "7.50", TWO_FOR_14, SIX_15_PERCENT)).isEqualTo(hkd("14.00"));
        assertThat(cost(6, "7.50", TWO_FOR_14, SIX_15_PERCENT)).isEqualTo(hkd("38.25"));
        assertThat(cost(7, "7.50", TWO_FOR_14, SIX_15_PERCENT)).isEqualTo(hkd("44.62"));
    }

    @Test
    void unitsAreDividedAmongMultiBuysWhereThatIsCheaper() {
        // five at 10.00: one group of three for 20 and one of two for 16, no unit in both
        assertThat(
                        cost(
                                5,
                                "10.00",
                                multiBuy(new BundlePrice(3, hkd("20.00"))),
                                multiBuy(new BundlePrice(2, hkd("16.00")))))
                .isEqualTo(hkd("36.00"));
    }

    @Test
    void everyDivisionOfFewUnitsTriedByHandIsNeverBetter() {
        Drawn drawn = new Drawn(11);
        Currency currency = Currency.getInstance("HKD");
        for (int round = 0; round < 1_500; round++) {
            Shopper shopper = drawn.shopper();
            UnitSplit split =
                    new UnitSplit(
                            new Conditions(_ -> shopper, currency, 1, Basis.RUNNING, Reached.AT),
                            new UnitMath(1, RoundingMode.HALF_UP));
            List<Rule> rules = new ArrayList<>();
            for (int r = 0; r <= drawn.random().nextInt(3); r++) {
                Promotion promotion = drawn.promotion(Stage.QUANTITY, new Scope.ThisOffer());
                rules.add(
                        new Rule(
                                promotion,
                                promotion.benefit(),
                                0,
                                0,
                                new int[] {0},
                                new int[] {0},
                                Stage.QUANTITY,
                                Set.of()));
            }
            long[] units = new long[1 + drawn.random().nextInt(6)];
            Arrays.fill(units, 500 + drawn.random().nextInt(2_000));
            int dear = drawn.random().nextInt(units.length + 1);
            long cheap = 1L + drawn.random().nextInt(500);
            Arrays.fill(units, dear, units.length, cheap);
            long best =
                    split.best(rules, units, AS_IT_IS).stream()
                            .mapToLong(UnitSplit.Share::saving)
                            .sum();
            assertThat(best).isEqualTo(byTryingAll(split, rules, units));
        }
    }

    @Test
    void aStoreWideGroupIsFormedOverMoreOffersThanCanBeTriedOneByOne() {
        Promotion anyThree =
                on(
                        "any 3 for 10",
                        Stage.QUANTITY,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new BundlePrice(3, hkd("10.00")));
        List<CartLine> lines =
                IntStream.range(0, 15).mapToObj(i -> line("offer" + i, "4.00", 1)).toList();
        assertThat(priced(cart(lines, anyThree)).payable()).isEqualTo(hkd("50.00"));
    }

    @Test
    void anOfferKeepsItsOwnMultiBuyWhereTheStoresGivesLess() {
        Promotion anyTwo =
                on(
                        "any 2 save 1",
                        Stage.QUANTITY,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new Benefit.BundleSave(2, hkd("1.00")));
        Promotion half = multiBuy(new Benefit.NthUnit(2, 500_000));
        PricedCart priced =
                priced(
                        cart(
                                List.of(
                                        line("a", "10.00", 2, half),
                                        line("b", "10.00", 1),
                                        line("c", "10.00", 1)),
                                anyTwo));
        assertThat(priced.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("15.00"), hkd("9.50"), hkd("9.50"));
    }

    @Test
    void soManyDifferentProductsAreCountedAmongTheUnitsTheMultiBuyGets() {
        Promotion half =
                on(
                        "half price for two of two kinds",
                        Stage.QUANTITY,
                        new Scope.WholeStore(),
                        new Trigger.MinDistinct(2),
                        new QuantityPercent(2, 500_000));
        Promotion rice = multiBuy(new BundlePrice(2, hkd("5.00")));
        // rice for 5.00 would leave the other one with tea alone
        PricedCart priced =
                priced(
                        cart(
                                List.of(line("tea", "10.00", 2), line("rice", "10.00", 2, rice)),
                                half));
        assertThat(priced.payable()).isEqualTo(hkd("20.00"));
        assertThat(priced.notApplied())
                .containsExactly(
                        new NotApplied(
                                rice, new Verdict.RuledOut(Verdict.Reason.ANOTHER_SAVES_MORE)));
    }

    private static long byTryingAll(UnitSplit split, List<Rule> rules, long[] units) {
        int choices = rules.size() + 1;
        long best = 0;
        for (int code = 0; code < Math.pow(choices, units.length); code++) {
            long saving = 0;
            for (int r = 0; r < rules.size(); r++) {
                List<Long> given = new ArrayList<>();
                for (int unit = 0, rest = code; unit < units.length; unit++, rest /= choices) {
                    if (rest % choices == r) {
                        given.add(units[unit]);
                    }
                }
                if (!given.isEmpty()) {
                    saving +=
                            split.saving(
                                    rules.get(r),
                                    given.stream().mapToLong(Long::longValue).toArray(),
                                    AS_IT_IS);
                }
            }
            best = Math.max(best, saving);
        }
        return best;
    }
}
