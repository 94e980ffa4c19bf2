package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what was worked out for one store into money, to the cent, with the proof. */
final class Settlement {

    private final Calculation.Result result;
    private final Running running;
    private final Positions positions;
    private final int store;
    private final StoreCart cart;
    private final Currency currency;
    private final long ticks;

    Settlement(Calculation.Result result, int store) {
        this.result = result;
        this.running = result.running();
        this.positions = running.positions();
        this.store = store;
        this.cart = positions.carts().get(store);
        this.currency = cart.currency();
        this.ticks = running.profile().precision().ticks();
    }

    PricedCart priced(Instant now) {
        Map<String, PricedLine> byId = new HashMap<>();
        long[] goodsOf = wholeMinor();
        for (int i = 0; i < positions.goods(); i++) {
            if (positions.store(i) == store) {
                settle(i, goodsOf[i], byId);
            }
        }
        List<PricedLine> lines = new ArrayList<>();
        for (CartLine line : cart.lines()) {
            PricedLine priced = byId.get(line.lineId());
            if (priced != null) {
                lines.add(priced);
            }
        }
        Money goods =
                lines.stream().map(PricedLine::payable).reduce(Money.zero(currency), Money::plus);
        List<PriceStep> steps = steps(lines);
        Optional<Money> delivery = delivery(steps);
        Notes notes = new Notes(result, store);
        List<Promotion> applied =
                steps.stream().flatMap(step -> step.promotion().stream()).toList();
        return new PricedCart(
                lines,
                steps.getFirst().change(),
                steps,
                goods,
                delivery,
                delivery.map(goods::plus).orElse(goods),
                notes.notApplied(applied),
                notes.gifts(),
                notes.valueBack(Map.of(store, lines)),
                result.outcome().isProvenBest(),
                now);
    }

    /**
     * What is left at each position in whole minor units; with the fee they come to the rounded sum
     * of goods and fee. The cents that rounding down leaves over go where most was cut, so a
     * position without a fraction stays as it is.
     */
    private long[] wholeMinor() {
        long[] whole = running.left().clone();
        if (ticks == 1) {
            return whole;
        }
        long[] fractions = new long[positions.goods()];
        long over = result.asked(store) - minor(running.left(positions.fee(store)));
        for (int i = 0; i < fractions.length; i++) {
            if (positions.store(i) == store) {
                fractions[i] = whole[i] % ticks;
                over -= whole[i] / ticks;
            }
            whole[i] /= ticks;
        }
        for (long cents = over; cents > 0; cents--) {
            int most = 0;
            for (int i = 1; i < fractions.length; i++) {
                if (fractions[i] > fractions[most]) {
                    most = i;
                }
            }
            whole[most]++;
            fractions[most] = 0;
        }
        return whole;
    }

    /** The lines of one position, with their shares of what was taken off it. */
    private void settle(int position, long payable, Map<String, PricedLine> byId) {
        List<CartLine> lines = positions.lines(position);
        long before = before(lines.getFirst()) / lines.getFirst().quantity() * units(lines);
        long tax = Rates.divide(running.taxOf(position), ticks, RoundingMode.HALF_UP);
        List<Promotion> promotions = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        amountsTaken(position, before + tax - payable, promotions, amounts);
        // where no promotion can bear a cent of rounding the whole, the tax does
        tax = payable - before + amounts.stream().mapToLong(Long::longValue).sum();
        long[] weights = new long[lines.size()];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = lines.get(l).quantity();
        }
        List<List<PricedLine.Saving>> savings = new ArrayList<>();
        long[] left = new long[weights.length];
        for (int l = 0; l < weights.length; l++) {
            savings.add(new ArrayList<>());
            left[l] = before(lines.get(l));
        }
        for (int s = 0; s < promotions.size(); s++) {
            long[] shares = shares(amounts.get(s), left);
            for (int l = 0; l < weights.length; l++) {
                left[l] -= shares[l];
                if (shares[l] > 0) {
                    savings.get(l)
                            .add(
                                    new PricedLine.Saving(
                                            promotions.get(s), new Money(shares[l], currency)));
                }
            }
        }
        long[] taxes = Spreads.largestRemainder(tax, weights, units(lines));
        for (int l = 0; l < weights.length; l++) {
            CartLine line = lines.get(l);
            byId.put(
                    line.lineId(),
                    new PricedLine(
                            line,
                            new Money(before(line), currency),
                            savings.get(l),
                            new Money(taxes[l], currency),
                            new Money(left[l] + taxes[l], currency)));
        }
    }

    private static long units(List<CartLine> lines) {
        return lines.stream().mapToLong(CartLine::quantity).sum();
    }

    private static long before(CartLine line) {
        return line.offer().unitPrice().minor() * line.quantity();
    }

    /**
     * One line alone takes the whole; several lines of one offer take in proportion to what each
     * still costs.
     */
    private static long[] shares(long amount, long[] left) {
        if (left.length == 1) {
            return new long[] {amount};
        }
        return Spreads.largestRemainder(amount, left, sum(left));
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /**
     * What each promotion took off a position in whole minor units, together exactly what is
     * missing; fractions of a minor unit are carried from one promotion to the next.
     */
    private void amountsTaken(
            int position, long together, List<Promotion> promotions, List<Long> amounts) {
        long exact = 0;
        long given = 0;
        Map<Promotion, Long> taken = new LinkedHashMap<>();
        for (Running.Taken each : running.taken(position)) {
            exact += each.amount();
            long until = Rates.divide(exact, ticks, RoundingMode.HALF_UP);
            taken.merge(each.rule().promotion(), until - given, Long::sum);
            given = until;
        }
        long rest = together - given;
        for (Map.Entry<Promotion, Long> each : taken.entrySet()) {
            // a cent by which rounding the whole differs from rounding the parts goes to the first
            // that can
            long amount = Math.max(0, each.getValue() + rest);
            rest -= amount - each.getValue();
            promotions.add(each.getKey());
            amounts.add(amount);
        }
    }

    /** The steps from the list price to the goods; delivery is added to them. */
    private List<PriceStep> steps(List<PricedLine> lines) {
        Money list = Money.zero(currency);
        Money asked = Money.zero(currency);
        Money tax = Money.zero(currency);
        Map<Promotion, Money> taken = new LinkedHashMap<>();
        running.promotions().forEach(promotion -> taken.put(promotion, Money.zero(currency)));
        for (PricedLine line : lines) {
            list = list.plus(line.line().offer().list().times(line.line().quantity()));
            asked = asked.plus(line.before());
            tax = tax.plus(line.tax());
            for (PricedLine.Saving saving : line.savings()) {
                taken.merge(saving.promotion(), saving.amount(), Money::plus);
            }
        }
        List<PriceStep> steps = new ArrayList<>();
        steps.add(new PriceStep(PriceStep.Kind.LIST, Optional.empty(), list, list));
        if (!asked.equals(list)) {
            add(steps, PriceStep.Kind.STORE_PRICE, Optional.empty(), asked.minus(list));
        }
        taken.forEach((promotion, amount) -> {
            if (amount.isPositive()) {
                add(steps, PriceStep.Kind.PROMOTION, Optional.of(promotion), amount.negated());
            }
        });
        if (!tax.isZero()) {
            add(steps, PriceStep.Kind.TAX, Optional.empty(), tax);
        }
        return steps;
    }

    private Optional<Money> delivery(List<PriceStep> steps) {
        int position = positions.fee(store);
        if (!running.isFeeKnown(position)) {
            return Optional.empty();
        }
        long fee = running.left(position);
        for (Running.Taken each : running.taken(position)) {
            fee += each.amount();
        }
        long paid = minor(running.left(position));
        long asked = minor(fee);
        add(steps, PriceStep.Kind.DELIVERY, Optional.empty(), new Money(asked, currency));
        List<Promotion> promotions = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        amountsTaken(position, asked - paid, promotions, amounts);
        for (int s = 0; s < promotions.size(); s++) {
            if (amounts.get(s) > 0) {
                add(
                        steps,
                        PriceStep.Kind.PROMOTION,
                        Optional.of(promotions.get(s)),
                        new Money(-amounts.get(s), currency));
            }
        }
        return Optional.of(new Money(paid, currency));
    }

    private long minor(long amount) {
        return running.profile().precision().minor(amount);
    }

    private static void add(
            List<PriceStep> steps,
            PriceStep.Kind kind,
            Optional<Promotion> promotion,
            Money change) {
        steps.add(new PriceStep(kind, promotion, change, steps.getLast().after().plus(change)));
    }
}
