package com.truecart.kit.google;

import com.truecart.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which products a record of a promotions feed means.
 *
 * @param linked the products that name this promotion, or are of a group it filters by
 */
record PromotionScope(FeedRecord feed, LinkedProducts linked) {
    private static final List<String> FILTERS =
            List.of("item_id", "brand", "product_type", "item_group_id");

    /** Whether only the product feed says which products it is for. */
    static boolean isLinkedByProducts(FeedRecord feed) {
        return feed.text("product_applicability").orElse("").equals("specific_products")
                && FILTERS.stream().noneMatch(filter -> feed.text(filter).isPresent());
    }

    /**
     * The lines it is for.
     *
     * @throws IllegalArgumentException beginning with the attribute that cannot be read
     */
    Scope scope() {
        if (feed.text("event_applicability").isPresent()) {
            return new Scope.Unmodelled("products of a sales event");
        }
        Scope scope = included();
        if (feed.text("google_product_category_exclusion").isPresent()) {
            return new Scope.Unmodelled("without products of certain categories");
        }
        for (Scope without : filters("_exclusion")) {
            scope = new Scope.Except(scope, without);
        }
        return scope;
    }

    /**
     * A product must pass all filters there are: of the two readings the one that never predicts
     * too little.
     */
    private Scope included() {
        if (applicability().equals("all_products")) {
            return new Scope.WholeStore();
        }
        List<Scope> filters = filters("");
        if (filters.isEmpty()) {
            return linked.naming(feed.text("promotion_id").orElse(""))
                    .<Scope>map(ids ->
                            ids.isEmpty()
                                    ? new Scope.Unmodelled("selected products")
                                    : new Scope.Listings(ids))
                    .orElseGet(() ->
                            new Scope.Unmodelled(
                                    String.format(
                                            Locale.ROOT,
                                            "more than %,d selected products",
                                            LinkedProducts.MOST_OF_ONE)));
        }
        return filters.size() == 1 ? filters.getFirst() : new Scope.AllOf(filters);
    }

    private List<Scope> filters(String suffix) {
        List<Scope> filters = new ArrayList<>();
        List<String> ids = feed.list("item_id" + suffix);
        if (!ids.isEmpty()) {
            filters.add(new Scope.Listings(Set.copyOf(ids)));
        }
        List<String> brands = feed.list("brand" + suffix);
        if (!brands.isEmpty()) {
            filters.add(new Scope.Brands(Set.copyOf(brands)));
        }
        List<String> types = feed.list("product_type" + suffix);
        if (!types.isEmpty()) {
            filters.add(
                    new Scope.Categories(
                            Set.copyOf(types.stream().map(PromotionScope::narrowest).toList())));
        }
        List<String> groups = feed.list("item_group_id" + suffix);
        if (!groups.isEmpty()) {
            filters.add(
                    linked.ofGroups(groups)
                            .<Scope>map(Scope.Listings::new)
                            .orElseGet(() -> new Scope.Unmodelled("products of certain groups")));
        }
        return filters;
    }

    /** "Household > Cleaning" means the narrowest of the two. */
    private static String narrowest(String path) {
        return path.substring(path.lastIndexOf('>') + 1).strip();
    }

    private String applicability() {
        String stated =
                feed.text("product_applicability")
                        .orElseThrow(() ->
                                new IllegalArgumentException("product_applicability: is missing"));
        if (!stated.equals("all_products") && !stated.equals("specific_products")) {
            throw new IllegalArgumentException(
                    "product_applicability: expected all_products or specific_products, found "
                            + stated);
        }
        return stated;
    }
}
