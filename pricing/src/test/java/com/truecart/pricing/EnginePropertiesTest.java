package com.truecart.pricing;

import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Lines;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfile.Search;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be true of every cart, whichever engine the store runs and wherever its tax is. */
class EnginePropertiesTest {

    private static Stream<Named<EngineProfile>> engines() {
        return EngineProfiles.ALL_PROFILES.stream()
                .flatMap(profile -> Stream.of(profile, profile.publishing(Prices.NET)))
                .map(profile -> Named.of(profile.name() + " " + profile.prices(), profile));
    }

    private static int rounds(EngineProfile profile) {
        return profile.search() == Search.BEST_SUBSET ? Rounds.of(20) : Rounds.of(250);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void amountsAreWithinBoundsAndPartsComeToTheWhole(EngineProfile profile) {
        Drawn drawn = new Drawn(61);
        for (int round = 0; round < rounds(profile); round++) {
            StoreCart cart = taxed(drawn, profile);
            PricedCart priced = priced(cart, drawn.shopper());
            Money nothing = Money.zero(cart.currency());
            Money most =
                    priced.list().plus(cart.delivery().map(terms -> terms.fee()).orElse(nothing));
            Money goods = nothing;
            for (PricedLine line : priced.lines()) {
                most = most.plus(line.tax());
                goods = goods.plus(line.payable());
                Money left = line.before().plus(line.tax());
                for (PricedLine.Saving saving : line.savings()) {
                    assertThat(saving.amount().isPositive()).as("round " + round).isTrue();
                    left = left.minus(saving.amount());
                }
                assertThat(left).isEqualTo(line.payable());
            }
            assertThat(priced.payable()).as("round " + round).isBetween(nothing, most);
            assertThat(goods.plus(priced.delivery().orElse(nothing))).isEqualTo(priced.payable());
            Money steps = nothing;
            for (PriceStep step : priced.steps()) {
                steps = steps.plus(step.change());
            }
            assertThat(steps).isEqualTo(priced.payable());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void everyPromotionIsToldOnce(EngineProfile profile) {
        Drawn drawn = new Drawn(62);
        for (int round = 0; round < rounds(profile); round++) {
            StoreCart cart = taxed(drawn, profile);
            PricedCart priced = priced(cart, drawn.shopper());
            List<String> told = Given.told(priced).stream().map(Promotion::ref).toList();
            List<String> stated = new ArrayList<>();
            cart.storePromotions().forEach(each -> stated.add(each.ref()));
            cart.lines().stream()
                    .map(CartLine::offer)
                    .distinct()
                    .flatMap(offer -> offer.promotions().stream())
                    .forEach(each -> stated.add(each.ref()));
            assertThat(told).as("round " + round).containsExactlyInAnyOrderElementsOf(stated);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theSameCartCostsTheSameAgainAndInAnyOrderWhereLinesAreMerged(EngineProfile profile) {
        Drawn drawn = new Drawn(63);
        for (int round = 0; round < rounds(profile); round++) {
            StoreCart cart = taxed(drawn, profile);
            Shopper shopper = drawn.shopper();
            String before = cart.toString();
            PricedCart one = priced(cart, shopper);
            assertThat(cart.toString()).isEqualTo(before);
            List<CartLine> lines = new ArrayList<>(cart.lines());
            List<Promotion> promotions = new ArrayList<>(cart.storePromotions());
            if (profile.lines() == Lines.MERGED) {
                Collections.shuffle(lines, drawn.random());
            }
            Collections.shuffle(promotions, drawn.random());
            PricedCart other =
                    priced(new StoreCart(lines, promotions, cart.delivery(), profile), shopper);
            assertThat(other.steps()).as("round " + round).isEqualTo(one.steps());
            assertThat(other.notApplied()).isEqualTo(one.notApplied());
            assertThat(other.lines()).containsExactlyInAnyOrderElementsOf(one.lines());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void twiceTheBasketGivesAtLeastTwiceTheFreeUnits(EngineProfile profile) {
        for (int buy = 1; buy <= 3; buy++) {
            for (int get = 1; get <= 2; get++) {
                Promotion free =
                        always(
                                "free",
                                Stage.QUANTITY,
                                new BuyXGetY(buy, get, Money.PPM, BuyXGetY.Pick.CHEAPEST));
                for (int units = 1; units <= 12; units++) {
                    assertThat(free(profile, free, 2 * units))
                            .as(buy + "+" + get + " of " + units)
                            .isGreaterThanOrEqualTo(2 * free(profile, free, units));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aLineSplitInTwoEqualOnesCostsTheSameWithinACentForEachRule(EngineProfile profile) {
        Drawn drawn = new Drawn(64);
        for (int round = 0; round < rounds(profile); round++) {
            List<Promotion> wide =
                    List.of(
                            order(drawn, "a", Stage.STORE_ORDER),
                            order(drawn, "b", Stage.STORE_COUPON));
            OfferTerms offer = drawn.offer("offer0", List.of());
            int units = 1 + drawn.random().nextInt(4);
            Money whole = total(profile, wide, new CartLine("x", offer, 2 * units));
            Money split =
                    total(
                            profile,
                            wide,
                            new CartLine("x", offer, units),
                            new CartLine("y", offer, units));
            assertThat(Math.abs(whole.minor() - split.minor()))
                    .as("round " + round)
                    .isLessThanOrEqualTo(wide.size());
        }
    }

    private static Promotion order(Drawn drawn, String ref, Stage stage) {
        return Given.storeWide(
                ref,
                stage,
                new com.truecart.model.Trigger.Always(),
                drawn.random().nextBoolean()
                        ? new Benefit.PercentOff(
                                1L + drawn.random().nextInt(1_000_000), Optional.empty())
                        : new Benefit.AmountOff(
                                Money.of(1 + drawn.random().nextInt(900), "HKD"),
                                Benefit.AmountOff.Per.ORDER));
    }

    private static Money total(EngineProfile profile, List<Promotion> wide, CartLine... lines) {
        return priced(new StoreCart(List.of(lines), wide, Optional.empty(), profile)).payable();
    }

    private static long free(EngineProfile profile, Promotion promotion, int units) {
        StoreCart cart =
                new StoreCart(
                        List.of(line("a", "1.00", units, promotion)),
                        List.of(),
                        Optional.empty(),
                        profile);
        return units - priced(cart).payable().minor() / hkd("1").minor();
    }

    private static StoreCart taxed(Drawn drawn, EngineProfile profile) {
        StoreCart cart = drawn.cart();
        long ppm = drawn.random().nextInt(3) * 95_000L;
        List<CartLine> lines =
                cart.lines().stream()
                        .map(line ->
                                new CartLine(
                                        line.lineId(),
                                        line.offer().of(line.offer().article().taxedAt(ppm)),
                                        line.quantity()))
                        .toList();
        return new StoreCart(lines, cart.storePromotions(), cart.delivery(), profile);
    }
}
