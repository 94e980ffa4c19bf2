package com.truecart.kit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a delimited document.
 *
 * @param line where it begins, the header being line 1
 * @param fields as they stand
 * @param columns place of each column by its {@link #key}
 */
public record Row(long line, List<String> fields, Map<String, Integer> columns) {

    /**
     * The field of this column, stripped; empty where it is blank or the document has no such
     * column.
     */
    public Optional<String> text(String column) {
        Integer place = columns.get(key(column));
        return place == null
                ? Optional.empty()
                : Optional.of(fields.get(place).strip()).filter(field -> !field.isEmpty());
    }

    /**
     * Columns are one if they differ in case, or in blank against underscore: feeds write "Sale
     * price" and "sale_price".
     */
    static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
