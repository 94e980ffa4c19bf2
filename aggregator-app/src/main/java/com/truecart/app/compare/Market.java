package com.truecart.app.compare;

import com.truecart.app.catalog.Freshness;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connection;
import com.truecart.app.web.Problem;
import com.truecart.kit.PackSize;
import com.truecart.model.Contents;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.pricing.Article;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.WayToPayLess;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.pricing.rank.Contender;
import com.truecart.pricing.rank.Ranked;
import com.truecart.pricing.rank.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of the stores at one moment, and the prices that follow for somebody of whom
 * nothing is known.
 *
 * @param ordering the connections that take orders
 * @param handingOff the connections that make links for buying at the store
 * @param promotions store-wide ones by connection
 * @param freshness how far the offers' prices can be relied on, by offer
 * @param engines by which rules a connection's stores work out a cart
 */
record Market(
        Map<StoreId, Localized> storeNames,
        Map<String, Connection> connections,
        Set<String> ordering,
        Set<String> handingOff,
        Map<String, List<Promotion>> promotions,
        Map<String, EngineProfile> engines,
        Map<Long, Freshness> freshness,
        Instant now) {

    private static final OfferPricer PRICER = new OfferPricer();
    private static final Ranking RANKING = new Ranking(PricedOffer.HOME);

    /** The product's offers with the price of one unit, cheapest delivered first. */
    List<PricedOffer> offersOf(ProductFacts product) {
        return offersOf(product, 1);
    }

    /**
     * The product's offers with the price of so many units, cheapest delivered first.
     *
     * @throws org.springframework.web.ErrorResponseException where so many units are more money
     *     than can be priced
     */
    List<PricedOffer> offersOf(ProductFacts product, int quantity) {
        Map<Long, OfferFacts> offers =
                product.offers().stream()
                        .collect(Collectors.toMap(OfferFacts::id, Function.identity()));
        List<Contender> contenders =
                product.offers().stream().map(offer -> contender(offer, quantity)).toList();
        return RANKING.rank(contenders).stream()
                .map(ranked ->
                        priced(Objects.requireNonNull(offers.get(ranked.contender().id())), ranked))
                .toList();
    }

    private PricedOffer priced(OfferFacts offer, Ranked ranked) {
        return new PricedOffer(
                offer,
                nameOf(offer.store()),
                sourceOf(offer.store()),
                article(offer),
                ranked,
                engineOf(offer),
                freshness.getOrDefault(
                        offer.id(), new Freshness(offer.seenAt(), false, Optional.empty())),
                ordering.contains(offer.store().connectionId()),
                handingOff.contains(offer.store().connectionId()));
    }

    private Contender contender(OfferFacts offer, int quantity) {
        long each = offer.listPrice().orElse(offer.price()).minor();
        if (quantity > 1 && each > StoreCart.MOST_MINOR / quantity) {
            throw Problem.badRequest(
                    "quantity",
                    "must be smaller: " + quantity + " units are more money than can be priced");
        }
        EffectivePrice price =
                PRICER.price(
                        terms(offer),
                        quantity,
                        promotionsOf(offer),
                        deliveryOf(offer),
                        Shopper.ANYONE,
                        engineOf(offer),
                        now);
        return new Contender(offer.id(), price, offer.availability().canBeBought(), offer.seenAt());
    }

    /** Lower prices that need something; no place is given by them. */
    List<WayToPayLess> waysToPayLess(OfferFacts offer, int quantity) {
        return PRICER.waysToPayLess(
                terms(offer),
                quantity,
                promotionsOf(offer),
                deliveryOf(offer),
                Shopper.ANYONE,
                engineOf(offer),
                now);
    }

    /** How much is in a unit, where the titles of all languages that say it say the same. */
    private static Article article(OfferFacts offer) {
        List<Contents> stated =
                offer.listingTitle().byLanguage().values().stream()
                        .flatMap(title -> PackSize.of(title).stream())
                        .distinct()
                        .toList();
        return stated.size() == 1 ? Article.UNKNOWN.holding(stated.getFirst()) : Article.UNKNOWN;
    }

    private EngineProfile engineOf(OfferFacts offer) {
        return engines.getOrDefault(offer.store().connectionId(), EngineProfiles.OURS);
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
