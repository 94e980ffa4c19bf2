package com.truecart.sandbox.gateway;

import com.truecart.sandbox.gateway.WholesaleOffers.Sale;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 1688's open platform: signed over the path, catalogue in yuan as texts, previews in fen, orders
 * in yuan as numbers, and an answer spelt "orderPreviewResuslt".
 */
public final class Alibaba1688Platform implements Service {
    private static final String ROOT = "/openapi/";

    private final Account account;
    private final String token;
    private final Clock clock;
    private final WholesaleOffers offers;
    private final WholesaleOrders orders;

    /** A platform with one application, authorised by one buyer. */
    public Alibaba1688Platform(Assortment assortment, Account account, String token, Clock clock) {
        this.account = account;
        this.token = token;
        this.clock = clock;
        this.offers = new WholesaleOffers(assortment);
        this.orders = new WholesaleOrders(offers, clock);
    }

    /** What is for sale. */
    public WholesaleOffers offers() {
        return offers;
    }

    /** What was bought. */
    public WholesaleOrders orders() {
        return orders;
    }

    @Override
    public Reply answer(Request request) {
        String path = request.path();
        String end = "/" + account.appKey();
        if (!path.startsWith(ROOT + "param2/1/") || !path.endsWith(end)) {
            return refused("gw.APIUnsupported", "no such api");
        }
        Map<String, String> sent = FormBody.read(request.body());
        if (!Signatures.isHmacSha1(path.substring(ROOT.length()), sent, account.secret())) {
            return refused("gw.SignatureInvalid", "Invalid signature");
        }
        String millis = sent.getOrDefault("_aop_timestamp", "");
        if (!millis.matches("\\d{13}")
                || !Times.isNow(Instant.ofEpochMilli(Long.parseLong(millis)), clock)) {
            return refused("gw.RequestExpired", "Request expired");
        }
        if (!token.equals(sent.get("access_token"))) {
            return refused("401", "Request need user authorized");
        }
        String api = path.substring((ROOT + "param2/1/").length(), path.length() - end.length());
        try {
            return Reply.json(200, answer(api, sent));
        } catch (Json.BadBody | NumberFormatException e) {
            return refused("gw.ParameterInvalid", String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode answer(String api, Map<String, String> sent) throws Json.BadBody {
        return switch (api.substring(api.indexOf('/') + 1)) {
            case "product.search.keywordQuery" -> search(parameter(sent, "offerQueryParam"));
            case "product.search.queryProductDetail" ->
                    detail(parameter(sent, "offerDetailParam").path("offerId").asLong());
            case "alibaba.createOrder.preview" -> orders.preview(sent);
            case "alibaba.trade.fastCreateOrder" -> orders.create(sent);
            case "alibaba.trade.get.buyerView" -> orders.view(sent.getOrDefault("orderId", ""));
            case "alibaba.trade.getBuyerOrderList" ->
                    orders.list(sent.getOrDefault("outOrderId", ""));
            case "alibaba.trade.getLogisticsInfos.buyerView" ->
                    orders.logistics(sent.getOrDefault("orderId", ""));
            case "alibaba.trade.getLogisticsTraceInfo.buyerView" ->
                    orders.trace(sent.getOrDefault("orderId", ""));
            default -> Json.object().put("error_code", "gw.APIUnsupported");
        };
    }

    private static ObjectNode parameter(Map<String, String> sent, String name) throws Json.BadBody {
        return Json.read(sent.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode search(ObjectNode asked) {
        List<Goods> found = offers.offers(asked.path("keyword").asString(""));
        int perPage = Math.clamp(asked.path("pageSize").asInt(20), 1, 50);
        int page = asked.path("beginPage").asInt(1);
        ObjectNode body = Json.object();
        ObjectNode outer = body.putObject("result").put("success", true).put("code", "200");
        ObjectNode inner = outer.putObject("result").put("totalRecords", found.size());
        inner.put("totalPage", (found.size() + perPage - 1) / perPage).put("currentPage", page);
        ArrayNode rows = inner.putArray("data");
        for (Goods goods : Assortment.page(found, page, perPage)) {
            rows.addObject()
                    .put("offerId", offers.sales(goods).findFirst().orElseThrow().offerId())
                    .put("subject", goods.title());
        }
        return body;
    }

    private ObjectNode detail(long offerId) {
        ObjectNode body = Json.object();
        Goods goods = offers.offer(offerId).orElse(null);
        if (goods == null || offers.isWithdrawn(goods)) {
            body.putObject("result")
                    .put("success", false)
                    .put("code", "404")
                    .put("message", "商品不存在");
            return body;
        }
        ObjectNode outer = body.putObject("result").put("success", true).put("code", "200");
        ObjectNode offer = outer.putObject("result");
        offer.put("offerId", offerId).put("subject", goods.title() + " 批发");
        offer.put("subjectTrans", "Wholesale " + goods.number());
        offer.put("categoryName", goods.category().getLast()).put("status", "published");
        offer.put("description", "<p>批發<b>" + goods.brand() + "</b></p>");
        offer.put("minOrderQuantity", offers.least(goods));
        offer.put("sellerOpenId", "b2b-" + goods.shopId()).put("companyName", goods.shopName());
        offer.putObject("productImage")
                .putArray("images")
                .add("https://cbu01.alicdn.com/" + goods.number() + ".jpg");
        offer.putArray("productAttribute")
                .addObject()
                .put("attributeName", "品牌")
                .put("value", goods.brand());
        sale(goods, offer);
        return body;
    }

    private void sale(Goods goods, ObjectNode offer) {
        List<Sale> sales = offers.sales(goods).toList();
        Sale first = sales.getFirst();
        ObjectNode info = offer.putObject("productSaleInfo");
        info.put("amountOnSale", offers.stock(first.key()));
        info.put("quoteType", first.bySpec() ? 1 : first.spec().isPresent() ? 2 : 0);
        if (!first.bySpec() && goods.price() > 0) {
            ArrayNode ranges = info.putArray("priceRangeList");
            for (int from : List.of(offers.least(goods), offers.many())) {
                ranges.addObject()
                        .put("startQuantity", from)
                        .put("price", yuan(offers.price(first, from)));
            }
        }
        if (first.spec().isPresent()) {
            ArrayNode specs = offer.putArray("productSkuInfos");
            for (Sale one : sales) {
                ObjectNode spec = specs.addObject().put("specId", one.spec().orElseThrow());
                spec.put("amountOnSale", offers.stock(one.key()));
                if (goods.price() > 0) {
                    spec.put("price", yuan(offers.price(one, 1)));
                }
                spec.putArray("skuAttributes")
                        .addObject()
                        .put("attributeName", "规格")
                        .put("value", one.spec().orElseThrow().startsWith("a") ? "小" : "大");
            }
        }
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static Reply refused(String code, String words) {
        return Reply.json(400, Json.object().put("error_code", code).put("error_message", words));
    }
}
