package com.truecart.app.compare;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connection;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.WayToPayLess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the stores at one moment, and the prices that follow for somebody of whom
 * nothing is known.
 *
 * @param ordering the connections that take orders
 * @param promotions store-wide ones by connection
 */
record Market(
        Map<StoreId, Localized> storeNames,
        Map<String, Connection> connections,
        Set<String> ordering,
        Map<String, List<Promotion>> promotions,
        Instant now) {

    private static final OfferPricer PRICER = new OfferPricer();

    /** The product's offers with their prices, cheapest delivered first. */
    List<PricedOffer> offersOf(ProductFacts product) {
        return product.offers().stream()
                .map(this::price)
                .sorted(PricedOffer.CHEAPEST_DELIVERED)
                .toList();
    }

    private PricedOffer price(OfferFacts offer) {
        EffectivePrice price =
                PRICER.price(
                        terms(offer),
                        1,
                        promotionsOf(offer),
                        deliveryOf(offer),
                        Shopper.ANYONE,
                        now);
        return new PricedOffer(
                offer,
                nameOf(offer.store()),
                sourceOf(offer.store()),
                price,
                ordering.contains(offer.store().connectionId()));
    }

    List<WayToPayLess> waysToPayLess(OfferFacts offer) {
        return PRICER.waysToPayLess(
                terms(offer), 1, promotionsOf(offer), deliveryOf(offer), Shopper.ANYONE, now);
    }

    Localized nameOf(StoreId store) {
        return storeNames.getOrDefault(store, Localized.of(Localized.UNSTATED, store.sellerId()));
    }

    private Localized sourceOf(StoreId store) {
        return Optional.ofNullable(connections.get(store.connectionId()))
                .map(Connection::name)
                .orElseGet(() -> Localized.of(Localized.UNSTATED, store.connectionId()));
    }

    private Optional<DeliveryTerms> deliveryOf(OfferFacts offer) {
        return Optional.ofNullable(connections.get(offer.store().connectionId()))
                .flatMap(Connection::delivery)
                .filter(terms -> terms.fee().currency().equals(offer.price().currency()));
    }

    private List<Promotion> promotionsOf(OfferFacts offer) {
        return promotions.getOrDefault(offer.store().connectionId(), List.of());
    }

    private static OfferTerms terms(OfferFacts offer) {
        return new OfferTerms(
                offer.upstreamId(),
                offer.brand(),
                offer.category(),
                offer.price(),
                offer.listPrice(),
                offer.promotions());
    }
}
