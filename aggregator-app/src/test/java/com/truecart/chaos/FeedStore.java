package com.truecart.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A store that publishes a tab-separated product feed of any length, made as it is read. */
final class FeedStore implements AutoCloseable {

    /** By so much, in cents, all prices rise at once. */
    static final long RISE = 100_000;

    private static final List<String> BRANDS =
            List.of("Vita", "Harbour", "Peak", "Lee Kum", "Garden", "Four Seas", "Nissin", "維他");

    private static final List<String> GOODS =
            List.of(
                    "Lemon Tea",
                    "Fresh Milk",
                    "Instant Noodles",
                    "Jasmine Rice",
                    "Facial Tissue",
                    "Shampoo",
                    "Dish Soap",
                    "Soda Crackers",
                    "檸檬茶",
                    "鮮牛奶",
                    "蠔油",
                    "紙巾");

    private static final List<String> SIZES =
            List.of("250ml", "1L", "500g", "2kg", "330ml x 6", "10's", "100克", "1公升");

    private static final String CURRENCY = "HKD";

    private final HttpServer server;
    private final int lines;
    private volatile boolean isDearer;

    FeedStore(int lines) throws IOException {
        this.lines = lines;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/products.tsv", this::publish);
        server.start();
    }

    URI products() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/products.tsv");
    }

    /** From now on everything costs {@link #RISE} more. */
    void raisePrices() {
        isDearer = true;
    }

    private void publish(HttpExchange exchange) throws IOException {
        try (exchange;
                BufferedWriter out =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        responseOf(exchange), StandardCharsets.UTF_8))) {
            out.write("id\ttitle\tlink\tprice\tavailability\tbrand\tproduct_type\n");
            for (int i = 0; i < lines; i++) {
                out.write(
                        "%d\t%s\thttp://127.0.0.1/%d\t%s HKD\tin_stock\t%s\t%s%n"
                                .formatted(i, title(i), i, price(i).major(), brand(i), goods(i)));
            }
        }
    }

    private static OutputStream responseOf(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("content-type", "text/tab-separated-values");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static String brand(int i) {
        return BRANDS.get(i % BRANDS.size());
    }

    private static String goods(int i) {
        return GOODS.get(i / BRANDS.size() % GOODS.size());
    }

    private static String title(int i) {
        String size = SIZES.get(i / (BRANDS.size() * GOODS.size()) % SIZES.size());
        return "%s %s %s No. %d".formatted(brand(i), goods(i), size, i);
    }

    private Money price(int i) {
        return Money.of(1_000 + i * 37L % 9_000 + (isDearer ? RISE : 0), CURRENCY);
    }

    /** The same products, ready for an index. */
    Stream<ProductDocument> documents() {
        return IntStream.range(0, lines)
                .mapToObj(i ->
                        new ProductDocument(
                                Integer.toString(i),
                                Localized.of("en", title(i)),
                                Optional.of(Localized.of("en", brand(i))),
                                List.of(Localized.of("en", goods(i))),
                                List.of(),
                                OptionalInt.empty(),
                                List.of(
                                        new OfferDocument(
                                                Integer.toString(i),
                                                "feed:main",
                                                "feed",
                                                price(i),
                                                price(i),
                                                0,
                                                true,
                                                false))));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "a feed of %,d products", lines);
    }
}
