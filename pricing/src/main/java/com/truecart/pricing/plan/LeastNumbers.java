package com.truecart.pricing.plan;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTable;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
                if (ScopeBound.mayReach(promotion.scope(), option.candidate().offer())) {
                    reached.add(i);
                }
                if (ScopeBound.mayLower(promotion, option.candidate().offer())) {
                    off[i] += onLine(promotion, option, false);
                }
            }
            order(promotion, reached, most);
        }
        List<StoreNumbers.Line> lines = new ArrayList<>();
        for (int i = 0; i < high.length; i++) {
            lines.add(
                    new StoreNumbers.Line(
                            high[i],
                            Math.max(0, high[i] - OrderBound.withTax(off[i], mostTaxPpm))));
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

    /** What an option's line comes to without any promotion, tax added where it is apart. */
    private long before(Option option) {
        OfferTerms plain = Applicable.stating(option.candidate().offer(), List.of());
        int units = option.whole() ? option.units() : 1;
        return pricer.price(
                        new StoreCart(
                                List.of(new CartLine("line", plain, units)),
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
        if (OrderBound.isOnceOverOrder(promotion.benefit())) {
            return 0;
        }
        return new LineBound(offer.upstreamId(), offer.unitPrice().minor(), units, isAlone)
                .most(promotion.benefit());
    }

    private void order(Promotion promotion, List<Integer> reached, long mostSpend) {
        if (OrderBound.isOnceOverOrder(promotion.benefit()) && !reached.isEmpty()) {
            long units = 0;
            for (Option option : options) {
                units += option.units();
            }
            slots.add(
                    new StoreNumbers.Slots(
                            reached,
                            lane(promotion),
                            new OrderBound(mostSpend, units, mostTaxPpm).steps(promotion)));
        }
    }

    private int lane(Promotion promotion) {
        boolean isOneOfLane =
                promotion.stacking().isEmpty()
                        && Engines.takesOne(
                                store.profile(),
                                promotion.stage(),
                                promotion.scope() instanceof Scope.WholeStore)
                        && (promotion.stage() == Stage.STORE_ORDER
                                || promotion.stage() == Stage.STORE_COUPON);
        return isOneOfLane
                ? laneOf.computeIfAbsent(promotion.stage(), _ -> laneOf.size())
                : Slot.FREE;
    }

    private long fee(List<Promotion> wide, Map<String, Set<Promotion>> ofOffers) {
        Currency currency = options.getFirst().candidate().offer().unitPrice().currency();
        if (store.delivery().filter(terms -> StoreCart.isIn(currency, terms)).isEmpty()) {
            return 0;
        }
        DeliveryTerms terms = store.delivery().get();
        long highest = terms.highestFee().minor();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.fixed(0, 0, highest - lowest(terms)));
        terms.freeFrom().ifPresent(from -> steps.add(Step.fixed(from.minor(), 0, highest)));
        Set<Promotion> all = new HashSet<>(wide);
        ofOffers.values().forEach(all::addAll);
        all.stream()
                .filter(promotion -> promotion.benefit() instanceof Benefit.DeliveryOff)
                .mapToLong(promotion -> OrderBound.leastSpend(promotion.trigger()))
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
