package com.truecart.app.order;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.SoldParts.SoldLine;
import com.truecart.model.Money;
import com.truecart.spi.PaymentMethod;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whether what would be ordered in the place of goods that a store did not have is still within
 * what the shopper agreed to. Measured from what was agreed to at the checkout, not from what was
 * ordered in its place before: allowances do not add up.
 */
@Component
class ConsentLimit {

    /**
     * What was agreed to.
     *
     * @param total for all lines of the part, with delivery
     * @param others what else was ordered in the place of the same part and is not refused
     */
    record Agreed(
            MerchantOfRecord merchant,
            PaymentMethod paymentMethod,
            Money total,
            Money others,
            List<SoldLine> lines,
            ShortagePolicy policy) {
        Agreed {
            lines = List.copyOf(lines);
        }
    }

    /**
     * All that is wanted and nothing else, paid to the same and in the same way, no line and no
     * total above what was agreed and the allowance. What is paid to Truecart never costs more than
     * was agreed: only so much was held.
     *
     * @param wanted units by product
     */
    boolean covers(Agreed agreed, Map<ProductId, Integer> wanted, Collection<NewSubOrder> offered) {
        return !offered.isEmpty()
                && offered.stream().allMatch(one -> isPaidAsAgreed(agreed, one))
                && units(offered).equals(wanted)
                && wanted.keySet().stream().allMatch(product -> line(agreed, product, offered))
                && total(agreed, offered);
    }

    private static boolean isPaidAsAgreed(Agreed agreed, NewSubOrder offered) {
        return offered.merchant() == agreed.merchant()
                && offered.quoted().total().currency().equals(agreed.total().currency())
                && switch (agreed.merchant()) {
                    case THE_STORE -> offered.request().paymentMethod() == agreed.paymentMethod();
                    // how we pay the store is no matter of the shopper's
                    case TRUECART -> true;
                };
    }

    private static Map<ProductId, Integer> units(Collection<NewSubOrder> offered) {
        Map<ProductId, Integer> units = new HashMap<>();
        offered.stream()
                .flatMap(one -> one.lines().stream())
                .forEach(line -> units.merge(line.product(), line.quantity(), Integer::sum));
        return units;
    }

    /**
     * Per unit, in whole numbers: asked · 100 · units agreed ≤ agreed · (100 + x) · units asked.
     */
    private static boolean line(Agreed agreed, ProductId product, Collection<NewSubOrder> offered) {
        long agreedUnits = 0;
        long agreedMinor = 0;
        for (SoldLine line : agreed.lines()) {
            if (line.product().equals(product)) {
                agreedUnits += line.quantity();
                agreedMinor += line.quoted().minor();
            }
        }
        long units = 0;
        long minor = 0;
        for (NewSubOrder one : offered) {
            for (NewOrder.NewLine line : one.lines()) {
                if (line.product().equals(product)) {
                    units += line.quantity();
                    minor += line.quoted().minor();
                }
            }
        }
        return Math.multiplyExact(Math.multiplyExact(minor, 100L), agreedUnits)
                <= Math.multiplyExact(
                        Math.multiplyExact(agreedMinor, 100L + agreed.policy().percent()), units);
    }

    private static boolean total(Agreed agreed, Collection<NewSubOrder> offered) {
        Money sum =
                offered.stream()
                        .map(one -> one.quoted().total())
                        .reduce(agreed.others(), Money::plus);
        Money most =
                switch (agreed.merchant()) {
                    case THE_STORE -> agreed.policy().ceiling(agreed.total());
                    case TRUECART -> agreed.total();
                };
        return sum.compareTo(most) <= 0;
    }
}
