package com.truecart.connector.jsonld;

import com.truecart.model.ItemCondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One offer of a product, with what stands above it.
 *
 * @param offer the offer itself
 * @param parents who may state what it leaves out: the aggregate offer it is in, and the product
 */
record StatedOffer(Thing offer, List<Thing> parents) {

    /**
     * The offers of a product, those of other currencies than the connection's and those that do
     * not sell left out.
     *
     * @throws IllegalArgumentException beginning with the property that cannot be used
     */
    static List<StatedOffer> of(Thing product, Optional<Currency> wanted) {
        List<StatedOffer> offers = new ArrayList<>();
        for (Thing offer : product.things("offers", "offer")) {
            List<Thing> inner = offer.things("offers");
            if (inner.isEmpty()) {
                offers.add(new StatedOffer(offer, List.of(product)));
            } else {
                inner.forEach(each -> offers.add(new StatedOffer(each, List.of(offer, product))));
            }
        }
        if (offers.isEmpty() && product.has("price")) {
            offers.add(new StatedOffer(product, List.of()));
        }
        offers.removeIf(each -> !each.isForSale());
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("offers: are missing, so there is no price");
        }
        return inOneCurrency(offers, wanted);
    }

    private static List<StatedOffer> inOneCurrency(
            List<StatedOffer> offers, Optional<Currency> wanted) {
        Set<String> currencies = new TreeSet<>();
        offers.forEach(each -> each.currency().ifPresent(currencies::add));
        if (currencies.size() < 2) {
            return offers;
        }
        List<StatedOffer> kept =
                offers.stream()
                        .filter(each ->
                                each.currency().equals(wanted.map(Currency::getCurrencyCode)))
                        .toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "offers: are in several currencies, "
                            + String.join(", ", currencies)
                            + "; fill in the connection's currency");
        }
        return kept;
    }

    /** Whether these are offers of different things, and by which property they differ. */
    static Optional<String> distinguishing(Collection<StatedOffer> offers) {
        for (String property : List.of("sku", "url", "gtin13", "mpn", "name")) {
            Function<StatedOffer, Optional<String>> value = each -> each.offer.text(property);
            if (offers.stream().allMatch(each -> value.apply(each).isPresent())
                    && offers.stream().map(value).distinct().count() == offers.size()) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /** Of several offers of one seller with nothing between them but the state, the new one. */
    static List<StatedOffer> oneOf(List<StatedOffer> offers) {
        if (offers.size() < 2) {
            return offers;
        }
        List<StatedOffer> fresh =
                offers.stream()
                        .filter(each ->
                                each.offer()
                                        .text("itemCondition")
                                        .map(Words::condition)
                                        .filter(ItemCondition.NEW::equals)
                                        .isPresent())
                        .toList();
        if (fresh.size() == 1) {
            return fresh;
        }
        Set<String> prices =
                offers.stream()
                        .map(each -> each.offer().text("price").orElse(""))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (prices.size() == 1) {
            return offers.subList(0, 1);
        }
        throw new IllegalArgumentException(
                "offers: ask for "
                        + String.join(", ", prices)
                        + ", and nothing tells what each is for");
    }

    /** How many sellers these offers are of. */
    static long sellers(List<StatedOffer> offers) {
        return offers.stream().map(StatedOffer::seller).distinct().count();
    }

    Optional<String> seller() {
        return offer.text("seller", "offeredBy");
    }

    /** What the offer says, else what stands above it. */
    Optional<String> stated(String property) {
        return offer.text(property)
                .or(() ->
                        parents.stream().flatMap(each -> each.text(property).stream()).findFirst());
    }

    /** The things in a property of the offer, else of what stands above it. */
    List<Thing> things(String property) {
        List<Thing> own = offer.things(property);
        return own.isEmpty()
                ? parents.stream().flatMap(each -> each.things(property).stream()).toList()
                : own;
    }

    private Optional<String> currency() {
        return offer.text("priceCurrency")
                .or(() ->
                        offer.things("priceSpecification").stream()
                                .flatMap(each -> each.text("priceCurrency").stream())
                                .findFirst())
                .map(code -> code.toUpperCase(Locale.ROOT));
    }

    private boolean isForSale() {
        String function = offer.text("businessFunction").map(Value::bare).orElse("Sell");
        return function.equalsIgnoreCase("Sell") || function.equalsIgnoreCase("ProvideService");
    }
}
