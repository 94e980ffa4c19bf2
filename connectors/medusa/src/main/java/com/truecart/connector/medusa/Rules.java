package com.truecart.connector.medusa;

import com.truecart.connector.medusa.Products.By;
import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a promotion: an attribute of the cart or of an item, an operator, and values. Every
 * rule of a list must hold.
 */
final class Rules {
    private final Market market;
    private final Products products;
    private final boolean isTaxed;

    Rules(Market market, Products products, boolean isTaxed) {
        this.market = market;
        this.products = products;
        this.isTaxed = isTaxed;
    }

    private record Rule(String attribute, String operator, Set<String> values) {
        static Rule of(Json json) {
            return new Rule(
                    json.text("attribute"),
                    json.text("operator"),
                    json.list("values").stream()
                            .map(value -> value.text("value"))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        /** Whether a cart of which this is the one value fulfils the rule. */
        boolean accepts(String value) {
            return switch (operator) {
                case "in", "eq" -> values.contains(value);
                case "ne" -> !values.contains(value);
                default -> throw new IllegalArgumentException("rules: cannot be " + words());
            };
        }

        String words() {
            return attribute + " " + operator + " " + String.join(", ", values);
        }
    }

    /**
     * What the cart must be like; empty where no cart of this market can be so.
     *
     * @param rules of the promotion itself
     */
    Optional<List<Trigger>> triggers(List<Json> rules) {
        List<Trigger> triggers = new ArrayList<>();
        for (Json json : rules) {
            Rule rule = Rule.of(json);
            switch (rule.attribute()) {
                case "currency_code" -> {
                    if (!rule.accepts(
                            market.currency().getCurrencyCode().toLowerCase(Locale.ROOT))) {
                        return Optional.empty();
                    }
                }
                case "region.id", "region_id" -> {
                    if (!rule.accepts(market.regionId())) {
                        return Optional.empty();
                    }
                }
                case "shipping_address.country_code" -> {
                    if (!rule.accepts(market.country())) {
                        return Optional.empty();
                    }
                }
                default -> triggers.add(trigger(rule));
            }
        }
        return Optional.of(triggers);
    }

    private Trigger trigger(Rule rule) {
        return switch (rule.attribute()) {
            case "customer.groups.id" -> groups(rule);
            // without tax, before promotions
            case "item_subtotal", "original_item_subtotal" ->
                    isTaxed ? new Trigger.Unmodelled(rule.words()) : spend(rule);
            // with tax, before promotions
            case "original_item_total" -> spend(rule);
            // item_total and total are after the promotions of the time before, and so hold at
            // every other change of the cart; subtotal counts the fee, where one was chosen
            default -> new Trigger.Unmodelled(rule.words());
        };
    }

    /** "eq" also shuts out whoever is in one more group. */
    private static Trigger groups(Rule rule) {
        return rule.operator().equals("in")
                ? new Trigger.AnyOf(
                        rule.values().stream().<Trigger>map(Trigger.Member::new).toList())
                : new Trigger.Unmodelled(rule.words());
    }

    private Trigger spend(Rule rule) {
        boolean isAbove = rule.operator().equals("gt");
        if (!isAbove && !rule.operator().equals("gte")) {
            return new Trigger.Unmodelled(rule.words());
        }
        Optional<BigDecimal> least =
                rule.values().stream()
                        .filter(value -> value.matches("\\d{1,12}(\\.\\d{1,6})?"))
                        .map(BigDecimal::new)
                        .min(BigDecimal::compareTo);
        if (least.isEmpty()) {
            return new Trigger.Unmodelled(rule.words());
        }
        int digits = market.currency().getDefaultFractionDigits();
        BigDecimal reached =
                isAbove
                        ? least.get()
                                .setScale(digits, RoundingMode.FLOOR)
                                .add(BigDecimal.ONE.movePointLeft(digits))
                        : least.get().setScale(digits, RoundingMode.CEILING);
        return new Trigger.Within(
                new Scope.WholeStore(),
                new Trigger.MinSpend(Money.ofMajor(reached, market.currency())));
    }

    /**
     * Which items are meant; all where there are no rules.
     *
     * @param isAutomatic whether the promotion needs no code: one that names a group of products is
     *     then not even looked at where nothing in the cart has such a group, whatever it says
     */
    Scope scope(List<Json> rules, boolean isAutomatic) {
        List<Scope> scopes = rules.stream().map(rule -> scope(Rule.of(rule), isAutomatic)).toList();
        return switch (scopes.size()) {
            case 0 -> new Scope.WholeStore();
            case 1 -> scopes.getFirst();
            default -> new Scope.AllOf(scopes);
        };
    }

    private Scope scope(Rule rule, boolean isAutomatic) {
        String attribute =
                rule.attribute().startsWith("items.")
                        ? rule.attribute().substring("items.".length())
                        : rule.attribute();
        if (attribute.equals("variant.id") || attribute.equals("variant_id")) {
            return chosen(rule, new Scope.Listings(rule.values()));
        }
        String named = attribute.equals("product_id") ? "product.id" : attribute;
        return Arrays.stream(By.values())
                .filter(by -> by.attribute().equals(named))
                .findFirst()
                .map(by -> scope(rule, by, isAutomatic))
                .orElseGet(() -> new Scope.Unmodelled(rule.words()));
    }

    private Scope scope(Rule rule, By by, boolean isAutomatic) {
        if (rule.operator().equals("ne") && isAutomatic && by != By.PRODUCT) {
            return new Scope.Unmodelled(rule.words());
        }
        return rule.operator().equals("eq") && by.several()
                ? products.withNoneBut(by, rule.values())
                : chosen(rule, products.withAny(by, rule.values()));
    }

    private static Scope chosen(Rule rule, Scope those) {
        return switch (rule.operator()) {
            case "in", "eq" -> those;
            case "ne" -> new Scope.Except(new Scope.WholeStore(), those);
            default -> new Scope.Unmodelled(rule.words());
        };
    }
}
