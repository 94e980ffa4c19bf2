package com.truecart.sandbox;

import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import java.net.URI;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The handle over HTTP, for tests that run in another process. */
final class ControlDesk implements Service {
    private final Sandbox sandbox;

    ControlDesk(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Reply answer(Request request) {
        try {
            return route(request);
        } catch (Json.BadBody | IllegalArgumentException e) {
            return refused(400, e);
        } catch (NoSuchElementException e) {
            return refused(404, e);
        }
    }

    private Reply route(Request request) throws Json.BadBody {
        return switch (request.method() + " " + request.path()) {
            case "GET /", "GET /shops" -> Reply.json(200, shops());
            case "GET /orders" ->
                    Reply.json(
                            200,
                            Json.MAPPER.valueToTree(
                                    sandbox.orders(request.query().getOrDefault("shop", ""))));
            case "GET /offers" ->
                    Reply.json(
                            200,
                            Json.MAPPER.valueToTree(
                                    sandbox.offers(request.query().getOrDefault("shop", ""))));
            case "GET /payments" -> Reply.json(200, payments());
            case "POST /payments/endpoint" -> {
                sandbox.stripe()
                        .desk()
                        .tell(URI.create(text(Json.read(request.body()), "address")));
                yield done();
            }
            case "POST /faults" -> {
                sandbox.faults().inject(fault(Json.read(request.body())));
                yield done();
            }
            case "DELETE /faults" -> {
                sandbox.faults().clear();
                yield done();
            }
            case "POST /prices" -> {
                ObjectNode body = Json.read(request.body());
                sandbox.setPrice(text(body, "shop"), text(body, "sku"), whole(body, "price"));
                yield done();
            }
            case "POST /stock" -> {
                ObjectNode body = Json.read(request.body());
                sandbox.setStock(
                        text(body, "shop"),
                        text(body, "sku"),
                        Math.toIntExact(whole(body, "quantity")));
                yield done();
            }
            case "GET /refunds" ->
                    Reply.json(
                            200,
                            Json.MAPPER.valueToTree(
                                    sandbox.woo(request.query().getOrDefault("shop", ""))
                                            .refunds()));
            case "POST /refunds" -> {
                refund(Json.read(request.body()));
                yield done();
            }
            default -> throw new NoSuchElementException("No such desk: " + request.path());
        };
    }

    private void refund(ObjectNode body) {
        String shop = text(body, "shop");
        String order = text(body, "order");
        long cents = whole(body, "amount");
        switch (sandbox.shop(shop).protocol()) {
            case WOOCOMMERCE -> sandbox.woo(shop).refund(order, cents);
            case UCP ->
                    sandbox.ucp(shop)
                            .refund(order, cents, body.path("reason").asString("Refund"), true);
            case FEED_XML, FEED_TSV ->
                    throw new IllegalArgumentException(shop + " takes no orders");
        }
    }

    private ArrayNode shops() {
        ArrayNode shops = Json.array();
        for (RunningShop shop : sandbox.shops()) {
            ObjectNode node = shops.addObject();
            node.put("id", shop.id()).put("name", shop.name()).put("nameZh", shop.nameZh());
            node.put("protocol", shop.protocol().name());
            node.put("base", shop.base().toString());
            shop.productsFeed().ifPresent(uri -> node.put("productsFeed", uri.toString()));
            node.put("promotionsFeed", shop.promotionsFeed().toString());
            node.put("deliveryFee", shop.deliveryFee());
            shop.freeFrom().ifPresent(from -> node.put("freeFrom", from));
            node.put("currency", shop.currency());
        }
        return shops;
    }

    private ArrayNode payments() {
        ArrayNode payments = Json.array();
        sandbox.payments()
                .forEach(provider -> {
                    ObjectNode node = payments.addObject().put("id", provider.desk().id());
                    node.put("base", provider.base().toString());
                    node.set("settings", Json.MAPPER.valueToTree(provider.desk().settings()));
                    node.set("books", Json.MAPPER.valueToTree(provider.desk().books()));
                });
        return payments;
    }

    private static Fault fault(ObjectNode body) {
        return new Fault(
                body.path("shop").asString("*"),
                body.path("pathContains").asString(""),
                Optional.of(body.path("method").asString("")).filter(m -> !m.isEmpty()),
                FaultKind.valueOf(text(body, "kind")),
                body.path("times").asInt(1),
                Duration.ofMillis(body.path("delayMillis").asLong(2_000)));
    }

    private static String text(ObjectNode body, String name) {
        String text = body.path(name).asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Say which " + name);
        }
        return text;
    }

    private static long whole(ObjectNode body, String name) {
        if (!body.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return body.path(name).longValue();
    }

    private static Reply done() {
        return Reply.json(200, Json.object().put("done", true));
    }

    private static Reply refused(int status, Exception e) {
        return Reply.json(status, Json.object().put("error", String.valueOf(e.getMessage())));
    }
}
