package com.truecart.benchmarks.catalogue;

import com.truecart.connector.medusa.MedusaProvider;
import com.truecart.model.Listing;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.NewProduct;
import com.truecart.realshops.medusa.Variant;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.testkit.LoopbackContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A Medusa, filled by its Admin API. It has no deltas, so what changed is seen in the next sweep.
 */
record FilledMedusa(MedusaShop shop, Map<String, Variant> variants) implements FilledShop {

    static FilledMedusa start() {
        MedusaShop shop = MedusaShop.start();
        shop.admin().addMarket(Market.untaxed("HKD", "HK"));
        return new FilledMedusa(shop, new HashMap<>());
    }

    @Override
    public void fill(int products) {
        shop.admin()
                .addProducts(
                        IntStream.range(0, products)
                                .mapToObj(number ->
                                        NewProduct.of(
                                                "Thing " + number,
                                                BigDecimal.valueOf(100 + number, 2),
                                                OptionalInt.of(number % 50)))
                                .toList())
                .forEach(variant -> variants.put(variant.id(), variant));
    }

    @Override
    public void price(Listing listing, long minor) {
        Variant variant = variants.get(listing.upstreamId());
        if (variant == null) {
            throw new IllegalStateException("not made here: " + listing.upstreamId());
        }
        shop.admin().setPrice(variant, BigDecimal.valueOf(minor, 2));
    }

    @Override
    public Pull after(Page.Done end) {
        return new Pull.Everything();
    }

    @Override
    public ConnectorProvider provider() {
        return new MedusaProvider();
    }

    @Override
    public LoopbackContext context() {
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

    @Override
    public void close() {
        shop.close();
    }
}
