package com.truecart.benchmarks.parity;

import com.truecart.connector.vendure.VendureProvider;
import com.truecart.model.Listing;
import com.truecart.model.Promotion;
import com.truecart.realshops.vendure.VendureShop;
import com.truecart.spi.Connector;
import com.truecart.spi.Page;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Recipient;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Vendure as our connector reads it, by a key for its back office. */
final class ReadShop implements AutoCloseable {
    /** In the one country that shop sends to. */
    static final Recipient RECIPIENT =
            new Recipient(
                    "Ada",
                    "Byron",
                    "ada@example.com",
                    "",
                    "12 High Street",
                    "London",
                    "",
                    "W1",
                    "GB");

    private final Connector connector;

    ReadShop(VendureShop shop) {
        this.connector =
                new VendureProvider()
                        .open(
                                LoopbackContext.with(
                                                Map.of(
                                                        "shop_api",
                                                        shop.shopApi().toString(),
                                                        "admin_key",
                                                        shop.admin().readOnlyKey(),
                                                        "language",
                                                        "en"))
                                        .patience(Duration.ofMinutes(2)));
    }

    List<Listing> listings() {
        return whole(Pulled.everything(connector.catalog()::page));
    }

    List<Promotion> promotions() {
        return whole(Pulled.everything(connector.promotions().orElseThrow()::page));
    }

    QuoteResult quote(QuoteRequest request) {
        return connector.orders().orElseThrow().quote(request);
    }

    private static <T> List<T> whole(Pulled<T> pulled) {
        List<Page.Skipped> skipped = pulled.skipped();
        if (!skipped.isEmpty()) {
            throw new IllegalStateException("could not be read: " + skipped);
        }
        return pulled.entries();
    }

    @Override
    public void close() {
        connector.close();
    }
}
