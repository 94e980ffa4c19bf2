package com.truecart.app.compare;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A product in a list of products.
 *
 * @param offers those that fulfil the filters, cheapest delivered first
 */
public record ProductCard(ProductFacts product, List<PricedOffer> offers) {

    public ProductCard {
        offers = List.copyOf(offers);
    }

    /** The offer to show: the cheapest delivered that can be bought. */
    public Optional<PricedOffer> best() {
        return offers.stream().filter(PricedOffer::canBeBought).findFirst();
    }

    /** How many stores have it at all, whatever the filters. */
    public long stores() {
        return product.offers().stream().map(OfferFacts::store).distinct().count();
    }

    /** The only store, where there is one. */
    public Optional<Localized> onlyStore() {
        return stores() == 1
                ? offers.stream().map(PricedOffer::storeName).findFirst()
                : Optional.empty();
    }

    /** The offer furthest below its list price, where one is below it; often not the cheapest. */
    public Optional<PricedOffer> deepest() {
        return offers.stream()
                .filter(PricedOffer::canBeBought)
                .filter(PricedOffer::isLowered)
                .max(Comparator.comparingLong(priced -> priced.price().discountPpm()));
    }

    /** The lowest price of the goods alone, in the currency of the best offer. */
    public Optional<Money> lowestGoods() {
        return goods().stream().min(Comparator.naturalOrder());
    }

    /** The highest, likewise. */
    public Optional<Money> highestGoods() {
        return goods().stream().max(Comparator.naturalOrder());
    }

    /** Whether stores ask different amounts. */
    public boolean hasRange() {
        return !lowestGoods().equals(highestGoods());
    }

    /** A few promotions in the stores' words, those of the best offer first. */
    public List<Localized> promotionWords() {
        return offers.stream()
                .flatMap(priced ->
                        Stream.concat(
                                priced.offer().promotions().stream(),
                                priced.price().promotionsNamingIt().stream()))
                .map(Promotion::label)
                .distinct()
                .limit(2)
                .toList();
    }

    private List<Money> goods() {
        return best().map(best ->
                        offers.stream()
                                .filter(PricedOffer::canBeBought)
                                .map(PricedOffer::goods)
                                .filter(goods -> goods.currency().equals(best.goods().currency()))
                                .toList())
                .orElse(List.of());
    }
}
