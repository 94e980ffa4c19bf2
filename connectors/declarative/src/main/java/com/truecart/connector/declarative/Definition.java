package com.truecart.connector.declarative;

import com.truecart.connector.declarative.Filters.Filter;
import com.truecart.connector.declarative.Filters.Scene;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition says.
 *
 * @param name its own
 * @param file where it stands, for messages
 * @param address the shop's
 * @param isHtml whether answers are pages, else JSON
 * @param language of its texts
 * @param currency of prices that name none
 * @param requests what is asked for, one after another
 * @param fields by their names
 * @param attributes further facts by theirs
 * @param promotions where promotions stand in words
 */
record Definition(
        String name,
        String file,
        URI address,
        boolean isHtml,
        Optional<String> language,
        Currency currency,
        List<Request> requests,
        Map<String, Field> fields,
        Map<String, Field> attributes,
        List<Field> promotions) {

    Definition {
        requests = List.copyOf(requests);
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        promotions = List.copyOf(promotions);
    }

    /**
     * One list of the upstream.
     *
     * @param path behind the address, with {page} or {offset} where paging counts
     * @param records selects the records of an answer
     * @param place where it stands in the file, for messages
     */
    record Request(String path, String records, Paging paging, String place) {}

    /** How a list goes on. */
    sealed interface Paging {
        /** It does not: one answer has all. */
        record None() implements Paging {}

        /**
         * A number that grows by one step.
         *
         * @param word what stands for it in the path: "{page}" or "{offset}"
         * @param size records of a full answer; fewer, or none, are the last
         */
        record Counted(String word, int from, int step, Optional<Integer> size) implements Paging {}

        /**
         * The answer names the next one.
         *
         * @param select selects its address
         */
        record Linked(String select) implements Paging {}
    }

    /**
     * Where a value stands and what makes it ours.
     *
     * @param select absent for a constant
     * @param place where it stands in the file, for messages
     */
    record Field(String name, Optional<String> select, List<Filter> filters, String place) {
        Field {
            filters = List.copyOf(filters);
        }

        /**
         * The values of a record.
         *
         * @throws IllegalArgumentException beginning with the field's name
         */
        List<String> values(Part record, Scene scene) {
            List<String> values = select.map(record::texts).orElse(List.of());
            try {
                for (Filter filter : filters) {
                    values = filter.apply(values, scene);
                }
            } catch (IllegalArgumentException unusable) {
                throw new IllegalArgumentException(
                        name + ": " + unusable.getMessage() + " (" + place + ")", unusable);
            }
            return values.stream().filter(value -> !value.isBlank()).toList();
        }
    }
}
