package com.truecart.sandbox.gateway;

import com.truecart.sandbox.gateway.Purchases.Purchase;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Taobao's open platform, affiliate search and orders only: numbers are texts, links have no
 * scheme, an empty result is an error, and the ids of one call are not those of the next.
 */
public final class TaobaoPlatform implements Service {
    private static final int MOST_PER_PAGE = 100;
    private static final Duration LONGEST_WINDOW = Duration.ofHours(3);

    private final Assortment assortment;
    private final Account account;
    private final Clock clock;
    private final PassingIds ids;
    private final Purchases purchases = new Purchases();

    /** A platform with one account. */
    public TaobaoPlatform(Assortment assortment, Account account, Clock clock) {
        this.assortment = assortment;
        this.account = account;
        this.clock = clock;
        this.ids = new PassingIds(account.appKey(), '-', clock);
    }

    /** The part of an id that stays for one product. */
    public String keyOf(Goods goods) {
        return ids.tail(goods.number());
    }

    /** What people bought. */
    public Purchases purchases() {
        return purchases;
    }

    @Override
    public Reply answer(Request request) {
        if (!request.is("POST", "/router/rest")) {
            return Reply.text(404, "text/plain", "no such gateway");
        }
        Map<String, String> sent = FormBody.read(request.body());
        if (!account.appKey().equals(sent.get("app_key"))) {
            return error(29, "Invalid App Key", "", "");
        }
        if (!Times.isLocalAndNow(sent.getOrDefault("timestamp", ""), clock)) {
            return error(31, "Invalid Timestamp", "", "");
        }
        if (!Signatures.isWrappedMd5(sent, account.secret())) {
            return error(25, "Invalid Signature", "", "");
        }
        return switch (sent.getOrDefault("method", "")) {
            case "taobao.tbk.dg.material.optional.upgrade" -> search(sent);
            case "taobao.tbk.order.details.get" -> orders(sent);
            default -> error(22, "Invalid Method", "", "");
        };
    }

    private Reply search(Map<String, String> sent) {
        if (!sent.getOrDefault("adzone_id", "").matches("\\d+")
                || !sent.getOrDefault("biz_scene_id", "").equals("2")) {
            return error(41, "Invalid Arguments", "", "");
        }
        return search(
                sent.getOrDefault("q", ""),
                Integer.parseInt(sent.getOrDefault("page_no", "1")),
                Math.clamp(
                        Integer.parseInt(sent.getOrDefault("page_size", "20")), 1, MOST_PER_PAGE));
    }

    private Reply search(String words, int page, int perPage) {
        List<Goods> found = assortment.found(words);
        List<Goods> shown = Assortment.page(found, page, perPage);
        if (shown.isEmpty()) {
            return error(15, "Remote service error", "50001", "无结果");
        }
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("tbk_dg_material_optional_upgrade_response");
        answer.put("total_results", found.size());
        ArrayNode rows = answer.putObject("result_list").putArray("map_data");
        shown.forEach(goods -> rows.add(row(goods)));
        return Reply.json(200, body);
    }

    private Reply orders(Map<String, String> sent) {
        Optional<Instant> from = Times.local(sent.getOrDefault("start_time", ""));
        Optional<Instant> to = Times.local(sent.getOrDefault("end_time", ""));
        int page = Integer.parseInt(sent.getOrDefault("page_no", "1"));
        int perPage = Integer.parseInt(sent.getOrDefault("page_size", "20"));
        String position = sent.getOrDefault("position_index", "");
        if (from.isEmpty()
                || to.isEmpty()
                || Duration.between(from.get(), to.get()).compareTo(LONGEST_WINDOW) > 0
                || !sent.getOrDefault("query_type", "").equals("4")
                || perPage > MOST_PER_PAGE
                || (page > 1 && !position.equals("p" + page + "|0"))
                || (page > 1 && !sent.getOrDefault("jump_type", "").equals("1"))) {
            return error(40, "Missing or invalid arguments", "", "");
        }
        List<Purchase> changed = purchases.changed(from.get(), to.get());
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("tbk_order_details_get_response").putObject("data");
        data.put("has_next", page * perPage < changed.size());
        data.put("position_index", "p" + (page + 1) + "|0");
        ArrayNode rows = data.putObject("results").putArray("publisher_order_dto");
        Assortment.page(changed, page, perPage).forEach(purchase -> rows.add(row(purchase)));
        purchases.pageRead();
        return Reply.json(200, body);
    }

    private ObjectNode row(Purchase purchase) {
        ObjectNode row = Json.object().put("trade_id", Long.toString(purchase.number()));
        row.put("trade_parent_id", Long.toString(purchase.number()));
        row.put("item_id", ids.issue(purchase.goods().number()));
        row.put("item_title", purchase.goods().title()).put("item_num", purchase.quantity());
        row.put("alipay_total_price", yuan(purchase.paid())).put("pub_share_fee", "0.5");
        row.put("tk_status", purchase.status()).put("refund_tag", 0);
        row.put("tk_create_time", Times.text(purchase.orderedAt()));
        return row.put("modified_time", Times.text(purchase.changedAt()));
    }

    private ObjectNode row(Goods goods) {
        String id = ids.issue(goods.number());
        ObjectNode row = Json.object().put("item_id", id);
        ObjectNode basics = row.putObject("item_basic_info");
        basics.put("title", goods.title()).put("brand_name", goods.brand());
        basics.put("level_one_category_name", goods.category().getFirst());
        basics.put("category_name", goods.category().getLast());
        basics.put("seller_id", Long.parseLong(goods.shopId())).put("shop_title", goods.shopName());
        basics.put("user_type", goods.number() % 2).put("provcity", "浙江 杭州");
        basics.put("pict_url", "//img.alicdn.com/" + goods.number() + ".jpg");
        ObjectNode prices = row.putObject("price_promotion_info");
        if (goods.price() > 0) {
            prices.put("reserve_price", yuan(goods.price()));
            prices.put("zk_final_price", yuan(goods.current()));
            prices.put("final_promotion_price", yuan(goods.afterVoucher()));
            promotions(goods, prices);
        }
        ObjectNode publish = row.putObject("publish_info").put("income_rate", "9.5");
        publish.put("click_url", "//s.click.taobao.com/t?id=" + id);
        if (goods.afterVoucher() < goods.current()) {
            publish.put("coupon_share_url", "//uland.taobao.com/coupon/edetail?id=" + id);
        }
        return row;
    }

    private static void promotions(Goods goods, ObjectNode prices) {
        ArrayNode path =
                prices.putObject("final_promotion_path_list")
                        .putArray("final_promotion_path_map_data");
        ArrayNode more =
                prices.putObject("more_promotion_list").putArray("more_promotion_map_data");
        goods.voucher()
                .ifPresent(voucher -> {
                    boolean isReached = goods.current() >= voucher.threshold();
                    ObjectNode coupon = (isReached ? path : more).addObject();
                    coupon.put("promotion_title", "商品券");
                    coupon.put(
                            "promotion_desc",
                            "满" + yuan(voucher.threshold()) + "减" + yuan(voucher.off()));
                    coupon.put("promotion_id", "c" + goods.number());
                    if (isReached) {
                        coupon.put("promotion_fee", yuan(voucher.off()));
                    }
                });
        goods.label()
                .ifPresent(words ->
                        more.addObject()
                                .put("promotion_title", "店铺优惠")
                                .put("promotion_desc", words));
    }

    private static Reply error(int code, String words, String subCode, String subWords) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error_response").put("code", code).put("msg", words);
        if (!subCode.isEmpty()) {
            error.put("sub_code", subCode).put("sub_msg", subWords);
        }
        return Reply.json(200, body);
    }

    /** "99" for whole yuan, "99.5" where fen are needed. */
    private static String yuan(long fen) {
        return fen == 0 ? "0" : BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }
}
