package com.truecart.pricing;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store's cart with its price and the proof of it.
 *
 * @param lines in the order of the cart
 * @param steps from the list price to the payable amount; refused where they do not add up
 * @param goods the lines' payable amounts together
 * @param delivery the fee to pay; empty where the store states none, which is unknown, not free
 * @param payable goods and delivery
 * @param notApplied promotions that are not in the amount, and why
 * @param gifts what comes on top
 * @param valueBack what comes back later
 * @param isProvenBest false where a better combination may exist that was not looked at
 * @param asOf the moment this was worked out for
 */
public record PricedCart(
        List<PricedLine> lines,
        Money list,
        List<PriceStep> steps,
        Money goods,
        Optional<Money> delivery,
        Money payable,
        List<NotApplied> notApplied,
        List<GiftNote> gifts,
        List<ValueBackNote> valueBack,
        boolean isProvenBest,
        Instant asOf) {

    public PricedCart {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
        notApplied = List.copyOf(notApplied);
        gifts = List.copyOf(gifts);
        valueBack = List.copyOf(valueBack);
        PriceStep.requireAddUp(list, steps, payable);
        Money ofLines =
                lines.stream()
                        .map(PricedLine::payable)
                        .reduce(Money.zero(goods.currency()), Money::plus);
        if (!ofLines.equals(goods)) {
            throw new IllegalArgumentException("lines come to " + ofLines + ", goods to " + goods);
        }
        if (!delivery.map(goods::plus).orElse(goods).equals(payable)) {
            throw new IllegalArgumentException(
                    "goods " + goods + " and delivery " + delivery + " are not " + payable);
        }
    }
}
