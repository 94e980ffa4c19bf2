package com.truecart.connector.vendure;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Vendure, any shop of version 3; read and tried with 3.7.3. */
public final class VendureProvider implements ConnectorProvider {
    static final String SHOP_API = "shop_api";
    static final String SHOP_NAME = "shop_name";
    static final String LANGUAGE = "language";
    static final String PRODUCT_PAGE = "product_page";
    static final String ADMIN_API = "admin_api";
    static final String ADMIN_KEY = "admin_key";
    static final String CUSTOMER = "customer";
    static final String CUSTOMER_PASSWORD = "customer_password";
    static final String PAYMENT_METHOD = "payment_method";

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "vendure",
                    "Vendure",
                    Set.of(
                            Capability.CATALOG,
                            Capability.CHANGES_SINCE,
                            Capability.PROMOTIONS,
                            Capability.ORDERS),
                    List.of(
                            Setting.required(
                                    SHOP_API,
                                    "Address of its Shop API (https://…/shop-api)",
                                    Setting.Type.URL),
                            Setting.optional(SHOP_NAME, "Name of the shop", Setting.Type.TEXT),
                            Setting.optional(
                                    LANGUAGE,
                                    "Language of its texts (en, zh-Hant)",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    PRODUCT_PAGE,
                                    "Page of a product, with {slug} for its short name",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    ADMIN_API,
                                    "Address of its Admin API, where it is not …/admin-api",
                                    Setting.Type.URL),
                            Setting.optional(
                                    ADMIN_KEY,
                                    "Key for the Admin API (reads catalogue and promotions)",
                                    Setting.Type.SECRET),
                            Setting.optional(
                                    CUSTOMER,
                                    "E-mail of the customer who orders there",
                                    Setting.Type.TEXT),
                            Setting.optional(
                                    CUSTOMER_PASSWORD,
                                    "Password of that customer",
                                    Setting.Type.SECRET),
                            Setting.optional(
                                    PAYMENT_METHOD,
                                    "Code of the payment method that stands for cash on delivery",
                                    Setting.Type.TEXT)),
                    Budget.WEB_SHOP,
                    Optional.of("vendure"));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new VendureConnector(context);
    }
}
