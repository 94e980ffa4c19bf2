package com.truecart.model;

import java.util.Optional;

/**
 * What an upstream says to identify an article beyond its own shop.
 *
 * @param gtin the barcode number, where it is stated and well formed
 * @param mpn the manufacturer's part number; identifies only together with the brand
 * @param sharedCode a code this source uses for one article over all its sellers (a price-watch
 *     product code)
 */
public record Identifiers(Optional<Gtin> gtin, Optional<String> mpn, Optional<String> sharedCode) {

    public static final Identifiers NONE =
            new Identifiers(Optional.empty(), Optional.empty(), Optional.empty());
}
