package com.truecart.sandbox.feed;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.PublishedPromotion;
import com.truecart.sandbox.world.Product;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The pages people see: one per product with schema.org markup, and a drawn picture for it. */
public final class Pages {
    private final Store store;
    private final URI base;

    /** Pages of this shop. */
    public Pages(Store store, URI base) {
        this.store = store;
        this.base = base;
    }

    /** The page this asks for, if it asks for one. */
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (path.startsWith("/p/")) {
            return store.shelf().sku(path.substring("/p/".length())).map(this::page);
        }
        if (path.startsWith("/img/") && path.endsWith(".svg")) {
            String sku = path.substring("/img/".length(), path.length() - ".svg".length());
            return store.shelf().sku(sku).map(Pages::picture);
        }
        return Optional.empty();
    }

    private Reply page(Offer offer) {
        Product product = offer.product();
        String title = Markup.escaped(product.name() + " " + product.nameZh());
        // "</" inside a script element would end it
        String linked = Json.MAPPER.writeValueAsString(linkedText(offer)).replace("</", "<\\/");
        return Reply.text(
                200,
                "text/html",
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <script type="application/ld+json">%s</script></head>
                <body><h1>%s</h1><img src="/img/%s.svg" alt=""><p>%s</p><p>%s</p></body></html>
                """
                        .formatted(
                                title,
                                linked,
                                title,
                                offer.sku(),
                                Markup.escaped(product.description()),
                                PublishedPromotion.hkd(offer.price())));
    }

    private ObjectNode linkedText(Offer offer) {
        Product product = offer.product();
        ObjectNode page = Json.object();
        page.put("@context", "https://schema.org").put("@type", "Product");
        page.put("name", product.name()).put("alternateName", product.nameZh());
        page.put("sku", offer.sku()).put("gtin13", product.gtin());
        product.mpn().ifPresent(mpn -> page.put("mpn", mpn));
        page.putObject("brand").put("@type", "Brand").put("name", product.brand());
        page.putObject("offers")
                .put("@type", "Offer")
                .put("url", base + "/p/" + offer.sku())
                .put("price", "%d.%02d".formatted(offer.price() / 100, offer.price() % 100))
                .put("priceCurrency", ShopTerms.CURRENCY)
                .put(
                        "availability",
                        "https://schema.org/" + (offer.stock() > 0 ? "InStock" : "OutOfStock"));
        return page;
    }

    private static Reply picture(Offer offer) {
        Product product = offer.product();
        int hue = Math.floorMod(product.brand().hashCode(), 360);
        String svg =
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img">
                <rect width="240" height="240" fill="hsl(%d 45%% 92%%)"/>
                <rect x="60" y="40" width="120" height="160" rx="14" fill="hsl(%d 55%% 45%%)"/>
                <text x="120" y="118" font-size="20" text-anchor="middle" fill="#fff"
                 font-family="sans-serif">%s</text>
                <text x="120" y="150" font-size="14" text-anchor="middle" fill="#fff"
                 font-family="sans-serif">%s</text>
                </svg>
                """
                        .formatted(
                                hue,
                                hue,
                                Markup.escaped(product.brandZh()),
                                Markup.escaped(product.pack()));
        return Reply.text(200, "image/svg+xml", svg);
    }
}
