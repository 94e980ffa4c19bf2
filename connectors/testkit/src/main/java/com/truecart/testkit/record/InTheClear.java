package com.truecart.testkit.record;

import java.util.Set;

/**
 * What of an exchange may be kept as it is; of all else only the shape is kept.
 *
 * @param headers of answers, lower case; those of requests are never kept
 * @param fields JSON fields and query parameters, at any depth, by their name alone
 * @param paths segments of paths
 */
public record InTheClear(Set<String> headers, Set<String> fields, Set<String> paths) {
    public InTheClear {
        headers = Set.copyOf(headers);
        fields = Set.copyOf(fields);
        paths = Set.copyOf(paths);
    }
}
