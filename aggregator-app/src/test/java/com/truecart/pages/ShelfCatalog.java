package com.truecart.pages;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shelf as a record; prices of the past are made by a fixed pattern around today's. */
final class ShelfCatalog implements Catalog {

    @Override
    public List<ProductFacts> products(Collection<ProductId> ids) {
        return ids.stream()
                .flatMap(id -> Shelf.PRODUCTS.stream().filter(one -> one.id().equals(id)))
                .toList();
    }

    @Override
    public Map<String, Instant> completeAsOf() {
        return Map.of();
    }

    @Override
    public Map<StoreId, Localized> stores() {
        return Shelf.STORES;
    }

    @Override
    public Map<String, List<Promotion>> storePromotions(Collection<String> connectionIds) {
        return Map.of();
    }

    @Override
    public List<PriceObservation> history(ProductId id, Instant since) {
        List<PriceObservation> seen = new ArrayList<>();
        for (ProductFacts product : products(List.of(id))) {
            for (OfferFacts offer : product.offers()) {
                for (int day = 40; day >= 0; day--) {
                    seen.add(observation(offer, day));
                }
            }
        }
        return seen.stream()
                .filter(one -> !one.seenAt().isBefore(since))
                .sorted(Comparator.comparing(PriceObservation::seenAt))
                .toList();
    }

    private static PriceObservation observation(OfferFacts offer, int daysAgo) {
        long week = (daysAgo + offer.id()) / 8 % 4;
        long change = daysAgo < 3 ? 0 : offer.price().minor() * (week - 1) * 3 / 100 / 10 * 10;
        Money price = new Money(offer.price().minor() + change, offer.price().currency());
        return new PriceObservation(
                offer.id(),
                offer.store(),
                offer.seenAt().minus(Duration.ofDays(daysAgo)),
                price,
                Optional.empty(),
                offer.availability(),
                List.of(),
                PriceObservation.Source.PULL);
    }

    @Override
    public void observe(PriceObservation seen) {
        throw new UnsupportedOperationException("pages only read");
    }
}
