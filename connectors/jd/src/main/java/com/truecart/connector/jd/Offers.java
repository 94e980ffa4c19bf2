package com.truecart.connector.jd;

import com.truecart.kit.Json;
import com.truecart.kit.china.Coupons;
import com.truecart.kit.phrase.ChinesePhrases;
import com.truecart.kit.phrase.PhraseBook;
import com.truecart.kit.phrase.Subject;
import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.ItemCondition;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a row states of its price, and of what lowers it. Pure. Amounts are yuan as numbers: {@code
 * "priceInfo":{"price":59.9,"lowestPrice":55.9,"lowestCouponPrice":39.9}}.
 */
final class Offers {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final PhraseBook PHRASES =
            new PhraseBook(Coupons.LANGUAGE, CNY, ChinesePhrases.ALL);
    private static final Money NOTHING = Money.zero(CNY);

    private Offers() {}

    /** One coupon of a row. */
    private record Coupon(Money off, Money threshold, String link, int kind, Validity use) {

        /** Of the platform, over many shops: 0 for everything, 1 for JD's own goods. */
        boolean isOfPlatform() {
            return kind == 0 || kind == 1;
        }

        /** By what it does: its address may be another one in the next answer. */
        String name() {
            return (isOfPlatform() ? "platform" : "coupon")
                    + ":"
                    + threshold.minor()
                    + "-"
                    + off.minor();
        }

        boolean isReachedBy(Money goods) {
            return goods.compareTo(threshold) >= 0;
        }
    }

    /** The coupon worth most that so many units reach. */
    static Optional<String> couponFor(Json row, int quantity, Instant now) {
        Money goods = current(row.at("priceInfo")).times(quantity);
        return coupons(row).stream()
                .filter(coupon -> coupon.use().holdsAt(now) && coupon.isReachedBy(goods))
                .max(Comparator.comparing(Coupon::off))
                .map(Coupon::link)
                .filter(link -> !link.isEmpty());
    }

    static Offer offer(String key, Json row, Seller seller) {
        Json prices = row.at("priceInfo");
        Money price = yuan(prices, "price");
        if (!price.isPositive()) {
            throw new IllegalArgumentException("priceInfo.price: must be above nothing");
        }
        List<Promotion> promotions = new ArrayList<>();
        lowest(key, prices, row).ifPresent(promotions::add);
        List<Coupon> coupons = coupons(row);
        Set<String> refs = new HashSet<>();
        for (Coupon coupon : coupons) {
            String ref = key + ":" + coupon.name();
            if (refs.add(ref)) {
                promotions.add(
                        Coupons.coupon(
                                ref,
                                coupon.isOfPlatform() ? Stage.PLATFORM : Stage.STORE_COUPON,
                                coupon.threshold(),
                                coupon.off(),
                                coupon.use()));
            }
        }
        Subject subject = new Subject(key, price);
        for (Json label : row.optionalList("promotionLabelInfoList")) {
            label.optionalText("promotionLabel")
                    .ifPresent(words -> promotions.addAll(PHRASES.read(subject, words)));
        }
        Coupons.unexplained(key + ":claim", "到手价", claim(row), lowestOfOne(prices, coupons))
                .ifPresent(promotions::add);
        return new Offer(
                seller,
                price,
                Optional.empty(),
                Availability.UNSTATED,
                ItemCondition.UNSTATED,
                promotions);
    }

    /**
     * The lower price a row states beside the ordinary one, with what it takes: a flash price is
     * for everybody, a price in the app or for a group is not, and a presale price is not for now.
     */
    private static Optional<Promotion> lowest(String key, Json prices, Json row) {
        Money price = yuan(prices, "price");
        Money lowest = optionalYuan(prices, "lowestPrice");
        if (!lowest.isPositive() || lowest.compareTo(price) >= 0) {
            return Optional.empty();
        }
        int type = (int) prices.optionalNumber("lowestPriceType").orElse(0);
        Benefit unitPrice = new Benefit.UnitPrice(lowest, Optional.empty());
        String amount = lowest.major().toPlainString();
        return Optional.of(
                switch (type) {
                    case 1 ->
                            promotion(
                                    key + ":app",
                                    "京东App价" + amount,
                                    new Confirmed(Matter.CHANNEL, "京东App"),
                                    unitPrice,
                                    Validity.OPEN);
                    case 2 ->
                            promotion(
                                    key + ":group",
                                    "拼购价" + amount,
                                    new Confirmed(Matter.GROUP, "≥2"),
                                    unitPrice,
                                    Validity.OPEN);
                    case 4 ->
                            promotion(
                                    key + ":presale",
                                    "预售价" + amount,
                                    new Trigger.Always(),
                                    new Benefit.Unmodelled("预售价" + amount),
                                    Validity.OPEN);
                    default ->
                            promotion(
                                    key + ":price",
                                    "促销价" + amount,
                                    new Trigger.Always(),
                                    unitPrice,
                                    row.optional("seckillInfo")
                                            .map(flash ->
                                                    validity(
                                                            flash,
                                                            "seckillStartTime",
                                                            "seckillEndTime"))
                                            .orElse(Validity.OPEN));
                });
    }

    private static Promotion promotion(
            String ref, String words, Trigger trigger, Benefit benefit, Validity validity) {
        return new Promotion(
                ref,
                Localized.of(Coupons.LANGUAGE, words),
                Stage.ITEM,
                new Scope.ThisOffer(),
                trigger,
                benefit,
                validity,
                Evidence.STATED);
    }

    /** What one unit comes to by the rules the row states, where their conditions are met. */
    private static Money lowestOfOne(Json prices, List<Coupon> coupons) {
        Money lowest = current(prices);
        Money best = lowest;
        for (Coupon coupon : coupons) {
            if (coupon.isReachedBy(lowest)) {
                best = best.min(lowest.minus(coupon.off()).max(NOTHING));
            }
        }
        return best;
    }

    /** The lowest price of a unit before coupons. */
    private static Money current(Json prices) {
        Money price = yuan(prices, "price");
        Money lowest = optionalYuan(prices, "lowestPrice");
        return lowest.isPositive() ? price.min(lowest) : price;
    }

    /** What JD says one unit costs in the end: the smallest of its statements. */
    private static Money claim(Json row) {
        Money purchase =
                row.optional("purchasePriceInfo")
                        .map(info -> optionalYuan(info, "purchasePrice"))
                        .orElse(NOTHING);
        return Stream.of(purchase, optionalYuan(row.at("priceInfo"), "lowestCouponPrice"))
                .filter(Money::isPositive)
                .min(Comparator.naturalOrder())
                .orElse(NOTHING);
    }

    private static List<Coupon> coupons(Json row) {
        return row.optional("couponInfo").stream()
                .flatMap(info -> info.optionalList("couponList").stream())
                .map(Offers::coupon)
                .filter(coupon -> coupon.off().isPositive())
                .toList();
    }

    private static Coupon coupon(Json coupon) {
        return new Coupon(
                yuan(coupon, "discount"),
                optionalYuan(coupon, "quota"),
                coupon.optionalText("link").orElse(""),
                (int) coupon.optionalNumber("bindType").orElse(2),
                validity(coupon, "useStartTime", "useEndTime"));
    }

    /** Times in milliseconds; a side that is absent or 0 is open. */
    private static Validity validity(Json holder, String start, String end) {
        Optional<Instant> from = moment(holder, start);
        Optional<Instant> until = moment(holder, end);
        return from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())
                ? Validity.OPEN
                : new Validity(from, until);
    }

    private static Optional<Instant> moment(Json holder, String field) {
        long millis = holder.optionalNumber(field).orElse(0);
        return millis <= 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Money optionalYuan(Json holder, String field) {
        return holder.optional(field).isPresent() ? yuan(holder, field) : NOTHING;
    }

    /** A number of yuan: 59.9 is 59.90. Less than nothing is no price. */
    private static Money yuan(Json holder, String field) {
        BigDecimal amount = holder.decimal(field);
        try {
            return amount.signum() < 0 ? NOTHING : Money.ofMajor(amount, CNY);
        } catch (ArithmeticException tooFine) {
            throw new Drifted(
                    holder.path()
                            + "."
                            + field
                            + ": expected at most two decimals, found "
                            + amount,
                    tooFine);
        }
    }
}
