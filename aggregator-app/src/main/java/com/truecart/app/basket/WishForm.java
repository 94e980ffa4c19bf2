package com.truecart.app.basket;

import com.truecart.app.catalog.StoreId;
import com.truecart.app.web.Problem;
import com.truecart.model.OrderTerms;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper limits plans to, as a page's address carries it.
 *
 * @param stores {@code all}, or only those that take orders from us
 * @param maxStores and {@code within} are empty where there is no limit
 * @param without stores, as {@link StoreId} writes them
 * @param newOnly whether only new things are wanted
 */
public record WishForm(
        @Nullable String stores,
        @Nullable String maxStores,
        @Nullable String within,
        @Nullable List<String> without,
        @Nullable Boolean newOnly) {
    private static final String ALL = "all";
    private static final int MOST_WITHOUT = 100;

    public WishForm {
        stores = ALL.equals(stores) ? ALL : "orderable";
        maxStores = maxStores == null ? "" : maxStores.strip();
        within = within == null ? "" : within.strip();
        without = without == null ? List.of() : List.copyOf(without);
        newOnly = Boolean.TRUE.equals(newOnly);
    }

    /** Whether only stores that take orders from us are used. */
    public boolean onlyOrderable() {
        return !ALL.equals(stores);
    }

    /**
     * The limits.
     *
     * @throws org.springframework.web.ErrorResponseException where one cannot be read, naming it
     */
    public PlanWishes wishes() {
        return new PlanWishes(
                number("maxStores", maxStores, 1, Basket.MOST_STORES),
                number("within", within, 0, OrderTerms.MOST_DAYS),
                stores("without", without),
                Boolean.TRUE.equals(newOnly),
                PlanWishes.USUAL);
    }

    /** The plan of this strategy within the limits. */
    public PlanChoice choice(Strategy strategy) {
        return new PlanChoice(strategy, onlyOrderable(), wishes());
    }

    private static OptionalInt number(String field, @Nullable String text, int least, int most) {
        if (text == null || text.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw Problem.badRequest(
                    field, "must be a whole number from " + least + " to " + most + ", or empty");
        }
        return OptionalInt.of(value);
    }

    /** Stores as {@link StoreId} writes them; the field is named where one cannot be read. */
    public static Set<StoreId> stores(String field, @Nullable List<String> texts) {
        Set<StoreId> stores = new LinkedHashSet<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            try {
                stores.add(StoreId.parse(text));
            } catch (IllegalArgumentException e) {
                throw Problem.badRequest(field, String.valueOf(e.getMessage()));
            }
        }
        if (stores.size() > MOST_WITHOUT) {
            throw Problem.badRequest(field, "must name at most " + MOST_WITHOUT + " stores");
        }
        return stores;
    }
}
