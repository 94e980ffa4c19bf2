package com.truecart.search;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The engine took everything but these products, each for a reason of its own; asking it again
 * changes nothing.
 */
public final class ProductsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    public ProductsRefusedException(Map<String, String> reasonsById) {
        super(
                reasonsById.size()
                        + " products were refused by the search engine: "
                        + reasonsById.entrySet().stream()
                                .limit(NAMED)
                                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }
}
