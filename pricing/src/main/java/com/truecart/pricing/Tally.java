package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is left to pay on each line while a cart is worked through, and what has been taken off by
 * which promotion.
 */
final class Tally {

    private final StoreCart cart;
    private final Currency currency;

    /**
     * Lines by id and offers by key: the order the caller put them in must not decide who gets an
     * odd cent.
     */
    private final List<CartLine> lines;

    private final List<OfferTerms> offers;
    private final int[] offerOf;
    private final Money[] left;
    private final List<List<PricedLine.Saving>> savings = new ArrayList<>();
    private final Map<Promotion, Money> taken = new LinkedHashMap<>();

    Tally(StoreCart cart) {
        this.cart = cart;
        this.currency = cart.currency();
        this.lines = cart.lines().stream().sorted(Comparator.comparing(CartLine::lineId)).toList();
        TreeMap<String, OfferTerms> byKey = new TreeMap<>();
        lines.forEach(line -> byKey.put(line.offer().upstreamId(), line.offer()));
        this.offers = List.copyOf(byKey.values());
        List<String> keys = List.copyOf(byKey.keySet());
        this.offerOf =
                lines.stream().mapToInt(line -> keys.indexOf(line.offer().upstreamId())).toArray();
        this.left = lines.stream().map(Tally::before).toArray(Money[]::new);
        lines.forEach(_ -> savings.add(new ArrayList<>()));
    }

    List<OfferTerms> offers() {
        return offers;
    }

    int quantity(int offer) {
        int units = 0;
        for (int i = 0; i < offerOf.length; i++) {
            if (offerOf[i] == offer) {
                units += lines.get(i).quantity();
            }
        }
        return units;
    }

    int units(Collection<Integer> some) {
        return some.stream().mapToInt(this::quantity).sum();
    }

    Money spend(Collection<Integer> some) {
        Money spend = Money.zero(currency);
        for (int i = 0; i < offerOf.length; i++) {
            if (some.contains(offerOf[i])) {
                spend = spend.plus(left[i]);
            }
        }
        return spend;
    }

    Money goods() {
        return Arrays.stream(left).reduce(Money.zero(currency), Money::plus);
    }

    /** What a rule takes off its offers as they stand now. */
    long saving(Rule rule) {
        List<long[]> units = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            units.add(UnitPrices.evenly(spend(List.of(i)).minor(), quantity(i)));
        }
        return rule.countsEachOfferApart()
                ? rule.offers().stream()
                        .mapToLong(offer -> Savings.of(rule.benefit(), units.get(offer)))
                        .sum()
                : Savings.of(rule.benefit(), QuantityStage.merged(units, rule.offers()));
    }

    /** Takes a saving off the lines of these offers, in proportion to what is left on each. */
    void take(Promotion promotion, Collection<Integer> some, long saving) {
        List<Long> weights = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            weights.add(some.contains(offerOf[i]) ? left[i].minor() : 0L);
        }
        Money off = new Money(saving, currency);
        List<Money> shares = off.allocate(weights);
        for (int i = 0; i < left.length; i++) {
            if (shares.get(i).isPositive()) {
                left[i] = left[i].minus(shares.get(i));
                savings.get(i).add(new PricedLine.Saving(promotion, shares.get(i)));
            }
        }
        taken.merge(promotion, off, Money::plus);
    }

    /** The steps from the list price to the goods; the caller may add to them. */
    List<PriceStep> steps() {
        Money list = Money.zero(currency);
        Money asked = Money.zero(currency);
        for (CartLine line : lines) {
            list = list.plus(line.offer().list().times(line.quantity()));
            asked = asked.plus(before(line));
        }
        List<PriceStep> steps = new ArrayList<>();
        steps.add(new PriceStep(PriceStep.Kind.LIST, Optional.empty(), list, list));
        if (!asked.equals(list)) {
            steps.add(
                    new PriceStep(
                            PriceStep.Kind.STORE_PRICE,
                            Optional.empty(),
                            asked.minus(list),
                            asked));
        }
        Money running = asked;
        for (Map.Entry<Promotion, Money> each : taken.entrySet()) {
            running = running.minus(each.getValue());
            steps.add(
                    new PriceStep(
                            PriceStep.Kind.PROMOTION,
                            Optional.of(each.getKey()),
                            each.getValue().negated(),
                            running));
        }
        return steps;
    }

    /** The lines in the order of the cart. */
    List<PricedLine> lines() {
        Map<String, PricedLine> byId = new HashMap<>();
        for (int i = 0; i < left.length; i++) {
            CartLine line = lines.get(i);
            byId.put(line.lineId(), new PricedLine(line, before(line), savings.get(i), left[i]));
        }
        List<PricedLine> ordered = new ArrayList<>();
        for (CartLine line : cart.lines()) {
            PricedLine priced = byId.get(line.lineId());
            if (priced != null) {
                ordered.add(priced);
            }
        }
        return ordered;
    }

    private static Money before(CartLine line) {
        return line.offer().unitPrice().times(line.quantity());
    }
}
