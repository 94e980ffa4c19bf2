package com.truecart.realshops.vendure;

import com.truecart.realshops.vendure.PromotionAction.FacetBasedDiscount;
import com.truecart.realshops.vendure.PromotionAction.FreeShipping;
import com.truecart.realshops.vendure.PromotionAction.OrderFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderLineFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderPercentageDiscount;
import com.truecart.realshops.vendure.PromotionAction.ProductsPercentageDiscount;
import com.truecart.realshops.vendure.PromotionCondition.AtLeastNWithFacets;
import com.truecart.realshops.vendure.PromotionCondition.BuyXGetYFree;
import com.truecart.realshops.vendure.PromotionCondition.ContainsProducts;
import com.truecart.realshops.vendure.PromotionCondition.InCustomerGroup;
import com.truecart.realshops.vendure.PromotionCondition.MinimumOrderAmount;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Vendure's rules as we read them, and nothing of our engine: a quote of the real shop that this
 * does not reproduce means that the rules were misread, not that the engine is wrong.
 *
 * <p>A pass starts from the discounts that the pass before left on the lines, and from totals that
 * contain them.
 */
final class Reckoning {
    private final boolean withTax;
    private final List<Promotion> promotions;
    private final Basket basket;
    private final List<ReckonedLine> lines;
    private final Set<Long> held = new HashSet<>();
    private final Map<Long, Long> offShipping = new LinkedHashMap<>();
    private TaxedAmount subTotal = new TaxedAmount(0, 0);

    private Reckoning(
            boolean withTax, List<Promotion> promotions, List<Variant> variants, Basket basket) {
        this.withTax = withTax;
        this.promotions =
                promotions.stream()
                        .sorted(
                                Comparator.comparingInt(Reckoning::priority)
                                        .thenComparingLong(Promotion::id))
                        .toList();
        this.basket = basket;
        this.lines = basket.lines().stream().map(line -> reckoned(line, variants)).toList();
    }

    /**
     * What a new order costs.
     *
     * @param withTax whether list prices are with tax
     * @param promotions all that are alive
     */
    static Quote quote(
            boolean withTax, List<Promotion> promotions, List<Variant> variants, Basket basket) {
        Reckoning reckoning = new Reckoning(withTax, promotions, variants, basket);
        QuotedOrder withLines = reckoning.pass(Optional.empty());
        QuotedOrder last =
                basket.shippingMethod().isEmpty()
                        ? withLines
                        : reckoning.pass(basket.shippingMethod());
        return new Quote(withLines, last);
    }

    static double net(double gross, double rate) {
        double tax = gross - gross / ((100 + rate) / 100);
        return gross - tax;
    }

    static double gross(double net, double rate) {
        return net + net * (rate / 100);
    }

    static BigDecimal decimal(double value) {
        return value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private QuotedOrder pass(Optional<ShippingMethod> shipping) {
        held.clear();
        sumUp();
        discountLines();
        discountOrder();
        shipping.ifPresent(this::discountShipping);
        if (shipping.isEmpty()) {
            promotions.stream().filter(this::holds).map(Promotion::id).forEach(held::add);
        }
        return ReckonedOrder.quoted(
                subTotal, basket, promotions, held, lines, shipping, offShipping, withTax);
    }

    private void discountLines() {
        for (ReckonedLine line : lines) {
            // the totals keep what is forgotten here until the next sum
            line.forget();
            for (Promotion promotion : promotions) {
                if (!holds(promotion)) {
                    continue;
                }
                long off = 0;
                for (PromotionAction action : promotion.terms().actions()) {
                    off += offLine(action, promotion, line);
                }
                if (off != 0) {
                    line.add(promotion.id(), false, off);
                    sumUp();
                }
                held.add(promotion.id());
            }
            sumUp();
        }
    }

    private void discountOrder() {
        sumUp();
        for (Promotion promotion : promotions.stream().filter(this::holds).toList()) {
            if (!holds(promotion)) {
                continue;
            }
            long off = 0;
            for (PromotionAction action : promotion.terms().actions()) {
                off += offOrder(action);
            }
            if (off != 0) {
                long[] shares = shares(off);
                for (int i = 0; i < shares.length; i++) {
                    lines.get(i).add(promotion.id(), true, shares[i]);
                }
                sumUp();
            }
            held.add(promotion.id());
        }
    }

    private void discountShipping(ShippingMethod method) {
        offShipping.clear();
        for (Promotion promotion : promotions) {
            if (!holds(promotion)) {
                continue;
            }
            long off =
                    promotion.terms().actions().stream()
                                    .filter(FreeShipping.class::isInstance)
                                    .count()
                            * -method.listPrice();
            if (off != 0) {
                offShipping.put(promotion.id(), off);
            }
            held.add(promotion.id());
        }
    }

    private long offLine(PromotionAction action, Promotion promotion, ReckonedLine line) {
        return switch (action) {
            case FacetBasedDiscount(BigDecimal percent, List<Long> facets) ->
                    line.variant.facetValueIds().containsAll(facets) ? share(line, percent) : 0;
            case ProductsPercentageDiscount(BigDecimal percent, List<Long> ids) ->
                    ids.contains(line.variant.id()) ? share(line, percent) : 0;
            case OrderLineFixedDiscount(long cents) -> -cents;
            case PromotionAction.BuyXGetYFree() -> {
                double free = freeUnits(promotion).getOrDefault(line, 0);
                yield Math.round(
                        -line.variant.listPrice() * (free / line.quantity) * line.quantity);
            }
            case OrderPercentageDiscount _, OrderFixedDiscount _, FreeShipping _ -> 0;
        };
    }

    private static long share(ReckonedLine line, BigDecimal percent) {
        return Math.round(
                -line.variant.listPrice() * (percent.doubleValue() / 100) * line.quantity);
    }

    private long offOrder(PromotionAction action) {
        long total = withTax ? subTotal.gross() : subTotal.net();
        return switch (action) {
            case OrderPercentageDiscount(BigDecimal percent) ->
                    Math.round(-total * (percent.doubleValue() / 100));
            case OrderFixedDiscount(long cents) -> -Math.min(cents, total);
            case FacetBasedDiscount _,
                    ProductsPercentageDiscount _,
                    OrderLineFixedDiscount _,
                    PromotionAction.BuyXGetYFree _,
                    FreeShipping _ ->
                    0;
        };
    }

    // rounded down, which takes too much off; cents go back to those whose fraction was largest
    private long[] shares(long amount) {
        double[] weights =
                lines.stream().mapToDouble(line -> line.proratedLine().gross()).toArray();
        double whole = 0;
        for (double weight : weights) {
            whole += weight;
        }
        long[] shares = new long[weights.length];
        double[] fractions = new double[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact =
                    whole == 0 ? (double) amount / weights.length : amount * (weights[i] / whole);
            shares[i] = (long) Math.floor(exact);
            fractions[i] = exact - shares[i];
            given += shares[i];
        }
        for (; given < amount; given++) {
            int largest = 0;
            for (int i = 1; i < fractions.length; i++) {
                if (fractions[i] > fractions[largest]) {
                    largest = i;
                }
            }
            shares[largest]++;
            fractions[largest]--;
        }
        return shares;
    }

    private boolean holds(Promotion promotion) {
        PromotionTerms terms = promotion.terms();
        return terms.couponCode()
                        .map(code -> basket.couponCodes().stream().anyMatch(code::equalsIgnoreCase))
                        .orElse(true)
                && terms.conditions().stream().allMatch(this::holds);
    }

    private boolean holds(PromotionCondition condition) {
        return switch (condition) {
            case MinimumOrderAmount(long amount, boolean taxInclusive) ->
                    (taxInclusive ? subTotal.gross() : subTotal.net()) >= amount;
            case ContainsProducts(int minimum, List<Long> ids) ->
                    units(line -> ids.contains(line.variant.id())) >= minimum;
            case AtLeastNWithFacets(int minimum, List<Long> facets) ->
                    units(line -> line.variant.facetValueIds().containsAll(facets)) >= minimum;
            case InCustomerGroup(long group) ->
                    basket.customer().filter(who -> who.groupIds().contains(group)).isPresent();
            case BuyXGetYFree(int amountX, List<Long> x, int _, List<Long> y) ->
                    units(line -> x.contains(line.variant.id())) >= amountX
                            && units(line -> y.contains(line.variant.id())) > 0;
        };
    }

    private int units(Predicate<ReckonedLine> of) {
        return lines.stream().filter(of).mapToInt(line -> line.quantity).sum();
    }

    private Map<ReckonedLine, Integer> freeUnits(Promotion promotion) {
        Map<ReckonedLine, Integer> free = new LinkedHashMap<>();
        for (PromotionCondition condition : promotion.terms().conditions()) {
            if (condition instanceof BuyXGetYFree(int _, List<Long> _, int left, List<Long> y)) {
                free.clear();
                Stream<ReckonedLine> cheapestFirst =
                        lines.stream()
                                .filter(line -> y.contains(line.variant.id()))
                                .sorted(Comparator.comparingLong(line -> line.variant.listPrice()));
                for (ReckonedLine line : cheapestFirst.toList()) {
                    int units = Math.min(line.quantity, left);
                    free.put(line, units);
                    left -= units;
                }
            }
        }
        return free;
    }

    private void sumUp() {
        long net = 0;
        long gross = 0;
        for (ReckonedLine line : lines) {
            TaxedAmount amount = line.proratedLine();
            net += amount.net();
            gross += amount.gross();
        }
        subTotal = new TaxedAmount(net, gross);
    }

    private ReckonedLine reckoned(BasketLine line, List<Variant> variants) {
        Variant variant =
                variants.stream()
                        .filter(candidate -> candidate.id() == line.variantId())
                        .findFirst()
                        .orElseThrow();
        return new ReckonedLine(variant, line.quantity(), withTax);
    }

    private static int priority(Promotion promotion) {
        return (int)
                (10
                        * promotion.terms().conditions().stream()
                                .filter(MinimumOrderAmount.class::isInstance)
                                .count());
    }
}
