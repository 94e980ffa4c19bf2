package com.truecart.sandbox.world;

import java.util.List;
import java.util.Optional;

/**
 * One thing that exists in the sandbox, the same in every shop that sells it.
 *
 * @param number the product's number, stable for ever
 * @param gtin thirteen digits, the last one the check digit
 * @param category the path from the department down
 * @param listPrice an illustrative price in cents, around which shops set theirs
 */
public record Product(
        int number,
        String gtin,
        Optional<String> mpn,
        String name,
        String nameZh,
        String brand,
        String brandZh,
        List<String> category,
        List<String> categoryZh,
        String pack,
        long listPrice,
        String description) {

    /** Copies the paths. */
    public Product {
        category = List.copyOf(category);
        categoryZh = List.copyOf(categoryZh);
    }

    /** The first step of the category path. */
    public String department() {
        return category.getFirst();
    }

    /** Whether the category path holds this step. */
    public boolean isIn(String categoryStep) {
        return category.contains(categoryStep);
    }
}
