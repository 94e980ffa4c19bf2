package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.offer;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Units of one offer divided between its own multi-buy and one over several offers. */
class MixedDivisionTest {

    private static final int ROUNDS = Rounds.of(1_500);

    @Test
    void whereADividedOfferMightSaveMoreTheResultIsNotProvenBest() {
        // two pairs of the four teas are 50.00; a pair, two teas and the rice would be 65.00
        Promotion pair = always("pair", QUANTITY, new Benefit.BundlePrice(2, hkd("25")));
        Promotion three = offer("three", QUANTITY, new Benefit.BundlePrice(3, hkd("40")));
        PricedCart divided =
                priced(cart(List.of(line("tea", "20", 4, pair), line("rice", "20", 1)), three));
        assertThat(divided.payable()).isGreaterThanOrEqualTo(hkd("65"));
        assertThat(divided.isProvenBest()).isFalse();
        PricedCart single =
                priced(cart(List.of(line("tea", "20", 1), line("rice", "20", 2)), three));
        assertThat(single.payable()).isEqualTo(hkd("40"));
        assertThat(single.isProvenBest()).isTrue();
    }

    @Test
    void aSingleOffersPriceSaysTooThatItIsNotProven() {
        Promotion pair = always("pair", QUANTITY, new Benefit.BundlePrice(2, hkd("25")));
        for (boolean isBesideAnother : List.of(false, true)) {
            List<Promotion> ofStore = new ArrayList<>();
            if (isBesideAnother) {
                for (int i = 0; i <= QuantityStage.MOST_OWN; i++) {
                    ofStore.add(offer("s" + i, QUANTITY, new Benefit.BundleSave(2, hkd("1"))));
                }
            }
            EffectivePrice price =
                    new OfferPricer()
                            .price(
                                    Given.offer("tea", "20", pair),
                                    4,
                                    ofStore,
                                    Optional.empty(),
                                    Shopper.ANYONE,
                                    Given.NOW);
            assertThat(price.isProvenBest()).isEqualTo(!isBesideAnother);
        }
    }

    @Test
    void whatIsProvenBestNoDivisionOfUnitsBeats() {
        Random random = new Random(20);
        int proven = 0;
        int beaten = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart cart = drawn(random);
            PricedCart priced = priced(cart);
            BigDecimal saved = BigDecimal.valueOf(priced.list().minus(priced.payable()).minor());
            BigDecimal most = most(cart);
            if (priced.isProvenBest()) {
                assertThat(saved).as("round " + round + ": " + cart).isEqualByComparingTo(most);
                proven++;
            } else {
                assertThat(saved).isLessThanOrEqualTo(most);
                beaten += saved.compareTo(most) < 0 ? 1 : 0;
            }
        }
        assertThat(proven).isGreaterThan(ROUNDS / 5);
        assertThat(beaten).as("planted: undivided offers must lose somewhere").isPositive();
    }

    private record Unit(String id, BigDecimal price) {}

    /** The most that comes off where every unit goes to any promotion on it, or to none. */
    private static BigDecimal most(StoreCart cart) {
        SlowPricer pricer = new SlowPricer(cart, Shopper.ANYONE, RoundingMode.HALF_UP);
        List<Unit> units = new ArrayList<>();
        for (CartLine line : cart.lines()) {
            for (int i = 0; i < line.quantity(); i++) {
                units.add(
                        new Unit(
                                line.offer().upstreamId(),
                                BigDecimal.valueOf(line.offer().unitPrice().minor())));
            }
        }
        List<Promotion> rules = cart.storePromotions();
        int choices = rules.size() + 1;
        BigDecimal most = BigDecimal.ZERO;
        for (int code = 0; code < Math.pow(choices, units.size()); code++) {
            BigDecimal saving = BigDecimal.ZERO;
            for (int r = 0; r < rules.size(); r++) {
                List<BigDecimal> given = new ArrayList<>();
                boolean isOnAll = true;
                for (int u = 0, rest = code; u < units.size(); u++, rest /= choices) {
                    if (rest % choices == r) {
                        given.add(units.get(u).price());
                        isOnAll &= isOn(rules.get(r), units.get(u).id());
                    }
                }
                if (isOnAll) {
                    given.sort(Comparator.reverseOrder());
                    saving = saving.add(pricer.gives(rules.get(r).benefit(), given));
                }
            }
            most = most.max(saving);
        }
        return most;
    }

    private static boolean isOn(Promotion rule, String id) {
        return !(rule.scope() instanceof Scope.Listings(Set<String> ids)) || ids.contains(id);
    }

    private static StoreCart drawn(Random random) {
        List<CartLine> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            lines.add(
                    line(
                            "o" + i,
                            String.valueOf(1 + random.nextInt(40)),
                            1 + random.nextInt(3) * random.nextInt(2)));
        }
        List<Promotion> rules = new ArrayList<>();
        for (int r = 0; r <= random.nextInt(3); r++) {
            Scope scope =
                    random.nextBoolean()
                            ? new Scope.WholeStore()
                            : new Scope.Listings(Set.of("o" + random.nextInt(2)));
            rules.add(on("r" + r, QUANTITY, scope, new Trigger.Always(), benefit(random)));
        }
        return cart(lines, rules.toArray(Promotion[]::new));
    }

    private static Benefit benefit(Random random) {
        int units = 2 + random.nextInt(2);
        Money amount = hkd(String.valueOf(1 + random.nextInt(50)));
        return switch (random.nextInt(4)) {
            case 0 -> new Benefit.BundlePrice(units, amount);
            case 1 -> new Benefit.BundleSave(units, amount);
            case 2 -> new Benefit.QuantityPercent(units, 1L + random.nextInt(1_000_000));
            default -> new Benefit.BuyXGetY(1, 1, Money.PPM, Benefit.BuyXGetY.Pick.CHEAPEST);
        };
    }
}
