package com.truecart.connector.pinduoduo;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.Coupons;
import com.truecart.kit.china.SearchCatalog;
import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Limits;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Seller;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import com.truecart.model.Validity;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A row of Pinduoduo's search in our words. Pure. Amounts are fen, times are seconds. Commission is
 * left where it is: what pays us is no property of a product.
 */
final class Translate implements SearchCatalog.Rows {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final int DEPOSIT_PRESALE = 25;
    private static final long FREE_SHIPPING = 1;
    private static final int TITLE = 500;

    @Override
    public Listing listing(Json row, Instant seenAt) {
        String sign = row.text("goods_sign");
        return new Listing(
                sign,
                Optional.empty(),
                localized(title(row)),
                row.optionalText("brand_name").map(Translate::localized),
                row.optionalText("category_name")
                        .or(() -> row.optionalText("opt_name"))
                        .map(Translate::localized)
                        .map(List::of)
                        .orElse(List.of()),
                row.optionalText("goods_desc")
                        .map(words -> PlainText.of(words, TITLE))
                        .filter(words -> !words.isBlank())
                        .map(Translate::localized),
                Identifiers.NONE,
                attributes(row),
                // a sign has no page without tracking
                Optional.empty(),
                Stream.of("goods_image_url", "goods_thumbnail_url")
                        .flatMap(field -> row.optionalText(field).stream())
                        .flatMap(address -> WebAddress.of(address).stream())
                        .findFirst(),
                OptionalInt.empty(),
                List.of(offer(sign, row)),
                seenAt);
    }

    @Override
    public String reference(Json row) {
        try {
            return "goods " + row.text("goods_sign");
        } catch (Drifted noSign) {
            return "row at " + row.path();
        }
    }

    /**
     * The price for one who buys alone is the price; the lower one takes a group, even if strangers
     * fill it within the hour.
     */
    private static Offer offer(String sign, Json row) {
        Money group = fen(row, "min_group_price");
        if (!group.isPositive()) {
            throw new IllegalArgumentException("min_group_price: must be above nothing");
        }
        Money alone = optionalFen(row, "min_normal_price").orElse(group).max(group);
        List<Promotion> promotions = new ArrayList<>();
        if (group.compareTo(alone) < 0) {
            promotions.add(
                    promotion(
                            sign + ":group",
                            "拼单价" + group.major().toPlainString(),
                            Stage.ITEM,
                            new Confirmed(Matter.GROUP, "≥2"),
                            new Benefit.UnitPrice(group, Optional.empty())));
        }
        coupon(sign, row).ifPresent(promotions::add);
        shopFollowersCoupon(sign, row).ifPresent(promotions::add);
        inWords(sign, row).forEach(promotions::add);
        return new Offer(
                seller(row),
                alone,
                Optional.empty(),
                row.optionalNumber("activity_type").orElse(0) == DEPOSIT_PRESALE
                        ? Availability.PREORDER
                        : Availability.UNSTATED,
                ItemCondition.UNSTATED,
                promotions);
    }

    /** The coupon of the product; one of which none are left is no coupon. */
    private static Optional<Promotion> coupon(String sign, Json row) {
        OptionalLong left = row.optionalNumber("coupon_remain_quantity");
        if (!row.optionalFlag("has_coupon").orElse(true)
                || (left.isPresent() && left.getAsLong() <= 0)) {
            return Optional.empty();
        }
        OptionalLong total = row.optionalNumber("coupon_total_quantity");
        return optionalFen(row, "coupon_discount")
                .filter(Money::isPositive)
                .map(off ->
                        Coupons.coupon(
                                sign + ":coupon",
                                Stage.STORE_COUPON,
                                optionalFen(row, "coupon_min_order_amount").orElse(nothing()),
                                off,
                                validity(row, "coupon_start_time", "coupon_end_time")))
                .map(coupon ->
                        left.isPresent() && total.orElse(0) >= left.getAsLong()
                                ? coupon.with(
                                        Limits.quota(
                                                total.getAsLong(),
                                                total.getAsLong() - left.getAsLong()))
                                : coupon);
    }

    /** For those who follow the shop (收藏店铺券). */
    private static Optional<Promotion> shopFollowersCoupon(String sign, Json row) {
        return optionalFen(row, "clt_cpn_discount")
                .filter(Money::isPositive)
                .filter(_ -> row.optionalNumber("clt_cpn_remain_quantity").orElse(1) > 0)
                .map(off ->
                        Coupons.coupon(
                                sign + ":followers",
                                Stage.STORE_COUPON,
                                optionalFen(row, "clt_cpn_min_amt").orElse(nothing()),
                                off,
                                validity(row, "clt_cpn_start_time", "clt_cpn_end_time")));
    }

    /** What is stated without saying when it counts: shown, not priced. */
    private static List<Promotion> inWords(String sign, Json row) {
        List<Promotion> shown = new ArrayList<>();
        row.optionalNumber("mall_coupon_discount_pct")
                .ifPresent(rate -> {
                    if (rate > 0
                            && row.optionalNumber("mall_coupon_remain_quantity").orElse(1) > 0) {
                        shown.add(unmodelled(sign + ":mall", "店铺折扣券 " + rate + "%"));
                    }
                });
        optionalFen(row, "extra_coupon_amount")
                .filter(Money::isPositive)
                .ifPresent(amount ->
                        shown.add(
                                unmodelled(
                                        sign + ":extra",
                                        "额外优惠券 " + amount.major().toPlainString())));
        optionalFen(row, "subsidy_amount")
                .filter(Money::isPositive)
                .ifPresent(amount ->
                        shown.add(
                                unmodelled(
                                        sign + ":subsidy",
                                        "补贴 " + amount.major().toPlainString())));
        return shown;
    }

    private static Promotion unmodelled(String ref, String words) {
        return promotion(
                ref,
                words,
                Stage.STORE_COUPON,
                new Trigger.Always(),
                new Benefit.Unmodelled(words));
    }

    private static Promotion promotion(
            String ref, String words, Stage stage, Trigger trigger, Benefit benefit) {
        return new Promotion(
                ref,
                localized(words),
                stage,
                new Scope.ThisOffer(),
                trigger,
                benefit,
                Validity.OPEN,
                Evidence.STATED);
    }

    private static Map<String, String> attributes(Json row) {
        Map<String, String> attributes = new HashMap<>();
        row.optionalText("sales_tip").ifPresent(sold -> attributes.put("已拼", sold));
        boolean isFreeOfShipping =
                row.optionalList("service_tags").stream()
                        .anyMatch(tag ->
                                tag.node().isIntegralNumber()
                                        && tag.node().longValue() == FREE_SHIPPING);
        if (isFreeOfShipping) {
            attributes.put("包邮", "是");
        }
        return attributes;
    }

    private static Seller seller(Json row) {
        String name = PlainText.of(row.optionalText("mall_name").orElse("拼多多"), TITLE);
        String id = row.optional("mall_id").isPresent() ? row.id("mall_id") : name;
        return new Seller(id, localized(name));
    }

    private static String title(Json row) {
        String title = PlainText.of(row.text("goods_name"), TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("goods_name: has no text");
        }
        return title;
    }

    private static Validity validity(Json row, String start, String end) {
        Optional<Instant> from = moment(row, start);
        Optional<Instant> until = moment(row, end);
        return from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())
                ? Validity.OPEN
                : new Validity(from, until);
    }

    private static Optional<Instant> moment(Json row, String field) {
        long seconds = row.optionalNumber(field).orElse(0);
        return seconds <= 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    private static Optional<Money> optionalFen(Json row, String field) {
        return row.optional(field).map(_ -> fen(row, field));
    }

    private static Money fen(Json row, String field) {
        return new Money(row.number(field), CNY);
    }

    private static Money nothing() {
        return Money.zero(CNY);
    }

    private static Localized localized(String text) {
        return Localized.of(Coupons.LANGUAGE, text);
    }
}
