package com.truecart.connector.magento;

import com.truecart.connector.magento.Cart.Side;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of a cart's total. What is binding is the total; the parts explain it, and where taxes
 * are hidden in discounts, or discounts lower taxes, only one side of the tax adds up.
 *
 * @param delivery the fee, and what the shop adds beside it without a name: a fee for paying on
 *     delivery
 * @param tax what comes on top of the others
 */
record Summed(
        List<QuotedLine> lines,
        List<Discount> discounts,
        Money goods,
        Money delivery,
        Money tax,
        Money total) {

    static Summed of(Cart cart, List<OrderLine> lines) {
        Side shown = cart.shown();
        return side(cart, lines, shown)
                .or(() -> side(cart, lines, shown.other()))
                .orElseGet(() -> withFee(cart, lines));
    }

    /** The cart seen from one side, if that adds up. */
    private static Optional<Summed> side(Cart cart, List<OrderLine> lines, Side side) {
        Money tax =
                switch (side) {
                    case WITH_TAX -> Money.zero(cart.total().currency());
                    case WITHOUT_TAX -> cart.taxes();
                };
        Money delivery = cart.delivery(side);
        return without(cart, side, delivery, tax).equals(cart.total())
                ? Optional.of(made(cart, lines, side, delivery, tax))
                : Optional.empty();
    }

    /** An amount nothing explains comes beside the delivery; one below nothing is no quote. */
    private static Summed withFee(Cart cart, List<OrderLine> lines) {
        Money explained =
                without(cart, Side.WITHOUT_TAX, cart.delivery(Side.WITHOUT_TAX), cart.taxes());
        Money fee = cart.total().minus(explained);
        if (fee.isNegative()) {
            throw new Drifted(
                    "the cart does not add up: its parts make "
                            + explained
                            + ", it asks for "
                            + cart.total());
        }
        return made(
                cart,
                lines,
                Side.WITHOUT_TAX,
                cart.delivery(Side.WITHOUT_TAX).plus(fee),
                cart.taxes());
    }

    private static Money without(Cart cart, Side side, Money delivery, Money tax) {
        Money sum = cart.goods(side).plus(delivery).plus(tax);
        for (Discount discount : cart.discounts()) {
            sum = sum.minus(discount.amount());
        }
        return sum;
    }

    private static Summed made(
            Cart cart, List<OrderLine> lines, Side side, Money delivery, Money tax) {
        return new Summed(
                quoted(cart, lines, side),
                cart.discounts(),
                cart.goods(side),
                delivery,
                tax,
                cart.total());
    }

    /** A listing asked for twice is one row there: the last line of it takes what is left. */
    private static List<QuotedLine> quoted(Cart cart, List<OrderLine> lines, Side side) {
        Map<String, Integer> unitsLeft = new TreeMap<>(Cart.wanted(lines));
        Map<String, Money> rowLeft = new TreeMap<>();
        lines.forEach(line -> rowLeft.put(line.upstreamId(), cart.row(line, side)));
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : lines) {
            Money unit = cart.unit(line, side);
            int left = unitsLeft.getOrDefault(line.upstreamId(), 0) - line.quantity();
            Money row = rowLeft.getOrDefault(line.upstreamId(), unit);
            Money share = left == 0 ? row : unit.times(line.quantity());
            unitsLeft.put(line.upstreamId(), left);
            rowLeft.put(line.upstreamId(), row.minus(share));
            quoted.add(new QuotedLine(line, unit, share));
        }
        return quoted;
    }
}
