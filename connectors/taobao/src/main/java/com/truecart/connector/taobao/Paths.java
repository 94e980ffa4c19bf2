package com.truecart.connector.taobao;

import com.truecart.kit.Json;
import com.truecart.kit.china.Coupons;
import com.truecart.kit.china.ShanghaiTime;
import com.truecart.kit.phrase.ChinesePhrases;
import com.truecart.kit.phrase.PhraseBook;
import com.truecart.kit.phrase.Subject;
import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import com.truecart.model.Validity;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The promotion path of a row: how Taobao explains what one unit comes to. Pure.
 *
 * <p>A step states its fee for one unit and its rule in words ("满200减20"). Where our phrases read
 * the words, and the rule read gives that very fee, the rule counts and is right for any quantity.
 * Where they do not, the fee counts once for an order: right for one unit, and never too much for
 * more.
 */
final class Paths {
    private static final PhraseBook PHRASES =
            new PhraseBook(Coupons.LANGUAGE, Translate.CNY, ChinesePhrases.ALL);
    private static final Money NOTHING = Money.zero(Translate.CNY);

    private Paths() {}

    static List<Promotion> promotions(String key, Money price, Json prices) {
        List<Promotion> promotions = new ArrayList<>();
        Money ours = price;
        for (Json step :
                steps(prices, "final_promotion_path_list", "final_promotion_path_map_data")) {
            Money fee = fee(step);
            if (fee.isPositive()) {
                promotions.add(step(key, price, step, fee));
                ours = ours.minus(fee.min(ours));
            }
        }
        for (Json more : steps(prices, "more_promotion_list", "more_promotion_map_data")) {
            promotions.add(read(key, price, more));
        }
        claim(key + ":claim", "到手价", prices, "final_promotion_price", ours)
                .ifPresent(promotions::add);
        // a price a unit when several are bought, or other things with it: words until we can tell
        claim(
                        key + ":together",
                        prices.optionalText("predict_rounding_up_price_desc")
                                .map(words -> "凑单价(" + words + ")")
                                .orElse("凑单价"),
                        prices,
                        "predict_rounding_up_price",
                        ours)
                .ifPresent(promotions::add);
        return promotions;
    }

    /** What a presale says of its deposit. */
    static List<Promotion> presale(String key, Money price, Json info) {
        String deposit = "预售定金" + info.text("presale_deposit");
        return PHRASES.read(
                new Subject(key + ":presale", price),
                info.optionalText("presale_discount_fee_text").orElse(deposit));
    }

    private static Promotion step(String key, Money price, Json step, Money fee) {
        Promotion read = read(key, price, step);
        if (givesForOne(read.benefit(), read.trigger(), price).filter(fee::equals).isPresent()) {
            return read;
        }
        String words = words(step);
        Stage stage = stage(words);
        return new Promotion(
                read.ref(),
                Localized.of(Coupons.LANGUAGE, words),
                stage,
                new Scope.ThisOffer(),
                isCoupon(words)
                        ? new Confirmed(Matter.COUPON_CLAIMED, words)
                        : new Trigger.Always(),
                new AmountOff(fee, Per.ORDER),
                validity(step),
                Evidence.STATED);
    }

    /** The step as its own words say it. */
    private static Promotion read(String key, Money price, Json step) {
        String rule = step.optionalText("promotion_desc").orElseGet(() -> words(step));
        List<Promotion> all = PHRASES.read(new Subject(key, price), rule);
        Promotion read = all.getFirst();
        String words = words(step);
        boolean isModelled = all.size() == 1 && read.isModelled();
        return new Promotion(
                key + ":" + step.optionalText("promotion_id").orElse(read.ref()),
                Localized.of(Coupons.LANGUAGE, words),
                isModelled && (isCoupon(words) || read.stage() == Stage.STORE_ORDER)
                        ? stage(words)
                        : read.stage(),
                new Scope.ThisOffer(),
                isModelled && isCoupon(words) ? claimed(read.trigger(), words) : read.trigger(),
                isModelled ? read.benefit() : new Benefit.Unmodelled(words),
                validity(step),
                Evidence.PARSED);
    }

    private static Trigger claimed(Trigger trigger, String words) {
        if (trigger.contains(Confirmed.class)) {
            return trigger;
        }
        Trigger claimed = new Confirmed(Matter.COUPON_CLAIMED, words);
        return trigger instanceof Trigger.Always
                ? claimed
                : new Trigger.AllOf(List.of(trigger, claimed));
    }

    /** What a rule takes off one unit, for the rules Taobao writes on a path. */
    private static Optional<Money> givesForOne(Benefit benefit, Trigger trigger, Money price) {
        if (least(trigger).filter(spend -> spend.compareTo(price) > 0).isPresent()) {
            return Optional.empty();
        }
        if (benefit instanceof AmountOff(Money amount, var _)) {
            return Optional.of(amount.min(price));
        }
        return benefit instanceof Benefit.UnitPrice(Money unit, var _)
                ? Optional.of(price.minus(unit.min(price)))
                : Optional.empty();
    }

    private static Optional<Money> least(Trigger trigger) {
        if (trigger instanceof Trigger.MinSpend(Money amount, var _)) {
            return Optional.of(amount);
        }
        return trigger instanceof Trigger.AllOf(List<Trigger> all)
                ? all.stream().flatMap(one -> least(one).stream()).findFirst()
                : Optional.empty();
    }

    private static Optional<Promotion> claim(
            String ref, String name, Json prices, String field, Money ours) {
        return prices.optionalText(field)
                .flatMap(_ ->
                        Coupons.unexplained(ref, name, prices.price(field, Translate.CNY), ours));
    }

    private static List<Json> steps(Json prices, String list, String entries) {
        return prices.optional(list).map(found -> found.optionalList(entries)).orElse(List.of());
    }

    private static Money fee(Json step) {
        return step.optionalText("promotion_fee").isPresent()
                ? step.price("promotion_fee", Translate.CNY)
                : NOTHING;
    }

    /** Title and rule, as Taobao shows them. */
    private static String words(Json step) {
        String words =
                (step.optionalText("promotion_title").orElse("")
                                + " "
                                + step.optionalText("promotion_desc").orElse(""))
                        .strip();
        if (words.isEmpty()) {
            throw new Drifted(step.path() + ": a promotion without words");
        }
        return words;
    }

    private static boolean isCoupon(String words) {
        return words.contains("券") || words.contains("红包");
    }

    private static Stage stage(String words) {
        if (words.matches(".*(跨店|平台|官方|红包|淘金币|补贴|消费券).*")) {
            return Stage.PLATFORM;
        }
        return isCoupon(words) ? Stage.STORE_COUPON : Stage.STORE_ORDER;
    }

    /** Milliseconds, or a local time; what is neither is an open side. */
    private static Validity validity(Json step) {
        Optional<Instant> from = moment(step, "promotion_start_time");
        Optional<Instant> until = moment(step, "promotion_end_time");
        return from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())
                ? Validity.OPEN
                : new Validity(from, until);
    }

    private static Optional<Instant> moment(Json step, String field) {
        String text = step.optionalText(field).orElse("");
        return text.matches("\\d{13}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : ShanghaiTime.parse(text);
    }
}
