package com.truecart.benchmarks.parity;

import com.truecart.benchmarks.parity.MedusaDraw.Basket;
import com.truecart.benchmarks.parity.MedusaDraw.Drawn;
import com.truecart.connector.medusa.MedusaProvider;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.MedusaStorefront;
import com.truecart.spi.Connector;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Recipient;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

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

    private static final BigDecimal FEE = new BigDecimal("30");
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

    /** One basket: what we said, what the shop asks. */
    private record Pair(
            Basket basket,
            boolean isDelivered,
            PricedCart predicted,
            PricedCart asOurs,
            Money asked) {}

    /** Compares so many baskets drawn from a seed. */
    public static Report compare(int baskets, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Tally tally = new Tally();
        try (MedusaShop shop = MedusaShop.start();
                ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<String> regions = MARKETS.stream().map(shop.admin()::addMarket).toList();
            Map<String, BigDecimal> fees = new HashMap<>();
            regions.forEach(region -> fees.put(region, FEE));
            shop.admin()
                    .addShippingOption(
                            "Post", MARKETS.stream().map(Market::country).toList(), fees);
            MedusaDraw draw = MedusaDraw.fill(shop.admin(), random);
            for (int round = 0; tally.baskets < baskets; round++) {
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
                    Round compared =
                            Round.read(connector, market, shop.storefront(), regions.get(where));
                    List<Future<Pair>> pairs = new ArrayList<>();
                    int wanted = Math.min(BASKETS_PER_ROUND, baskets - tally.baskets);
                    for (int i = 0; i < wanted; i++) {
                        Basket basket = draw.basket(promotions);
                        boolean isDelivered = i % ONE_IN_SO_MANY_IS_DELIVERED == 0;
                        pairs.add(workers.submit(() -> compared.pair(basket, isDelivered)));
                    }
                    for (Future<Pair> pair : pairs) {
                        tally.count(await(pair), market, promotions);
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%,d baskets, %,d compared, %d differ, said before: %s%n",
                        tally.baskets,
                        tally.compared,
                        tally.differences.size(),
                        tally.saidBefore);
            }
        }
        return tally.report();
    }

    private static Pair await(Future<Pair> pair) {
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

    /** What the connector read for one round. */
    private record Round(
            Connector connector,
            Market market,
            MedusaStorefront storefront,
            String region,
            Map<String, Listing> listings,
            List<Promotion> promotions) {

        static Round read(
                Connector connector, Market market, MedusaStorefront storefront, String region) {
            Map<String, Listing> listings = new HashMap<>();
            for (Listing listing :
                    Pulled.<Listing>everything(connector.catalog()::page).entries()) {
                listings.put(listing.upstreamId(), listing);
            }
            Pulled<Promotion> promotions =
                    Pulled.everything(connector.promotions().orElseThrow()::page);
            if (!promotions.skipped().isEmpty()) {
                throw new IllegalStateException("not read: " + promotions.skipped());
            }
            return new Round(connector, market, storefront, region, listings, promotions.entries());
        }

        Pair pair(Basket basket, boolean isDelivered) {
            List<OrderLine> lines = new ArrayList<>();
            new TreeMap<>(basket.units())
                    .forEach((id, units) -> lines.add(new OrderLine(id, units)));
            return new Pair(
                    basket,
                    isDelivered,
                    price(lines, basket, isDelivered, EngineProfiles.MEDUSA),
                    price(lines, basket, isDelivered, EngineProfiles.OURS),
                    isDelivered ? quoted(lines, basket) : inOneCall(basket));
        }

        /** The whole way a shopper's quote goes, with delivery: five calls and more. */
        private Money quoted(List<OrderLine> lines, Basket basket) {
            QuoteResult quoted =
                    connector
                            .orders()
                            .orElseThrow()
                            .quote(
                                    new QuoteRequest(
                                            lines, new HashSet<>(basket.codes()), recipient()));
            if (quoted instanceof QuoteResult.Quoted quote) {
                return quote.payable();
            }
            throw new IllegalStateException("not quoted: " + quoted);
        }

        private Money inOneCall(Basket basket) {
            Currency currency = Currency.getInstance(market.currency());
            BigDecimal total =
                    storefront.total(region, market.country(), basket.units(), basket.codes());
            return Money.ofMajor(
                    total.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
                    currency);
        }

        private PricedCart price(
                List<OrderLine> wanted, Basket basket, boolean isDelivered, EngineProfile profile) {
            List<CartLine> lines = new ArrayList<>();
            for (OrderLine line : wanted) {
                Listing listing = listings.get(line.upstreamId());
                if (listing == null) {
                    throw new IllegalStateException("not listed: " + line.upstreamId());
                }
                lines.add(
                        new CartLine(
                                line.upstreamId(),
                                OfferTerms.of(listing, listing.offers().getFirst()),
                                line.quantity()));
            }
            Money fee = Money.ofMajor(FEE, lines.getFirst().offer().unitPrice().currency());
            Shopper shopper =
                    new Shopper(
                            new HashSet<>(basket.codes()),
                            Set.of(),
                            Optional.empty(),
                            Optional.empty());
            return new CartPricer()
                    .price(
                            new StoreCart(
                                    lines,
                                    promotions,
                                    isDelivered
                                            ? Optional.of(new DeliveryTerms(fee, Optional.empty()))
                                            : Optional.empty(),
                                    profile),
                            shopper,
                            Instant.now());
        }

        private Recipient recipient() {
            return new Recipient(
                    "A",
                    "Shopper",
                    "shopper@example.com",
                    "",
                    "1 Road",
                    "Town",
                    "",
                    "",
                    market.country());
        }
    }

    private static final class Tally {
        private int baskets;
        private int compared;
        private int lowered;
        private int saidInVain;
        private int unlikeOurs;
        private final Map<String, Integer> saidBefore = new TreeMap<>();
        private final List<String> differences = new ArrayList<>();

        void count(Pair pair, Market market, List<Drawn> promotions) {
            baskets++;
            Money asked = pair.asked();
            Money fee =
                    pair.isDelivered()
                            ? Money.ofMajor(FEE, asked.currency())
                            : Money.zero(asked.currency());
            Money fullPrice = pair.predicted().list().plus(fee);
            lowered += asked.compareTo(fullPrice) < 0 ? 1 : 0;
            boolean isEqual = pair.predicted().payable().equals(asked);
            Set<String> unpriced = unpriced(pair, promotions);
            if (!unpriced.isEmpty()) {
                unpriced.forEach(kind -> saidBefore.merge(kind, 1, Integer::sum));
                saidInVain += isEqual ? 1 : 0;
                return;
            }
            compared++;
            unlikeOurs += pair.asOurs().payable().equals(asked) ? 0 : 1;
            if (!isEqual) {
                differences.add(
                        String.format(
                                Locale.ROOT,
                                "predicted %s, asked %s · %s%s · %s · %s · %s",
                                pair.predicted().payable(),
                                asked,
                                market.country(),
                                pair.isDelivered() ? ", delivered" : "",
                                pair.basket(),
                                pair.predicted().steps(),
                                promotions));
            }
        }

        /** The kinds that could lower this basket and that our prediction names as not priced. */
        private static Set<String> unpriced(Pair pair, List<Drawn> promotions) {
            Map<String, String> kinds =
                    promotions.stream()
                            .collect(
                                    Collectors.toMap(
                                            each -> String.valueOf(each.document().get("code")),
                                            Drawn::kind));
            return pair.predicted().notApplied().stream()
                    .filter(each ->
                            each.verdict() instanceof Verdict.Unknown(Verdict.Question why, _)
                                    && why == Verdict.Question.WORDS)
                    .map(each -> each.promotion())
                    .filter(promotion ->
                            !promotion.trigger().contains(Trigger.Code.class)
                                    || pair.basket().codes().contains(name(promotion)))
                    .map(promotion -> kinds.getOrDefault(name(promotion), name(promotion)))
                    .collect(Collectors.toSet());
        }

        private static String name(Promotion promotion) {
            return promotion.label().in(Locale.ENGLISH);
        }

        Report report() {
            return new Report(
                    baskets, compared, lowered, saidBefore, saidInVain, unlikeOurs, differences);
        }
    }

    /**
     * Prints the share that holds.
     *
     * @param arguments how many baskets (1,000) and from which seed (20261126)
     */
    public static void main(String[] arguments) {
        int baskets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261_126;
        long begun = System.nanoTime();
        Report report = compare(baskets, seed);
        report.differences().forEach(System.out::println);
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
