package com.truecart.benchmarks.parity;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedLine;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.realshops.vendure.Basket;
import com.truecart.realshops.vendure.DrawnShop;
import com.truecart.realshops.vendure.QuotedLine;
import com.truecart.realshops.vendure.QuotedOrder;
import com.truecart.realshops.vendure.ShippingMethod;
import com.truecart.realshops.vendure.VendureShop;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * Random baskets at a real Vendure with ten promotions, among them every kind it has, read by our
 * connector from its Admin API: what we predict beside what it quotes, for the total, the delivery
 * and each line's prorated price; of some also beside the total that our connector is quoted.
 */
public final class VendureParity {

    /** Of every seed's baskets the promotions change after so many. */
    static final int BASKETS_PER_ROUND = 20;

    /** Every so many baskets are quoted by the connector too. */
    private static final int QUOTED_EVERY = 5;

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
     * @param quotedByUs of how many the connector was quoted as well
     * @param unmodelled promotions that were read and are not modelled
     * @param pricesWithTax what can be said from listings alone where list prices are with tax
     * @param pricesBeforeTax the same where tax is added to them
     * @param differences what differs, each with the basket it was seen at
     */
    public record Report(
            int baskets,
            int lowered,
            int negativeFees,
            int unlikeOurs,
            int quotedByUs,
            int unmodelled,
            FromListings pricesWithTax,
            FromListings pricesBeforeTax,
            List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Totals predicted from listings, which have prices with tax and no rates.
     *
     * @param baskets how many were compared
     * @param exact how many of them to the cent
     */
    public record FromListings(int baskets, int exact) {
        FromListings and(boolean isExact) {
            return new FromListings(baskets + 1, exact + (isExact ? 1 : 0));
        }
    }

    /** Compares so many baskets drawn from a seed. */
    public static Report compare(int baskets, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (VendureShop shop = VendureShop.start()) {
            DrawnShop drawn = DrawnShop.fill(shop, random);
            try (ReadShop read = new ReadShop(shop)) {
                return new Comparison(shop, drawn, read, random).of(baskets);
            }
        }
    }

    private static final class Comparison {
        private final VendureShop shop;
        private final DrawnShop drawn;
        private final ReadShop read;
        private final RandomGenerator random;
        private final ShippingMethod cheapest;
        private final List<String> differences = new ArrayList<>();
        private final Map<Boolean, Map<String, Listing>> listed = new HashMap<>();
        private int lowered;
        private int negativeFees;
        private int unlikeOurs;
        private int quotedByUs;
        private int unmodelled;
        private FromListings pricesWithTax = new FromListings(0, 0);
        private FromListings pricesBeforeTax = new FromListings(0, 0);

        Comparison(VendureShop shop, DrawnShop drawn, ReadShop read, RandomGenerator random) {
            this.shop = shop;
            this.drawn = drawn;
            this.read = read;
            this.random = random;
            this.cheapest =
                    drawn.shippingMethods().stream()
                            .min(Comparator.comparingLong(ShippingMethod::listPrice))
                            .orElseThrow();
        }

        Report of(int baskets) {
            int quoted = 0;
            for (int round = 0; quoted < baskets; round++) {
                boolean withTax = round % 2 == 1;
                shop.admin().pricesIncludeTax(withTax);
                shop.promotions().clear();
                drawn.promotionsOfEveryKind("R" + round + "P", random)
                        .forEach(shop.promotions()::add);
                List<Promotion> promotions = read.promotions();
                unmodelled += (int) promotions.stream().filter(each -> !each.isModelled()).count();
                VendurePrediction prediction =
                        new VendurePrediction(drawn.variants(), promotions, withTax);
                // only the side of the prices changes from round to round
                Map<String, Listing> listings =
                        listed.computeIfAbsent(withTax, _ -> byId(read.listings()));
                for (int i = 0; i < BASKETS_PER_ROUND && quoted < baskets; i++, quoted++) {
                    compare(prediction, listings, i % QUOTED_EVERY == 0);
                }
            }
            return new Report(
                    quoted,
                    lowered,
                    negativeFees,
                    unlikeOurs,
                    quotedByUs,
                    unmodelled,
                    pricesWithTax,
                    pricesBeforeTax,
                    differences);
        }

        private void compare(
                VendurePrediction prediction, Map<String, Listing> listings, boolean quoteToo) {
            Basket basket = drawn.basket(shop.promotions().present(), random);
            QuotedOrder order = shop.quote(basket).last();
            if (order.shipping().gross() < 0) {
                negativeFees++;
                return;
            }
            lowered += order.discounts().isEmpty() ? 0 : 1;
            unlikeOurs +=
                    differences(prediction.under(EngineProfiles.OURS, basket), order).isEmpty()
                            ? 0
                            : 1;
            List<String> found = differences(prediction.of(basket), order);
            if (quoteToo && basket.customer().isEmpty()) {
                quotedByUs++;
                compareQuote(prediction, basket, found);
            }
            found.forEach(difference ->
                    differences.add(
                            difference
                                    + " · prices "
                                    + (prediction.withTax() ? "with" : "without")
                                    + " tax · "
                                    + basket
                                    + " · "
                                    + shop.promotions().present()));
            boolean isExact =
                    prediction.fromListings(basket, listings).payable().minor()
                            == order.total().gross();
            if (prediction.withTax()) {
                pricesWithTax = pricesWithTax.and(isExact);
            } else {
                pricesBeforeTax = pricesBeforeTax.and(isExact);
            }
        }

        private void compareQuote(VendurePrediction prediction, Basket basket, List<String> found) {
            List<OrderLine> lines =
                    basket.lines().stream()
                            .map(line ->
                                    new OrderLine(
                                            VendurePrediction.key(line.variantId()),
                                            line.quantity()))
                            .toList();
            QuoteResult answer =
                    read.quote(
                            new QuoteRequest(
                                    lines,
                                    new HashSet<>(basket.couponCodes()),
                                    ReadShop.RECIPIENT));
            switch (answer) {
                case QuoteResult.Quoted quoted ->
                        check(
                                "connector's quote",
                                prediction.quoted(basket, cheapest).payable().minor(),
                                quoted.payable().minor(),
                                found);
                case QuoteResult.Unavailable unavailable ->
                        found.add("connector's quote: " + unavailable.problems());
            }
        }
    }

    private static Map<String, Listing> byId(List<Listing> listings) {
        return listings.stream()
                .collect(Collectors.toMap(Listing::upstreamId, Function.identity()));
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
                                        line -> VendurePrediction.key(line.variantId()),
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
     * @param arguments how many baskets (2,000) and from which seed (20261125)
     */
    public static void main(String[] arguments) {
        int baskets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261_125;
        Report report = compare(baskets, seed);
        report.differences().forEach(System.out::println);
        long wrong =
                report.differences().stream()
                        .map(line -> line.substring(line.indexOf(" · ")))
                        .distinct()
                        .count();
        int compared = report.baskets() - report.negativeFees();
        System.out.printf(
                Locale.ROOT,
                """
                %,d baskets at a real Vendure 3.7.3 (seed %d) under ten promotions read by the connector (%d not modelled), %,d lowered:
                  %,d of %,d (%.2f %%) predicted to the cent in total, delivery and every prorated line; %d differ
                  %d left out: the shop charged a negative delivery fee
                  %d of them quoted by the connector as well, its differences counted above
                  under our default profile %d would differ
                from what a listing holds, a price with tax and no rate: %,d of %,d totals where list prices are with tax, %,d of %,d where tax is added
                """,
                report.baskets(),
                seed,
                report.unmodelled(),
                report.lowered(),
                compared - wrong,
                compared,
                100.0 * (compared - wrong) / compared,
                wrong,
                report.negativeFees(),
                report.quotedByUs(),
                report.unlikeOurs(),
                report.pricesWithTax().exact(),
                report.pricesWithTax().baskets(),
                report.pricesBeforeTax().exact(),
                report.pricesBeforeTax().baskets());
    }
}
