package com.truecart.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a store states about its delivery fee, before any quote.
 *
 * @param fee for one parcel of an order
 * @param freeFrom goods total (after goods promotions) from which the fee falls away, where the
 *     store states one
 * @param table fees that depend on the parcel, where the store states them; in the currency of
 *     {@code fee}
 */
public record DeliveryTerms(Money fee, Optional<Money> freeFrom, Optional<DeliveryTable> table) {
    public DeliveryTerms {
        Sound.requireNotNegative(fee, "fee");
        Sound.requireNotNegative(freeFrom, "freeFrom");
        for (DeliveryTable.Row row : table.map(DeliveryTable::rows).orElse(List.of())) {
            if (!row.fee().currency().equals(fee.currency())) {
                throw new IllegalArgumentException(
                        "table: the fee " + row.fee() + " is not in " + fee.currency());
            }
        }
    }

    /** One fee for every parcel. */
    public DeliveryTerms(Money fee, Optional<Money> freeFrom) {
        this(fee, freeFrom, Optional.empty());
    }

    /** The highest fee that can come of these terms. */
    public Money highestFee() {
        return table.map(DeliveryTable::rows).orElse(List.of()).stream()
                .map(DeliveryTable.Row::fee)
                .reduce(fee, Money::max);
    }

    /** The fee for goods of this total, where nothing depends on the parcel. */
    public Money feeFor(Money goods) {
        return feeFor(goods, OptionalInt.empty()).orElse(fee);
    }

    /**
     * The fee for goods of this total and weight; empty where it depends on a weight nobody knows.
     *
     * @param grams what the parcel weighs, where known
     */
    public Optional<Money> feeFor(Money goods, OptionalInt grams) {
        if (freeFrom.isPresent() && goods.compareTo(freeFrom.get()) >= 0) {
            return Optional.of(Money.zero(fee.currency()));
        }
        if (table.isEmpty()) {
            return Optional.of(fee);
        }
        return switch (table.get().measure()) {
            case GOODS -> Optional.of(table.get().feeAt(goods.minor(), fee));
            case GRAMS ->
                    grams.isPresent()
                            ? Optional.of(table.get().feeAt(grams.getAsInt(), fee))
                            : Optional.empty();
        };
    }
}
