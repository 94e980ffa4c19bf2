package com.truecart.pricing.plan;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTable;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A store's prices as numbers that no cart undercuts, whatever its engine and its promotions: each
 * promotion takes off the most it can, thresholds are reached by undiscounted prices, and nothing
 * shuts anything else out unless the engine always takes one of a kind.
 */
final class LeastNumbers {
    private final Store store;
    private final List<Option> options;
    private final Instant now;
    private final CartPricer pricer = new CartPricer();
    private final Map<Stage, Integer> laneOf = new HashMap<>();
    private final List<StoreNumbers.Slots> slots = new ArrayList<>();
    private long mostTaxPpm;

    LeastNumbers(Store store, List<Option> options, Instant now) {
        this.store = store;
        this.options = options;
        this.now = now;
    }

    StoreNumbers numbers(List<Promotion> ofStore, Map<String, Set<Promotion>> ofOffers) {
        long[] high = new long[options.size()];
        long[] off = new long[options.size()];
        long most = 0;
        for (int i = 0; i < high.length; i++) {
            high[i] = before(options.get(i));
            most += high[i];
            mostTaxPpm =
                    Math.max(mostTaxPpm, options.get(i).candidate().offer().article().taxPpm());
        }
        List<Promotion> wide = new ArrayList<>(ofStore);
        for (int i = 0; i < high.length; i++) {
            Option option = options.get(i);
            for (Promotion promotion : of(option, ofOffers)) {
                if (promotion.scope() instanceof Scope.ThisOffer
                        && !ExactNumbers.looksElsewhere(promotion.benefit())) {
                    off[i] += onLine(promotion, option, isOnce(option.candidate().offer()));
                    order(promotion, ofSameOffer(option), most);
                } else {
                    // stated on several offers it may apply once for each
                    wide.add(promotion);
                }
            }
        }
        for (Promotion promotion : wide) {
            List<Integer> reached = new ArrayList<>();
            for (int i = 0; i < high.length; i++) {
                Option option = options.get(i);
                if (mayReach(promotion.scope(), option.candidate().offer())) {
                    reached.add(i);
                }
                if (mayLower(promotion, option.candidate().offer())) {
                    off[i] += onLine(promotion, option, false);
                }
            }
            order(promotion, reached, most);
        }
        List<StoreNumbers.Line> lines = new ArrayList<>();
        for (int i = 0; i < high.length; i++) {
            lines.add(new StoreNumbers.Line(high[i], Math.max(0, high[i] - withTax(off[i]))));
        }
        return new StoreNumbers(fee(wide, ofOffers), lines, slots, false);
    }

    private Set<Promotion> of(Option option, Map<String, Set<Promotion>> ofOffers) {
        return ofOffers.getOrDefault(option.candidate().offer().upstreamId(), Set.of());
    }

    /** Two wants that one offer fulfils reach its thresholds together. */
    private List<Integer> ofSameOffer(Option option) {
        List<Integer> same = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (upstreamId(options.get(i)).equals(upstreamId(option))) {
                same.add(i);
            }
        }
        return same;
    }

    private static String upstreamId(Option option) {
        return option.candidate().offer().upstreamId();
    }

    private boolean isOnce(OfferTerms offer) {
        return options.stream()
                        .filter(other ->
                                other.candidate().offer().upstreamId().equals(offer.upstreamId()))
                        .map(Option::want)
                        .distinct()
                        .count()
                == 1;
    }

    private long withTax(long amount) {
        return amount == 0 ? 0 : Math.ceilDiv(amount * (Money.PPM + mostTaxPpm), Money.PPM) + 1;
    }

    /** What an option's line comes to without any promotion, tax added where it is apart. */
    private long before(Option option) {
        Option plain =
                new Option(
                        option.want(),
                        option.wantId(),
                        option.store(),
                        new Candidate(
                                option.candidate().storeId(),
                                Applicable.stating(option.candidate().offer(), List.of()),
                                option.candidate().availability()),
                        option.units(),
                        option.whole());
        int units = option.whole() ? option.units() : 1;
        return pricer.price(
                        new StoreCart(
                                List.of(plain.line("line", units)),
                                List.of(),
                                Optional.empty(),
                                store.profile()),
                        store.shopper(),
                        now)
                .goods()
                .minor();
    }

    private long onLine(Promotion promotion, Option option, boolean isAlone) {
        OfferTerms offer = option.candidate().offer();
        int units = option.whole() ? option.units() : 1;
        if (Engines.goesLineByLine(store.profile(), promotion.stage())
                && !ExactNumbers.isForEachUnit(promotion.benefit())) {
            // such an engine repeats for every line what is meant once
            return offer.unitPrice().minor() * units;
        }
        if (isOnceOverOrder(promotion.benefit())) {
            return 0;
        }
        return new LineBound(offer.upstreamId(), offer.unitPrice().minor(), units, isAlone)
                .most(promotion.benefit());
    }

    /** What is bounded over the order and not line by line. */
    private static boolean isOnceOverOrder(Benefit benefit) {
        return benefit instanceof Benefit.Ladder
                || benefit instanceof Benefit.StepOff
                || benefit instanceof Benefit.StoredValue
                || benefit instanceof Benefit.DepositBoost
                || (benefit instanceof Benefit.AmountOff(var _, Benefit.AmountOff.Per per)
                        && per == Benefit.AmountOff.Per.ORDER)
                || (benefit instanceof Benefit.PercentOff(var _, var cap) && cap.isPresent());
    }

    private static boolean mayLower(Promotion promotion, OfferTerms offer) {
        return switch (promotion.benefit()) {
            case Benefit.BuyThisGetThat(var _, Scope that, var _, var _, var _, var _) ->
                    mayReach(that, offer);
            case Benefit.AddOnPrice(Scope addOns, var _, var _) -> mayReach(addOns, offer);
            case Benefit.SetPrice(Map<String, Integer> set, var _) ->
                    set.containsKey(offer.upstreamId());
            case Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.AmountOff _,
                    Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    mayReach(promotion.scope(), offer);
        };
    }

    /** Whether an offer may lie in a scope; in doubt it does. */
    private static boolean mayReach(Scope scope, OfferTerms offer) {
        return switch (scope) {
            case Scope.ThisOffer _,
                    Scope.WholeStore _,
                    Scope.NotReduced _,
                    Scope.BestBeforeWithin _ ->
                    true;
            case Scope.Listings(Set<String> ids) -> ids.contains(offer.upstreamId());
            case Scope.Categories(Set<String> names) ->
                    offer.category().stream().anyMatch(name -> isAmong(name, names));
            case Scope.Brands(Set<String> names) ->
                    offer.brand().filter(name -> isAmong(name, names)).isPresent();
            case Scope.Except(Scope of, Scope _) -> mayReach(of, offer);
            case Scope.AllOf(List<Scope> all) ->
                    all.stream().allMatch(each -> mayReach(each, offer));
            case Scope.Unmodelled(String _) -> false;
        };
    }

    private static boolean isAmong(Localized name, Set<String> names) {
        return name.byLanguage().values().stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .anyMatch(text ->
                        names.stream()
                                .anyMatch(each ->
                                        each.strip().toLowerCase(Locale.ROOT).equals(text)));
    }

    private void order(Promotion promotion, List<Integer> reached, long mostSpend) {
        if (!isOnceOverOrder(promotion.benefit()) || reached.isEmpty()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        long least = leastSpend(promotion.trigger());
        switch (promotion.benefit()) {
            case Benefit.PercentOff(long rate, var cap) ->
                    steps.add(rate(least, rate, cap.map(Money::minor).orElse(Step.NO_END)));
            case Benefit.AmountOff(Money amount, var _) ->
                    steps.add(Step.fixed(least, withTax(amount.minor()), 0));
            case Benefit.StoredValue(Money value, var _, var _) ->
                    steps.add(Step.fixed(0, withTax(value.minor()), 0));
            case Benefit.DepositBoost(Money deposit, Money countsAs) ->
                    steps.add(Step.fixed(0, withTax(countsAs.minor() - deposit.minor()), 0));
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) -> ladder(rungs, least, steps);
            case Benefit.StepOff(Money every, Money off, var times) ->
                    repeats(
                            every.minor(),
                            off.minor(),
                            times.orElse(Integer.MAX_VALUE),
                            mostSpend,
                            steps);
            case Benefit.UnitPrice _,
                    Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.SetPrice _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    throw new IllegalStateException("not over an order: " + promotion.benefit());
        }
        slots.add(new StoreNumbers.Slots(reached, lane(promotion), steps));
    }

    private void ladder(List<Benefit.Ladder.Rung> rungs, long least, List<Step> steps) {
        for (Benefit.Ladder.Rung rung : rungs) {
            long from =
                    rung.reach() instanceof Reach.Spend(Money amount)
                            ? Math.max(least, amount.minor())
                            : least;
            steps.add(
                    switch (rung.reward()) {
                        case Reward.Amount(Money off) -> Step.fixed(from, withTax(off.minor()), 0);
                        case Reward.Rate(long rate) -> rate(from, rate, Step.NO_END);
                    });
        }
    }

    /** As many steps as matter; beyond them the highest share that each-full ever gives. */
    private void repeats(long every, long off, int times, long mostSpend, List<Step> steps) {
        long full = Math.min(times, mostSpend / every);
        if (full > 60) {
            steps.add(rate(every, Math.ceilDiv(off * Money.PPM, every), withTax(full * off)));
            return;
        }
        for (long k = 1; k <= full; k++) {
            steps.add(Step.fixed(k * every, withTax(k * off), 0));
        }
    }

    /** A share with room for the rounding of every unit. */
    private Step rate(long from, long ratePpm, long cap) {
        long units = 0;
        for (Option option : options) {
            units += option.units();
        }
        long most = cap == Step.NO_END ? cap : withTax(cap);
        return new Step(from, Step.NO_END, units, 0, ratePpm, 0, most);
    }

    private int lane(Promotion promotion) {
        boolean isOneOfLane =
                promotion.stacking().isEmpty()
                        && Engines.takesOne(store.profile(), promotion.stage())
                        && (promotion.stage() == Stage.STORE_ORDER
                                || promotion.stage() == Stage.STORE_COUPON);
        return isOneOfLane
                ? laneOf.computeIfAbsent(promotion.stage(), _ -> laneOf.size())
                : Slot.FREE;
    }

    /** The spend a trigger surely asks for. */
    private static long leastSpend(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var side) -> side.isEmpty() ? amount.minor() : 0;
            case Trigger.AllOf(List<Trigger> all) ->
                    all.stream().mapToLong(LeastNumbers::leastSpend).max().orElse(0);
            case Trigger.AnyOf(List<Trigger> any) ->
                    any.stream().mapToLong(LeastNumbers::leastSpend).min().orElse(0);
            case Trigger.Always _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.Unmodelled _ ->
                    0;
        };
    }

    private long fee(List<Promotion> wide, Map<String, Set<Promotion>> ofOffers) {
        DeliveryTerms terms =
                store.delivery()
                        .filter(stated ->
                                stated.fee()
                                        .currency()
                                        .equals(
                                                options.getFirst()
                                                        .candidate()
                                                        .offer()
                                                        .unitPrice()
                                                        .currency()))
                        .orElse(null);
        if (terms == null) {
            return 0;
        }
        long highest = terms.highestFee().minor();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.fixed(0, 0, highest - lowest(terms)));
        terms.freeFrom().ifPresent(from -> steps.add(Step.fixed(from.minor(), 0, highest)));
        Set<Promotion> all = new HashSet<>(wide);
        ofOffers.values().forEach(all::addAll);
        all.stream()
                .filter(promotion -> promotion.benefit() instanceof Benefit.DeliveryOff)
                .mapToLong(promotion -> leastSpend(promotion.trigger()))
                .min()
                .ifPresent(least -> steps.add(Step.fixed(least, 0, highest)));
        List<Integer> everything = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            everything.add(i);
        }
        slots.add(new StoreNumbers.Slots(everything, Slot.FREE, steps));
        return highest;
    }

    private long lowest(DeliveryTerms terms) {
        boolean goesByWeight =
                terms.table()
                        .filter(table -> table.measure() == DeliveryTable.Measure.GRAMS)
                        .isPresent();
        boolean isAnyWeightUnknown =
                options.stream()
                        .anyMatch(option -> option.candidate().offer().article().grams().isEmpty());
        if (goesByWeight && isAnyWeightUnknown) {
            return 0;
        }
        long least = terms.fee().minor();
        for (DeliveryTable.Row row : terms.table().map(DeliveryTable::rows).orElse(List.of())) {
            least = Math.min(least, row.fee().minor());
        }
        return least;
    }
}
