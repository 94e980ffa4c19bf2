package com.truecart.connector.declarative;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Shops that a YAML definition describes: one kind, and a definition for each shop. */
public final class DeclarativeProvider implements ConnectorProvider {
    static final String DEFINITION = "definition";
    static final String DEFINITIONS = "definitions";
    static final String ADDRESS = "address";
    static final String SHOP_NAME = "shop_name";
    static final String CONTACT = "contact";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "declarative",
                    "Shop by definition",
                    Set.of(Capability.CATALOG),
                    List.of(
                            Setting.required(
                                    DEFINITION,
                                    "Name of the definition ("
                                            + String.join(", ", Definitions.BUNDLED)
                                            + ", or one of your own)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    DEFINITIONS,
                                    "Folder with definitions of your own, or the address of one",
                                    Setting.Type.URL_OR_FOLDER),
                            Setting.optional(
                                    ADDRESS,
                                    "Address of the shop, where it is not the definition's",
                                    Setting.Type.URL),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    CONTACT,
                                    "Where the shop can reach you (address or e-mail); sent with"
                                            + " each request",
                                    Setting.Type.TEXT)),
                    new Budget(2, 1, Duration.ofSeconds(20), 8L << 20, 1L << 20));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new DeclarativeConnector(context);
    }
}
