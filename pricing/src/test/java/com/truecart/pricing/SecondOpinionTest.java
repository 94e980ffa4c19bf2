package com.truecart.pricing;

import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Search;
import com.truecart.pricing.profile.EngineProfiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Our price beside one worked out in another way. */
class SecondOpinionTest {
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final List<AmountOff.Per> PERS = List.of(AmountOff.Per.values());

    private static final int ROUNDS = Rounds.of(3_000);
    private static final Shopper SHOPPER = Shopper.ANYONE.withCode("SAVE");

    @Test
    void theSlowPricerComesToTheSameTotalAndTheSameSteps() {
        int compared = 0;
        int lowered = 0;
        Random random = new Random(51);
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart cart = cart(random);
            SlowPricer.Result slow = new SlowPricer(cart, SHOPPER, RoundingMode.HALF_UP).price();
            PricedCart ours = priced(cart, SHOPPER);
            // where two divisions are equally good either may be taken
            if (slow.isOnlyBest()) {
                assertThat(off(ours))
                        .as("round " + round + ": " + told(cart))
                        .isEqualTo(slow.off());
                assertThat(BigDecimal.valueOf(ours.payable().minor()))
                        .isEqualByComparingTo(slow.payable());
                compared++;
                lowered += slow.off().isEmpty() ? 0 : 1;
            }
        }
        assertThat(compared).isGreaterThan(ROUNDS * 3 / 4);
        assertThat(lowered).isGreaterThan(compared / 2);
    }

    @Test
    void theComparisonNoticesAnotherRounding() {
        int different = 0;
        Random random = new Random(51);
        for (int round = 0; round < 200; round++) {
            StoreCart cart = cart(random);
            SlowPricer.Result broken = new SlowPricer(cart, SHOPPER, RoundingMode.DOWN).price();
            different += off(priced(cart, SHOPPER)).equals(broken.off()) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(10);
    }

    @Test
    void theBestCombinationIsTheLeastOverAllSubsets() {
        for (EngineProfile profile :
                List.of(
                        EngineProfiles.OURS.searching(Search.BEST_SUBSET),
                        EngineProfiles.SHOPIFY)) {
            Random random = new Random(52);
            int better = 0;
            for (int round = 0; round < 50; round++) {
                StoreCart cart = cart(random);
                List<Promotion> some =
                        cart.storePromotions()
                                .subList(0, Math.min(6, cart.storePromotions().size()));
                Money found = payable(cart, some, profile);
                EngineProfile plain = profile.searching(Search.AS_IT_GOES);
                assertThat(found)
                        .as(profile.name() + " " + round)
                        .isEqualTo(least(cart, some, plain));
                better += found.compareTo(payable(cart, some, plain)) < 0 ? 1 : 0;
            }
            assertThat(better)
                    .as("planted: taking all as it goes must lose somewhere")
                    .isPositive();
        }
    }

    private static String told(StoreCart cart) {
        StringBuilder told = new StringBuilder();
        cart.lines()
                .forEach(line ->
                        told.append("\n")
                                .append(line.offer().upstreamId())
                                .append(" ")
                                .append(line.quantity())
                                .append(" x ")
                                .append(line.offer().unitPrice()));
        cart.storePromotions()
                .forEach(rule ->
                        told.append("\n")
                                .append(rule.ref())
                                .append(" ")
                                .append(rule.stage())
                                .append(" ")
                                .append(rule.scope())
                                .append(" ")
                                .append(rule.trigger())
                                .append(" ")
                                .append(rule.benefit()));
        return told.toString();
    }

    private static Money least(StoreCart cart, List<Promotion> all, EngineProfile plain) {
        Money least = payable(cart, all, plain);
        for (int mask = 0; mask < 1 << all.size(); mask++) {
            List<Promotion> some = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    some.add(all.get(i));
                }
            }
            least = least.min(payable(cart, some, plain));
        }
        return least;
    }

    private static Money payable(StoreCart cart, List<Promotion> some, EngineProfile profile) {
        return priced(new StoreCart(cart.lines(), some, cart.delivery(), profile), SHOPPER)
                .payable();
    }

    private static Map<String, BigDecimal> off(PricedCart cart) {
        Map<String, BigDecimal> off = new TreeMap<>();
        for (PriceStep step : cart.steps()) {
            step.promotion()
                    .ifPresent(promotion ->
                            off.put(promotion.ref(), BigDecimal.valueOf(-step.change().minor())));
        }
        return off;
    }

    private static StoreCart cart(Random random) {
        List<CartLine> lines = new ArrayList<>();
        int offers = 1 + random.nextInt(4);
        for (int i = 0; i < offers; i++) {
            OfferTerms offer =
                    Given.offer(
                            "o" + i,
                            BigDecimal.valueOf(1 + random.nextInt(3000), 2).toPlainString());
            for (int k = 0; k <= random.nextInt(5) / 4; k++) {
                lines.add(new CartLine("l" + lines.size(), offer, 1 + random.nextInt(3)));
            }
        }
        List<Promotion> promotions = new ArrayList<>();
        for (int r = random.nextInt(9); r > 0; r--) {
            promotions.add(promotion(random, "r" + r));
        }
        return new StoreCart(
                lines.subList(0, Math.min(6, lines.size())),
                promotions,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(
                                new DeliveryTerms(
                                        amount(random, 3000),
                                        random.nextBoolean()
                                                ? Optional.empty()
                                                : Optional.of(amount(random, 9000)))));
    }

    private static Promotion promotion(Random random, String ref) {
        Stage stage = STAGES.get(random.nextInt(STAGES.size()));
        Stage own = stage == Stage.PLATFORM ? Stage.QUANTITY : stage;
        return on(ref, own, scope(random), trigger(random), benefit(random, own));
    }

    private static Scope scope(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Scope.Listings(Set.of("o0"));
            case 1 -> new Scope.Listings(Set.of("o1", "o2"));
            case 2 -> new Scope.Except(new Scope.WholeStore(), new Scope.Listings(Set.of("o1")));
            default -> new Scope.WholeStore();
        };
    }

    private static Trigger trigger(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new Trigger.MinSpend(hkd("9.00").plus(amount(random, 5000)));
            case 1 -> new Trigger.MinQuantity(1 + random.nextInt(4));
            case 2 -> new Trigger.MinDistinct(1 + random.nextInt(3));
            case 3 ->
                    new Trigger.AllOf(
                            List.of(
                                    new Trigger.Code("save"),
                                    new Trigger.MinSpend(hkd("9.00").plus(amount(random, 2000)))));
            case 4 ->
                    new Trigger.AnyOf(
                            List.of(new Trigger.Code("other"), new Trigger.MinQuantity(3)));
            default -> new Trigger.Always();
        };
    }

    private static Benefit benefit(Random random, Stage stage) {
        long rate = 1L + random.nextInt(1_000_000);
        int n = 2 + random.nextInt(2);
        Optional<Integer> most =
                random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(2));
        Optional<Money> cap =
                random.nextBoolean() ? Optional.empty() : Optional.of(amount(random, 900));
        return switch (stage) {
            case ITEM ->
                    switch (random.nextInt(3)) {
                        case 0 -> new Benefit.UnitPrice(amount(random, 2500), Optional.empty());
                        case 1 -> new Benefit.PercentOff(rate, Optional.empty());
                        default -> new AmountOff(amount(random, 900), AmountOff.Per.UNIT);
                    };
            case QUANTITY, PLATFORM ->
                    switch (random.nextInt(8)) {
                        case 0 -> new Benefit.NthUnit(n, rate);
                        case 1 -> new Benefit.NthUnitPrice(n, amount(random, 1500));
                        case 2 -> new Benefit.BundlePrice(n, amount(random, 4000));
                        case 3 -> new Benefit.BundleSave(n, amount(random, 1500));
                        case 4 -> new Benefit.QuantityPercent(n, rate);
                        case 5 ->
                                new BuyXGetY(
                                        1 + random.nextInt(2),
                                        1,
                                        rate,
                                        random.nextBoolean()
                                                ? BuyXGetY.Pick.CHEAPEST
                                                : BuyXGetY.Pick.DEAREST,
                                        most);
                        case 6 ->
                                new Benefit.SetPrice(
                                        Map.of("o0", 1, "o1", 1 + random.nextInt(2)),
                                        amount(random, 4000));
                        default ->
                                new Benefit.BuyThisGetThat(
                                        1 + random.nextInt(2),
                                        scope(random),
                                        1 + random.nextInt(2),
                                        rate,
                                        most,
                                        random.nextBoolean());
                    };
            case STORE_ORDER, STORE_COUPON ->
                    switch (random.nextInt(6)) {
                        case 0 -> new Benefit.PercentOff(rate, cap);
                        case 1 ->
                                new AmountOff(
                                        amount(random, 900), PERS.get(random.nextInt(PERS.size())));
                        case 2 ->
                                new Benefit.Ladder(
                                        List.of(
                                                new Benefit.Ladder.Rung(
                                                        new Reach.Spend(
                                                                hkd("10.00")
                                                                        .plus(
                                                                                amount(
                                                                                        random,
                                                                                        2000))),
                                                        new Reward.Amount(amount(random, 900))),
                                                new Benefit.Ladder.Rung(
                                                        new Reach.Spend(hkd("60.00")),
                                                        new Reward.Amount(
                                                                amount(random, 900)
                                                                        .plus(hkd("9.00"))))));
                        case 3 ->
                                new Benefit.Ladder(
                                        List.of(
                                                new Benefit.Ladder.Rung(
                                                        new Reach.Units(1),
                                                        new Reward.Rate((rate + 1) / 2)),
                                                new Benefit.Ladder.Rung(
                                                        new Reach.Units(4),
                                                        new Reward.Rate(rate))));
                        case 4 ->
                                new Benefit.StepOff(
                                        hkd("9.00").plus(amount(random, 2000)),
                                        amount(random, 900),
                                        most);
                        default ->
                                new Benefit.AddOnPrice(
                                        scope(random), amount(random, 900), 1 + random.nextInt(3));
                    };
            case DELIVERY -> new Benefit.DeliveryOff(rate, cap);
            case STORED_VALUE ->
                    new Benefit.StoredValue(amount(random, 2000), rate, amount(random, 300));
            case PAYMENT ->
                    random.nextBoolean()
                            ? new Benefit.PercentOff(rate, cap)
                            : new Benefit.DepositBoost(
                                    hkd("5.00"), hkd("5.00").plus(amount(random, 2000)));
        };
    }

    private static Money amount(Random random, int most) {
        return Money.of(1 + random.nextInt(most), "HKD");
    }
}
