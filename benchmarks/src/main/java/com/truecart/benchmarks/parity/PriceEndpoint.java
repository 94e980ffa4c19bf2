package com.truecart.benchmarks.parity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedLine;
import com.truecart.realshops.vendure.Basket;
import com.truecart.realshops.vendure.BasketLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our pricing behind HTTP on loopback: a basket as JSON in, what it costs with every line and step
 * as JSON out. Catalogue and promotions are in memory, as they are in the shop it is measured
 * against.
 */
final class PriceEndpoint implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;

    PriceEndpoint(Function<Basket, PricedCart> pricer) {
        try {
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/price", exchange -> answer(exchange, pricer));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/price");
    }

    static String request(Basket basket) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode lines = body.putArray("lines");
        for (BasketLine line : basket.lines()) {
            lines.addObject().put("variant", line.variantId()).put("quantity", line.quantity());
        }
        return JSON.writeValueAsString(body);
    }

    private static void answer(HttpExchange exchange, Function<Basket, PricedCart> pricer)
            throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            List<BasketLine> lines = new ArrayList<>();
            for (JsonNode line : body.get("lines")) {
                lines.add(
                        new BasketLine(line.get("variant").asLong(), line.get("quantity").asInt()));
            }
            PricedCart priced =
                    pricer.apply(new Basket(lines, List.of(), Optional.empty(), Optional.empty()));
            byte[] answer = JSON.writeValueAsBytes(json(priced));
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        }
    }

    private static ObjectNode json(PricedCart priced) {
        ObjectNode root = JSON.createObjectNode();
        root.put("payable", priced.payable().minor());
        ArrayNode lines = root.putArray("lines");
        for (PricedLine line : priced.lines()) {
            ObjectNode each =
                    lines.addObject()
                            .put("line", line.line().lineId())
                            .put("before", line.before().minor())
                            .put("payable", line.payable().minor());
            ArrayNode savings = each.putArray("savings");
            line.savings()
                    .forEach(saving ->
                            savings.addObject()
                                    .put("promotion", saving.promotion().ref())
                                    .put("amount", saving.amount().minor()));
        }
        ArrayNode steps = root.putArray("steps");
        priced.steps()
                .forEach(step ->
                        steps.addObject()
                                .put("kind", step.kind().name())
                                .put("change", step.change().minor())
                                .put("after", step.after().minor()));
        return root;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
