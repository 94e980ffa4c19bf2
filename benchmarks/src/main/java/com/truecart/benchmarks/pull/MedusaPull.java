package com.truecart.benchmarks.pull;

import com.truecart.connector.medusa.MedusaProvider;
import com.truecart.model.Listing;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.NewProduct;
import com.truecart.spi.Call;
import com.truecart.spi.Connector;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The whole catalogue of a real Medusa: read by the connector, and the very same calls again with
 * nothing done to their answers. In turn, in one run; the quickest of each counts, because whatever
 * else the machine does only slows.
 */
public final class MedusaPull {
    private static final int ROUNDS = 3;

    private MedusaPull() {}

    /**
     * Prints both times and their ratio.
     *
     * @param arguments how many products (10,000)
     */
    public static void main(String[] arguments) {
        int products = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        try (MedusaShop shop = MedusaShop.start()) {
            shop.admin().addMarket(Market.untaxed("HKD", "HK"));
            long filling = System.nanoTime();
            List<NewProduct> all = new ArrayList<>();
            for (int i = 0; i < products; i++) {
                all.add(
                        NewProduct.of(
                                "Thing " + i,
                                BigDecimal.valueOf(100 + i, 2),
                                OptionalInt.of(i % 50)));
            }
            shop.admin().addProducts(all);
            System.out.printf(
                    Locale.ROOT, "%,d products made in %.0f s%n", products, seconds(filling));
            double pull = Double.MAX_VALUE;
            double bare = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                LoopbackContext context = context(shop);
                long start = System.nanoTime();
                int listed = pulled(context);
                double pulling = seconds(start);
                if (listed != products) {
                    throw new IllegalStateException(listed + " listings of " + products);
                }
                start = System.nanoTime();
                repeat(context.calls(), context(shop));
                double fetching = seconds(start);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: connector %.1f s, bare fetch %.1f s, %d calls%n",
                        round,
                        pulling,
                        fetching,
                        context.calls().size());
                pull = Math.min(pull, pulling);
                bare = Math.min(bare, fetching);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d products: connector %.1f s, the same calls alone %.1f s, ratio %.2f%n",
                    products,
                    pull,
                    bare,
                    pull / bare);
        }
    }

    private static int pulled(LoopbackContext context) {
        try (Connector connector = new MedusaProvider().open(context)) {
            return Pulled.<Listing>everything(connector.catalog()::page).entries().size();
        }
    }

    private static void repeat(List<Call> calls, LoopbackContext context) {
        for (Call call : calls) {
            int status = context.http().send(call).status();
            if (status != 200) {
                throw new IllegalStateException("answered " + status);
            }
        }
    }

    private static LoopbackContext context(MedusaShop shop) {
        return LoopbackContext.with(
                        Map.of(
                                "shop",
                                shop.address().toString(),
                                "publishable_key",
                                shop.admin().publishableKey(),
                                "country",
                                "HK"))
                .patience(Duration.ofMinutes(2));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
