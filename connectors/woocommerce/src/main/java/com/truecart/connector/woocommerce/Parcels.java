package com.truecart.connector.woocommerce;

import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
import com.truecart.spi.UpstreamOrder.Parcel;
import java.util.List;

/**
 * Parcels, where the shop has the Shipment Tracking extension and shows it on the Store API; plain
 * WooCommerce knows none.
 */
final class Parcels {
    private Parcels() {}

    static List<Parcel> of(Json order) {
        return order
                .optional("extensions")
                // PHP writes an empty object as []
                .filter(extensions -> extensions.node().isObject())
                .flatMap(extensions -> extensions.optional("shipment-tracking"))
                .filter(tracking -> tracking.node().isObject())
                .map(tracking -> tracking.optionalList("items"))
                .orElse(List.of())
                .stream()
                .map(item ->
                        new Parcel(
                                item.optionalText("tracking_provider"),
                                item.optionalText("tracking_number"),
                                item.optionalText("tracking_link").flatMap(WebAddress::of),
                                List.of()))
                .toList();
    }
}
