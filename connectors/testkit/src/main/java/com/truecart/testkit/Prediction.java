package com.truecart.testkit;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What our own rules make of what a connector read, before the store is asked: the goods of a
 * basket after the store's promotions. Delivery and tax on top are the store's to say.
 */
final class Prediction {
    private final Map<String, Listing> listings = new HashMap<>();
    private final List<Promotion> promotions = new ArrayList<>();
    private final EngineProfile engine;

    private Prediction(EngineProfile engine) {
        this.engine = engine;
    }

    /** Reads the catalogue and the promotions of an upstream, as a host does. */
    static Prediction read(Connector connector, ConnectorDescriptor kind) {
        Prediction read =
                new Prediction(
                        kind.engine().flatMap(EngineProfiles::named).orElse(EngineProfiles.OURS));
        for (Listing listing : Pulled.<Listing>everything(connector.catalog()::page).entries()) {
            read.listings.put(listing.upstreamId(), listing);
        }
        connector
                .promotions()
                .ifPresent(source ->
                        read.promotions.addAll(
                                Pulled.<Promotion>everything(source::page).entries()));
        return read;
    }

    /** Whether the upstream states a promotion that our rules can price. */
    boolean hasModelledPromotion() {
        return Stream.concat(
                        promotions.stream(),
                        listings.values().stream()
                                .flatMap(listing -> listing.offers().stream())
                                .flatMap(offer -> offer.promotions().stream()))
                .anyMatch(Promotion::isModelled);
    }

    /** The cart of these lines, for somebody of whom nothing is known but the codes they enter. */
    PricedCart cart(QuoteRequest basket, Instant now) {
        List<CartLine> lines = new ArrayList<>();
        for (OrderLine line : basket.lines()) {
            Listing listing = listings.get(line.upstreamId());
            if (listing == null) {
                throw new AssertionError(
                        "the basket holds " + line.upstreamId() + ", which is not listed");
            }
            lines.add(
                    new CartLine(
                            "line " + lines.size(),
                            OfferTerms.of(listing, listing.offers().getFirst()),
                            line.quantity()));
        }
        Shopper shopper = new Shopper(basket.codes(), Set.of(), Optional.empty(), Optional.empty());
        return new CartPricer()
                .price(new StoreCart(lines, promotions, Optional.empty(), engine), shopper, now);
    }

    Money goods(QuoteRequest basket, Instant now) {
        return cart(basket, now).goods();
    }
}
