package com.truecart.benchmarks.catalogue;

import com.truecart.connector.vendure.VendureProvider;
import com.truecart.model.Listing;
import com.truecart.realshops.vendure.VendureShop;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.testkit.LoopbackContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A Vendure, filled by its own import of CSV files. */
record FilledVendure(VendureShop shop) implements FilledShop {
    private static final BigDecimal TAX = new BigDecimal("20");
    private static final int AT_ONCE = 250;

    static FilledVendure start() {
        VendureShop shop = VendureShop.start();
        shop.admin().pricesIncludeTax(true);
        return new FilledVendure(shop);
    }

    @Override
    public void fill(int products) {
        for (int from = 0; from < products; from += AT_ONCE) {
            List<Integer> numbers =
                    IntStream.range(from, Math.min(products, from + AT_ONCE)).boxed().toList();
            shop.admin()
                    .shelves()
                    .addMany(
                            numbers.stream().map(number -> "sku-" + number).toList(),
                            numbers.stream().map(number -> 100L + number % 9_900).toList(),
                            TAX);
        }
    }

    @Override
    public void price(Listing listing, long minor) {
        shop.admin().shelves().price(Long.parseLong(listing.upstreamId()), minor);
    }

    @Override
    public Pull after(Page.Done end) {
        return new Pull.Since(end.watermark().orElseThrow());
    }

    @Override
    public ConnectorProvider provider() {
        return new VendureProvider();
    }

    @Override
    public LoopbackContext context() {
        return LoopbackContext.with(
                        Map.of(
                                "shop_api",
                                shop.shopApi().toString(),
                                "admin_key",
                                shop.admin().readOnlyKey()))
                .patience(Duration.ofMinutes(2));
    }

    @Override
    public void close() {
        shop.close();
    }
}
