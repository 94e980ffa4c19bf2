package com.truecart.benchmarks.catalogue;

import com.truecart.model.Listing;
import com.truecart.spi.Call;
import com.truecart.spi.Connector;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A shop with many products: how long our connector reads it, beside a bare fetch of the very pages
 * it asks for, page by page in turn; and whether prices that change then are seen in the next delta
 * or, where the shop has none, in the next sweep.
 *
 * <p>The figure is the median of the rounds' ratios. Within a round both sides see the same spell
 * of a machine that does other things too, so their ratio is of like with like. A ratio of the
 * quickest round of each is not: it sets a quiet spell of one beside a busy one of the other, and
 * falls below 1 by luck.
 */
public final class CatalogueBenchmark {
    private static final int CHANGED = 50;
    private static final double GOAL = 1.1;
    private static final int ROUNDS = 5;

    private CatalogueBenchmark() {}

    /**
     * Prints the figures.
     *
     * @param arguments the shop's kind ("vendure", "medusa") and how many products it gets (10,000)
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String kind = arguments.length > 0 ? arguments[0] : "vendure";
        int products = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        long start = System.nanoTime();
        try (FilledShop shop = open(kind)) {
            shop.fill(products);
            System.out.printf(
                    Locale.ROOT,
                    "%s filled with %,d products in %.0f s%n",
                    kind,
                    products,
                    seconds(start));
            measure(shop, products);
        }
    }

    private static FilledShop open(String kind) {
        return switch (kind) {
            case "vendure" -> FilledVendure.start();
            case "medusa" -> FilledMedusa.start();
            default -> throw new IllegalArgumentException("no catalogue of " + kind + " here");
        };
    }

    /** A page and what was asked for it. */
    private record Visit(Pull pull, List<Call> calls) {}

    private static void measure(FilledShop shop, int products)
            throws IOException, InterruptedException {
        List<Visit> visits = new ArrayList<>();
        Pulled<Listing> known;
        LoopbackContext first = shop.context();
        try (Connector connector = shop.provider().open(first)) {
            known =
                    Pulled.everything(pull -> {
                        int before = first.calls().size();
                        Page<Listing> page = connector.catalog().page(pull);
                        List<Call> calls = first.calls();
                        visits.add(new Visit(pull, calls.subList(before, calls.size())));
                        return page;
                    });
        }
        if (known.entries().size() != products || !known.skipped().isEmpty()) {
            throw new IllegalStateException(
                    "of %d products %d were read, %d were unusable"
                            .formatted(products, known.entries().size(), known.skipped().size()));
        }
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = inTurn(shop, visits, round);
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%,d products in %d pages: the connector takes %.3f of a bare fetch, the median of %d"
                        + " rounds from %.3f to %.3f (goal: at most %.1f)%n",
                products,
                visits.size(),
                ratios[ROUNDS / 2],
                ROUNDS,
                ratios[0],
                ratios[ROUNDS - 1],
                GOAL);
        try (Connector connector = shop.provider().open(shop.context())) {
            delta(shop, known, connector.catalog()::page);
        }
    }

    /**
     * Each page is fetched twice, and which of the two goes first changes from page to page and
     * from round to round. The connector is a new one, so that what it asks once it asks again.
     */
    private static double inTurn(FilledShop shop, List<Visit> visits, int round)
            throws IOException, InterruptedException {
        long ours = 0;
        long theirs = 0;
        try (Connector connector = shop.provider().open(shop.context());
                BareFetch bare = new BareFetch()) {
            for (int i = 0; i < visits.size(); i++) {
                Visit visit = visits.get(i);
                boolean bareFirst = (i + round) % 2 == 1;
                if (bareFirst) {
                    theirs += bare.nanos(visit.calls());
                }
                long start = System.nanoTime();
                connector.catalog().page(visit.pull());
                ours += System.nanoTime() - start;
                if (!bareFirst) {
                    theirs += bare.nanos(visit.calls());
                }
            }
        }
        double ratio = (double) ours / theirs;
        System.out.printf(
                Locale.ROOT,
                "round %d: read by the connector in %.1f s, fetched bare in %.1f s, ratio %.3f%n",
                round + 1,
                ours / 1e9,
                theirs / 1e9,
                ratio);
        return ratio;
    }

    private static void delta(
            FilledShop shop, Pulled<Listing> known, Function<Pull, Page<Listing>> source) {
        int step = Math.max(1, known.entries().size() / CHANGED);
        Map<String, Long> changed = new HashMap<>();
        for (int i = 0; i < known.entries().size() && changed.size() < CHANGED; i += step) {
            Listing listing = known.entries().get(i);
            long price = listing.offers().getFirst().price().minor() + 7;
            shop.price(listing, price);
            changed.put(listing.upstreamId(), price);
        }
        long start = System.nanoTime();
        Pulled<Listing> delta = Pulled.from(shop.after(known.end()), source);
        double took = seconds(start);
        Map<String, Long> seen =
                delta.entries().stream()
                        .collect(
                                Collectors.toMap(
                                        Listing::upstreamId,
                                        listing -> listing.offers().getFirst().price().minor(),
                                        (_, later) -> later));
        List<String> missed =
                changed.entrySet().stream()
                        .filter(each -> !each.getValue().equals(seen.get(each.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        System.out.printf(
                Locale.ROOT,
                "%d prices changed: the next pull brought %d listings in %.1f s, %d changes missed%n",
                changed.size(),
                delta.entries().size(),
                took,
                missed.size());
        if (!missed.isEmpty()) {
            throw new IllegalStateException("not seen: " + missed);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
