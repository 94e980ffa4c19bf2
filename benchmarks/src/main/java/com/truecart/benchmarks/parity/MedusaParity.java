package com.truecart.benchmarks.parity;

import com.truecart.benchmarks.parity.MedusaDraw.Basket;
import com.truecart.benchmarks.parity.MedusaDraw.Drawn;
import com.truecart.connector.medusa.MedusaProvider;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.spi.Connector;
import com.truecart.testkit.LoopbackContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random baskets at a real Medusa, under a promotion of every kind it has. Our pricing knows of the
 * shop what the connector reads, and nothing else. Rounds are in turn for a country without tax and
 * for one where prices include it.
 */
public final class MedusaParity {
    private static final int BASKETS_PER_ROUND = 50;

    /** The shop is one process that waits for its database now and then. */
    private static final int AT_ONCE = 3;

    /** Through the connector's own quote; the others in one call, which is five times as quick. */
    private static final int ONE_IN_SO_MANY_IS_DELIVERED = 10;

    private static final List<Market> MARKETS =
            List.of(
                    Market.untaxed("HKD", "HK"),
                    new Market("GBP", "GB", new BigDecimal("20"), true));

    private MedusaParity() {}

    /**
     * How a comparison went.
     *
     * @param baskets how many were quoted
     * @param compared how many of them were compared
     * @param lowered how many of them some promotion lowered
     * @param saidBefore baskets under a promotion of which we say beforehand that it is not priced,
     *     by its kind; not compared
     * @param saidInVain how many of those the shop priced as we did all the same
     * @param unlikeOurs compared baskets that our default profile would have predicted wrongly
     * @param differences what differs, each with the basket it was seen at
     */
    public record Report(
            int baskets,
            int compared,
            int lowered,
            Map<String, Integer> saidBefore,
            int saidInVain,
            int unlikeOurs,
            List<String> differences) {
        public Report {
            saidBefore = Map.copyOf(saidBefore);
            differences = List.copyOf(differences);
        }
    }

    /** Compares so many baskets drawn from a seed. */
    public static Report compare(int baskets, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        MedusaTally tally = new MedusaTally();
        try (MedusaShop shop = MedusaShop.start();
                ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<String> regions = MARKETS.stream().map(shop.admin()::addMarket).toList();
            Map<String, BigDecimal> fees = new HashMap<>();
            regions.forEach(region -> fees.put(region, MedusaRound.FEE));
            shop.admin()
                    .addShippingOption(
                            "Post", MARKETS.stream().map(Market::country).toList(), fees);
            MedusaDraw draw = MedusaDraw.fill(shop.admin(), random);
            for (int round = 0; tally.baskets() < baskets; round++) {
                int known = tally.report().differences().size();
                int where = round % MARKETS.size();
                Market market = MARKETS.get(where);
                shop.admin().promotions().clear();
                List<Drawn> promotions =
                        draw.round(
                                "R" + round + "P",
                                regions.get(where),
                                market.currency().toLowerCase(Locale.ROOT),
                                market.pricesIncludeTax());
                promotions.forEach(each -> shop.admin().promotions().add(each.document()));
                try (Connector connector = new MedusaProvider().open(context(shop, market))) {
                    MedusaRound compared =
                            MedusaRound.read(
                                    connector, market, shop.storefront(), regions.get(where));
                    List<Future<MedusaRound.Pair>> pairs = new ArrayList<>();
                    int wanted = Math.min(BASKETS_PER_ROUND, baskets - tally.baskets());
                    for (int i = 0; i < wanted; i++) {
                        Basket basket = draw.basket(promotions);
                        boolean isDelivered = i % ONE_IN_SO_MANY_IS_DELIVERED == 0;
                        pairs.add(workers.submit(() -> compared.pair(basket, isDelivered)));
                    }
                    for (Future<MedusaRound.Pair> pair : pairs) {
                        tally.count(await(pair), market, promotions);
                    }
                }
                tally.report().differences().stream().skip(known).forEach(System.out::println);
                System.out.printf(
                        Locale.ROOT,
                        "%,d baskets, %,d compared, %d differ, said before: %s%n",
                        tally.report().baskets(),
                        tally.report().compared(),
                        tally.report().differences().size(),
                        tally.report().saidBefore());
            }
        }
        return tally.report();
    }

    private static MedusaRound.Pair await(Future<MedusaRound.Pair> pair) {
        try {
            return pair.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static LoopbackContext context(MedusaShop shop, Market market) {
        return LoopbackContext.with(
                        Map.of(
                                "shop",
                                shop.address().toString(),
                                "publishable_key",
                                shop.admin().publishableKey(),
                                "secret_key",
                                shop.admin().secretKey(),
                                "country",
                                market.country()))
                .patience(Duration.ofMinutes(2));
    }

    /**
     * Prints what differs, round by round, and the share that holds.
     *
     * @param arguments how many baskets (1,000) and from which seed (20261126)
     */
    public static void main(String[] arguments) {
        int baskets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261_126;
        long begun = System.nanoTime();
        Report report = compare(baskets, seed);
        int said = report.baskets() - report.compared();
        System.out.printf(
                Locale.ROOT,
                "%,d baskets at a real Medusa 2.21.2 (seed %d) in %d s, %,d of them lowered; %,d compared:"
                        + " %,d predicted to the cent, %d differ. Of %,d more we say beforehand that a"
                        + " promotion is not priced %s; %d of them cost what we said all the same. Under"
                        + " our default profile %d would differ.%n",
                report.baskets(),
                seed,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                report.lowered(),
                report.compared(),
                report.compared() - report.differences().size(),
                report.differences().size(),
                said,
                new TreeMap<>(report.saidBefore()),
                report.saidInVain(),
                report.unlikeOurs());
    }
}
