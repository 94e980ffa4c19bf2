package com.truecart.pricing;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What would be bought at one store, in one currency.
 *
 * @param lines at least one; the ids are unique, and lines of the same offer state the same terms
 * @param storePromotions those of the store as a whole; each offer carries its own besides
 * @param delivery the stated terms; empty where the fee is unknown or not asked for
 * @param profile how the store works a cart out
 */
public record StoreCart(
        List<CartLine> lines,
        List<Promotion> storePromotions,
        Optional<DeliveryTerms> delivery,
        EngineProfile profile) {

    /** More promotions on one cart than this are refused, not left out. */
    public static final int MOST_PROMOTIONS = 20_000;

    /** More units of one offer than this, over all its lines, are refused. */
    public static final int MOST_UNITS_OF_ONE_OFFER = 9_999;

    /** Above this many minor units a cart is refused, so that no sum or product overflows. */
    public static final long MOST_MINOR = 1_000_000_000_000L;

    /** A cart at a store of which the engine is not known. */
    public StoreCart(
            List<CartLine> lines,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery) {
        this(lines, storePromotions, delivery, EngineProfiles.OURS);
    }

    public StoreCart {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: at least one is needed");
        }
        lines = List.copyOf(lines);
        storePromotions = List.copyOf(storePromotions);
        long promotions = storePromotions.size();
        for (CartLine line : lines) {
            promotions += line.offer().promotions().size();
        }
        if (promotions > MOST_PROMOTIONS) {
            throw new IllegalArgumentException(
                    "storePromotions: at most "
                            + MOST_PROMOTIONS
                            + " promotions are priced on one cart, there are "
                            + promotions);
        }
        Set<String> ids = new HashSet<>();
        long total = 0;
        Map<String, OfferTerms> offers = new HashMap<>();
        Map<String, Integer> units = new HashMap<>();
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
            long each = line.offer().list().minor();
            total += each > MOST_MINOR / line.quantity() ? MOST_MINOR + 1 : each * line.quantity();
            if (total > MOST_MINOR) {
                throw new IllegalArgumentException(
                        "line "
                                + line.lineId()
                                + ": "
                                + line.quantity()
                                + " x "
                                + line.offer().list()
                                + " takes the cart above "
                                + new Money(MOST_MINOR, currency));
            }
            OfferTerms earlier = offers.putIfAbsent(line.offer().upstreamId(), line.offer());
            if (earlier != null && !earlier.equals(line.offer())) {
                throw new IllegalArgumentException(
                        "two lines state different terms for " + line.offer().upstreamId());
            }
            int ofIt = units.merge(line.offer().upstreamId(), line.quantity(), Integer::sum);
            if (ofIt > MOST_UNITS_OF_ONE_OFFER) {
                throw new IllegalArgumentException(
                        "line "
                                + line.lineId()
                                + ": takes "
                                + line.offer().upstreamId()
                                + " to "
                                + ofIt
                                + " units, at most "
                                + MOST_UNITS_OF_ONE_OFFER
                                + " of one offer are priced");
            }
        }
        if (delivery.isPresent() && delivery.get().highestFee().minor() > MOST_MINOR) {
            throw new IllegalArgumentException(
                    "delivery: the fee " + delivery.get().highestFee() + " is too large");
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

    /** How many promotions are stated, on offers and for the store. */
    int promotions() {
        int stated = storePromotions.size();
        for (CartLine line : lines) {
            stated += line.offer().promotions().size();
        }
        return stated;
    }

    /** What it may cost at most before tax: all list prices and the highest fee stated. */
    long mostMinor() {
        long most = 0;
        for (CartLine line : lines) {
            most += line.offer().list().minor() * line.quantity();
        }
        return most + delivery.map(DeliveryTerms::highestFee).map(Money::minor).orElse(0L);
    }

    /** What the whole parcel weighs; empty where one of its things has no known weight. */
    OptionalInt grams() {
        long grams = 0;
        for (CartLine line : lines) {
            OptionalInt each = line.offer().article().grams();
            if (each.isEmpty()) {
                return OptionalInt.empty();
            }
            grams += (long) each.getAsInt() * line.quantity();
        }
        return OptionalInt.of((int) Math.min(grams, Integer.MAX_VALUE));
    }

    /** Whether delivery terms are stated in this currency, threshold included. */
    public static boolean isIn(Currency currency, DeliveryTerms terms) {
        return terms.fee().currency().equals(currency)
                && terms.freeFrom().map(Money::currency).orElse(currency).equals(currency);
    }
}
