package com.truecart.search;

import org.jspecify.annotations.Nullable;

/**
 * The search engine cannot be asked now: the operator must look after it. Nothing that was to be
 * written is lost, because the record keeps a list of what waits for the index.
 */
public final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
