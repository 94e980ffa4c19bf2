package com.truecart.benchmarks.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.search.Facets;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import com.truecart.search.lucene.LuceneOffers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our search in a process of its own: imports the generated offers into a folder, says how that
 * went, and answers over HTTP in JSON until its input ends.
 */
public final class OfferServer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOST_VALUES = 10;

    private final LuceneOffers search;
    private final PriceRound prices;

    /** One thread of the platform's own: only of such can the CPU time be told. */
    private final ExecutorService timed = Executors.newSingleThreadExecutor();

    private OfferServer(LuceneOffers search, PriceRound prices) {
        this.search = search;
        this.prices = prices;
    }

    /**
     * Serves.
     *
     * @param arguments the number of offers, the seed and an empty folder
     */
    public static void main(String[] arguments) throws IOException {
        GeneratedOffers offers =
                GeneratedOffers.about(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        try (LuceneOffers search = LuceneOffers.openEmpty(Path.of(arguments[2]))) {
            Import done = Import.of(offers, search);
            OfferServer server = new OfferServer(search, new PriceRound(search, offers));
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/search", server::search);
            http.createContext("/cpu", server::cpu);
            http.createContext("/prices", server::prices);
            http.createContext("/prices/state", server::state);
            http.start();
            System.out.printf("%d %s%n", http.getAddress().getPort(), done.encoded());
            while (System.in.read() >= 0) {
                // whoever started this closes it by ending
            }
            http.stop(0);
        }
        System.exit(0);
    }

    private void search(HttpExchange exchange) throws IOException {
        SearchQuery question = Addresses.read(exchange.getRequestURI().getRawQuery());
        answer(exchange, JSON.writeValueAsBytes(json(search.search(question))));
    }

    /** The CPU nanoseconds one thread needs for the answer and its JSON. */
    private void cpu(HttpExchange exchange) throws IOException {
        SearchQuery question = Addresses.read(exchange.getRequestURI().getRawQuery());
        try {
            long nanos =
                    timed.submit(
                                    () -> {
                                        long before = THREADS.getCurrentThreadCpuTime();
                                        JSON.writeValueAsBytes(json(search.search(question)));
                                        return THREADS.getCurrentThreadCpuTime() - before;
                                    })
                            .get();
            answer(exchange, JSON.writeValueAsBytes(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** Begins a round of new prices. */
    private void prices(HttpExchange exchange) throws IOException {
        prices.begin();
        answer(exchange, JSON.writeValueAsBytes(true));
    }

    /** How far the round of new prices is. */
    private void state(HttpExchange exchange) throws IOException {
        answer(exchange, JSON.writeValueAsBytes(prices.state()));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static ObjectNode json(SearchPage page) {
        ObjectNode root = JSON.createObjectNode();
        root.put("total", page.total());
        ArrayNode hits = root.putArray("hits");
        for (SearchPage.Hit hit : page.hits()) {
            ObjectNode each = hits.addObject().put("product", hit.productId());
            ArrayNode offers = each.putArray("offers");
            hit.offerIds().forEach(offers::add);
        }
        ObjectNode facets = root.putObject("facets");
        add(facets.putArray("brands"), page.facets().brands());
        add(facets.putArray("stores"), page.facets().stores());
        add(facets.putArray("categories"), page.facets().categories());
        page.next().ifPresent(next -> root.put("next", next.encoded()));
        return root;
    }

    private static void add(ArrayNode array, List<Facets.Count> counts) {
        counts.stream()
                .limit(MOST_VALUES)
                .forEach(count ->
                        array.addObject()
                                .put("value", count.value())
                                .put("products", count.products()));
    }
}
