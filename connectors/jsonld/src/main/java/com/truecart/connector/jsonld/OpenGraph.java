package com.truecart.connector.jsonld;

import com.truecart.connector.jsonld.Value.Node;
import com.truecart.connector.jsonld.Value.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A product in the {@code meta} elements of the Open Graph protocol, in schema.org's words. Source:
 * ogp.me, and the product tags of Meta's commerce platform ({@code product:price:amount}).
 */
final class OpenGraph {

    private OpenGraph() {}

    /** The product of a page that says it is about one, or that states a price. */
    static Optional<Node> read(Document page) {
        Map<String, String> tags = new HashMap<>();
        for (Element meta : page.select("meta[property], meta[name]")) {
            String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
            String content = meta.attr("content").strip();
            if (!content.isEmpty() && name.matches("(og|product):.+")) {
                tags.putIfAbsent(name, content);
            }
        }
        Optional<String> regular = first(tags, "product:price:amount", "og:price:amount");
        Optional<String> sale = first(tags, "product:sale_price:amount");
        boolean isProduct =
                regular.isPresent() || tags.getOrDefault("og:type", "").matches("(og:)?product.*");
        if (!isProduct) {
            return Optional.empty();
        }
        Map<String, List<Value>> product = new HashMap<>();
        put(product, "name", first(tags, "og:title"));
        put(product, "description", first(tags, "og:description"));
        put(product, "image", first(tags, "og:image:secure_url", "og:image"));
        put(product, "url", first(tags, "og:url"));
        put(product, "sku", first(tags, "product:retailer_item_id"));
        put(product, "brand", first(tags, "product:brand", "og:brand"));
        put(product, "gtin", first(tags, "product:gtin", "product:ean", "product:upc"));
        put(product, "mpn", first(tags, "product:mfr_part_no"));
        put(product, "color", first(tags, "product:color"));
        put(product, "size", first(tags, "product:size"));
        Map<String, List<Value>> offer = new HashMap<>();
        put(
                offer,
                "priceCurrency",
                first(
                        tags,
                        "product:price:currency",
                        "og:price:currency",
                        "product:sale_price:currency"));
        put(offer, "availability", first(tags, "product:availability", "og:availability"));
        put(offer, "itemCondition", first(tags, "product:condition"));
        put(offer, "price", sale.or(() -> regular));
        first(tags, "product:original_price:amount")
                .or(() -> sale.flatMap(_ -> regular))
                .ifPresent(list -> offer.put("priceSpecification", List.of(listPrice(list))));
        product.put("offers", List.of(new Node(Optional.empty(), Set.of("Offer"), offer)));
        return Optional.of(new Node(Optional.empty(), Set.of("Product"), product));
    }

    private static Node listPrice(String amount) {
        return new Node(
                Optional.empty(),
                Set.of("UnitPriceSpecification"),
                Map.of(
                        "priceType",
                        List.of(new Text("StrikethroughPrice")),
                        "price",
                        List.of(new Text(amount))));
    }

    private static Optional<String> first(Map<String, String> tags, String... names) {
        for (String name : names) {
            String value = tags.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static void put(
            Map<String, List<Value>> properties, String name, Optional<String> value) {
        value.ifPresent(text -> properties.put(name, List.of(new Text(text))));
    }
}
