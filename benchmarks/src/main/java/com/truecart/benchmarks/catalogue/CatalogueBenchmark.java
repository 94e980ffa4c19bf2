package com.truecart.benchmarks.catalogue;

import com.truecart.model.Listing;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A shop with many products: how long our connector reads it, beside a bare fetch of the very pages
 * it asks for, page by page in turn; and whether prices that change then are seen in the next
 * delta.
 */
public final class CatalogueBenchmark {
    private static final int CHANGED = 50;
    private static final double GOAL = 1.1;

    private CatalogueBenchmark() {}

    /**
     * Prints the figures.
     *
     * @param arguments the shop's kind ("vendure") and how many products it gets (10,000)
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
            default -> throw new IllegalArgumentException("no catalogue of " + kind + " here");
        };
    }

    private static void measure(FilledShop shop, int products)
            throws IOException, InterruptedException {
        LoopbackContext context = shop.context();
        try (Connector connector = shop.provider().open(context);
                BareFetch bare = new BareFetch()) {
            Function<Pull, Page<Listing>> source = connector.catalog()::page;
            Pulled<Listing> known = Pulled.everything(source);
            if (known.entries().size() != products || !known.skipped().isEmpty()) {
                throw new IllegalStateException(
                        "of %d products %d were read, %d were unusable"
                                .formatted(
                                        products, known.entries().size(), known.skipped().size()));
            }
            inTurn(connector, context, bare, context.calls().size());
            delta(shop, known, source);
        }
    }

    /** Each page is fetched twice, and which of the two goes first changes from page to page. */
    private static void inTurn(
            Connector connector, LoopbackContext context, BareFetch bare, int pages)
            throws IOException, InterruptedException {
        long ours = 0;
        long theirs = 0;
        Pull pull = new Pull.Everything();
        for (int i = 0; i < pages; i++) {
            boolean bareFirst = i % 2 == 1;
            if (bareFirst) {
                theirs += bare.nanos(context.calls().get(i));
            }
            long start = System.nanoTime();
            Page<Listing> page = connector.catalog().page(pull);
            ours += System.nanoTime() - start;
            if (!bareFirst) {
                theirs += bare.nanos(context.calls().get(i));
            }
            if (page.next() instanceof Page.More(Cursor at)) {
                pull = new Pull.Resume(at);
            }
        }
        double ratio = (double) ours / theirs;
        System.out.printf(
                Locale.ROOT,
                "%d pages in turn: read by the connector in %.1f s, fetched bare in %.1f s, ratio"
                        + " %.3f (goal: at most %.1f)%n",
                pages,
                ours / 1e9,
                theirs / 1e9,
                ratio,
                GOAL);
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
        Pulled<Listing> delta =
                Pulled.from(new Pull.Since(known.end().watermark().orElseThrow()), source);
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
                "%d prices changed: the next delta brought %d listings in %.1f s, %d changes missed%n",
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
