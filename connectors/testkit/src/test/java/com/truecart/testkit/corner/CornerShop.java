package com.truecart.testkit.corner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.spi.Delivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small shop over loopback HTTP with its own arithmetic: a catalogue in pages, two promotions,
 * carts, orders that it takes once per reference of ours, and signed webhooks.
 */
public final class CornerShop implements AutoCloseable {
    /** What it signs webhooks with. */
    public static final String SECRET = "corner-secret";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BigDecimal DELIVERY = new BigDecimal("15.00");
    private static final int PER_PAGE = 2;

    private final HttpServer server;
    private final Map<String, Goods> goods = new TreeMap<>();
    private final Map<String, Map<String, Object>> carts = new HashMap<>();
    private final Map<String, Map<String, Object>> ordersByReference = new HashMap<>();
    private int changes;

    private record Goods(String id, String name, String price, boolean inStock, int changed) {

        Map<String, Object> stated() {
            return Map.of(
                    "id", id, "name", name, "price", price, "currency", "HKD", "in_stock", inStock);
        }
    }

    private record Answer(int status, Map<String, ?> body) {}

    /** What a request is answered with. */
    private interface Handler {
        Answer answer(HttpExchange exchange, JsonNode body);
    }

    /** Opens the shop. */
    public CornerShop() throws IOException {
        put("1", "Jasmine tea &amp; pot", "12.90", true);
        put("2", "Rice 5 kg", "1,020.50", true);
        put("3", "Soap", "on request", true);
        put("4", "Salt", "0.90", false);
        put("5", "Sugar", "8", true);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        route("/products", (exchange, _) -> products(query(exchange)));
        route("/promotions", (_, _) -> promotions());
        route("/carts", (_, body) -> cart(body));
        route("/orders", this::orders);
        server.start();
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sells sugar at another price from now on. */
    public synchronized String changeAPrice() {
        put("5", "Sugar", "8", true);
        return "5";
    }

    /** A webhook as the shop sends it. */
    public static Delivery webhook(String event, String order) {
        String body = "{\"event\":\"" + event + "\",\"order\":\"" + order + "\"}";
        return new Delivery(
                "POST",
                URI.create("https://truecart.example/hooks/corner"),
                Map.of(
                        "content-type", List.of("application/json"),
                        "corner-signature", List.of(Hmac.sha256(SECRET, body))),
                body,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void put(String id, String name, String price, boolean inStock) {
        goods.put(id, new Goods(id, name, price, inStock, ++changes));
    }

    private Answer products(Map<String, String> query) {
        int since = Integer.parseInt(query.getOrDefault("since", "0"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        List<Map<String, Object>> all =
                goods.values().stream()
                        .filter(each -> each.changed > since)
                        .filter(each -> each.id.equals(query.getOrDefault("id", each.id)))
                        .map(Goods::stated)
                        .toList();
        int from = Math.min((page - 1) * PER_PAGE, all.size());
        int to = Math.min(from + PER_PAGE, all.size());
        Map<String, Object> body = new HashMap<>();
        body.put("products", all.subList(from, to));
        body.put("next", to < all.size() ? page + 1 : null);
        body.put("version", changes);
        return new Answer(200, body);
    }

    private static Answer promotions() {
        return new Answer(
                200,
                Map.of(
                        "promotions",
                        List.of(
                                Map.of(
                                        "id", "tea-week",
                                        "text", "Tea week: 20 % off",
                                        "percent", 20,
                                        "product", "1"),
                                Map.of(
                                        "id", "surprise",
                                        "text", "A surprise with every third visit"))));
    }

    private Answer cart(JsonNode wanted) {
        List<Map<String, String>> problems = new ArrayList<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal off = BigDecimal.ZERO;
        for (JsonNode line : wanted.get("lines")) {
            Goods each = goods.get(line.get("id").stringValue());
            if (each == null || !each.inStock) {
                problems.add(Map.of("id", line.get("id").stringValue(), "reason", "sold out"));
                continue;
            }
            BigDecimal quantity = BigDecimal.valueOf(line.get("quantity").intValue());
            BigDecimal unit = new BigDecimal(each.price.replace(",", "")).setScale(2);
            BigDecimal total = unit.multiply(quantity);
            sum = sum.add(total);
            if (each.id.equals("1")) {
                off =
                        unit.multiply(new BigDecimal("0.20"))
                                .setScale(2, RoundingMode.HALF_UP)
                                .multiply(quantity);
            }
            lines.add(
                    Map.of(
                            "id", each.id,
                            "quantity", quantity.intValueExact(),
                            "unit", unit.toPlainString(),
                            "total", total.toPlainString()));
        }
        if (!problems.isEmpty()) {
            return new Answer(422, Map.of("problems", problems));
        }
        List<Map<String, String>> refused = new ArrayList<>();
        for (JsonNode code : wanted.get("codes")) {
            refused.add(Map.of("code", code.stringValue(), "reason", "unknown code"));
        }
        String id = "cart-" + (carts.size() + 1);
        Map<String, Object> cart = new HashMap<>();
        cart.put("cart", id);
        cart.put("lines", lines);
        cart.put("goods", sum.toPlainString());
        cart.put(
                "discounts",
                off.signum() == 0
                        ? List.of()
                        : List.of(Map.of("label", "Tea week", "amount", off.toPlainString())));
        cart.put("delivery", DELIVERY.toPlainString());
        cart.put("payable", sum.subtract(off).add(DELIVERY).toPlainString());
        cart.put("refused", refused);
        carts.put(id, cart);
        return new Answer(200, cart);
    }

    private Answer orders(HttpExchange exchange, JsonNode body) {
        if (exchange.getRequestMethod().equals("POST")) {
            return place(body);
        }
        Map<String, String> query = query(exchange);
        return new Answer(
                200,
                Map.of(
                        "orders",
                        ordersByReference.values().stream()
                                .filter(order ->
                                        query.containsValue(String.valueOf(order.get("reference")))
                                                || query.containsValue(
                                                        String.valueOf(order.get("id"))))
                                .toList()));
    }

    private Answer place(JsonNode wanted) {
        String reference = wanted.get("reference").stringValue();
        Map<String, Object> before = ordersByReference.get(reference);
        if (before != null) {
            return new Answer(200, before);
        }
        Map<String, Object> cart =
                Optional.ofNullable(carts.get(wanted.get("cart").stringValue())).orElseThrow();
        BigDecimal payable = new BigDecimal(String.valueOf(cart.get("payable")));
        if (payable.compareTo(new BigDecimal(wanted.get("agreed").stringValue())) > 0) {
            return new Answer(409, Map.of("reason", "price", "payable", payable.toPlainString()));
        }
        Map<String, Object> order =
                Map.of(
                        "id",
                        "order-" + (ordersByReference.size() + 1),
                        "reference",
                        reference,
                        "state",
                        "confirmed",
                        "charged",
                        payable.toPlainString());
        ordersByReference.put(reference, order);
        return new Answer(201, order);
    }

    private void route(String path, Handler handler) {
        server.createContext(
                path,
                exchange -> {
                    byte[] sent = exchange.getRequestBody().readAllBytes();
                    Answer answer;
                    synchronized (this) {
                        answer =
                                handler.answer(
                                        exchange,
                                        JSON.readTree(
                                                sent.length == 0
                                                        ? "{}".getBytes(StandardCharsets.UTF_8)
                                                        : sent));
                    }
                    byte[] body = JSON.writeValueAsBytes(answer.body());
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(answer.status(), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return List.of(
                        Optional.ofNullable(exchange.getRequestURI().getQuery())
                                .orElse("")
                                .split("&", -1))
                .stream()
                .filter(pair -> pair.contains("="))
                .collect(
                        Collectors.toMap(
                                pair -> pair.substring(0, pair.indexOf('=')),
                                pair -> pair.substring(pair.indexOf('=') + 1)));
    }
}
