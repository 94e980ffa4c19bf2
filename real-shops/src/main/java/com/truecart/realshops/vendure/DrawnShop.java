package com.truecart.realshops.vendure;

import com.truecart.realshops.vendure.PromotionAction.FacetBasedDiscount;
import com.truecart.realshops.vendure.PromotionAction.FreeShipping;
import com.truecart.realshops.vendure.PromotionAction.OrderFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderLineFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderPercentageDiscount;
import com.truecart.realshops.vendure.PromotionAction.ProductsPercentageDiscount;
import com.truecart.realshops.vendure.PromotionCondition.AtLeastNWithFacets;
import com.truecart.realshops.vendure.PromotionCondition.ContainsProducts;
import com.truecart.realshops.vendure.PromotionCondition.InCustomerGroup;
import com.truecart.realshops.vendure.PromotionCondition.MinimumOrderAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A shop filled with what a seed draws, and promotions and baskets drawn for it: prices down to
 * nothing and one cent, four tax rates, percentages that leave fractions, discounts larger than a
 * line. A promotion has one action or two of different phases.
 *
 * @param member somebody in the one group
 * @param group the group
 */
public record DrawnShop(
        List<Variant> variants,
        List<Long> facetValues,
        List<ShippingMethod> shippingMethods,
        Customer member,
        long group) {
    private static final int VARIANTS = 40;
    private static final int TEN = 10;

    /** Kinds of condition and of action beside buy X, get Y, which is both. */
    private static final int CONDITIONS = 4;

    private static final int ACTIONS = 6;
    private static final List<BigDecimal> RATES = decimals("20", "5", "0", "7.7");
    private static final List<BigDecimal> PERCENTAGES =
            decimals("5", "7", "10", "12.5", "15", "20", "33.33", "50", "99.9", "100");

    /** Fills an empty shop. */
    public static DrawnShop fill(VendureShop shop, RandomGenerator random) {
        VendureAdmin admin = shop.admin();
        List<Long> facets =
                List.of(
                        admin.addFacetValue("red"),
                        admin.addFacetValue("green"),
                        admin.addFacetValue("blue"));
        List<NewVariant> variants = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            variants.add(
                    new NewVariant(
                            "thing-" + i,
                            i == 0 ? 0 : i < 8 ? random.nextInt(1, 100) : random.nextInt(1, 10_000),
                            pick(RATES, random),
                            facets.stream().filter(facet -> random.nextBoolean()).toList()));
        }
        long group = admin.addCustomerGroup("club");
        return new DrawnShop(
                admin.addVariants(variants),
                facets,
                List.of(
                        admin.addShippingMethod("post", 499, RATES.get(0)),
                        admin.addShippingMethod("courier", 1_299, RATES.get(1)),
                        admin.addShippingMethod("pigeon", 333, RATES.get(3)),
                        admin.addShippingMethod("fetch", 0, RATES.get(2))),
                admin.addCustomer("member@example.com", List.of(group)),
                group);
    }

    /** Two to six promotions that are alive together; codes begin with the prefix. */
    public List<PromotionTerms> promotions(String prefix, RandomGenerator random) {
        return IntStream.range(0, random.nextInt(2, 7))
                .mapToObj(i -> promotion(prefix + i, random))
                .toList();
    }

    /** Ten promotions that are alive together: every kind of action, of condition, and more. */
    public List<PromotionTerms> promotionsOfEveryKind(String prefix, RandomGenerator random) {
        List<PromotionTerms> all = new ArrayList<>();
        for (int kind = 0; kind < ACTIONS; kind++) {
            Optional<String> code =
                    random.nextInt(3) == 0 ? Optional.of(prefix + kind) : Optional.empty();
            all.add(
                    new PromotionTerms(
                            prefix + kind,
                            code,
                            List.of(condition(kind % CONDITIONS, random)),
                            List.of(action(kind, random))));
        }
        PromotionCondition freed = buyXGetY(random);
        all.add(
                new PromotionTerms(
                        prefix + "free",
                        Optional.empty(),
                        List.of(freed),
                        List.of(new PromotionAction.BuyXGetYFree())));
        while (all.size() < TEN) {
            all.add(promotion(prefix + all.size(), random));
        }
        Collections.shuffle(all, java.util.Random.from(random));
        return List.copyOf(all);
    }

    /** Somebody's basket, with some of the codes of the promotions. */
    public Basket basket(List<Promotion> promotions, RandomGenerator random) {
        int most = pick(List.of(2, 5, 12), random);
        List<BasketLine> lines =
                some(variants, random.nextInt(1, 7), random).stream()
                        .map(variant -> new BasketLine(variant.id(), random.nextInt(1, most + 1)))
                        .toList();
        List<String> codes =
                promotions.stream()
                        .flatMap(promotion -> promotion.terms().couponCode().stream())
                        .filter(code -> random.nextInt(3) > 0)
                        .toList();
        return new Basket(
                lines,
                codes,
                random.nextInt(3) == 0 ? Optional.of(member) : Optional.empty(),
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(pick(shippingMethods, random)));
    }

    private PromotionTerms promotion(String name, RandomGenerator random) {
        Optional<String> code = random.nextInt(3) == 0 ? Optional.of(name) : Optional.empty();
        List<PromotionCondition> conditions = new ArrayList<>();
        List<PromotionAction> actions = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            conditions.add(buyXGetY(random));
            actions.add(new PromotionAction.BuyXGetYFree());
        } else {
            actions.add(action(random));
        }
        if (random.nextInt(4) == 0) {
            PromotionAction second = action(random);
            if (phase(second) != phase(actions.getFirst())) {
                actions.add(second);
            }
        }
        while (random.nextInt(3) == 0 || (conditions.isEmpty() && code.isEmpty())) {
            conditions.add(condition(random));
        }
        return new PromotionTerms(name, code, conditions, actions);
    }

    private PromotionCondition buyXGetY(RandomGenerator random) {
        return new PromotionCondition.BuyXGetYFree(
                random.nextInt(1, 4),
                someIds(random.nextInt(5, 25), random),
                random.nextInt(1, 4),
                someIds(random.nextInt(5, 25), random));
    }

    /** When an action is worked out: with the lines, with the order, with the shipping. */
    private static int phase(PromotionAction action) {
        return switch (action) {
            case FacetBasedDiscount _,
                    ProductsPercentageDiscount _,
                    OrderLineFixedDiscount _,
                    PromotionAction.BuyXGetYFree _ ->
                    0;
            case OrderFixedDiscount _, OrderPercentageDiscount _ -> 1;
            case FreeShipping _ -> 2;
        };
    }

    private PromotionCondition condition(RandomGenerator random) {
        return condition(random.nextInt(CONDITIONS), random);
    }

    private PromotionCondition condition(int kind, RandomGenerator random) {
        return switch (kind) {
            case 0 ->
                    new MinimumOrderAmount(
                            pick(List.of(500L, 2_000L, 10_000L, 30_000L, 60_000L), random),
                            random.nextBoolean());
            case 1 ->
                    new ContainsProducts(
                            random.nextInt(1, 4), someIds(random.nextInt(1, 21), random));
            case 2 ->
                    new AtLeastNWithFacets(
                            random.nextInt(1, 5), some(facetValues, random.nextInt(3), random));
            default -> new InCustomerGroup(group);
        };
    }

    private PromotionAction action(RandomGenerator random) {
        BigDecimal percent = pick(PERCENTAGES, random);
        return action(random.nextInt(ACTIONS), percent, random);
    }

    private PromotionAction action(int kind, RandomGenerator random) {
        return action(kind, pick(PERCENTAGES, random), random);
    }

    private PromotionAction action(int kind, BigDecimal percent, RandomGenerator random) {
        return switch (kind) {
            case 0 ->
                    new OrderFixedDiscount(pick(List.of(1L, 99L, 1_000L, 3_333L, 20_000L), random));
            case 1 -> new OrderLineFixedDiscount(pick(List.of(1L, 50L, 333L), random));
            case 2 -> new OrderPercentageDiscount(percent);
            case 3 -> new FacetBasedDiscount(percent, some(facetValues, random.nextInt(3), random));
            case 4 ->
                    new ProductsPercentageDiscount(percent, someIds(random.nextInt(1, 26), random));
            default -> new FreeShipping();
        };
    }

    private List<Long> someIds(int count, RandomGenerator random) {
        return some(variants, count, random).stream().map(Variant::id).toList();
    }

    private static <T> List<T> some(List<T> from, int count, RandomGenerator random) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, java.util.Random.from(random));
        return List.copyOf(shuffled.subList(0, count));
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<BigDecimal> decimals(String... values) {
        return Arrays.stream(values).map(BigDecimal::new).toList();
    }
}
