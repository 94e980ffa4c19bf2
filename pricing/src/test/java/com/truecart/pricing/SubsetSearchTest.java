package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Golden.cents;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.profile.EngineProfiles.BROADLEAF;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Search;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The best combination of promotions is found where it can be, and never claimed where not. */
class SubsetSearchTest {

    /** As many as just do not fit the budget of states. */
    private static final int TOO_MANY = 15;

    private static final EngineProfile SEARCHING = BROADLEAF.searching(Search.BEST_SUBSET);

    private static final Promotion TEMPTING = percent("tempting", ITEM, 5);
    private static final Promotion BETTER = fromSpend(10000, off("better", STORE_ORDER, 3000));

    @Test
    void theGreedyTrapIsMissedAsItGoes() {
        assertThat(priced(BROADLEAF, TEMPTING, BETTER).payable()).isEqualTo(cents(9500));
    }

    @Test
    void theGreedyTrapIsFoundBySearching() {
        PricedCart cart = priced(SEARCHING, TEMPTING, BETTER);

        assertThat(cart.payable()).isEqualTo(cents(7000));
        assertThat(cart.isProvenBest()).isTrue();
        assertThat(cart.notApplied())
                .containsExactly(
                        new NotApplied(
                                TEMPTING, new Verdict.RuledOut(Verdict.Reason.ANOTHER_SAVES_MORE)));
    }

    @Test
    void beyondTheBudgetTheTrapIsStillFoundButNotProvenBest() {
        List<Promotion> many =
                new ArrayList<>(
                        IntStream.range(0, TOO_MANY - 2)
                                .mapToObj(i -> off("cent " + i, STORE_ORDER, 1))
                                .toList());
        many.add(TEMPTING);
        many.add(BETTER);
        PricedCart cart = priced(SEARCHING, many.toArray(Promotion[]::new));

        assertThat(cart.payable()).isEqualTo(cents(7000 - (TOO_MANY - 2)));
        assertThat(cart.isProvenBest()).isFalse();
    }

    @Test
    void withinTheBudgetNoSubsetIsCheaper() {
        Random random = new Random(7);
        for (EngineProfile engine : EngineProfiles.ALL_PROFILES) {
            for (int round = 0; round < 10; round++) {
                List<Promotion> drawn = drawn(random, 5);
                PricedCart best = price(engine.searching(Search.BEST_SUBSET), drawn);
                Money least =
                        subsets(drawn).stream()
                                .map(some -> price(engine.searching(Search.AS_IT_GOES), some))
                                .map(PricedCart::payable)
                                .min(Money::compareTo)
                                .orElseThrow();
                assertThat(best.payable()).as(engine.name() + " with " + drawn).isEqualTo(least);
                assertThat(best.isProvenBest()).isTrue();
            }
        }
    }

    @Test
    void beyondTheBudgetItIsNeverWorseThanAsItGoes() {
        Random random = new Random(8);
        for (int round = 0; round < 10; round++) {
            List<Promotion> drawn = drawn(random, 2 * TOO_MANY);
            assertThat(price(SEARCHING, drawn).payable())
                    .isLessThanOrEqualTo(price(BROADLEAF, drawn).payable());
        }
    }

    @Test
    void thousandsOfPromotionsAreNotSearchedForEver() {
        Promotion[] thousands =
                IntStream.range(0, 1000)
                        .mapToObj(i -> off("cent " + i, STORE_ORDER, 1))
                        .toArray(Promotion[]::new);

        assertThat(priced(SEARCHING, thousands).payable()).isEqualTo(cents(9000));
    }

    private static PricedCart priced(EngineProfile engine, Promotion... promotions) {
        return Given.priced(Golden.cart(engine, "two").line(5000, 2).with(promotions).cart());
    }

    private static PricedCart price(EngineProfile engine, List<Promotion> promotions) {
        return Given.priced(
                Golden.cart(engine, "drawn", 4000, 2500)
                        .line(1999, 3)
                        .with(promotions.toArray(Promotion[]::new))
                        .cart());
    }

    private static List<Promotion> drawn(Random random, int count) {
        List<Promotion> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Stage stage = random.nextBoolean() ? ITEM : STORE_ORDER;
            String[] lines = random.nextBoolean() ? new String[0] : new String[] {"2", "3"};
            Promotion one =
                    random.nextBoolean()
                            ? percent("p" + i, stage, 1 + random.nextInt(30), lines)
                            : off("p" + i, stage, 1 + random.nextInt(2000), lines);
            drawn.add(random.nextBoolean() ? fromSpend(random.nextInt(13000), one) : one);
        }
        return drawn;
    }

    private static List<List<Promotion>> subsets(List<Promotion> all) {
        return IntStream.range(0, 1 << all.size())
                .mapToObj(mask ->
                        IntStream.range(0, all.size())
                                .filter(i -> (mask >> i & 1) == 1)
                                .mapToObj(all::get)
                                .toList())
                .toList();
    }
}
