package com.truecart.sandbox.woo;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.world.Product;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The product side of the Store API. */
final class WooProducts {
    private static final int LARGEST_PAGE = 100;

    private final Shelf shelf;
    private final URI base;

    WooProducts(Shelf shelf, URI base) {
        this.shelf = shelf;
        this.base = base;
    }

    /** One page of products. */
    Reply list(Request request) throws WooError {
        int page = number(request, "page", 1);
        int perPage = number(request, "per_page", 10);
        if (page < 1 || perPage < 1 || perPage > LARGEST_PAGE) {
            String name = page < 1 ? "page" : "per_page";
            throw WooError.parameters(
                    "rest_invalid_param",
                    "Invalid parameter(s): " + name,
                    Map.of(name, name + " must be between 1 and " + LARGEST_PAGE));
        }
        List<Offer> found =
                shelf.offers().stream().filter(wanted(request)).sorted(order(request)).toList();
        ArrayNode body = Json.array();
        found.stream()
                .skip((long) (page - 1) * perPage)
                .limit(perPage)
                .forEach(offer -> body.add(product(offer)));
        int pages = (found.size() + perPage - 1) / perPage;
        return Reply.json(200, body)
                .with("X-WP-Total", Integer.toString(found.size()))
                .with("X-WP-TotalPages", Integer.toString(pages));
    }

    /** One product. */
    Reply one(String id) throws WooError {
        Offer offer =
                shelf.item(id)
                        .orElseThrow(() ->
                                WooError.of(
                                        404,
                                        "woocommerce_rest_product_invalid_id",
                                        "Invalid product ID."));
        return Reply.json(200, product(offer));
    }

    private static Predicate<Offer> wanted(Request request) throws WooError {
        Predicate<Offer> wanted = _ -> true;
        if (request.parameter("search").isPresent()) {
            List<String> words =
                    Arrays.stream(request.query().getOrDefault("search", "").split("\\s+", -1))
                            .map(w -> w.toLowerCase(Locale.ROOT))
                            .toList();
            wanted = wanted.and(o -> words.stream().allMatch(searchText(o)::contains));
        }
        if (request.parameter("include").isPresent()) {
            Set<String> ids =
                    Arrays.stream(request.query().getOrDefault("include", "").split(",", -1))
                            .map(String::strip)
                            .collect(Collectors.toSet());
            wanted = wanted.and(o -> ids.contains(o.itemId()));
        }
        if (request.parameter("sku").isPresent()) {
            String sku = request.query().getOrDefault("sku", "");
            wanted = wanted.and(o -> o.sku().equals(sku));
        }
        if (request.parameter("on_sale").filter("true"::equals).isPresent()) {
            wanted = wanted.and(Offer::onSale);
        }
        if (request.parameter("category").isPresent()) {
            String id = request.query().getOrDefault("category", "");
            wanted =
                    wanted.and(o ->
                            o.product().category().stream()
                                    .anyMatch(step ->
                                            id.equals(slug(step))
                                                    || id.equals(Integer.toString(id(step)))));
        }
        int min = number(request, "min_price", 0);
        int max = number(request, "max_price", Integer.MAX_VALUE);
        return wanted.and(o -> o.price() >= min && o.price() <= max);
    }

    private static String searchText(Offer offer) {
        Product p = offer.product();
        return String.join(" ", p.name(), p.nameZh(), p.description(), offer.sku(), p.gtin())
                .toLowerCase(Locale.ROOT);
    }

    private static Comparator<Offer> order(Request request) {
        Comparator<Offer> byNumber = Comparator.comparingInt(o -> o.product().number());
        Comparator<Offer> order =
                switch (request.query().getOrDefault("orderby", "date")) {
                    case "price" -> Comparator.comparingLong(Offer::price).thenComparing(byNumber);
                    case "title" ->
                            Comparator.comparing((Offer o) -> o.product().name())
                                    .thenComparing(byNumber);
                    // the Store API falls back to its default order, newest first
                    default -> byNumber;
                };
        String direction = request.query().getOrDefault("order", "desc");
        return direction.equals("asc") ? order : order.reversed();
    }

    private static int number(Request request, String name, int otherwise) throws WooError {
        if (request.parameter(name).isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(request.query().getOrDefault(name, ""));
        } catch (NumberFormatException _) {
            throw WooError.parameters(
                    "rest_invalid_param",
                    "Invalid parameter(s): " + name,
                    Map.of(name, name + " is not of type integer."));
        }
    }

    /** A product as the Store API shows it. */
    ObjectNode product(Offer offer) {
        Product product = offer.product();
        ObjectNode node = Json.object();
        node.put("id", product.number());
        node.put("name", WooText.html(product.name()));
        node.put("slug", slug(product.name()));
        node.put("parent", 0).put("type", "simple").put("variation", "");
        node.put("permalink", base + "/p/" + offer.sku());
        node.put("sku", offer.sku());
        node.put("short_description", "<p>" + WooText.html(product.description()) + "</p>");
        node.put("description", description(product));
        node.put("on_sale", offer.onSale());
        node.set("prices", prices(offer));
        node.put("price_html", "");
        node.put(
                "average_rating",
                "%d.%d0".formatted(3 + product.number() % 2, product.number() % 10));
        node.put("review_count", product.number() % 90);
        node.set("images", images(offer));
        ArrayNode categories = node.putArray("categories");
        for (String step : product.category()) {
            categories.add(term(id(step), step));
        }
        node.putArray("tags");
        node.putArray("brands").add(term(id(product.brand()), product.brand()));
        ArrayNode attributes = node.putArray("attributes");
        attributes.add(attribute(1, "中文名稱", product.nameZh()));
        attributes.add(attribute(2, "GTIN", product.gtin()));
        attributes.add(attribute(3, "品牌", product.brandZh()));
        attributes.add(attribute(4, "Pack size", product.pack()));
        attributes.add(attribute(5, "分類", String.join(" > ", product.categoryZh())));
        product.mpn().ifPresent(mpn -> attributes.add(attribute(6, "MPN", mpn)));
        node.putArray("variations");
        node.putArray("grouped_products");
        node.put("has_options", false);
        node.put("is_purchasable", true);
        node.put("is_in_stock", offer.stock() > 0);
        node.put("is_on_backorder", false);
        if (offer.stock() > 0 && offer.stock() <= 5) {
            node.put("low_stock_remaining", offer.stock());
        } else {
            node.putNull("low_stock_remaining");
        }
        node.put("sold_individually", false);
        node.putObject("add_to_cart").put("minimum", 1).put("maximum", 9999).put("multiple_of", 1);
        node.putObject("extensions");
        return node;
    }

    /** The prices of a product or a line. */
    static ObjectNode prices(Offer offer) {
        ObjectNode prices = Json.object();
        prices.put("price", WooMoney.text(offer.price()));
        prices.put("regular_price", WooMoney.text(offer.regularPrice()));
        prices.put("sale_price", WooMoney.text(offer.price()));
        prices.putNull("price_range");
        return WooMoney.currency(prices);
    }

    /** The pictures of a product or a line. */
    ArrayNode images(Offer offer) {
        ArrayNode images = Json.array();
        String src = base + "/img/" + offer.sku() + ".svg";
        images.addObject()
                .put("id", 10_000 + offer.product().number())
                .put("src", src)
                .put("thumbnail", src)
                .put("name", offer.product().name())
                .put("alt", offer.product().name());
        return images;
    }

    /** Real shops paste trackers into descriptions; a reader must not pass them on. */
    private static String description(Product product) {
        String html =
                "<p>"
                        + WooText.html(product.description())
                        + "</p><p>"
                        + WooText.html(product.nameZh())
                        + "</p>";
        return product.number() % 7 == 0
                ? html + "<script>window.seen = (window.seen || 0) + 1;</script>"
                : html;
    }

    private ObjectNode term(int id, String name) {
        return Json.object()
                .put("id", id)
                .put("name", WooText.html(name))
                .put("slug", slug(name))
                .put("link", base + "/c/" + slug(name));
    }

    private static ObjectNode attribute(int id, String name, String value) {
        ObjectNode attribute = Json.object();
        attribute.put("id", id).put("name", name).putNull("taxonomy").put("has_variations", false);
        attribute.putArray("terms").addObject().put("id", 0).put("name", value).put("slug", value);
        return attribute;
    }

    private static int id(String term) {
        return 100 + Math.floorMod(term.hashCode(), 100_000);
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
