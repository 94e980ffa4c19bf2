package com.truecart.sandbox.gateway;

import com.truecart.sandbox.gateway.WholesaleOffers.Sale;
import com.truecart.sandbox.http.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders at 1688. A reference is taken a second time without a word: whoever sends one order twice
 * has bought twice.
 */
public final class WholesaleOrders {
    private static final long FREIGHT = 800;
    private static final long PROMOTION_FROM = 20_000;
    private static final long PROMOTION_OFF = 1_000;
    private static final long FIRST_ORDER = 3_657_499_272_179_000L;

    private final WholesaleOffers offers;
    private final Clock clock;
    private final List<Order> orders = new ArrayList<>();

    /** An order as the platform has it; amounts in fen. */
    public record Order(
            long id,
            String outOrderId,
            String receiver,
            long total,
            long freight,
            String status,
            long refund,
            Instant at) {

        private Order standing(String other) {
            return new Order(id, outOrderId, receiver, total, freight, other, refund, at);
        }
    }

    private record Line(Sale sale, int quantity, long unit) {
        long amount() {
            return unit * quantity;
        }
    }

    private record Cart(List<Line> lines, String errorCode, String error) {
        long goods() {
            return lines.stream().mapToLong(Line::amount).sum();
        }

        long off() {
            return goods() >= PROMOTION_FROM ? PROMOTION_OFF : 0;
        }

        long total() {
            return goods() - off() + FREIGHT;
        }
    }

    WholesaleOrders(WholesaleOffers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** Every order, oldest first. */
    public synchronized List<Order> all() {
        return List.copyOf(orders);
    }

    /** Lets an order stand as this word says, whatever it stood as before. */
    public synchronized void set(String orderId, String status) {
        int place = place(orderId);
        orders.set(place, orders.get(place).standing(status));
    }

    /** Gives back so much of an order, in fen. */
    public synchronized void refund(String orderId, long fen) {
        int at = place(orderId);
        Order o = orders.get(at);
        orders.set(
                at,
                new Order(
                        o.id(),
                        o.outOrderId(),
                        o.receiver(),
                        o.total(),
                        o.freight(),
                        o.status(),
                        fen,
                        o.at()));
    }

    private int place(String orderId) {
        for (int i = 0; i < orders.size(); i++) {
            if (Long.toString(orders.get(i).id()).equals(orderId)) {
                return i;
            }
        }
        throw new NoSuchElementException("No such order: " + orderId);
    }

    synchronized ObjectNode preview(Map<String, String> sent) throws Json.BadBody {
        Cart cart = cart(sent);
        ObjectNode body = Json.object();
        ArrayNode previews = body.putArray("orderPreviewResuslt");
        if (!cart.error().isEmpty()) {
            return body.put("success", false)
                    .put("errorCode", cart.errorCode())
                    .put("errorMsg", cart.error());
        }
        ObjectNode preview = previews.addObject().put("status", true);
        preview.putArray("tradeModeNameList").add("nzassure");
        preview.put("sumPayment", cart.total()).put("sumCarriage", FREIGHT);
        preview.put("sumPaymentNoCarriage", cart.goods() - cart.off());
        preview.put("discountFee", cart.off()).put("flowFlag", "general");
        if (cart.off() > 0) {
            preview.putArray("shopPromotionList")
                    .addObject()
                    .put("selected", true)
                    .put("text", "店铺满200减10")
                    .put("discountFee", cart.off());
        }
        ArrayNode cargo = preview.putArray("cargoList");
        for (Line line : cart.lines()) {
            ObjectNode one = cargo.addObject().put("offerId", line.sale().offerId());
            line.sale().spec().ifPresent(spec -> one.put("specId", spec));
            one.put("amount", yuan(line.amount())).put("finalUnitPrice", yuan(line.unit()));
        }
        return body.put("success", true);
    }

    synchronized ObjectNode create(Map<String, String> sent) throws Json.BadBody {
        Cart cart = cart(sent);
        ObjectNode body = Json.object();
        if (!cart.error().isEmpty()) {
            return body.put("success", false)
                    .put("code", cart.errorCode())
                    .put("message", cart.error());
        }
        for (Line line : cart.lines()) {
            String key = line.sale().key();
            offers.setStock(key, offers.stock(key) - line.quantity());
        }
        Order order =
                new Order(
                        FIRST_ORDER + orders.size(),
                        sent.getOrDefault("outOrderId", ""),
                        read(sent, "addressParam").path("fullName").asString(""),
                        cart.total(),
                        FREIGHT,
                        "waitbuyerpay",
                        0,
                        clock.instant());
        orders.add(order);
        body.put("success", true)
                .putObject("result")
                .put("success", true)
                .put("orderId", Long.toString(order.id()))
                .put("totalSuccessAmount", order.total())
                .put("postFee", FREIGHT)
                .putArray("failedOfferList");
        return body;
    }

    synchronized ObjectNode view(String orderId) {
        Optional<Order> order = find(orderId);
        ObjectNode body = Json.object();
        if (order.isEmpty()) {
            return body.put("success", "false")
                    .put("errorCode", "order.nopermission.buyer")
                    .put("errorMessage", "无权限");
        }
        body.putObject("result").set("baseInfo", base(order.get()));
        return body.put("success", "true");
    }

    synchronized ObjectNode list(String outOrderId) {
        ObjectNode body = Json.object();
        ArrayNode result = body.putArray("result");
        for (Order order : orders) {
            if (outOrderId.isEmpty() || order.outOrderId().equals(outOrderId)) {
                result.addObject().set("baseInfo", base(order));
            }
        }
        return body.put("totalRecord", result.size());
    }

    synchronized ObjectNode logistics(String orderId) {
        return Waybills.of(orderId, isOnItsWay(orderId));
    }

    synchronized ObjectNode trace(String orderId) {
        return Waybills.trace(orderId, isOnItsWay(orderId));
    }

    private boolean isOnItsWay(String orderId) {
        return find(orderId)
                .filter(order -> !order.status().matches("waitbuyerpay|waitsellersend|cancel"))
                .isPresent();
    }

    private Optional<Order> find(String orderId) {
        return orders.stream()
                .filter(order -> Long.toString(order.id()).equals(orderId))
                .findFirst();
    }

    private static ObjectNode base(Order order) {
        ObjectNode base = Json.object().put("id", order.id());
        base.put("idOfStr", Long.toString(order.id())).put("outOrderId", order.outOrderId());
        base.put("status", order.status()).put("totalAmount", yuan(order.total()));
        base.put("shippingFee", yuan(order.freight())).put("refund", yuan(order.refund()));
        return base;
    }

    /** The lines of one seller at today's prices, or what is wrong with them. */
    private Cart cart(Map<String, String> sent) throws Json.BadBody {
        JsonNode address = read(sent, "addressParam");
        for (String field : List.of("fullName", "mobile", "provinceText", "cityText", "address")) {
            if (address.path(field).asString("").isBlank()) {
                return broken("500_100", "收货地址缺少" + field);
            }
        }
        List<Line> lines = new ArrayList<>();
        JsonNode cargo =
                Json.read(
                                ("{\"list\":" + sent.getOrDefault("cargoParamList", "[]") + "}")
                                        .getBytes(StandardCharsets.UTF_8))
                        .path("list");
        // specs of one offer count together towards a lower price
        Map<Long, Integer> units = new HashMap<>();
        for (JsonNode one : cargo) {
            units.merge(one.path("offerId").asLong(), one.path("quantity").asInt(), Integer::sum);
        }
        for (JsonNode one : cargo) {
            long offerId = one.path("offerId").asLong();
            Optional<String> spec =
                    Optional.of(one.path("specId").asString("")).filter(s -> !s.isEmpty());
            int quantity = one.path("quantity").asInt();
            Optional<Sale> sale =
                    offers.offer(offerId).stream()
                            .flatMap(offers::sales)
                            .filter(found -> found.spec().equals(spec))
                            .findFirst();
            if (sale.isEmpty() || sale.get().goods().price() == 0) {
                return broken("500_001", "商品[" + offerId + "]不支持在线交易，不能下单");
            }
            if (offers.stock(sale.get().key()) < quantity) {
                return broken("500_004", "商品[" + offerId + "]库存不足，请核对库存后下单");
            }
            if (quantity < offers.least(sale.get().goods())) {
                return broken("500_005", "商品[" + offerId + "]的购买数量不满足起批量限制");
            }
            long unit = offers.price(sale.get(), units.getOrDefault(offerId, 0));
            lines.add(new Line(sale.get(), quantity, unit));
        }
        long sellers = lines.stream().map(line -> line.sale().goods().shopId()).distinct().count();
        return sellers == 1 ? new Cart(lines, "", "") : broken("500_002", "商品不属于同一个卖家");
    }

    private static Cart broken(String code, String words) {
        return new Cart(List.of(), code, words);
    }

    private static ObjectNode read(Map<String, String> sent, String name) throws Json.BadBody {
        return Json.read(sent.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
