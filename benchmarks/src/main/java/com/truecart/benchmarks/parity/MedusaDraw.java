package com.truecart.benchmarks.parity;

import com.truecart.realshops.medusa.MedusaAdmin;
import com.truecart.realshops.medusa.MedusaAdmin.Group;
import com.truecart.realshops.medusa.NewProduct;
import com.truecart.realshops.medusa.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Forty products for an empty Medusa, and every round one promotion of each kind it has, drawn from
 * a seed: parts of a cent, amounts above what a line costs, rules on the cart and on what is in it.
 */
final class MedusaDraw {
    private static final int PRODUCTS = 40;
    private static final int NO_LIMIT = 9_999;

    private final RandomGenerator random;
    private final List<Variant> variants;
    private final Map<Group, List<String>> groups;

    /** What to buy, and the codes given with it. */
    record Basket(Map<String, Integer> units, List<String> codes) {
        Basket {
            units = Map.copyOf(units);
            codes = List.copyOf(codes);
        }
    }

    /**
     * A promotion to create.
     *
     * @param kind what it is called in the report
     * @param code given by some baskets; empty where it is automatic
     * @param isHard whether our algebra has no such rule; few baskets give its code, for those that
     *     do are not compared
     */
    record Drawn(
            String kind, Optional<String> code, boolean isHard, Map<String, Object> document) {}

    private MedusaDraw(
            RandomGenerator random, List<Variant> variants, Map<Group, List<String>> groups) {
        this.random = random;
        this.variants = variants;
        this.groups = groups;
    }

    /** Fills the shop. One in ten products is kept out of its promotions, as a shop may. */
    static MedusaDraw fill(MedusaAdmin admin, RandomGenerator random) {
        Map<Group, List<String>> groups = new HashMap<>();
        for (Group group : Group.values()) {
            groups.put(
                    group,
                    List.of(
                            admin.addGroup(group, group + " one"),
                            admin.addGroup(group, group + " two"),
                            admin.addGroup(group, group + " three")));
        }
        List<NewProduct> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            long cents = i < 8 ? random.nextInt(1, 100) : random.nextInt(100, 20_000);
            NewProduct product = NewProduct.of("thing-" + i, BigDecimal.valueOf(cents, 2));
            for (Group group : Group.values()) {
                product = in(product, group, some(groups.getOrDefault(group, List.of()), random));
            }
            products.add(product.with("discountable", random.nextInt(10) > 0));
        }
        return new MedusaDraw(random, admin.addProducts(products), groups);
    }

    private static NewProduct in(NewProduct product, Group group, List<String> ids) {
        List<Map<String, String>> several = ids.stream().map(id -> Map.of("id", id)).toList();
        return switch (group) {
            case CATEGORY -> product.with("categories", several);
            case TAG -> product.with("tags", several);
            case COLLECTION ->
                    ids.isEmpty() ? product : product.with("collection_id", ids.getFirst());
            case TYPE -> ids.isEmpty() ? product : product.with("type_id", ids.getFirst());
        };
    }

    List<Variant> variants() {
        return variants;
    }

    /**
     * One promotion of each kind, about half of them behind a code.
     *
     * @param region the only one the baskets of this round are for, with its currency
     * @param withTax whether fixed amounts are meant with tax
     */
    List<Drawn> round(String prefix, String region, String currency, boolean withTax) {
        List<Map<String, Object>> methods =
                List.of(
                        method("percentage", "order", "", rate()),
                        method("fixed", "order", "", amount()),
                        method("percentage", "items", "across", rate()),
                        method("fixed", "items", "across", amount()),
                        limited(method("percentage", "items", "each", rate()), NO_LIMIT),
                        limited(method("fixed", "items", "each", amount()), NO_LIMIT),
                        limited(
                                method("percentage", "items", "each", rate()),
                                random.nextInt(1, 4)),
                        limited(
                                method("percentage", "items", "once", rate()),
                                random.nextInt(1, 4)),
                        method("percentage", "shipping_methods", "across", rate()),
                        limited(method("fixed", "shipping_methods", "each", amount()), 1),
                        buyGet(1),
                        buyGet(3));
        List<String> kinds =
                List.of(
                        "share of the order",
                        "amount off the order",
                        "share of items",
                        "amount over items",
                        "share of each unit",
                        "amount off each unit",
                        "share of some units of a line",
                        "share of the cheapest units",
                        "share of the fee",
                        "amount off the fee",
                        "buy this, get that",
                        "buy this, get one of several");
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Map<String, Object> method = new HashMap<>(methods.get(i));
            if (Objects.equals(method.get("type"), "fixed")) {
                method.put("currency_code", currency);
            }
            boolean isBuyGet = method.containsKey("buy_rules");
            if (Objects.equals(method.get("target_type"), "items") && !isBuyGet) {
                method.put("target_rules", List.of(itemRule()));
            }
            Map<String, Object> document = new HashMap<>();
            String code = prefix + i;
            document.put("code", code);
            document.put("status", "active");
            document.put("type", isBuyGet ? "buyget" : "standard");
            document.put("is_tax_inclusive", withTax);
            // what we cannot say is behind a code, else no basket of a round could be compared
            boolean isHard = i == 6 || i == 7 || i == 11 || (i == 9 && withTax);
            boolean isAutomatic = !isHard && random.nextBoolean();
            document.put("is_automatic", isAutomatic);
            document.put("application_method", method);
            document.put("rules", cartRules(region, currency, withTax));
            drawn.add(
                    new Drawn(
                            kinds.get(i),
                            isAutomatic ? Optional.empty() : Optional.of(code),
                            isHard,
                            document));
        }
        return drawn;
    }

    /** Somebody's basket, with some of the codes. */
    Basket basket(List<Drawn> promotions) {
        Map<String, Integer> units = new HashMap<>();
        int most = pick(List.of(2, 5, 12));
        for (Variant variant : shuffled(variants).subList(0, random.nextInt(1, 7))) {
            units.put(variant.id(), random.nextInt(1, most + 1));
        }
        List<String> codes = new ArrayList<>();
        for (Drawn promotion : promotions) {
            promotion
                    .code()
                    .filter(_ -> random.nextInt(promotion.isHard() ? 12 : 3) == 0)
                    .ifPresent(codes::add);
        }
        return new Basket(units, codes);
    }

    private Map<String, Object> buyGet(int gifts) {
        Map<String, Object> method = new HashMap<>(method("percentage", "items", "each", rate()));
        method.put("buy_rules_min_quantity", random.nextInt(1, 4));
        method.put("apply_to_quantity", 1);
        method.put("max_quantity", random.nextInt(1, 4));
        method.put("buy_rules", List.of(products(random.nextInt(5, 25))));
        method.put("target_rules", List.of(products(gifts)));
        return method;
    }

    private Map<String, Object> itemRule() {
        return switch (random.nextInt(6)) {
            case 0 -> products(random.nextInt(1, 25));
            case 1 -> rule("items.product.categories.id", operator(), some(group(Group.CATEGORY)));
            case 2 ->
                    rule("items.product.collection_id", operator(), some(group(Group.COLLECTION)));
            case 3 -> rule("items.product.type_id", operator(), some(group(Group.TYPE)));
            case 4 -> rule("items.product.tags.id", operator(), some(group(Group.TAG)));
            default ->
                    rule(
                            "items.product.id",
                            "ne",
                            shuffled(variants).subList(0, 5).stream()
                                    .map(Variant::productId)
                                    .toList());
        };
    }

    private List<Map<String, Object>> cartRules(String region, String currency, boolean withTax) {
        return switch (random.nextInt(5)) {
            // without tax, which we cannot say where prices have it
            case 0 ->
                    List.of(
                            rule(
                                    withTax ? "original_item_total" : "item_subtotal",
                                    "gte",
                                    List.of(threshold())));
            case 1 -> List.of(rule("original_item_total", "gt", List.of(threshold())));
            case 2 ->
                    List.of(
                            rule("region.id", "in", List.of(region)),
                            rule("currency_code", "eq", List.of(currency)));
            default -> List.of();
        };
    }

    private Map<String, Object> products(int count) {
        return rule(
                "items.product.id",
                "in",
                new ArrayList<>(
                        new TreeSet<>(
                                shuffled(variants).subList(0, count).stream()
                                        .map(Variant::productId)
                                        .toList())));
    }

    private static Map<String, Object> rule(
            String attribute, String operator, List<String> values) {
        return Map.of("attribute", attribute, "operator", operator, "values", values);
    }

    private static Map<String, Object> method(
            String type, String target, String allocation, BigDecimal value) {
        Map<String, Object> method = new HashMap<>();
        method.put("type", type);
        method.put("target_type", target);
        method.put("value", value);
        if (!allocation.isEmpty()) {
            method.put("allocation", allocation);
        }
        return method;
    }

    private static Map<String, Object> limited(Map<String, Object> method, int units) {
        Map<String, Object> more = new HashMap<>(method);
        more.put("max_quantity", units);
        return more;
    }

    private List<String> group(Group group) {
        return groups.getOrDefault(group, List.of());
    }

    private List<String> some(List<String> values) {
        List<String> chosen = some(values, random);
        return chosen.isEmpty() ? List.of(values.getFirst()) : chosen;
    }

    private static List<String> some(List<String> values, RandomGenerator random) {
        return values.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    private String operator() {
        return pick(List.of("in", "in", "eq"));
    }

    private String threshold() {
        return pick(List.of("5", "20", "100", "300", "600"));
    }

    private BigDecimal rate() {
        return new BigDecimal(
                pick(List.of("5", "7", "10", "12.5", "15", "20", "33.33", "50", "99.9", "100")));
    }

    private BigDecimal amount() {
        return new BigDecimal(pick(List.of("0.01", "0.99", "3.33", "10", "20", "33.33")));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> List<T> shuffled(List<T> from) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }
}
