package com.truecart.app.compare;

import com.truecart.app.catalog.ProductFacts;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.WayToPayLess;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about one product.
 *
 * @param quantity how many units every price is for
 * @param offers cheapest delivered first
 * @param history what stores asked lately
 * @param lowest the lowest of the last thirty days
 * @param neighbours others of its kind
 */
public record ProductOverview(
        ProductFacts product,
        int quantity,
        List<Offered> offers,
        PriceHistory history,
        Optional<PriceHistory.Low> lowest,
        List<ProductCard> neighbours) {

    public ProductOverview {
        offers = List.copyOf(offers);
        neighbours = List.copyOf(neighbours);
    }

    /** The cheapest delivered one that can be bought. */
    public Optional<PricedOffer> best() {
        return offers.stream().map(Offered::priced).filter(PricedOffer::canBeBought).findFirst();
    }

    /** The offer before this one in the order. */
    public Optional<PricedOffer> before(PricedOffer offer) {
        int place = offer.ranked().place();
        return place == 1 ? Optional.empty() : Optional.of(offers.get(place - 2).priced());
    }

    /**
     * The offer with the lowest price on its shelf where that is not the best one for this
     * quantity, because promotions turn the order.
     */
    public Optional<PricedOffer> overtaken() {
        return best().flatMap(best ->
                offers.stream()
                        .map(Offered::priced)
                        .filter(PricedOffer::canBeBought)
                        .filter(one -> isAlike(one, best))
                        .min(Comparator.comparing(one -> one.offer().price()))
                        .filter(one -> one.offer().price().compareTo(best.offer().price()) < 0));
    }

    /** Whether the amounts of two offers can be set against each other. */
    private static boolean isAlike(PricedOffer one, PricedOffer other) {
        return one.isDeliveryKnown() == other.isDeliveryKnown()
                && one.price().payable().currency().equals(other.price().payable().currency())
                && one.offer().price().currency().equals(other.offer().price().currency());
    }

    /**
     * Whether some stores state a delivery fee and others do not: then their totals are not alike.
     */
    public boolean isDeliveryMixed() {
        return offers.stream().map(offered -> offered.priced().isDeliveryKnown()).distinct().count()
                > 1;
    }

    /** The history drawn for a wide page; only where there is one. */
    public Optional<PriceChart> wideChart() {
        return history.isEmpty() ? Optional.empty() : Optional.of(PriceChart.of(history, 720, 320));
    }

    /** The same for a phone, where a scaled down drawing could not be read. */
    public Optional<PriceChart> narrowChart() {
        return history.isEmpty() ? Optional.empty() : Optional.of(PriceChart.of(history, 340, 260));
    }

    /** An offer with the lower prices that need something, which are never ranked by. */
    public record Offered(PricedOffer priced, List<WayToPayLess> ways) {
        public Offered {
            ways = List.copyOf(ways);
        }

        /**
         * Promotions that are in neither the price nor one of the ways to pay less, so that none is
         * told twice and none is dropped.
         */
        public List<NotApplied> leftOut() {
            return priced.price().notApplied().stream()
                    .filter(left ->
                            ways.stream()
                                    .noneMatch(way -> way.promotion().equals(left.promotion())))
                    .toList();
        }
    }
}
