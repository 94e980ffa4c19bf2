package com.truecart.kit.google;

import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one record of a promotions feed means. Source: Google Merchant Center help 2906014
 * (attributes) and 13861986 (coupon_value_type).
 *
 * <p>What the attributes leave open is read the cautious way, so that a predicted price is never
 * below the charged one: "buy M get money off" is taken off once, not per group.
 */
final class GooglePromotion {
    /** One percent in parts per million. */
    private static final long PERCENT = Money.PPM / 100;

    private static final List<String> FILTERS =
            List.of("item_id", "brand", "product_type", "item_group_id");

    private final FeedRecord feed;
    private final Optional<Currency> currency;
    private final Set<String> linked;

    private GooglePromotion(FeedRecord feed, Optional<Currency> currency, Set<String> linked) {
        this.feed = feed;
        this.currency = currency;
        this.linked = linked;
    }

    /**
     * Translates a record.
     *
     * @param language of the titles, "und" where nobody says
     * @param linked ids of the products that name this promotion in the product feed
     * @throws IllegalArgumentException beginning with the attribute that cannot be read
     */
    static Promotion of(
            FeedRecord feed, String language, Optional<Currency> currency, Set<String> linked) {
        return new GooglePromotion(feed, currency, linked).promotion(language);
    }

    /** Whether only the product feed says which products it is for. */
    static boolean isLinkedByProducts(FeedRecord feed) {
        return feed.text("product_applicability").orElse("").equals("specific_products")
                && FILTERS.stream().noneMatch(filter -> feed.text(filter).isPresent());
    }

    private Promotion promotion(String language) {
        String title = required("long_title");
        Scope scope = scope();
        Benefit benefit = benefit(title);
        List<Trigger> triggers = triggers(benefit);
        return new Promotion(
                required("promotion_id"),
                Localized.of(
                        language,
                        feed.text("fine_print").map(p -> title + " (" + p + ")").orElse(title)),
                stage(benefit, scope),
                scope,
                switch (triggers.size()) {
                    case 0 -> new Trigger.Always();
                    case 1 -> triggers.getFirst();
                    default -> new Trigger.AllOf(triggers);
                },
                benefit,
                feed.text("promotion_effective_dates")
                        .map(dates -> EffectiveDates.parse("promotion_effective_dates", dates))
                        .orElse(Validity.OPEN),
                Promotion.Evidence.STATED);
    }

    private Benefit benefit(String title) {
        String type = feed.text("coupon_value_type").orElse("no_structured_data");
        if (feed.text("limit_quantity").isPresent()) {
            return new Benefit.Unmodelled(title);
        }
        Benefit benefit =
                switch (type) {
                    case "money_off" -> new Benefit.AmountOff(moneyOff(), per());
                    case "percent_off" -> new Benefit.PercentOff(rate(), cap());
                    case "buy_m_get_n_percent_off" ->
                            new Benefit.BuyXGetY(
                                    count("minimum_purchase_quantity"),
                                    count("get_this_quantity_discounted"),
                                    rate(),
                                    Benefit.BuyXGetY.Pick.CHEAPEST);
                    case "buy_m_get_n_money_off" ->
                            count("get_this_quantity_discounted") == 1
                                    ? new Benefit.BundleSave(
                                            count("minimum_purchase_quantity") + 1, moneyOff())
                                    : new Benefit.Unmodelled(title);
                    case "buy_m_get_percent_off" -> quantityPercent(title);
                    case "buy_m_get_money_off" ->
                            new Benefit.AmountOff(moneyOff(), Benefit.AmountOff.Per.ORDER);
                    case "promotion_price" -> promotionPrice();
                    case "free_gift", "free_gift_with_value", "free_gift_with_item_id" ->
                            new Benefit.Gift(
                                    feed.text("free_gift_description")
                                            .or(() -> feed.text("free_gift_item_id"))
                                            .orElse(title),
                                    feed.money("free_gift_value", currency));
                    case "free_shipping_standard" -> new Benefit.DeliveryOff(Money.PPM);
                    // the others are free for one faster service, not for the delivery we order
                    default -> new Benefit.Unmodelled(title);
                };
        return cap().isPresent() && !(benefit instanceof Benefit.PercentOff)
                ? new Benefit.Unmodelled(title)
                : benefit;
    }

    private Benefit quantityPercent(String title) {
        int units = count("minimum_purchase_quantity");
        if (cap().isPresent()) {
            return new Benefit.Unmodelled(title);
        }
        return units == 1
                ? new Benefit.PercentOff(rate(), Optional.empty())
                : new Benefit.QuantityPercent(units, rate());
    }

    /** The price of a set of this many, or of each unit where no number is stated. */
    private Benefit promotionPrice() {
        Money price =
                feed.money("promotion_price", currency)
                        .orElseThrow(() -> missing("promotion_price"));
        int units =
                feed.text("minimum_purchase_quantity").isPresent()
                        ? count("minimum_purchase_quantity")
                        : 1;
        return units == 1
                ? new Benefit.UnitPrice(price, Optional.empty())
                : new Benefit.BundlePrice(units, price);
    }

    private Benefit.AmountOff.Per per() {
        return isForWholeOrder() ? Benefit.AmountOff.Per.ORDER : Benefit.AmountOff.Per.UNIT;
    }

    private boolean isForWholeOrder() {
        return applicability().equals("all_products")
                || feed.text("minimum_purchase_amount").isPresent()
                || isByCode();
    }

    private Stage stage(Benefit benefit, Scope scope) {
        if (benefit instanceof Benefit.DeliveryOff) {
            return Stage.DELIVERY;
        }
        if (isByCode()) {
            return Stage.STORE_COUPON;
        }
        if (feed.text("minimum_purchase_quantity").isPresent()) {
            return Stage.QUANTITY;
        }
        return scope instanceof Scope.WholeStore || isForWholeOrder()
                ? Stage.STORE_ORDER
                : Stage.ITEM;
    }

    private List<Trigger> triggers(Benefit benefit) {
        List<Trigger> triggers = new ArrayList<>();
        if (isByCode()) {
            triggers.add(new Trigger.Code(required("generic_redemption_code")));
        }
        feed.money("minimum_purchase_amount", currency)
                .map(Trigger.MinSpend::new)
                .ifPresent(triggers::add);
        if (feed.text("minimum_purchase_quantity").isPresent() && !countsUnitsItself(benefit)) {
            triggers.add(new Trigger.MinQuantity(count("minimum_purchase_quantity")));
        }
        feed.text("redemption_restriction")
                .map(who ->
                        who.equals("new_customers")
                                ? new Trigger.NewCustomer()
                                : new Trigger.Unmodelled(who))
                .ifPresent(triggers::add);
        List<String> channels = feed.list("redemption_channel");
        if (!channels.isEmpty() && !channels.contains("online")) {
            triggers.add(new Trigger.Unmodelled("only in the shop itself"));
        }
        return triggers;
    }

    private static boolean countsUnitsItself(Benefit benefit) {
        return benefit instanceof Benefit.BuyXGetY
                || benefit instanceof Benefit.BundlePrice
                || benefit instanceof Benefit.BundleSave
                || benefit instanceof Benefit.QuantityPercent;
    }

    private Scope scope() {
        Scope included = included();
        List<Scope> excluded = filters("_exclusion");
        if (feed.text("google_product_category_exclusion").isPresent() || excluded.size() > 1) {
            return new Scope.Unmodelled("with products left out by several filters");
        }
        return excluded.isEmpty() ? included : new Scope.Except(included, excluded.getFirst());
    }

    private Scope included() {
        if (applicability().equals("all_products")) {
            return new Scope.WholeStore();
        }
        List<Scope> filters = filters("");
        if (!linked.isEmpty() && filters.isEmpty()) {
            return new Scope.Listings(linked);
        }
        return switch (filters.size()) {
            case 0 -> new Scope.Unmodelled("selected products");
            case 1 -> filters.getFirst();
            default -> new Scope.Unmodelled("products selected by several filters");
        };
    }

    private List<Scope> filters(String suffix) {
        List<Scope> filters = new ArrayList<>();
        List<String> ids = feed.list("item_id" + suffix);
        if (!ids.isEmpty()) {
            filters.add(new Scope.Listings(Set.copyOf(ids)));
        }
        List<String> brands = feed.list("brand" + suffix);
        if (!brands.isEmpty()) {
            filters.add(new Scope.Brands(Set.copyOf(brands)));
        }
        List<String> types = feed.list("product_type" + suffix);
        if (!types.isEmpty()) {
            filters.add(
                    new Scope.Categories(
                            Set.copyOf(types.stream().map(GooglePromotion::narrowest).toList())));
        }
        if (!feed.list("item_group_id" + suffix).isEmpty()) {
            filters.add(new Scope.Unmodelled("products of certain groups"));
        }
        return filters;
    }

    /** "Household > Cleaning" means the narrowest of the two. */
    private static String narrowest(String path) {
        return path.substring(path.lastIndexOf('>') + 1).strip();
    }

    private String applicability() {
        String stated = required("product_applicability");
        if (!stated.equals("all_products") && !stated.equals("specific_products")) {
            throw new IllegalArgumentException(
                    "product_applicability: expected all_products or specific_products, found "
                            + stated);
        }
        return stated;
    }

    private boolean isByCode() {
        return feed.text("offer_type").orElse("no_code").equals("generic_code");
    }

    private Money moneyOff() {
        return feed.money("money_off_amount", currency)
                .orElseThrow(() -> missing("money_off_amount"));
    }

    private Optional<Money> cap() {
        return feed.money("max_discount_amount", currency)
                .or(() -> feed.money("limit_value", currency));
    }

    private long rate() {
        int percent = count("percent_off");
        if (percent > 100) {
            throw new IllegalArgumentException("percent_off: expected 1 to 100, found " + percent);
        }
        return percent * PERCENT;
    }

    private int count(String attribute) {
        String text = required(attribute);
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(
                    attribute + ": expected a whole number above zero, found " + text);
        }
        return Integer.parseInt(text);
    }

    private String required(String attribute) {
        return feed.text(attribute).orElseThrow(() -> missing(attribute));
    }

    private static IllegalArgumentException missing(String attribute) {
        return new IllegalArgumentException(attribute + ": is missing");
    }
}
