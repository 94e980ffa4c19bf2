package com.truecart.sandbox.gateway;

import com.truecart.sandbox.gateway.Purchases.Purchase;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pinduoduo's affiliate gateway: one level of parameters, fen and seconds, a product with another
 * sign in each search, and pages that only hang together by their list's id.
 */
public final class PinduoduoPlatform implements Service {
    private static final int MOST_PER_PAGE = 100;
    private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Map<Integer, String> STATUSES =
            Map.of(0, "已支付", 1, "已成团", 2, "确认收货", 3, "审核成功", 4, "审核失败", 5, "已经结算", 10, "已处罚");

    private final Assortment assortment;
    private final Account account;
    private final Clock clock;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Purchases purchases = new Purchases();
    private int unlisted;
    private String lastCustom = "";

    /** A platform with one account. */
    public PinduoduoPlatform(Assortment assortment, Account account, Clock clock) {
        this.assortment = assortment;
        this.account = account;
        this.clock = clock;
    }

    /** What a product is called in the answers to this search. */
    public String signOf(Goods goods, String words) {
        return "c9r2_"
                + Integer.toHexString(Objects.hash(goods.number(), words))
                + "_"
                + Integer.toHexString(goods.number());
    }

    /** What the last link carries, to be echoed with what is bought through it. */
    public synchronized String lastCustom() {
        return lastCustom;
    }

    /** What people bought. */
    public Purchases purchases() {
        return purchases;
    }

    @Override
    public Reply answer(Request request) {
        if (!request.is("POST", "/api/router")) {
            return Reply.text(404, "text/plain", "no such gateway");
        }
        Map<String, String> sent = new HashMap<>();
        try {
            Json.read(request.body())
                    .properties()
                    .forEach(field ->
                            sent.put(
                                    field.getKey(),
                                    field.getValue().isString()
                                            ? field.getValue().stringValue()
                                            : field.getValue().toString()));
        } catch (Json.BadBody _) {
            return error(10001, "参数错误");
        }
        if (!account.appKey().equals(sent.get("client_id"))) {
            return error(10002, "client_id非法");
        }
        String seconds = sent.getOrDefault("timestamp", "");
        if (!seconds.matches("\\d{10}")
                || !Times.isNow(Instant.ofEpochSecond(Long.parseLong(seconds)), clock)) {
            return error(20003, "timestamp超时");
        }
        if (!Signatures.isWrappedMd5(sent, account.secret())) {
            return error(20004, "签名sign校验失败");
        }
        return switch (sent.getOrDefault("type", "")) {
            case "pdd.ddk.goods.search" -> search(sent);
            case "pdd.ddk.goods.promotion.url.generate" -> link(sent);
            case "pdd.ddk.order.list.increment.get" -> orders(sent);
            default -> error(10001, "type非法");
        };
    }

    private synchronized Reply search(Map<String, String> sent) {
        String words = sent.getOrDefault("keyword", "");
        int page = Integer.parseInt(sent.getOrDefault("page", "1"));
        int perPage =
                Math.clamp(
                        Integer.parseInt(sent.getOrDefault("page_size", "20")), 10, MOST_PER_PAGE);
        List<Goods> found = assortment.found(words);
        String list = "list-" + Integer.toHexString(words.hashCode());
        if (page > 1 && !list.equals(sent.get("list_id"))) {
            found = turned(found, ++unlisted);
        }
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("goods_search_response");
        answer.put("list_id", list).put("search_id", "s1").put("total_count", found.size());
        ArrayNode rows = answer.putArray("goods_list");
        Assortment.page(found, page, perPage).forEach(goods -> rows.add(row(goods, words)));
        return Reply.json(200, body);
    }

    /** Whoever does not say which list gets another order each time. */
    private static List<Goods> turned(List<Goods> found, int by) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> found.get((i + by * 7) % found.size()))
                .toList();
    }

    private ObjectNode row(Goods goods, String words) {
        String sign = signOf(goods, words);
        numbers.put(sign, goods.number());
        ObjectNode row = Json.object().put("goods_sign", sign).put("goods_name", goods.title());
        row.put("brand_name", goods.brand()).put("category_name", goods.category().getLast());
        row.put("mall_id", Long.parseLong(goods.shopId())).put("mall_name", goods.shopName());
        row.put("goods_image_url", "https://img.pddpic.com/" + goods.number() + ".jpeg");
        row.put("sales_tip", "已拼1.2万件").put("promotion_rate", 50).putArray("service_tags").add(1);
        row.put("min_normal_price", goods.price());
        row.put("min_group_price", goods.current());
        row.put("has_coupon", goods.voucher().isPresent());
        goods.voucher()
                .ifPresent(voucher -> {
                    row.put("coupon_discount", voucher.off());
                    row.put("coupon_min_order_amount", voucher.threshold());
                    row.put("coupon_total_quantity", 1_000).put("coupon_remain_quantity", 400);
                });
        return row;
    }

    private synchronized Reply link(Map<String, String> sent) {
        String sign = sent.getOrDefault("goods_sign_list", "").replaceAll("[\\[\\]\"]", "");
        ObjectNode body = Json.object();
        ArrayNode links =
                body.putObject("goods_promotion_url_generate_response")
                        .putArray("goods_promotion_url_list");
        if (numbers.containsKey(sign)) {
            String query = "?goods_id=" + numbers.get(sign) + "&pid=" + sent.get("p_id");
            lastCustom = sent.getOrDefault("custom_parameters", "");
            links.addObject()
                    .put("mobile_url", "https://mobile.yangkeduo.com/duo_coupon.html" + query)
                    .put("url", "https://mobile.yangkeduo.com/duo.html" + query);
        }
        return Reply.json(200, body);
    }

    private Reply orders(Map<String, String> sent) {
        Instant from = seconds(sent, "start_update_time");
        Instant to = seconds(sent, "end_update_time");
        int perPage = Integer.parseInt(sent.getOrDefault("page_size", "0"));
        if (Duration.between(from, to).compareTo(LONGEST_WINDOW) > 0
                || !to.isAfter(from)
                || from.isBefore(clock.instant().minus(KEPT))
                || perPage < 10
                || perPage > MOST_PER_PAGE) {
            return error(50001, "参数不合法");
        }
        List<Purchase> changed = purchases.changed(from, to);
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("order_list_get_response");
        if (sent.getOrDefault("return_count", "true").equals("true")) {
            answer.put("total_count", changed.size());
        }
        ArrayNode rows = answer.putArray("order_list");
        Assortment.page(changed, Integer.parseInt(sent.getOrDefault("page", "1")), perPage)
                .forEach(purchase -> rows.add(row(purchase)));
        purchases.pageRead();
        return Reply.json(200, body);
    }

    private static Instant seconds(Map<String, String> sent, String name) {
        return Instant.ofEpochSecond(Long.parseLong(sent.getOrDefault(name, "0")));
    }

    private ObjectNode row(Purchase purchase) {
        ObjectNode row = Json.object().put("order_sn", "261126-" + purchase.number());
        row.put("goods_id", purchase.goods().number());
        row.put("goods_sign", signOf(purchase.goods(), purchase.goods().category().getFirst()));
        row.put("goods_name", purchase.goods().title());
        row.put("goods_quantity", purchase.quantity()).put("order_amount", purchase.paid());
        row.put("order_status", purchase.status()).put("promotion_amount", 12);
        row.put("order_status_desc", STATUSES.getOrDefault(purchase.status(), "新状态"));
        row.put("order_create_time", purchase.orderedAt().getEpochSecond());
        row.put("order_modify_at", purchase.changedAt().getEpochSecond());
        if (!purchase.echoed().isEmpty()) {
            row.put("custom_parameters", purchase.echoed());
        }
        return row;
    }

    private static Reply error(int code, String words) {
        ObjectNode body = Json.object();
        body.putObject("error_response")
                .put("error_code", code)
                .put("error_msg", words)
                .put("request_id", "r1");
        return Reply.json(200, body);
    }
}
