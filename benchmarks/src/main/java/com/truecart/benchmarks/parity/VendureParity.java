package com.truecart.benchmarks.parity;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.pricing.Article;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedLine;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.realshops.vendure.Basket;
import com.truecart.realshops.vendure.BasketLine;
import com.truecart.realshops.vendure.DrawnShop;
import com.truecart.realshops.vendure.Promotion;
import com.truecart.realshops.vendure.QuotedLine;
import com.truecart.realshops.vendure.QuotedOrder;
import com.truecart.realshops.vendure.Variant;
import com.truecart.realshops.vendure.VendureShop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * Random baskets at a real Vendure with random promotions of every kind it has: what we predict
 * beside what it quotes, for the total, the delivery and each line's prorated price.
 */
public final class VendureParity {

    /** Of every seed's baskets the promotions change after so many. */
    static final int BASKETS_PER_ROUND = 20;

    private static final String CURRENCY = "USD";
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private VendureParity() {}

    /**
     * How a comparison went.
     *
     * @param baskets how many were quoted
     * @param lowered how many of them some promotion lowered
     * @param negativeFees baskets left out, because the shop charged less than nothing for
     *     delivery: two free-delivery promotions at once take the fee off twice there
     * @param unlikeOurs baskets that our default profile would have predicted wrongly: the control
     *     that shows how many of them need this shop's own habits
     * @param differences what differs, each with the basket it was seen at
     */
    public record Report(
            int baskets, int lowered, int negativeFees, int unlikeOurs, List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }
    }

    /** Compares so many baskets drawn from a seed. */
    public static Report compare(int baskets, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> differences = new ArrayList<>();
        int quoted = 0;
        int lowered = 0;
        int negativeFees = 0;
        int unlikeOurs = 0;
        try (VendureShop shop = VendureShop.start()) {
            DrawnShop drawn = DrawnShop.fill(shop, random);
            for (int round = 0; quoted < baskets; round++) {
                boolean withTax = round % 2 == 1;
                shop.admin().pricesIncludeTax(withTax);
                shop.promotions().clear();
                drawn.promotions("R" + round + "P", random).forEach(shop.promotions()::add);
                List<Promotion> promotions = shop.promotions().present();
                for (int i = 0; i < BASKETS_PER_ROUND && quoted < baskets; i++, quoted++) {
                    Basket basket = drawn.basket(promotions, random);
                    QuotedOrder order = shop.quote(basket).last();
                    if (order.shipping().gross() < 0) {
                        negativeFees++;
                        continue;
                    }
                    StoreCart cart = cart(drawn.variants(), promotions, basket, withTax);
                    lowered += order.discounts().isEmpty() ? 0 : 1;
                    unlikeOurs +=
                            differences(price(basket, under(EngineProfiles.OURS, cart)), order)
                                            .isEmpty()
                                    ? 0
                                    : 1;
                    differences(price(basket, cart), order)
                            .forEach(difference ->
                                    differences.add(
                                            difference
                                                    + " · prices "
                                                    + (withTax ? "with" : "without")
                                                    + " tax · "
                                                    + basket
                                                    + " · "
                                                    + promotions));
                }
            }
        }
        return new Report(quoted, lowered, negativeFees, unlikeOurs, differences);
    }

    private static StoreCart under(EngineProfile other, StoreCart cart) {
        return new StoreCart(
                cart.lines(),
                cart.storePromotions(),
                cart.delivery(),
                other.publishing(cart.profile().prices()));
    }

    private static StoreCart cart(
            List<Variant> variants, List<Promotion> promotions, Basket basket, boolean withTax) {
        Map<Long, Variant> byId =
                variants.stream().collect(Collectors.toMap(Variant::id, Function.identity()));
        List<CartLine> lines = new ArrayList<>();
        for (BasketLine line : basket.lines()) {
            Variant variant = byId.get(line.variantId());
            if (variant == null) {
                throw new IllegalStateException("no variant " + line.variantId());
            }
            lines.add(
                    new CartLine(VendureRules.key(variant.id()), terms(variant), line.quantity()));
        }
        Optional<DeliveryTerms> delivery =
                basket.shippingMethod()
                        .map(method ->
                                new DeliveryTerms(
                                        gross(method.listPrice(), method.taxRate(), withTax),
                                        Optional.empty()));
        return new StoreCart(
                lines,
                new VendureRules(variants, CURRENCY).of(promotions),
                delivery,
                profile(withTax, basket));
    }

    /** What we say that a basket costs under these promotions. */
    static PricedCart predicted(
            List<Variant> variants, List<Promotion> promotions, Basket basket, boolean withTax) {
        return price(basket, cart(variants, promotions, basket, withTax));
    }

    private static PricedCart price(Basket basket, StoreCart cart) {
        Set<String> groups = new HashSet<>();
        basket.customer()
                .ifPresent(customer ->
                        customer.groupIds().forEach(group -> groups.add(Long.toString(group))));
        Shopper shopper =
                new Shopper(
                        new HashSet<>(basket.couponCodes()),
                        groups,
                        Optional.empty(),
                        Optional.empty());
        return new CartPricer().price(cart, shopper, NOW);
    }

    /**
     * A basket here is quoted with all lines in one call and, where it is sent, then its delivery
     * method.
     */
    private static EngineProfile profile(boolean withTax, Basket basket) {
        return EngineProfiles.VENDURE
                .publishing(withTax ? Prices.GROSS : Prices.NET)
                .inPasses(basket.shippingMethod().isPresent() ? 2 : 1);
    }

    private static OfferTerms terms(Variant variant) {
        return new OfferTerms(
                VendureRules.key(variant.id()),
                Optional.empty(),
                List.of(),
                Money.of(variant.listPrice(), CURRENCY),
                Optional.empty(),
                List.of(),
                Article.UNKNOWN.taxedAt(ppm(variant.taxRate())));
    }

    private static long ppm(BigDecimal percent) {
        return percent.movePointRight(4).longValueExact();
    }

    private static Money gross(long fee, BigDecimal rate, boolean withTax) {
        double percent = rate.doubleValue();
        return Money.of(withTax ? fee : Math.round(fee + fee * (percent / 100)), CURRENCY);
    }

    private static List<String> differences(PricedCart predicted, QuotedOrder order) {
        List<String> differences = new ArrayList<>();
        check("total", predicted.payable().minor(), order.total().gross(), differences);
        check(
                "delivery",
                predicted.delivery().map(Money::minor).orElse(0L),
                order.shipping().gross(),
                differences);
        Map<String, QuotedLine> quoted =
                order.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        line -> VendureRules.key(line.variantId()),
                                        Function.identity()));
        for (PricedLine line : predicted.lines()) {
            QuotedLine theirs = quoted.get(line.line().lineId());
            if (theirs == null) {
                differences.add("line " + line.line().lineId() + " is not in their order");
            } else {
                check(
                        "line " + line.line().lineId(),
                        line.payable().minor(),
                        theirs.proratedLine().gross(),
                        differences);
            }
        }
        return differences;
    }

    private static void check(String what, long ours, long theirs, List<String> differences) {
        if (ours != theirs) {
            differences.add(
                    String.format(Locale.ROOT, "%s: predicted %d, quoted %d", what, ours, theirs));
        }
    }

    /**
     * Prints the share that holds.
     *
     * @param arguments how many baskets (1,000) and from which seed (20261125)
     */
    public static void main(String[] arguments) {
        int baskets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261_125;
        Report report = compare(baskets, seed);
        report.differences().forEach(System.out::println);
        long wrong =
                report.differences().stream()
                        .map(line -> line.substring(line.indexOf(" · ")))
                        .distinct()
                        .count();
        System.out.printf(
                Locale.ROOT,
                "%,d baskets at a real Vendure 3.7.3 (seed %d), %,d of them lowered by promotions: %,d predicted to the cent"
                        + " in total, delivery and every prorated line; %d differ; %d left out (the shop charged a negative"
                        + " delivery fee). Under our default profile %d would differ.%n",
                report.baskets(),
                seed,
                report.lowered(),
                report.baskets() - wrong - report.negativeFees(),
                wrong,
                report.negativeFees(),
                report.unlikeOurs());
    }
}
