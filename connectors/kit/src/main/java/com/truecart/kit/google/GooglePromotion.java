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

    private final FeedRecord feed;
    private final Optional<Currency> currency;
    private final LinkedProducts linked;

    private GooglePromotion(FeedRecord feed, Optional<Currency> currency, LinkedProducts linked) {
        this.feed = feed;
        this.currency = currency;
        this.linked = linked;
    }

    /**
     * Translates a record.
     *
     * @param language of the titles, "und" where nobody says
     * @param linked the products that name this promotion, or are of a group it filters by
     * @throws IllegalArgumentException beginning with the attribute that cannot be read
     */
    static Promotion of(
            FeedRecord feed, String language, Optional<Currency> currency, LinkedProducts linked) {
        return new GooglePromotion(feed, currency, linked).promotion(language);
    }

    private Promotion promotion(String language) {
        String title = required("long_title");
        Scope scope = new PromotionScope(feed, linked).scope();
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
        // "maximum purchase quantity" and "maximum product price" both say what is left out, and
        // not
        // how the rest is counted
        if (feed.text("event_applicability").isPresent()
                || feed.text("limit_quantity").isPresent()
                || feed.text("limit_value").isPresent()) {
            return new Benefit.Unmodelled(title);
        }
        Benefit benefit =
                switch (type) {
                    case "money_off" -> new Benefit.AmountOff(moneyOff(), per());
                    case "percent_off" -> new Benefit.PercentOff(rate(), cap());
                    case "buy_m_get_n_percent_off" ->
                            new Benefit.BuyXGetY(
                                    units(),
                                    count("get_this_quantity_discounted"),
                                    rate(),
                                    Benefit.BuyXGetY.Pick.CHEAPEST);
                    case "buy_m_get_n_money_off" ->
                            count("get_this_quantity_discounted") == 1
                                    ? new Benefit.BundleSave(units() + 1, moneyOff())
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
        int units = units();
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
        int units = minimumUnits().isPresent() ? units() : 1;
        return units == 1
                ? new Benefit.UnitPrice(price, Optional.empty())
                : new Benefit.BundlePrice(units, price);
    }

    private Benefit.AmountOff.Per per() {
        return isForWholeOrder() ? Benefit.AmountOff.Per.ORDER : Benefit.AmountOff.Per.UNIT;
    }

    private boolean isForWholeOrder() {
        return feed.text("product_applicability").orElse("").equals("all_products")
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
        if (minimumUnits().isPresent()) {
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
        if (minimumUnits().isPresent() && !countsUnitsItself(benefit)) {
            triggers.add(new Trigger.MinQuantity(units()));
        }
        triggers.addAll(new PromotionConditions(feed).all());
        return triggers;
    }

    private static boolean countsUnitsItself(Benefit benefit) {
        return benefit instanceof Benefit.BuyXGetY
                || benefit instanceof Benefit.BundlePrice
                || benefit instanceof Benefit.BundleSave
                || benefit instanceof Benefit.QuantityPercent;
    }

    private boolean isByCode() {
        return feed.text("offer_type").orElse("no_code").equals("generic_code");
    }

    private Money moneyOff() {
        return feed.money("money_off_amount", currency)
                .orElseThrow(() -> missing("money_off_amount"));
    }

    private Optional<Money> cap() {
        return feed.money("max_discount_amount", currency);
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

    /** The help pages still use the attribute's former name in places. */
    private Optional<String> minimumUnits() {
        return feed.text("minimum_purchase_quantity").or(() -> feed.text("buy_this_quantity"));
    }

    private int units() {
        return count(
                feed.text("minimum_purchase_quantity").isPresent()
                                || feed.text("buy_this_quantity").isEmpty()
                        ? "minimum_purchase_quantity"
                        : "buy_this_quantity");
    }

    private String required(String attribute) {
        return feed.text(attribute).orElseThrow(() -> missing(attribute));
    }

    private static IllegalArgumentException missing(String attribute) {
        return new IllegalArgumentException(attribute + ": is missing");
    }
}
