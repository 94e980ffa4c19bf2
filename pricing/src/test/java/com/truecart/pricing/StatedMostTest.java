package com.truecart.pricing;

import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Limits;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Search;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the engine, no step takes off more than its promotion states. */
class StatedMostTest {

    private static final List<Stage> STAGES =
            List.of(Stage.ITEM, Stage.QUANTITY, Stage.STORE_ORDER, Stage.STORE_COUPON);

    private final Random random = new Random(71);

    static Stream<Named<EngineProfile>> engines() {
        return EngineProfiles.ALL_PROFILES.stream().map(each -> Named.of(each.name(), each));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void noStepExceedsWhatItsPromotionStates(EngineProfile profile) {
        int rounds = profile.search() == Search.BEST_SUBSET ? Rounds.of(200) : Rounds.of(2_000);
        int applied = 0;
        for (int round = 0; round < rounds; round++) {
            List<Promotion> own = promotions(new Scope.ThisOffer(), random.nextInt(2));
            List<CartLine> lines = lines(own);
            List<Promotion> wide = promotions(new Scope.WholeStore(), random.nextInt(3));
            PricedCart priced =
                    priced(new StoreCart(lines, wide, Optional.empty(), profile), Shopper.ANYONE);
            // parts of a cent are settled between promotions: a cent for each line
            long settled = profile.precision() == Precision.MILLIONTHS ? lines.size() : 0;
            for (PriceStep step : priced.steps()) {
                if (step.promotion().isPresent()) {
                    Promotion promotion = step.promotion().get();
                    assertThat(-step.change().minor())
                            .as("round %s: %s on %s", round, promotion, lines)
                            .isLessThanOrEqualTo(most(promotion, lines) + settled);
                    applied++;
                }
            }
        }
        assertThat(applied).as("the draw must exercise promotions").isGreaterThan(rounds / 2);
    }

    /** Up to three offers, some free, the first one often on two lines. */
    private List<CartLine> lines(List<Promotion> own) {
        List<CartLine> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String price = random.nextInt(5) == 0 ? "0.00" : price(4_000);
            OfferTerms offer = Given.offer("o" + i, price, own.toArray(Promotion[]::new));
            for (int line = 0; line <= random.nextInt(2); line++) {
                lines.add(new CartLine("l" + lines.size(), offer, 1 + random.nextInt(4)));
            }
        }
        return lines;
    }

    private List<Promotion> promotions(Scope scope, int count) {
        List<Promotion> some = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            Stage stage = STAGES.get(random.nextInt(STAGES.size()));
            Promotion plain = on(scope + " " + i, stage, scope, new Trigger.Always(), benefit());
            some.add(
                    random.nextInt(5) == 0
                            ? plain.with(Limits.quota(100, 90 + random.nextInt(10)))
                            : plain);
        }
        return some;
    }

    private Benefit benefit() {
        int units = 2 + random.nextInt(2);
        return switch (random.nextInt(9)) {
            case 0 -> new Benefit.UnitPrice(hkd(price(2_000)), Optional.of(random.nextInt(3) + 1));
            case 1 -> new Benefit.PercentOff(rate(), Optional.of(hkd(price(1_000))));
            case 2 -> new AmountOff(hkd(price(1_500)), AmountOff.Per.ORDER);
            case 3 -> new AmountOff(hkd(price(1_500)), AmountOff.Per.LINE);
            case 4 -> new Benefit.BundlePrice(units, hkd(price(5_000)));
            case 5 -> new Benefit.BundleSave(units, hkd(price(1_500)));
            case 6 ->
                    new Benefit.StepOff(
                            hkd("10.00"), hkd(price(500)), Optional.of(1 + random.nextInt(3)));
            case 7 ->
                    new Benefit.Ladder(
                            List.of(
                                    new Benefit.Ladder.Rung(
                                            new Reach.Spend(hkd("20.00")),
                                            new Reward.Amount(hkd(price(1_500))))));
            default -> new BuyXGetY(units, 1, Money.PPM, BuyXGetY.Pick.CHEAPEST, Optional.of(1));
        };
    }

    private long rate() {
        return 1L + random.nextInt((int) Money.PPM);
    }

    private String price(int most) {
        return Money.of(1 + random.nextInt(most), "HKD").major().toPlainString();
    }

    /** The most a promotion can mean, of the prices before all promotions. */
    private static long most(Promotion promotion, List<CartLine> lines) {
        if (promotion.scope() instanceof Scope.WholeStore) {
            return once(promotion, lines);
        }
        Map<String, List<CartLine>> byOffer =
                lines.stream().collect(Collectors.groupingBy(line -> line.offer().upstreamId()));
        return byOffer.values().stream().mapToLong(of -> once(promotion, of)).sum();
    }

    private static long once(Promotion promotion, List<CartLine> lines) {
        List<Long> dearest = new ArrayList<>();
        for (CartLine line : lines) {
            long price = line.offer().unitPrice().minor();
            for (int unit = 0; unit < line.quantity(); unit++) {
                dearest.add(price);
            }
        }
        dearest.sort(Comparator.reverseOrder());
        long left = promotion.limits().flatMap(Limits::left).orElse((long) Integer.MAX_VALUE);
        return switch (promotion.benefit()) {
            case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                    dearest.stream()
                            .limit(Math.min(left, upTo.orElseThrow()))
                            .mapToLong(unit -> Math.max(0, unit - price.minor()))
                            .sum();
            case Benefit.PercentOff(long _, Optional<Money> cap) -> cap.orElseThrow().minor();
            case AmountOff(Money amount, AmountOff.Per per) ->
                    per == AmountOff.Per.ORDER ? amount.minor() : amount.minor() * lines.size();
            case Benefit.BundlePrice(int units, Money price) ->
                    groups(dearest, units).stream()
                            .mapToLong(group -> Math.max(0, sum(group) - price.minor()))
                            .sum();
            case Benefit.BundleSave(int units, Money off) ->
                    off.minor() * groups(dearest, units).size();
            case Benefit.StepOff(Money every, Money off, Optional<Integer> times) ->
                    off.minor() * Math.min(times.orElseThrow(), sum(dearest) / every.minor());
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) ->
                    rungs.getFirst().reward() instanceof Reward.Amount(Money amount)
                            ? amount.minor()
                            : 0;
            case BuyXGetY _ -> dearest.getFirst();
            case Benefit other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    private static List<List<Long>> groups(List<Long> dearest, int size) {
        List<List<Long>> full = new ArrayList<>();
        for (int from = 0; from + size <= dearest.size(); from += size) {
            full.add(dearest.subList(from, from + size));
        }
        return full;
    }

    private static long sum(List<Long> units) {
        return units.stream().mapToLong(Long::longValue).sum();
    }
}
