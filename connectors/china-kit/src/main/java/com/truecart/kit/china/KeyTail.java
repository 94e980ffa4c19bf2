package com.truecart.kit.china;

/**
 * The part of an id that stays. JD's {@code aX91_K7pQ} and Taobao's {@code AbC12-7Kq9} begin with
 * something that changes from call to call and lives for about half an hour; the rest names the
 * product, for one affiliate account.
 */
public final class KeyTail {

    private KeyTail() {}

    /**
     * What stands behind the last separator.
     *
     * @throws IllegalArgumentException where the id has no two parts: nobody knows then what would
     *     be stable
     */
    public static String of(String rawId, char separator, String field) {
        int at = rawId.lastIndexOf(separator);
        if (at < 1 || at == rawId.length() - 1) {
            throw new IllegalArgumentException(
                    field
                            + ": expected two parts with '"
                            + separator
                            + "' between, found "
                            + rawId);
        }
        return rawId.substring(at + 1);
    }
}
