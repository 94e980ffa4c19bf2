package com.truecart.kit.china;

import com.truecart.kit.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A platform's search for products. */
public interface ProductSearch {

    /**
     * One page of what is found.
     *
     * @param page from 1
     * @param continuation what the page before gave
     */
    Found page(String words, int page, Optional<String> continuation);

    /**
     * What is on a page.
     *
     * @param isLast whether the platform has no more
     * @param continuation what the next page must be asked with, where the platform gives such a
     *     thing
     * @param at when it answered
     */
    record Found(List<Json> rows, boolean isLast, Optional<String> continuation, Instant at) {
        public Found {
            rows = List.copyOf(rows);
        }
    }
}
