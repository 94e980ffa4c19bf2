package com.truecart.app.catalog;

/**
 * One store a shopper can buy at: a seller within a connection.
 *
 * @param connectionId contains no slash
 * @param sellerId the seller's id within it
 */
public record StoreId(String connectionId, String sellerId) {

    /** Reads what {@link #toString()} wrote. */
    public static StoreId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException(
                    "a store is written connection/seller, not '" + text + "'");
        }
        return new StoreId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return connectionId + "/" + sellerId;
    }
}
