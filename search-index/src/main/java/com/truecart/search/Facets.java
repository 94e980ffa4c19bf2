package com.truecart.search;

import com.truecart.model.Localized;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many products there are for each value, exactly; most first, equal ones by value, at most
 * {@link #MOST} and those that are filtered by. A facet's own filter is not applied to its own
 * counts, so that one sees what ticking another value would bring.
 */
public record Facets(List<Count> brands, List<Count> stores, List<Count> categories) {
    public Facets {
        brands = List.copyOf(brands);
        stores = List.copyOf(stores);
        categories = List.copyOf(categories);
    }

    /**
     * Values of one facet: nobody reads further, and a market place has brands by the hundred
     * thousand.
     */
    public static final int MOST = 100;

    private static final char LAST_OF_ASCII = 0x7f;

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * What is the same for all spellings of a brand: "Coca-Cola", "COCA COLA" and "coca cola" are
     * one.
     */
    public static String brandKey(String name) {
        String letters = plainLetters(name);
        if (letters == null) {
            letters =
                    BETWEEN_LETTERS
                            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                            .replaceAll("");
        }
        return (letters.isEmpty() ? name.strip() : letters).toLowerCase(Locale.ROOT);
    }

    /**
     * The same without the cost, for names that have no other letters than those of ASCII; null for
     * others.
     */
    private static @Nullable String plainLetters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (each > LAST_OF_ASCII) {
                return null;
            }
            if (Character.isLetterOrDigit(each)) {
                letters.append(each);
            }
        }
        return letters.toString();
    }

    /**
     * One value of a facet.
     *
     * @param value what to filter by: a store's id, or the English (else the first) name of a brand
     *     or category; of a brand the spelling most of the products have
     * @param label the name in all its languages; empty for stores, whose names the index does not
     *     know
     * @param products matching products with this value
     */
    public record Count(String value, Optional<Localized> label, int products) {}
}
