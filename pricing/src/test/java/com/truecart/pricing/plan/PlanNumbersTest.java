package com.truecart.pricing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Availability;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.Drawn;
import com.truecart.pricing.Rounds;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Tally;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A basket's numbers never say more than the pricing engine: a bound made of them is a bound. */
class PlanNumbersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static Stream<Named<EngineProfile>> engines() {
        return EngineProfiles.ALL_PROFILES.stream()
                .flatMap(profile -> Stream.of(profile, profile.publishing(Prices.NET)))
                .map(profile -> Named.of(profile.name() + " " + profile.prices(), profile));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void noChoiceCostsLessThanItsNumbersAndExactStoresCostJustThat(EngineProfile profile) {
        Drawn drawn = new Drawn(91);
        int rounds =
                profile.search() == EngineProfile.Search.BEST_SUBSET
                        ? Rounds.of(10)
                        : Rounds.of(120);
        for (int round = 0; round < rounds; round++) {
            BasketModel basket = basket(drawn.cart(), drawn.shopper(), profile);
            boolean isExact = basket.model().stores().getFirst().exact();
            for (Selection choice : everyChoice(basket)) {
                long told = Tally.numbers(basket.model(), choice) - missing(basket, choice);
                long costs =
                        new PlanPricer(basket.basket(), basket.options(), NOW).costOf(0, choice);
                assertThat(told).as("round %s, %s", round, choice).isLessThanOrEqualTo(costs);
                if (isExact) {
                    assertThat(told).as("round %s, %s", round, choice).isEqualTo(costs);
                }
            }
        }
    }

    @Test
    void underOurOwnEngineManyStoresAreKnownToTheCent() {
        Drawn drawn = new Drawn(92);
        int exact = 0;
        for (int round = 0; round < 100; round++) {
            BasketModel basket = basket(drawn.cart(), drawn.shopper(), EngineProfiles.OURS);
            exact += basket.model().stores().getFirst().exact() ? 1 : 0;
        }
        assertThat(exact).isGreaterThan(10);
    }

    private static BasketModel basket(StoreCart cart, Shopper shopper, EngineProfile profile) {
        List<Want> wants = new ArrayList<>();
        for (CartLine line : cart.lines()) {
            wants.add(
                    new Want(
                            line.lineId(),
                            line.quantity(),
                            List.of(new Candidate("store", line.offer(), Availability.IN_STOCK))));
        }
        Store store = new Store("store", cart.storePromotions(), cart.delivery(), shopper, profile);
        return BasketModel.of(new Basket(wants, List.of(store), cart.currency()), NOW);
    }

    private static List<Selection> everyChoice(BasketModel basket) {
        int takes = basket.options().size();
        List<Selection> choices = new ArrayList<>();
        for (int set = 1; set < 1 << takes; set++) {
            int[] units = new int[takes];
            for (int take = 0; take < takes; take++) {
                units[take] = (set >> take & 1) * basket.options().get(take).units();
            }
            choices.add(new Selection(units));
        }
        return choices;
    }

    private static long missing(BasketModel basket, Selection choice) {
        long cost = 0;
        for (int take = 0; take < choice.size(); take++) {
            cost += choice.units(take) > 0 ? 0 : basket.model().demands().get(take).missingCost();
        }
        return cost;
    }
}
