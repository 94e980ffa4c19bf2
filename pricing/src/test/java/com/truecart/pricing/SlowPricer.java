package com.truecart.pricing;

import static java.util.Objects.requireNonNull;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A second implementation of the rules of a store of which nothing is known, written from their
 * documentation only: every unit an object, every amount a decimal, every choice tried. Slow, and
 * for comparison only.
 */
final class SlowPricer {

    /** One offer's units with what each costs now, dearest first. */
    private static final class Pile {
        private final OfferTerms offer;
        private List<BigDecimal> units = new ArrayList<>();

        Pile(OfferTerms offer, int quantity) {
            this.offer = offer;
            for (int i = 0; i < quantity; i++) {
                units.add(BigDecimal.valueOf(offer.unitPrice().minor()));
            }
        }

        BigDecimal cost() {
            return sum(units);
        }

        void lower(BigDecimal amount) {
            if (amount.signum() > 0) {
                units = evenly(cost().subtract(amount), units.size());
            }
        }
    }

    /** What came out: off by promotion's ref, and what is to pay, in minor units. */
    record Result(Map<String, BigDecimal> off, BigDecimal payable, boolean isOnlyBest) {}

    private final RoundingMode rounding;
    private final Map<String, Pile> piles = new TreeMap<>();
    private final Map<String, BigDecimal> off = new TreeMap<>();
    private final List<Promotion> promotions;
    private final Shopper shopper;
    private final StoreCart cart;
    private boolean isOnlyBest = true;

    SlowPricer(StoreCart cart, Shopper shopper, RoundingMode rounding) {
        this.cart = cart;
        this.shopper = shopper;
        this.rounding = rounding;
        Map<String, Integer> quantities = new LinkedHashMap<>();
        cart.lines()
                .forEach(l -> quantities.merge(l.offer().upstreamId(), l.quantity(), Integer::sum));
        cart.lines()
                .forEach(l ->
                        piles.computeIfAbsent(
                                l.offer().upstreamId(),
                                id -> new Pile(l.offer(), requireNonNull(quantities.get(id)))));
        this.promotions =
                cart.storePromotions().stream()
                        .sorted(Comparator.comparing(Promotion::ref))
                        .toList();
    }

    Result price() {
        List<Promotion> held = of(Stage.ITEM).stream().filter(this::holds).toList();
        for (Pile pile : piles.values()) {
            item(pile, held);
        }
        new SlowDivision(this).run();
        bestOne(Stage.STORE_ORDER);
        bestOne(Stage.STORE_COUPON);
        BigDecimal fee =
                cart.delivery()
                        .map(terms ->
                                BigDecimal.valueOf(
                                        terms.feeFor(
                                                        new Money(
                                                                sum(costs().values())
                                                                        .longValueExact(),
                                                                cart.currency()))
                                                .minor()))
                        .orElse(BigDecimal.ZERO);
        fee = fee.subtract(delivery(fee));
        for (Promotion promotion : of(Stage.STORED_VALUE)) {
            if (holds(promotion)) {
                take(promotion, shares(promotion));
            }
        }
        bestOne(Stage.PAYMENT);
        return new Result(off, sum(costs().values()).add(fee), isOnlyBest);
    }

    /** Each offer's best promotion on its units. */
    private void item(Pile pile, List<Promotion> held) {
        Promotion best = null;
        List<BigDecimal> lowest = pile.units;
        for (Promotion promotion : held) {
            if (isIn(promotion.scope(), pile)) {
                List<BigDecimal> lowered =
                        pile.units.stream()
                                .map(unit -> lowered(promotion.benefit(), unit))
                                .toList();
                if (sum(lowered).compareTo(sum(lowest)) < 0) {
                    best = promotion;
                    lowest = lowered;
                }
            }
        }
        if (best != null) {
            off.merge(best.ref(), sum(pile.units).subtract(sum(lowest)), BigDecimal::add);
            pile.units = dearestFirst(lowest);
        }
    }

    private BigDecimal lowered(Benefit benefit, BigDecimal unit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money price, Optional<Integer> _) -> unit.min(of(price));
            case Benefit.PercentOff(long rate, Optional<Money> _) ->
                    unit.subtract(rate(unit, rate));
            case Benefit.AmountOff(Money amount, Per _) ->
                    unit.subtract(of(amount)).max(BigDecimal.ZERO);
            case Benefit other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    /** The best of a stage, then the best that touches no offer already lowered in it. */
    private void bestOne(Stage stage) {
        List<Promotion> open = new ArrayList<>(of(stage).stream().filter(this::holds).toList());
        while (!open.isEmpty()) {
            Promotion best = open.getFirst();
            for (Promotion promotion : open) {
                if (sum(shares(promotion).values()).compareTo(sum(shares(best).values())) > 0) {
                    best = promotion;
                }
            }
            if (sum(shares(best).values()).signum() == 0) {
                return;
            }
            take(best, shares(best));
            Set<String> lowered = Set.copyOf(idsLoweredBy(best));
            open.removeIf(other -> idsLoweredBy(other).stream().anyMatch(lowered::contains));
        }
    }

    private List<String> idsLoweredBy(Promotion promotion) {
        return idsIn(promotion.benefit().otherScope().orElse(promotion.scope()));
    }

    private BigDecimal delivery(BigDecimal fee) {
        Promotion best = null;
        BigDecimal most = BigDecimal.ZERO;
        for (Promotion promotion : of(Stage.DELIVERY)) {
            if (cart.delivery().isPresent()
                    && holds(promotion)
                    && promotion.benefit()
                            instanceof Benefit.DeliveryOff(long rate, Optional<Money> cap)) {
                BigDecimal share = capped(rate(fee, rate), cap);
                if (share.compareTo(most) > 0) {
                    best = promotion;
                    most = share;
                }
            }
        }
        if (best != null) {
            off.merge(best.ref(), most, BigDecimal::add);
        }
        return most;
    }

    /** What a promotion on the order takes off each offer. */
    private Map<String, BigDecimal> shares(Promotion promotion) {
        List<Pile> in = in(promotion.scope());
        BigDecimal spend = sum(in.stream().map(Pile::cost).toList());
        int units = in.stream().mapToInt(pile -> pile.units.size()).sum();
        return switch (promotion.benefit()) {
            case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                    spread(capped(rate(spend, rate), cap), in);
            case Benefit.AmountOff(Money amount, Per per) ->
                    switch (per) {
                        case ORDER -> spread(of(amount), in);
                        case LINE -> each(in, pile -> pile.cost().min(of(amount)));
                        case UNIT ->
                                each(
                                        in,
                                        pile ->
                                                sum(
                                                        pile.units.stream()
                                                                .map(unit -> unit.min(of(amount)))
                                                                .toList()));
                    };
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) -> {
                BigDecimal reward = BigDecimal.ZERO;
                for (Benefit.Ladder.Rung rung : rungs) {
                    boolean reached =
                            switch (rung.reach()) {
                                case Reach.Spend(Money least) -> spend.compareTo(of(least)) >= 0;
                                case Reach.Units(int least) -> units >= least;
                            };
                    if (reached) {
                        reward =
                                switch (rung.reward()) {
                                    case Reward.Amount(Money amount) -> of(amount);
                                    case Reward.Rate(long rate) -> rate(spend, rate);
                                };
                    }
                }
                yield spread(reward, in);
            }
            case Benefit.StepOff(Money every, Money amount, Optional<Integer> most) -> {
                BigDecimal times = spend.divideToIntegralValue(of(every));
                yield spread(
                        of(amount)
                                .multiply(
                                        most.map(BigDecimal::valueOf)
                                                .map(times::min)
                                                .orElse(times)),
                        in);
            }
            case Benefit.AddOnPrice(Scope addOns, Money price, int most) -> {
                Map<String, BigDecimal> shares = new TreeMap<>();
                in(addOns).stream()
                        .flatMap(pile -> pile.units.stream().map(unit -> Map.entry(pile, unit)))
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(most)
                        .forEach(unit ->
                                shares.merge(
                                        unit.getKey().offer.upstreamId(),
                                        unit.getValue().subtract(of(price)).max(BigDecimal.ZERO),
                                        BigDecimal::add));
                yield shares;
            }
            case Benefit.StoredValue(Money value, long rate, Money step) -> {
                BigDecimal most =
                        spend.multiply(BigDecimal.valueOf(rate))
                                .divide(BigDecimal.valueOf(Money.PPM))
                                .setScale(0, RoundingMode.DOWN);
                yield spread(
                        most.min(of(value)).divideToIntegralValue(of(step)).multiply(of(step)), in);
            }
            case Benefit.DepositBoost(Money deposit, Money countsAs) ->
                    spread(spend.min(of(countsAs)).subtract(of(deposit)).max(BigDecimal.ZERO), in);
            case Benefit other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    /** Rounded down; the cents left over to the largest remainders, ties to the first. */
    private Map<String, BigDecimal> spread(BigDecimal amount, List<Pile> in) {
        return spread(amount, each(in, Pile::cost));
    }

    static Map<String, BigDecimal> spread(BigDecimal amount, Map<String, BigDecimal> costs) {
        BigDecimal whole = sum(costs.values());
        BigDecimal left = amount.min(whole);
        Map<String, BigDecimal> shares = new TreeMap<>();
        Map<String, BigDecimal> rests = new TreeMap<>();
        if (left.signum() == 0) {
            return shares;
        }
        BigDecimal given = left;
        for (Map.Entry<String, BigDecimal> cost : costs.entrySet()) {
            BigDecimal[] parts = given.multiply(cost.getValue()).divideAndRemainder(whole);
            shares.put(cost.getKey(), parts[0]);
            rests.put(cost.getKey(), parts[1]);
            left = left.subtract(parts[0]);
        }
        while (left.signum() > 0) {
            String most =
                    rests.entrySet().stream()
                            .max(
                                    Map.Entry.<String, BigDecimal>comparingByValue()
                                            .thenComparing(
                                                    Map.Entry.comparingByKey(
                                                            Comparator.reverseOrder())))
                            .orElseThrow()
                            .getKey();
            shares.merge(most, BigDecimal.ONE, BigDecimal::add);
            rests.remove(most);
            left = left.subtract(BigDecimal.ONE);
        }
        return shares;
    }

    /** What a multi-buy takes off these units together; nothing where they do not fill it. */
    BigDecimal multiBuy(Promotion promotion, List<BigDecimal> some, int offers) {
        return isMetBy(promotion, some, offers)
                ? gives(promotion.benefit(), dearestFirst(some))
                : BigDecimal.ZERO;
    }

    BigDecimal gives(Benefit benefit, List<BigDecimal> units) {
        return switch (benefit) {
            case Benefit.NthUnit(int n, long rate) ->
                    groups(units, n, group -> rate(group.getLast(), rate));
            case Benefit.NthUnitPrice(int n, Money price) ->
                    groups(units, n, group -> group.getLast().subtract(of(price)));
            case Benefit.BundlePrice(int n, Money price) ->
                    groups(units, n, group -> sum(group).subtract(of(price)));
            case Benefit.BundleSave(int n, Money save) ->
                    groups(units, n, group -> sum(group).min(of(save)));
            case Benefit.QuantityPercent(int from, long rate) ->
                    units.size() >= from ? rate(sum(units), rate) : BigDecimal.ZERO;
            case Benefit.BuyXGetY(
                            int buy,
                            int get,
                            long rate,
                            Pick pick,
                            Optional<Integer> most) -> {
                int times = Math.min(units.size() / (buy + get), most.orElse(Integer.MAX_VALUE));
                BigDecimal saving = BigDecimal.ZERO;
                for (int group = 0; group < times; group++) {
                    int from = pick == Pick.CHEAPEST ? group * (buy + get) + buy : group * get;
                    saving = saving.add(rate(sum(units.subList(from, from + get)), rate));
                }
                yield saving;
            }
            case Benefit other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    /** Whether these units alone, of so many offers, are enough. */
    boolean isMetBy(Promotion promotion, List<BigDecimal> units, int offers) {
        return isMet(promotion.trigger(), sum(units), units.size(), offers);
    }

    private static BigDecimal groups(
            List<BigDecimal> units, int size, Function<List<BigDecimal>, BigDecimal> saving) {
        BigDecimal all = BigDecimal.ZERO;
        for (int from = 0; from + size <= units.size(); from += size) {
            all = all.add(saving.apply(units.subList(from, from + size)).max(BigDecimal.ZERO));
        }
        return all;
    }

    boolean holds(Promotion promotion) {
        List<Pile> in = in(promotion.scope());
        return !in.isEmpty()
                && isMet(
                        promotion.trigger(),
                        sum(in.stream().map(Pile::cost).toList()),
                        in.stream().mapToInt(pile -> pile.units.size()).sum(),
                        in.size());
    }

    private boolean isMet(Trigger trigger, BigDecimal spend, int units, int offers) {
        return switch (trigger) {
            case Trigger.Always() -> true;
            case Trigger.MinSpend(Money least, var _) -> spend.compareTo(of(least)) >= 0;
            case Trigger.MinQuantity(int least) -> units >= least;
            case Trigger.MinDistinct(int least) -> offers >= least;
            case Trigger.Code(String code) ->
                    shopper.codes().stream().anyMatch(code::equalsIgnoreCase);
            case Trigger.AllOf(List<Trigger> all) ->
                    all.stream().allMatch(each -> isMet(each, spend, units, offers));
            case Trigger.AnyOf(List<Trigger> all) ->
                    all.stream().anyMatch(each -> isMet(each, spend, units, offers));
            case Trigger other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    void take(Promotion promotion, Map<String, BigDecimal> shares) {
        BigDecimal all = sum(shares.values());
        if (all.signum() > 0) {
            off.merge(promotion.ref(), all, BigDecimal::add);
            shares.forEach((id, share) -> requireNonNull(piles.get(id)).lower(share));
        }
    }

    void notOnlyBest() {
        isOnlyBest = false;
    }

    List<Promotion> of(Stage stage) {
        return promotions.stream().filter(promotion -> promotion.stage() == stage).toList();
    }

    List<String> idsIn(Scope scope) {
        return in(scope).stream().map(pile -> pile.offer.upstreamId()).toList();
    }

    List<BigDecimal> unitsOf(String id) {
        return requireNonNull(piles.get(id)).units;
    }

    Map<String, BigDecimal> spreadOver(BigDecimal amount, List<String> ids) {
        return spread(amount, ids.stream().map(piles::get).toList());
    }

    List<String> ids() {
        return List.copyOf(piles.keySet());
    }

    private List<Pile> in(Scope scope) {
        return piles.values().stream().filter(pile -> isIn(scope, pile)).toList();
    }

    private static boolean isIn(Scope scope, Pile pile) {
        return switch (scope) {
            case Scope.WholeStore() -> true;
            case Scope.Listings(var ids) -> ids.contains(pile.offer.upstreamId());
            case Scope.Except(Scope of, Scope without) -> isIn(of, pile) && !isIn(without, pile);
            case Scope other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    private Map<String, BigDecimal> costs() {
        return each(List.copyOf(piles.values()), Pile::cost);
    }

    private static Map<String, BigDecimal> each(List<Pile> in, Function<Pile, BigDecimal> amount) {
        Map<String, BigDecimal> all = new TreeMap<>();
        in.forEach(pile -> all.put(pile.offer.upstreamId(), amount.apply(pile)));
        return all;
    }

    BigDecimal rate(BigDecimal base, long ppm) {
        return base.multiply(BigDecimal.valueOf(ppm))
                .divide(BigDecimal.valueOf(Money.PPM), 0, rounding);
    }

    private static BigDecimal capped(BigDecimal amount, Optional<Money> cap) {
        return cap.map(most -> amount.min(of(most))).orElse(amount);
    }

    static BigDecimal of(Money money) {
        return BigDecimal.valueOf(money.minor());
    }

    static BigDecimal sum(Iterable<BigDecimal> some) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal each : some) {
            sum = sum.add(each);
        }
        return sum;
    }

    private static List<BigDecimal> dearestFirst(List<BigDecimal> units) {
        return units.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static List<BigDecimal> evenly(BigDecimal total, int units) {
        BigDecimal[] parts = total.divideAndRemainder(BigDecimal.valueOf(units));
        List<BigDecimal> each = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            each.add(i < parts[1].intValue() ? parts[0].add(BigDecimal.ONE) : parts[0]);
        }
        return each;
    }
}
