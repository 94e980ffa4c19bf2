package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Limits;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.model.Validity;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A promotion of the Admin API in our words: one of ours for each of its actions, all under the
 * same conditions. What a shop's own plug-ins add is kept in the shop's words, the rest of the
 * promotion with it. Pure but for the facets it is told.
 */
final class Rules {
    /** What is asked of a promotion. */
    static final String PROMOTION =
            """
            id name startsAt endsAt couponCode perCustomerUsageLimit usageLimit
            conditions { code args { name value } } actions { code args { name value } }
            """;

    private static final String MINIMUM_AMOUNT = "minimum_order_amount";
    private static final String BUY_X_GET_Y = "buy_x_get_y_free";

    /** What a minimum amount adds to a promotion's place in the order; all else adds nothing. */
    private static final int MINIMUM_AMOUNT_PRIORITY = 10;

    private final String language;
    private final Currency currency;
    private final Function<List<String>, Scope> withFacets;

    /**
     * Rules of a shop.
     *
     * @param withFacets the variants that have every one of these facet values
     */
    Rules(String language, Currency currency, Function<List<String>, Scope> withFacets) {
        this.language = language;
        this.currency = currency;
        this.withFacets = withFacets;
    }

    List<Promotion> promotions(Json stated) {
        List<Operation> conditions = stated.list("conditions").stream().map(Operation::of).toList();
        List<Operation> actions = stated.list("actions").stream().map(Operation::of).toList();
        if (actions.isEmpty()) {
            return List.of(
                    promotion(
                            stated,
                            0,
                            conditions,
                            new Given(
                                    Stage.STORE_ORDER,
                                    new Scope.WholeStore(),
                                    new Benefit.Unmodelled(name(stated)))));
        }
        List<Promotion> promotions = new ArrayList<>();
        for (Operation action : actions) {
            promotions.add(
                    promotion(stated, promotions.size(), conditions, given(action, conditions)));
        }
        return promotions;
    }

    private record Given(Stage stage, Scope scope, Benefit benefit) {}

    private Promotion promotion(Json stated, int number, List<Operation> conditions, Given given) {
        Promotion promotion =
                new Promotion(
                        ref(stated.id("id"), number),
                        Localized.of(language, name(stated)),
                        given.stage(),
                        given.scope(),
                        trigger(stated.optionalText("couponCode"), conditions),
                        given.benefit(),
                        new Validity(moment(stated, "startsAt"), moment(stated, "endsAt")),
                        Evidence.STATED);
        Limits limits =
                new Limits(
                        limit(stated, "perCustomerUsageLimit").map(Math::toIntExact),
                        limit(stated, "usageLimit"),
                        Optional.empty());
        long minimums =
                conditions.stream()
                        .filter(condition -> condition.code().equals(MINIMUM_AMOUNT))
                        .count();
        Promotion placed =
                promotion.with(
                        Stacking.priority(MINIMUM_AMOUNT_PRIORITY * Math.toIntExact(minimums)));
        return limits.perCustomer().isEmpty() && limits.total().isEmpty()
                ? placed
                : placed.with(limits);
    }

    /** Sorts as the shop does: what has one priority goes by id. */
    static String ref(String id, int number) {
        return (id.matches("\\d{1,12}")
                        ? String.format(Locale.ROOT, "%012d", Long.parseLong(id))
                        : id)
                + "."
                + number;
    }

    private static String name(Json stated) {
        return stated.optionalText("name").orElse("promotion " + stated.id("id"));
    }

    private Given given(Operation action, List<Operation> conditions) {
        try {
            return modelled(action, conditions);
        } catch (IllegalArgumentException | ArithmeticException unlikeOurs) {
            return new Given(
                    Stage.STORE_ORDER,
                    new Scope.WholeStore(),
                    new Benefit.Unmodelled(action.words()));
        }
    }

    private Given modelled(Operation action, List<Operation> conditions) {
        return switch (action.code()) {
            case "order_percentage_discount" ->
                    new Given(Stage.STORE_ORDER, new Scope.WholeStore(), percentOff(action));
            case "order_fixed_discount" ->
                    new Given(
                            Stage.STORE_ORDER,
                            new Scope.WholeStore(),
                            new Benefit.AmountOff(
                                    money(action, "discount"), Benefit.AmountOff.Per.ORDER));
            case "order_line_fixed_discount" ->
                    new Given(
                            Stage.ITEM,
                            new Scope.WholeStore(),
                            new Benefit.AmountOff(
                                    money(action, "discount"), Benefit.AmountOff.Per.LINE));
            case "facet_based_discount" ->
                    new Given(
                            Stage.ITEM, withFacets.apply(action.ids("facets")), percentOff(action));
            case "products_percentage_discount" ->
                    new Given(
                            Stage.ITEM,
                            listings(action.ids("productVariantIds")),
                            percentOff(action));
            case BUY_X_GET_Y -> buyXGetY(conditions);
            case "free_shipping" ->
                    new Given(
                            Stage.DELIVERY,
                            new Scope.WholeStore(),
                            new Benefit.DeliveryOff(Money.PPM));
            default -> throw new IllegalArgumentException("action: " + action.code());
        };
    }

    /** The condition of the same name says which units the action frees; the last one does. */
    private Given buyXGetY(List<Operation> conditions) {
        Operation terms =
                conditions.stream()
                        .filter(condition -> condition.code().equals(BUY_X_GET_Y))
                        .reduce((_, last) -> last)
                        .orElseThrow(() ->
                                new IllegalArgumentException(BUY_X_GET_Y + ": no such condition"));
        return new Given(
                Stage.ITEM,
                listings(terms.ids("variantIdsX")),
                new Benefit.BuyThisGetThat(
                        terms.count("amountX"),
                        listings(terms.ids("variantIdsY")),
                        terms.count("amountY"),
                        Money.PPM,
                        Optional.of(1),
                        true));
    }

    private Trigger trigger(Optional<String> couponCode, List<Operation> conditions) {
        List<Trigger> all = new ArrayList<>();
        couponCode.ifPresent(code -> all.add(new Trigger.Code(code)));
        conditions.forEach(condition -> all.add(trigger(condition)));
        return new Trigger.AllOf(all);
    }

    private Trigger trigger(Operation condition) {
        try {
            return modelled(condition);
        } catch (IllegalArgumentException | ArithmeticException unlikeOurs) {
            return new Trigger.Unmodelled(condition.words());
        }
    }

    private Trigger modelled(Operation condition) {
        return switch (condition.code()) {
            case MINIMUM_AMOUNT ->
                    new Trigger.Within(
                            new Scope.WholeStore(),
                            new Trigger.MinSpend(
                                    money(condition, "amount"),
                                    Optional.of(
                                            condition.flag("taxInclusive")
                                                    ? Side.GROSS
                                                    : Side.NET)));
            case "contains_products" ->
                    new Trigger.Within(
                            listings(condition.ids("productVariantIds")),
                            new Trigger.MinQuantity(condition.count("minimum")));
            case "at_least_n_with_facets" ->
                    new Trigger.Within(
                            withFacets.apply(condition.ids("facets")),
                            new Trigger.MinQuantity(condition.count("minimum")));
            case "customer_group" ->
                    new Trigger.Member(
                            Optional.ofNullable(condition.arguments().get("customerGroupId"))
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "customerGroupId: is not stated")));
            case BUY_X_GET_Y ->
                    new Trigger.AllOf(
                            List.of(
                                    new Trigger.Within(
                                            listings(condition.ids("variantIdsX")),
                                            new Trigger.MinQuantity(condition.count("amountX"))),
                                    new Trigger.Within(
                                            listings(condition.ids("variantIdsY")),
                                            new Trigger.MinQuantity(1))));
            default -> throw new IllegalArgumentException("condition: " + condition.code());
        };
    }

    private static Benefit percentOff(Operation action) {
        return new Benefit.PercentOff(action.percent("discount"), Optional.empty());
    }

    private Money money(Operation operation, String argument) {
        try {
            return Amounts.of(
                    operation.amount(argument), operation.code() + "." + argument, currency);
        } catch (Drifted tooFine) {
            throw new IllegalArgumentException(tooFine.getMessage(), tooFine);
        }
    }

    private static Scope listings(List<String> ids) {
        return new Scope.Listings(new HashSet<>(ids));
    }

    private static Optional<Long> limit(Json stated, String field) {
        OptionalLong limit = stated.optionalNumber(field);
        return limit.isPresent() && limit.getAsLong() > 0
                ? Optional.of(limit.getAsLong())
                : Optional.empty();
    }

    private static Optional<Instant> moment(Json stated, String field) {
        try {
            return stated.optionalText(field).map(Instant::parse);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(field + ": is no moment in time", unreadable);
        }
    }
}
