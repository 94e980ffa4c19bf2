package com.truecart.connector.shopify;

import com.truecart.kit.WebAddress;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * One shop as its operator described it.
 *
 * @param address without a trailing slash
 * @param language BCP 47 tag of its texts
 * @param country ISO 3166-1 code of the prices, where stated
 * @param currency for the product list, which names none
 * @param taxesIncluded whether the operator vouches that the checkout adds nothing
 */
record Shop(
        String address,
        Seller seller,
        String language,
        Optional<String> country,
        Optional<Currency> currency,
        boolean taxesIncluded) {
    private static final String INCLUDED = "included";

    static Shop of(ConnectorContext context) {
        URI address =
                WebAddress.of(context.required(ShopifyProvider.SHOP))
                        .orElseThrow(() ->
                                new Misconfigured(
                                        ShopifyProvider.SHOP, "is not an http(s) address"));
        String language = context.setting(ShopifyProvider.LANGUAGE).orElse(Localized.UNSTATED);
        return new Shop(
                address.toString().replaceAll("/+$", ""),
                new Seller(
                        "shop",
                        Localized.of(
                                language,
                                context.setting(ShopifyProvider.SHOP_NAME)
                                        .orElse(address.getHost()))),
                language,
                context.setting(ShopifyProvider.COUNTRY).map(Shop::country),
                context.setting(ShopifyProvider.CURRENCY).map(Shop::currency),
                context.setting(ShopifyProvider.TAXES).map(Shop::included).orElse(false));
    }

    /**
     * The platform's word for the language: two letters, and for Chinese the place whose script it
     * is written in.
     */
    Optional<String> languageCode() {
        if (language.equals(Localized.UNSTATED)) {
            return Optional.empty();
        }
        Locale locale = Locale.forLanguageTag(language);
        if (!locale.getLanguage().equals("zh")) {
            return Optional.of(locale.getLanguage().toUpperCase(Locale.ROOT));
        }
        boolean traditional =
                locale.getScript().equals("Hant") || locale.getCountry().matches("HK|TW|MO");
        return Optional.of(traditional ? "ZH_TW" : "ZH_CN");
    }

    private static String country(String text) {
        if (!text.strip().matches("[A-Za-z]{2}")) {
            throw new Misconfigured(
                    ShopifyProvider.COUNTRY, "is a country code of two letters, such as HK");
        }
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static Currency currency(String text) {
        try {
            return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Misconfigured(ShopifyProvider.CURRENCY, "is no ISO 4217 code");
        }
    }

    private static boolean included(String text) {
        if (!text.strip().equalsIgnoreCase(INCLUDED)) {
            throw new Misconfigured(
                    ShopifyProvider.TAXES, "is '" + INCLUDED + "', or empty where nobody knows");
        }
        return true;
    }
}
