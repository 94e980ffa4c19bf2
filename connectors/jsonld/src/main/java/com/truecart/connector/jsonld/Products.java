package com.truecart.connector.jsonld;

import com.truecart.kit.web.Addresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the products a page names are its own, and not those it lists or recommends. */
final class Products {
    /** Where a thing names others that have pages of their own, or itself from behind. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "isRelatedTo",
                    "isSimilarTo",
                    "isAccessoryOrSparePartFor",
                    "isConsumableFor",
                    "isVariantOf",
                    "hasVariant",
                    "itemListElement",
                    "itemReviewed",
                    "review",
                    "itemOffered",
                    "addOn",
                    "offers");

    private static final int DEEPEST = 6;

    private Products() {}

    /**
     * The page's own products; none where it has none, or only lists those of other pages.
     *
     * @throws IllegalArgumentException where it names several and nothing tells which is its own
     */
    static List<Thing> of(PageFacts page, List<Thing> things) {
        List<Thing> found = new ArrayList<>();
        Set<Value.Node> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        things.forEach(thing -> collect(thing, found, passed, 0));
        if (found.isEmpty()) {
            things.forEach(thing -> offered(thing).ifPresent(found::add));
        }
        // of two descriptions of one product, the one with its price
        found.sort(Comparator.comparing(each -> !each.has("offers") && !each.has("hasVariant")));
        List<Thing> products = withoutRepetition(found);
        if (products.size() < 2) {
            return products;
        }
        List<Thing> main =
                things.stream()
                        .flatMap(thing -> thing.things("mainEntity").stream())
                        .filter(Products::isProduct)
                        .toList();
        if (!main.isEmpty()) {
            return withoutRepetition(main);
        }
        List<Thing> own = products.stream().filter(each -> isAt(each, page)).toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<Thing> homeless = products.stream().filter(each -> at(each, page).isEmpty()).toList();
        if (homeless.size() < 2) {
            return homeless;
        }
        long names = homeless.stream().map(each -> each.text("name")).distinct().count();
        long skus = homeless.stream().flatMap(each -> each.text("sku").stream()).distinct().count();
        if (names == 1 && skus == homeless.size()) {
            return homeless;
        }
        throw new IllegalArgumentException(
                "Product: "
                        + homeless.size()
                        + " products are named, and none of them says that this page is its own");
    }

    static boolean isProduct(Thing thing) {
        return thing.is(
                "Product",
                "ProductGroup",
                "IndividualProduct",
                "SomeProducts",
                "ProductModel",
                "Book",
                "Vehicle",
                "Car");
    }

    private static void collect(Thing thing, List<Thing> found, Set<Value.Node> passed, int depth) {
        if (!passed.add(thing.node())) {
            return;
        }
        if (isProduct(thing) && !thing.node().isReference()) {
            if (depth == 0 || thing.has("offers") || thing.has("hasVariant")) {
                found.add(thing);
            }
            return;
        }
        if (depth == DEEPEST || thing.is("ItemList", "OfferCatalog", "Review", "Question")) {
            return;
        }
        for (String property : thing.node().properties().keySet()) {
            if (!ELSEWHERE.contains(property)) {
                thing.things(property).forEach(inner -> collect(inner, found, passed, depth + 1));
            }
        }
    }

    /** "Offer of a product" is the product with the offer. */
    private static Optional<Thing> offered(Thing offer) {
        return offer.is("Offer", "AggregateOffer")
                ? offer.thing("itemOffered")
                        .filter(Products::isProduct)
                        .map(product -> product.with("offers", List.of(offer)))
                : Optional.empty();
    }

    /** Two plug-ins that both describe the product describe one product. */
    private static List<Thing> withoutRepetition(List<Thing> products) {
        List<Thing> distinct = new ArrayList<>();
        for (Thing product : products) {
            if (distinct.stream().noneMatch(other -> isSame(product, other))) {
                distinct.add(product);
            }
        }
        return distinct;
    }

    private static boolean isSame(Thing one, Thing other) {
        Optional<String> sku = one.text("sku");
        Optional<String> otherSku = other.text("sku");
        if (one.node().equals(other.node())) {
            return true;
        }
        boolean sameName = one.text("name").equals(other.text("name"));
        boolean bothNamed = sku.isPresent() && otherSku.isPresent();
        return bothNamed
                ? sku.equals(otherSku) && sameName
                : (sameName && one.text("name").isPresent());
    }

    private static boolean isAt(Thing product, PageFacts page) {
        return at(product, page).filter(page::isAt).isPresent();
    }

    private static Optional<URI> at(Thing product, PageFacts page) {
        return product.text("url", "mainEntityOfPage")
                .or(() -> product.thing("offers").flatMap(offer -> offer.text("url")))
                .or(() -> product.id().filter(id -> id.matches("https?://.*")))
                .flatMap(text -> Addresses.whole(page.base(), text));
    }
}
