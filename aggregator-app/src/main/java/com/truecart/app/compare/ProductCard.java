package com.truecart.app.compare;

import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.StoreId;
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

    public long stores() {
        return offers.stream().map(priced -> priced.offer().store()).distinct().count();
    }

    /** The only store, where there is one. */
    public Optional<Localized> onlyStore() {
        List<StoreId> stores =
                offers.stream().map(priced -> priced.offer().store()).distinct().toList();
        return stores.size() == 1 ? Optional.of(offers.getFirst().storeName()) : Optional.empty();
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
