package com.truecart.realshops.vendure;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as {@link Reckoning} carries it from pass to pass. Fractions are doubles, and sums are
 * made in the shop's order: half a cent falls to one side or the other by the last bit.
 */
final class ReckonedLine {
    final Variant variant;
    final int quantity;
    private final boolean withTax;
    private final List<Adjustment> adjustments = new ArrayList<>();

    /** What a promotion takes off the whole line, on the side of the list price. */
    record Adjustment(long promotionId, boolean ofOrder, long amount) {}

    ReckonedLine(Variant variant, int quantity, boolean withTax) {
        this.variant = variant;
        this.quantity = quantity;
        this.withTax = withTax;
    }

    void forget() {
        adjustments.clear();
    }

    /** Takes off no more than is left. */
    void add(long promotionId, boolean ofOrder, long amount) {
        TaxedAmount left = proratedLine();
        long limited = Math.max(-(withTax ? left.gross() : left.net()), amount);
        if (limited != 0) {
            adjustments.add(new Adjustment(promotionId, ofOrder, limited));
        }
    }

    TaxedAmount proratedLine() {
        return times(unit(true), quantity);
    }

    QuotedLine quoted() {
        double list = variant.listPrice();
        return new QuotedLine(
                variant.id(),
                quantity,
                Reckoning.decimal(variant.taxRate().doubleValue()),
                times(list, 1),
                times(list, quantity),
                times(unit(false), 1),
                times(unit(false), quantity),
                times(unit(true), 1),
                proratedLine(),
                discounts());
    }

    private List<QuotedDiscount> discounts() {
        DiscountSums sums = new DiscountSums();
        for (Adjustment adjustment : adjustments) {
            double share = (double) adjustment.amount() / quantity * quantity;
            sums.add(adjustment.promotionId(), net(share), gross(share));
        }
        return sums.quoted();
    }

    private double unit(boolean all) {
        double off = 0;
        for (Adjustment adjustment : adjustments) {
            if (all || !adjustment.ofOrder()) {
                off += (double) adjustment.amount() / quantity;
            }
        }
        return variant.listPrice() + off;
    }

    private TaxedAmount times(double unit, int count) {
        return new TaxedAmount(Math.round(net(unit) * count), Math.round(gross(unit) * count));
    }

    private double net(double amount) {
        return withTax ? Reckoning.net(amount, rate()) : amount;
    }

    private double gross(double amount) {
        return withTax ? amount : Reckoning.gross(amount, rate());
    }

    private double rate() {
        return variant.taxRate().doubleValue();
    }
}
