package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works out what comes back where units of a paid cart are returned, in one return or in several.
 *
 * <p>All returns together never give back more than was paid, and exactly that once everything has
 * come back, in whatever order. Stateless, so one serves all threads.
 */
public final class Refunds {

    /**
     * What this return gives back.
     *
     * @param earlier the refunds of this cart so far, under the same policy
     * @param returned how many units come back now, by line id; at least one line, each with at
     *     least one unit and no more than are still kept, else it is refused by the line's name
     * @throws IllegalArgumentException where the kept units would have to be priced anew and a
     *     promotion took part that this cart alone does not state, as one of a platform: whether it
     *     still holds depends on what was bought at the other stores
     */
    public Refund refund(
            PaidCart paid,
            List<Refund> earlier,
            Map<String, Integer> returned,
            RefundPolicy policy) {
        if (policy.goods() == RefundPolicy.Goods.REPRICED) {
            requireStated(paid);
        }
        return refund(Bought.of(paid), earlier, returned, policy);
    }

    /**
     * What this return gives back of an order at several stores of one platform. The fees of all
     * its stores come back with its last unit, where they do.
     *
     * @param earlier the refunds of this order so far, under the same policy
     * @param returned how many units come back now, by {@link PaidPlatformCart#lineId}; refused as
     *     at one store
     */
    public Refund refund(
            PaidPlatformCart paid,
            List<Refund> earlier,
            Map<String, Integer> returned,
            RefundPolicy policy) {
        return refund(Bought.of(paid), earlier, returned, policy);
    }

    private static Refund refund(
            Bought paid, List<Refund> earlier, Map<String, Integer> returned, RefundPolicy policy) {
        Map<String, Integer> before = unitsOf(earlier);
        requireKept(paid, before, returned);
        Map<String, Integer> after = new TreeMap<>(before);
        returned.forEach((id, units) -> after.merge(id, units, Integer::sum));
        List<Refund.Line> lines = lines(paid, before, returned);
        Money shares = sum(paid, lines);
        List<CartLine> kept = kept(paid, after);
        Money delivery = delivery(paid, kept, policy);
        return switch (policy.goods()) {
            case SHARE_OF_PAID -> new Refund(shares.plus(delivery), lines, List.of(), delivery);
            case REPRICED -> repriced(paid, earlier, lines, kept, delivery);
        };
    }

    private static Refund repriced(
            Bought paid,
            List<Refund> earlier,
            List<Refund.Line> lines,
            List<CartLine> kept,
            Money delivery) {
        Map<Promotion, Money> granted = new LinkedHashMap<>();
        Money cost = Money.zero(currency(paid));
        if (!kept.isEmpty()) {
            for (PricedLine line : paid.pricedAnew().apply(kept)) {
                cost = cost.plus(line.payable());
                line.savings()
                        .forEach(each ->
                                granted.merge(each.promotion(), each.amount(), Money::plus));
            }
        }
        Money goods = paid.goods().minus(cost);
        for (Refund each : earlier) {
            goods = goods.minus(each.goods());
        }
        goods = goods.max(Money.zero(currency(paid)));
        Money less = sum(paid, lines).minus(goods);
        Map<Promotion, Long> lost = less.isPositive() ? lost(paid, kept, granted) : Map.of();
        if (lost.isEmpty()) {
            return new Refund(goods.plus(delivery), amountingTo(goods, lines), List.of(), delivery);
        }
        List<Promotion> promotions = List.copyOf(lost.keySet());
        long[] shares = divide(less, lost.values().stream().mapToLong(each -> each).toArray());
        List<Refund.ClawBack> clawedBack = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                clawedBack.add(
                        new Refund.ClawBack(
                                promotions.get(i), new Money(shares[i], less.currency())));
            }
        }
        return new Refund(goods.plus(delivery), lines, clawedBack, delivery);
    }

    /**
     * What the kept units had of each promotion and have no more; where no single one has lost
     * anything, what each had given in all.
     */
    private static Map<Promotion, Long> lost(
            Bought paid, List<CartLine> kept, Map<Promotion, Money> granted) {
        Map<String, Integer> left = new TreeMap<>();
        kept.forEach(line -> left.put(line.lineId(), line.quantity()));
        Map<Promotion, Long> had = new LinkedHashMap<>();
        Map<Promotion, Long> all = new LinkedHashMap<>();
        for (PricedLine line : paid.lines()) {
            int units = left.getOrDefault(line.line().lineId(), 0);
            for (PricedLine.Saving saving : line.savings()) {
                long whole = saving.amount().minor();
                all.merge(saving.promotion(), whole, Long::sum);
                had.merge(
                        saving.promotion(),
                        Rates.portion(whole, units, line.line().quantity()),
                        Long::sum);
            }
        }
        granted.forEach((promotion, now) ->
                had.computeIfPresent(promotion, (_, then) -> Math.max(0, then - now.minor())));
        had.values().removeIf(each -> each == 0);
        return had.isEmpty() ? all : had;
    }

    /** The same lines with amounts that come to this together. */
    private static List<Refund.Line> amountingTo(Money goods, List<Refund.Line> lines) {
        long[] weights = lines.stream().mapToLong(line -> line.amount().minor()).toArray();
        if (Arrays.stream(weights).sum() == 0) {
            weights = lines.stream().mapToLong(Refund.Line::units).toArray();
        }
        long[] shares = divide(goods, weights);
        List<Refund.Line> same = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Refund.Line line = lines.get(i);
            same.add(
                    new Refund.Line(
                            line.lineId(), line.units(), new Money(shares[i], goods.currency())));
        }
        return same;
    }

    private static long[] divide(Money amount, long[] weights) {
        return Spreads.largestRemainder(amount.minor(), weights, Arrays.stream(weights).sum());
    }

    private static List<Refund.Line> lines(
            Bought paid, Map<String, Integer> before, Map<String, Integer> returned) {
        List<Refund.Line> lines = new ArrayList<>();
        for (PricedLine line : paid.lines()) {
            String id = line.line().lineId();
            Integer units = returned.get(id);
            if (units != null) {
                int earlier = before.getOrDefault(id, 0);
                lines.add(
                        new Refund.Line(
                                id,
                                units,
                                Bought.paidFor(line, earlier + units)
                                        .minus(Bought.paidFor(line, earlier))));
            }
        }
        return lines;
    }

    private static List<CartLine> kept(Bought paid, Map<String, Integer> after) {
        List<CartLine> kept = new ArrayList<>();
        for (PricedLine each : paid.lines()) {
            CartLine line = each.line();
            int left = line.quantity() - after.getOrDefault(line.lineId(), 0);
            if (left > 0) {
                kept.add(new CartLine(line.lineId(), line.offer(), left));
            }
        }
        return kept;
    }

    private static Money delivery(Bought paid, List<CartLine> kept, RefundPolicy policy) {
        Money nothing = Money.zero(currency(paid));
        return switch (policy.delivery()) {
            case NEVER -> nothing;
            case ON_FULL_RETURN -> kept.isEmpty() ? paid.delivery() : nothing;
        };
    }

    private static void requireStated(PaidCart paid) {
        Set<Promotion> stated = new HashSet<>(paid.cart().storePromotions());
        paid.cart().lines().forEach(line -> stated.addAll(line.offer().promotions()));
        for (PricedLine line : paid.priced().lines()) {
            for (PricedLine.Saving saving : line.savings()) {
                if (!stated.contains(saving.promotion())) {
                    throw new IllegalArgumentException(
                            "priced: promotion "
                                    + saving.promotion().ref()
                                    + " is not one of this cart, so the cart cannot be priced"
                                    + " anew without the others it was paid with");
                }
            }
        }
    }

    private static void requireKept(
            Bought paid, Map<String, Integer> before, Map<String, Integer> returned) {
        if (returned.isEmpty()) {
            throw new IllegalArgumentException("returned: at least one line is needed");
        }
        Map<String, Integer> bought = new TreeMap<>();
        paid.lines().forEach(line -> bought.put(line.line().lineId(), line.line().quantity()));
        returned.forEach((id, units) -> {
            Integer quantity = bought.get(id);
            if (quantity == null) {
                throw new IllegalArgumentException("line " + id + ": was not bought");
            }
            int kept = quantity - before.getOrDefault(id, 0);
            if (units < 1 || units > kept) {
                throw new IllegalArgumentException(
                        "line " + id + ": " + units + " units come back, kept are " + kept);
            }
        });
    }

    private static Map<String, Integer> unitsOf(List<Refund> refunds) {
        Map<String, Integer> units = new TreeMap<>();
        for (Refund refund : refunds) {
            refund.lines().forEach(line -> units.merge(line.lineId(), line.units(), Integer::sum));
        }
        return units;
    }

    private static Money sum(Bought paid, List<Refund.Line> lines) {
        return lines.stream()
                .map(Refund.Line::amount)
                .reduce(Money.zero(currency(paid)), Money::plus);
    }

    private static Currency currency(Bought paid) {
        return paid.goods().currency();
    }
}
