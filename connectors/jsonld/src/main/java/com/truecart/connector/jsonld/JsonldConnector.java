package com.truecart.connector.jsonld;

import com.truecart.kit.web.Addresses;
import com.truecart.kit.web.Fetch;
import com.truecart.kit.web.Robots;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One shop's pages. */
final class JsonldConnector implements Connector {
    private final PageCatalog catalog;

    JsonldConnector(ConnectorContext context) {
        URI shop = shop(context);
        Fetch fetch = new Fetch(context.http(), context.setting(JsonldProvider.CONTACT));
        Robots robots = new Robots(fetch, context);
        Translate translate =
                new Translate(
                        context.setting(JsonldProvider.SHOP_NAME)
                                .orElseGet(() -> String.valueOf(shop.getHost())),
                        language(context),
                        currency(context));
        catalog =
                new PageCatalog(
                        context.clock(),
                        shop,
                        fetch,
                        robots,
                        new Sitemaps(context, shop, robots),
                        pages(context),
                        new PageReader(translate));
    }

    private static URI shop(ConnectorContext context) {
        String address = context.required(JsonldProvider.SHOP).replaceFirst("/+$", "");
        return Addresses.whole(address, "/")
                .orElseThrow(() ->
                        new Misconfigured(
                                JsonldProvider.SHOP,
                                "must be a whole http or https address, such as"
                                        + " https://shop.example"));
    }

    private static Optional<String> language(ConnectorContext context) {
        Optional<String> stated = context.setting(JsonldProvider.LANGUAGE);
        if (stated.isPresent() && Locale.forLanguageTag(stated.get()).getLanguage().isEmpty()) {
            throw new Misconfigured(
                    JsonldProvider.LANGUAGE, "is not a language tag such as en or zh-Hant");
        }
        return stated;
    }

    private static Optional<Currency> currency(ConnectorContext context) {
        try {
            return context.setting(JsonldProvider.CURRENCY).map(Currency::getInstance);
        } catch (IllegalArgumentException unknown) {
            throw new Misconfigured(JsonldProvider.CURRENCY, "is not an ISO 4217 code");
        }
    }

    private static Optional<Pattern> pages(ConnectorContext context) {
        try {
            return context.setting(JsonldProvider.PAGES).map(Pattern::compile);
        } catch (PatternSyntaxException wrong) {
            throw new Misconfigured(
                    JsonldProvider.PAGES, "is no regular expression: " + wrong.getDescription());
        }
    }

    @Override
    public Health check() {
        try {
            return new Health.Up(catalog.glance());
        } catch (UpstreamException.Refused refused) {
            return Health.Down.after(
                    refused,
                    "Ask the shop to let Truecart in by its robots.txt, or for a product feed");
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted,
                    "Look at the shop's robots.txt and sitemap in a browser; name the sitemap in"
                            + " the settings if it lies elsewhere");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the shop's address, and whether it answers in a browser");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public void close() {
        catalog.close();
    }
}
