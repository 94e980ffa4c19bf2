package com.truecart.pricing;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What would be bought at one store, in one currency.
 *
 * @param lines at least one; the ids are unique, and lines of the same offer state the same terms
 * @param storePromotions those of the store as a whole; each offer carries its own besides
 * @param delivery the stated terms; empty where the fee is unknown or not asked for
 */
public record StoreCart(
        List<CartLine> lines, List<Promotion> storePromotions, Optional<DeliveryTerms> delivery) {

    public StoreCart {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: at least one is needed");
        }
        lines = List.copyOf(lines);
        storePromotions = List.copyOf(storePromotions);
        Set<String> ids = new HashSet<>();
        Map<String, OfferTerms> offers = new HashMap<>();
        Currency currency = lines.getFirst().offer().unitPrice().currency();
        for (CartLine line : lines) {
            if (!ids.add(line.lineId())) {
                throw new IllegalArgumentException("two lines are called " + line.lineId());
            }
            if (!line.offer().unitPrice().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "one cart, two currencies: "
                                + line.offer().unitPrice()
                                + " and "
                                + currency);
            }
            OfferTerms earlier = offers.putIfAbsent(line.offer().upstreamId(), line.offer());
            if (earlier != null && !earlier.equals(line.offer())) {
                throw new IllegalArgumentException(
                        "two lines state different terms for " + line.offer().upstreamId());
            }
        }
        if (delivery.isPresent() && !isIn(currency, delivery.get())) {
            throw new IllegalArgumentException(
                    "the delivery terms " + delivery.get() + " are not in " + currency);
        }
    }

    /** The currency of all its lines. */
    public Currency currency() {
        return lines.getFirst().offer().unitPrice().currency();
    }

    /** Whether delivery terms are stated in this currency, threshold included. */
    public static boolean isIn(Currency currency, DeliveryTerms terms) {
        return terms.fee().currency().equals(currency)
                && terms.freeFrom().map(Money::currency).orElse(currency).equals(currency);
    }
}
