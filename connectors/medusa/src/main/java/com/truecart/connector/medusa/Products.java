package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.model.Scope;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which variants a rule of a promotion is about. Medusa groups products, we list variants, so the
 * shop is asked; what it answered is kept for as long as one page of promotions is read.
 */
final class Products {
    private static final int PER_PAGE = 500;

    private final Calls calls;
    private final Map<String, Scope> kept = new HashMap<>();
    private Optional<Drifted> unreadable = Optional.empty();

    Products(Calls calls) {
        this.calls = calls;
    }

    /** How products are chosen. */
    enum By {
        PRODUCT("product.id", "id", false),
        CATEGORY("product.categories.id", "category_id", true),
        COLLECTION("product.collection_id", "collection_id", false),
        TYPE("product.type_id", "type_id", false),
        TAG("product.tags.id", "tag_id", true);

        private final String attribute;
        private final String filter;
        private final boolean several;

        By(String attribute, String filter, boolean several) {
            this.attribute = attribute;
            this.filter = filter;
            this.several = several;
        }

        String attribute() {
            return attribute;
        }

        /** Whether one product can have several of them. */
        boolean several() {
            return several;
        }

        private List<String> of(Json product) {
            return product.optionalList(this == CATEGORY ? "categories" : "tags").stream()
                    .map(each -> each.text("id"))
                    .toList();
        }
    }

    /** Whether it was an answer about products that could not be read, and no promotion's fault. */
    boolean isWhatBroke(RuntimeException problem) {
        return unreadable.filter(drifted -> drifted == problem).isPresent();
    }

    /** Variants of the products that have at least one of these values. */
    Scope withAny(By by, Set<String> values) {
        return kept.computeIfAbsent(filter(by, values), query -> listings(query, _ -> true));
    }

    /** Variants of the products that have some, and none but these values. */
    Scope withNoneBut(By by, Set<String> values) {
        return listings(filter(by, values), product -> values.containsAll(by.of(product)));
    }

    /** Variants of products the shop keeps out of its promotions. */
    Scope notDiscountable() {
        return kept.computeIfAbsent(
                "discountable=false",
                query -> listings(query, product -> !product.flag("discountable")));
    }

    /** Whether prices with and without tax differ here, by the first products of the shop. */
    boolean areTaxed(Market market) {
        Json body =
                Calls.good(
                                calls.store(
                                        "/products?order=id&limit=20&region_id="
                                                + Calls.encode(market.regionId())
                                                + "&country_code="
                                                + Calls.encode(market.country())
                                                + "&fields=id,*variants.calculated_price"))
                        .body();
        return body.list("products").stream()
                .flatMap(product -> product.optionalList("variants").stream())
                .flatMap(variant -> variant.optional("calculated_price").stream())
                .filter(price -> price.optional("calculated_amount_with_tax").isPresent())
                .anyMatch(price ->
                        price.decimal("calculated_amount_with_tax")
                                        .compareTo(price.decimal("calculated_amount_without_tax"))
                                != 0);
    }

    private static String filter(By by, Set<String> values) {
        StringBuilder query = new StringBuilder();
        for (String value : values) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(by.filter)
                    .append("%5B%5D=")
                    .append(Calls.encode(value));
        }
        return query.toString();
    }

    private Scope listings(String query, Predicate<Json> chosen) {
        try {
            return asked(query, chosen);
        } catch (Drifted drifted) {
            unreadable = Optional.of(drifted);
            throw drifted;
        }
    }

    private Scope asked(String query, Predicate<Json> chosen) {
        Set<String> ids = new LinkedHashSet<>();
        long offset = 0;
        while (true) {
            Json body =
                    Calls.good(
                                    calls.admin(
                                            "/products?order=id&limit="
                                                    + PER_PAGE
                                                    + "&offset="
                                                    + offset
                                                    + "&fields=id,discountable,variants.id,"
                                                    + "categories.id,tags.id&"
                                                    + query))
                            .body();
            List<Json> products = body.list("products");
            for (Json product : products) {
                if (chosen.test(product)) {
                    product.optionalList("variants").forEach(each -> ids.add(each.text("id")));
                }
            }
            offset += products.size();
            if (products.isEmpty() || offset >= body.number("count")) {
                return new Scope.Listings(ids);
            }
        }
    }
}
