package com.truecart.sandbox.gateway;

import com.truecart.sandbox.gateway.Purchases.Purchase;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JD's affiliate gateway: the answer is a JSON text inside JSON, in a node spelt "responce", and
 * the ids of one call are not those of the next.
 */
public final class JdPlatform implements Service {
    private static final int MOST_PER_PAGE = 30;
    private static final int MOST_ORDERS = 500;
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
    private static final long FIRST_SKU = 100_000_000L;
    private static final String PAGE = "jingfen.jd.com/detail/";

    private final Assortment assortment;
    private final Account account;
    private final boolean hasSkuRight;
    private final Clock clock;
    private final PassingIds ids;
    private final List<String> links = new ArrayList<>();
    private final Purchases purchases = new Purchases();
    private boolean takesNames = true;
    private String lastName = "";

    /**
     * A platform with one account.
     *
     * @param hasSkuRight whether the account may see article numbers (scene 2)
     */
    public JdPlatform(Assortment assortment, Account account, boolean hasSkuRight, Clock clock) {
        this.assortment = assortment;
        this.account = account;
        this.hasSkuRight = hasSkuRight;
        this.clock = clock;
        this.ids = new PassingIds(account.appKey(), '_', clock);
    }

    /** The key that stays for one product. */
    public String keyOf(Goods goods) {
        return hasSkuRight ? Long.toString(FIRST_SKU + goods.number()) : ids.tail(goods.number());
    }

    /** What the links made so far lead to, oldest first: the product's number and the coupon. */
    public synchronized List<String> links() {
        return List.copyOf(links);
    }

    /** What people bought. */
    public Purchases purchases() {
        return purchases;
    }

    /** From now on the account may not name its links (subUnionId), or may again. */
    public synchronized void takesNames(boolean allowed) {
        takesNames = allowed;
    }

    /** What the last link is named; empty where it has no name. */
    public synchronized String lastName() {
        return lastName;
    }

    @Override
    public Reply answer(Request request) {
        if (!request.is("POST", "/routerjson")) {
            return Reply.text(404, "text/plain", "no such gateway");
        }
        Map<String, String> sent = FormBody.read(request.body());
        if (!account.appKey().equals(sent.get("app_key"))) {
            return error("11", "无效的app_key");
        }
        if (!Times.isLocalAndNow(sent.getOrDefault("timestamp", ""), clock)) {
            return error("16", "无效的时间戳");
        }
        if (!Signatures.isWrappedMd5(sent, account.secret())) {
            return error("12", "无效签名");
        }
        ObjectNode business;
        try {
            business =
                    Json.read(
                            sent.getOrDefault("360buy_param_json", "")
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (Json.BadBody _) {
            return error("18", "参数不是JSON");
        }
        return switch (sent.getOrDefault("method", "")) {
            case "jd.union.open.goods.query" ->
                    wrapped("jd_union_open_goods_query_responce", "queryResult", search(business));
            case "jd.union.open.promotion.common.get" ->
                    wrapped(
                            "jd_union_open_promotion_common_get_responce",
                            "getResult",
                            link(business));
            case "jd.union.open.order.row.query" ->
                    wrapped(
                            "jd_union_open_order_row_query_responce",
                            "queryResult",
                            orders(business));
            default -> error("21", "无效的方法名");
        };
    }

    private ObjectNode search(ObjectNode business) {
        JsonNode asked = business.path("goodsReqDTO");
        boolean wantsSkus = asked.path("sceneId").asInt(1) == 2;
        if (wantsSkus && !hasSkuRight) {
            return result(403, "无访问权限");
        }
        if (asked.has("skuIds") && !wantsSkus) {
            return result(411, "sceneId不匹配，需要完整的联盟商品ID，不支持SKUID");
        }
        List<Goods> found =
                asked.has("skuIds")
                        ? assortment
                                .numbered((int) (asked.path("skuIds").path(0).asLong() - FIRST_SKU))
                                .stream()
                                .toList()
                        : assortment.found(asked.path("keyword").asString(""));
        int perPage = Math.clamp(asked.path("pageSize").asInt(20), 1, MOST_PER_PAGE);
        ObjectNode result = result(200, "success").put("totalCount", found.size());
        ArrayNode rows = result.putArray("data");
        Assortment.page(found, asked.path("pageIndex").asInt(1), perPage)
                .forEach(goods -> rows.add(row(goods, wantsSkus)));
        return result;
    }

    private ObjectNode row(Goods goods, boolean withSku) {
        String id = ids.issue(goods.number());
        long sku = FIRST_SKU + goods.number();
        ObjectNode row = Json.object().put("itemId", id).put("skuName", goods.title());
        if (withSku) {
            row.put("skuId", sku).put("materialUrl", "item.jd.com/" + sku + ".html");
        } else {
            row.put("materialUrl", PAGE + id + ".html");
        }
        row.put("brandName", goods.brand()).put("owner", "p").put("inOrderCount30DaysSku", 12);
        ObjectNode prices = row.putObject("priceInfo");
        if (goods.price() > 0) {
            prices.put("price", yuan(goods.price()));
            prices.put("lowestPrice", yuan(goods.current()));
            prices.put("lowestPriceType", goods.sale().isPresent() ? 3 : 1);
            prices.put("lowestCouponPrice", yuan(goods.afterVoucher()));
        }
        goods.voucher()
                .ifPresent(voucher ->
                        row.putObject("couponInfo")
                                .putArray("couponList")
                                .addObject()
                                .put("bindType", 3)
                                .put("discount", yuan(voucher.off()))
                                .put("quota", yuan(voucher.threshold()))
                                .put("isBest", 1)
                                .put("link", coupon(goods)));
        goods.label()
                .ifPresent(words ->
                        row.putArray("promotionLabelInfoList")
                                .addObject()
                                .put("promotionLabel", words));
        row.putObject("shopInfo").put("shopId", goods.shopId()).put("shopName", goods.shopName());
        ObjectNode category = row.putObject("categoryInfo");
        for (int i = 0; i < goods.category().size(); i++) {
            category.put("cid" + (i + 1) + "Name", goods.category().get(i));
        }
        row.putObject("imageInfo")
                .putArray("imageList")
                .addObject()
                .put("url", "https://img14.360buyimg.com/n1/" + goods.number() + ".jpg");
        row.putObject("commissionInfo").put("commissionShare", 5 + goods.number() % 20);
        return row;
    }

    private static String coupon(Goods goods) {
        return "https://coupon.m.jd.com/coupons/show.action?roleId=" + goods.number();
    }

    private synchronized ObjectNode link(ObjectNode business) {
        JsonNode asked = business.path("promotionCodeReq");
        if (asked.path("siteId").asString("").isEmpty()) {
            return result(400, "siteId不能为空");
        }
        String name = asked.path("subUnionId").asString("");
        if (!name.isEmpty() && !takesNames) {
            return result(403, "subUnionId无权限");
        }
        lastName = name;
        Optional<Integer> number = number(asked.path("materialId").asString(""));
        if (number.isEmpty()) {
            return result(408, "商品ID已失效");
        }
        links.add((number.get() + " " + asked.path("couponUrl").asString("")).strip());
        ObjectNode result = result(200, "success");
        result.putObject("data")
                .put("clickURL", "https://union-click.jd.com/jdc?e=&p=" + links.size());
        return result;
    }

    private ObjectNode orders(ObjectNode business) {
        JsonNode asked = business.path("orderReq");
        Optional<Instant> from = Times.local(asked.path("startTime").asString(""));
        Optional<Instant> to = Times.local(asked.path("endTime").asString(""));
        int perPage = asked.path("pageSize").asInt(0);
        if (from.isEmpty()
                || to.isEmpty()
                || Duration.between(from.get(), to.get()).compareTo(LONGEST_WINDOW) > 0
                || asked.path("type").asInt(0) != 3
                || perPage < 1
                || perPage > MOST_ORDERS) {
            return result(400, "参数错误");
        }
        List<Purchase> changed = purchases.changed(from.get(), to.get());
        int page = asked.path("pageIndex").asInt(1);
        ObjectNode result = result(200, "success").put("hasMore", page * perPage < changed.size());
        ArrayNode rows = result.putArray("data");
        Assortment.page(changed, page, perPage).forEach(purchase -> rows.add(row(purchase)));
        purchases.pageRead();
        return result;
    }

    private ObjectNode row(Purchase purchase) {
        ObjectNode row = Json.object().put("id", "8" + purchase.number());
        row.put("orderId", purchase.number()).put("parentId", 0);
        row.put("skuId", FIRST_SKU + purchase.goods().number());
        row.put("itemId", ids.issue(purchase.goods().number()));
        row.put("skuNum", purchase.quantity()).put("skuReturnNum", 0);
        row.put("estimateCosPrice", yuan(purchase.paid())).put("actualCosPrice", 0);
        row.put("commissionRate", 5).put("estimateFee", 1.2);
        row.put("validCode", purchase.status());
        row.put("orderTime", Times.text(purchase.orderedAt()));
        row.put("modifyTime", Times.text(purchase.changedAt()));
        return row.put("subUnionId", purchase.echoed());
    }

    private Optional<Integer> number(String material) {
        String address = material.replaceFirst("^https://", "").replaceFirst("\\.html$", "");
        if (address.startsWith(PAGE)) {
            return ids.number(address.substring(PAGE.length()));
        }
        return address.matches("item\\.jd\\.com/\\d{9}")
                ? Optional.of((int) (Long.parseLong(address.substring(12)) - FIRST_SKU))
                : Optional.empty();
    }

    private static ObjectNode result(int code, String message) {
        return Json.object().put("code", code).put("message", message);
    }

    private static Reply wrapped(String node, String field, ObjectNode result) {
        ObjectNode body = Json.object();
        body.putObject(node).put("code", "0").put(field, Json.MAPPER.writeValueAsString(result));
        return Reply.json(200, body);
    }

    private static Reply error(String code, String words) {
        ObjectNode body = Json.object();
        body.putObject("error_response").put("code", code).put("zh_desc", words);
        return Reply.json(200, body);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
