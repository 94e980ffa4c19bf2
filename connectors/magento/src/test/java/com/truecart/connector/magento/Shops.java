package com.truecart.connector.magento;

import com.truecart.model.Listing;
import com.truecart.sandbox.magento.StoneHouse;
import com.truecart.spi.Connector;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.util.List;
import java.util.Map;

/** Connections to stand-in shops. */
final class Shops {
    private Shops() {}

    static LoopbackContext context(StoneHouse house) {
        return LoopbackContext.with(
                Map.of(
                        "shop",
                        house.base().toString(),
                        "shop_name",
                        "Stone House",
                        "language",
                        "en"));
    }

    static List<Listing> listings(LoopbackContext context) {
        try (Connector connector = new MagentoProvider().open(context)) {
            return Pulled.<Listing>everything(connector.catalog()::page).entries();
        }
    }
}
