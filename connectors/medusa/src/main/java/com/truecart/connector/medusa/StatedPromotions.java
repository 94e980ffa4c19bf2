package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Limits;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Medusa's promotions in our words. What its own arithmetic does that ours cannot say becomes
 * {@link Benefit.Unmodelled} or {@link Trigger.Unmodelled}, each with its reason in the README.
 */
final class StatedPromotions {
    private final Market market;
    private final Products products;
    private final String language;
    private final boolean isTaxed;
    private final Rules rules;

    StatedPromotions(Market market, Products products, String language) {
        this.market = market;
        this.products = products;
        this.language = language;
        this.isTaxed = products.areTaxed(market);
        this.rules = new Rules(market, products, isTaxed);
    }

    /**
     * One promotion; empty where it is for carts of other markets only.
     *
     * @throws com.truecart.spi.UpstreamException.Drifted or IllegalArgumentException where it
     *     cannot be read
     */
    Optional<Promotion> read(Json json) {
        Json method = json.at("application_method");
        if (method.optionalText("currency_code").isPresent()
                && !Amounts.currency(method, "currency_code").equals(market.currency())) {
            return Optional.empty();
        }
        Optional<List<Trigger>> conditions = rules.triggers(json.optionalList("rules"));
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        List<Trigger> triggers = new ArrayList<>();
        boolean isAutomatic = json.optionalFlag("is_automatic").orElse(false);
        if (!isAutomatic) {
            triggers.add(new Trigger.Code(json.text("code")));
        }
        triggers.addAll(conditions.get());
        Optional<Json> campaign = json.optional("campaign");
        Optional<Json> budget = campaign.flatMap(of -> of.optional("budget"));
        budget.flatMap(StatedPromotions::spendingLimit).ifPresent(triggers::add);
        Terms terms = terms(json, method, isAutomatic);
        triggers.addAll(terms.triggers());
        Optional<Limits> limits = limits(json, budget);
        return Optional.of(
                new Promotion(
                        json.text("id"),
                        label(json, campaign),
                        stage(method, terms.benefit(), isAutomatic && limits.isEmpty()),
                        terms.scope(),
                        triggers.isEmpty() ? new Trigger.Always() : new Trigger.AllOf(triggers),
                        terms.benefit(),
                        validity(campaign),
                        Evidence.STATED,
                        Optional.empty(),
                        limits,
                        Optional.empty()));
    }

    /** What a promotion does, to what, and what that alone asks for. */
    private record Terms(Scope scope, Benefit benefit, List<Trigger> triggers) {
        static Terms of(Scope scope, Benefit benefit) {
            return new Terms(scope, benefit, List.of());
        }
    }

    private Terms terms(Json json, Json method, boolean isAutomatic) {
        Reduction reduction =
                new Reduction(
                        method,
                        market.currency(),
                        isTaxed,
                        json.optionalFlag("is_tax_inclusive").orElse(false));
        List<Json> targets = method.optionalList("target_rules");
        if (json.text("type").equals("buyget")) {
            return buyGet(
                    method,
                    reduction,
                    rules.scope(method.list("buy_rules"), isAutomatic),
                    rules.scope(targets, isAutomatic));
        }
        return switch (method.text("target_type")) {
            case "shipping_methods" ->
                    Terms.of(
                            new Scope.WholeStore(),
                            targets.isEmpty()
                                    ? reduction.offDelivery()
                                    // a rule names kinds of shipping options
                                    : new Benefit.Unmodelled(reduction.words()));
            case "order" -> Terms.of(discountable(new Scope.WholeStore()), reduction.offGoods());
            case "items" ->
                    Terms.of(discountable(rules.scope(targets, isAutomatic)), reduction.offGoods());
            default -> Terms.of(new Scope.WholeStore(), new Benefit.Unmodelled(reduction.words()));
        };
    }

    /** Without what the shop keeps out of its promotions; gifts of "buy this, get that" stay. */
    private Scope discountable(Scope scope) {
        Scope excluded = products.notDiscountable();
        return excluded instanceof Scope.Listings(Set<String> ids) && ids.isEmpty()
                ? scope
                : new Scope.Except(scope, excluded);
    }

    private Terms buyGet(Json method, Reduction reduction, Scope bought, Scope given) {
        long buy = method.number("buy_rules_min_quantity");
        long get = method.number("apply_to_quantity");
        // at most so many units in all, and only whole gifts
        long times = method.number("max_quantity") / Math.max(1, get);
        boolean isOneGift = given instanceof Scope.Listings(Set<String> ids) && ids.size() == 1;
        boolean isApart =
                bought instanceof Scope.Listings(Set<String> ids)
                        && given instanceof Scope.Listings(Set<String> gifts)
                        && gifts.stream().noneMatch(ids::contains);
        Optional<Long> rate = reduction.ratePpm();
        // of several gifts Medusa lowers those of the dearest line, ours are the cheapest; and ours
        // may give a part of a gift of several units
        boolean isOurs = isOneGift && (get == 1 || (times == 1 && isApart));
        if (rate.isEmpty() || !isOurs || buy < 1 || get < 1 || times < 1) {
            return Terms.of(
                    bought,
                    new Benefit.Unmodelled(
                            "buy %d, get %d: %s".formatted(buy, get, reduction.words())));
        }
        Benefit benefit =
                new Benefit.BuyThisGetThat(
                        Math.toIntExact(buy),
                        given,
                        Math.toIntExact(get),
                        rate.get(),
                        Optional.of(Math.toIntExact(times)),
                        false);
        return new Terms(
                bought,
                benefit,
                get == 1
                        ? List.of()
                        : List.of(
                                new Trigger.Within(
                                        given, new Trigger.MinQuantity(Math.toIntExact(get)))));
    }

    /**
     * All but the fee's are worked out together, so this only tells people. What is limited by
     * number of uses is never an ITEM or QUANTITY, where we count units.
     */
    private static Stage stage(Json method, Benefit benefit, boolean isForEverybody) {
        if (method.text("target_type").equals("shipping_methods")) {
            return Stage.DELIVERY;
        }
        if (!isForEverybody) {
            return Stage.STORE_COUPON;
        }
        if (benefit instanceof Benefit.BuyThisGetThat) {
            return Stage.QUANTITY;
        }
        return method.text("target_type").equals("order") ? Stage.STORE_ORDER : Stage.ITEM;
    }

    /** The code is all the name a promotion has; a campaign has one for people. */
    private Localized label(Json json, Optional<Json> campaign) {
        String code = json.text("code");
        return Localized.of(
                language,
                campaign.flatMap(of -> of.optionalText("name"))
                        .map(name -> name + " (" + code + ")")
                        .orElse(code));
    }

    private static Validity validity(Optional<Json> campaign) {
        return new Validity(
                campaign.flatMap(of -> Translate.instant(of, "starts_at")),
                campaign.flatMap(of -> Translate.instant(of, "ends_at")));
    }

    /** Whether money is left depends on what this very basket would take of it. */
    private static Optional<Trigger> spendingLimit(Json budget) {
        return budget.optionalText("type").filter("spend"::equals).isPresent()
                ? Optional.of(
                        new Trigger.Unmodelled(
                                "as long as the campaign's budget of "
                                        + plain(budget.decimal("limit"))
                                        + " lasts"))
                : Optional.empty();
    }

    /** Of the promotion's own limit and its campaign's the one with less left. */
    private static Optional<Limits> limits(Json json, Optional<Json> budget) {
        Optional<Limits> own = quota(json);
        Optional<Limits> shared =
                budget.filter(of -> of.optionalText("type").orElse("").equals("usage"))
                        .flatMap(StatedPromotions::quota);
        Optional<Limits> each =
                budget.filter(of ->
                                of.optionalText("type").orElse("").equals("use_by_attribute")
                                        && of.optional("limit").isPresent())
                        .map(of -> Limits.perCustomer(of.decimal("limit").intValueExact()));
        if (own.isPresent() && shared.isPresent()) {
            return left(own.get()) <= left(shared.get()) ? own : shared;
        }
        return own.or(() -> shared).or(() -> each);
    }

    private static long left(Limits limits) {
        return limits.left().orElse(Long.MAX_VALUE);
    }

    private static Optional<Limits> quota(Json counted) {
        if (counted.optional("limit").isEmpty()) {
            return Optional.empty();
        }
        long limit = counted.decimal("limit").longValueExact();
        long used = counted.optional("used").isPresent() ? counted.decimal("used").longValue() : 0;
        return limit < 1 ? Optional.empty() : Optional.of(Limits.quota(limit, used));
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
