package com.truecart.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.spi.Terms.DoubtClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shop of one doubt class that loses answers, works late and fails after the work was done. What
 * its own books say is the only truth of a run.
 */
final class UnfairShop implements AutoCloseable {
    /** What may be done to an order that is sent to it. */
    enum Fault {
        ANSWER_LOST,
        ERROR_AFTER_WORK,
        ERROR_WITHOUT_WORK,
        LATE_WORK,
        HALF_AN_ANSWER,
        TOO_MANY
    }

    /** The latest that a {@link Fault#LATE_WORK} is done after the request came. */
    static final Duration LATEST = Duration.ofSeconds(4);

    /** One order in the books. */
    record Booked(String number, String reference, long total, Instant at) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FAULTY_PERCENT = 20;
    private static final int REFUSED_PERCENT = 4;
    private static final int FAILING_LOOK_UPS_PERCENT = 10;

    /** What was ordered can be looked up only a moment later, as behind a read replica. */
    private static final Duration VISIBLE_AFTER = Duration.ofMillis(150);

    private final String name;
    private final DoubtClass doubtClass;
    private final HttpServer server;
    private final Random random;
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, List<Booked>> books = new ConcurrentHashMap<>();
    private final Map<String, Booked> byNumber = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private volatile boolean fair;
    private volatile String soldOut = "";
    private volatile Duration deliveredAfter = Duration.ofSeconds(4);
    private final Shelf shelf;
    private int asked;
    private int numbers = 1000;

    UnfairShop(String name, DoubtClass doubtClass, long seed) throws IOException {
        this.name = name;
        this.doubtClass = doubtClass;
        random = new Random(seed);
        shelf = new Shelf(name);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String name() {
        return name;
    }

    DoubtClass doubtClass() {
        return doubtClass;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it does what it is asked. */
    void becomeFair() {
        fair = true;
    }

    /** From now on it refuses orders of this article, having quoted it. */
    void sellsOut(String sku) {
        soldOut = sku;
    }

    /** From now on what was ordered arrives so long after. */
    void deliversAfter(Duration time) {
        deliveredAfter = time;
    }

    /** All orders, by the reference they came with. */
    Map<String, List<Booked>> books() {
        return books;
    }

    synchronized Map<Fault, Integer> faults() {
        return new EnumMap<>(faults);
    }

    synchronized int asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /products" -> send(exchange, 200, shelf.products());
                case "POST /quote" -> send(exchange, 200, shelf.quote(body(exchange)));
                case "POST /orders" -> place(exchange, body(exchange));
                case "GET /orders" -> lookUp(exchange);
                default -> track(exchange, path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }

    private void place(HttpExchange exchange, JsonNode order) throws IOException {
        String reference = order.path("reference").asString();
        long total = order.path("total").asLong();
        switch (decide(order)) {
            case Decision.Refuse _ ->
                    send(exchange, 409, JSON.createObjectNode().put("reason", "out of stock"));
            case Decision.Serve _ -> send(exchange, 201, view(book(reference, total)));
            case Decision.Misbehave(Fault fault) -> misbehave(exchange, fault, reference, total);
        }
    }

    private void misbehave(HttpExchange exchange, Fault fault, String reference, long total)
            throws IOException {
        switch (fault) {
            case ANSWER_LOST -> book(reference, total);
            case ERROR_AFTER_WORK -> {
                book(reference, total);
                send(exchange, 503, JSON.createObjectNode().put("error", "try again"));
            }
            case ERROR_WITHOUT_WORK ->
                    send(exchange, 500, JSON.createObjectNode().put("error", "broken"));
            case LATE_WORK -> {
                long after = 300 + Math.floorMod(reference.hashCode(), LATEST.toMillis() - 500);
                var _ = late.schedule(() -> book(reference, total), after, TimeUnit.MILLISECONDS);
            }
            case HALF_AN_ANSWER -> {
                String whole = view(book(reference, total)).toString();
                send(exchange, 201, whole.substring(0, whole.length() / 2));
            }
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, JSON.createObjectNode().put("error", "slow down"));
            }
        }
        // where nothing was sent, closing the exchange closes the connection
    }

    private sealed interface Decision {
        record Serve() implements Decision {}

        record Refuse() implements Decision {}

        record Misbehave(Fault fault) implements Decision {}
    }

    private synchronized Decision decide(JsonNode order) {
        asked++;
        if (order.at("/lines/0/sku").asString("").equals(soldOut)) {
            return new Decision.Refuse();
        }
        if (fair) {
            return new Decision.Serve();
        }
        int drawn = random.nextInt(100);
        if (drawn < FAULTY_PERCENT) {
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            faults.merge(fault, 1, Integer::sum);
            return new Decision.Misbehave(fault);
        }
        if (drawn < FAULTY_PERCENT + REFUSED_PERCENT) {
            return new Decision.Refuse();
        }
        return new Decision.Serve();
    }

    private synchronized Booked book(String reference, long total) {
        List<Booked> same = books.getOrDefault(reference, List.of());
        if (!same.isEmpty()
                && (doubtClass == DoubtClass.KEY || doubtClass == DoubtClass.UNIQUE_REFERENCE)) {
            return same.getFirst();
        }
        Booked booked = new Booked(name + "-" + numbers++, reference, total, Instant.now());
        List<Booked> more = new ArrayList<>(same);
        more.add(booked);
        books.put(reference, List.copyOf(more));
        byNumber.put(booked.number(), booked);
        return booked;
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        if (doubtClass == DoubtClass.WRITE_ONLY) {
            send(exchange, 404, JSON.createObjectNode().put("error", "no such thing"));
            return;
        }
        if (!fair && drawn(FAILING_LOOK_UPS_PERCENT)) {
            send(exchange, 500, JSON.createObjectNode().put("error", "broken"));
            return;
        }
        String reference =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .map(query -> URLDecoder.decode(query, StandardCharsets.UTF_8))
                        .map(query -> query.substring(query.indexOf('=') + 1))
                        .orElse("");
        Instant visible = Instant.now().minus(VISIBLE_AFTER);
        ArrayNode found = JSON.createArrayNode();
        books.getOrDefault(reference, List.of()).stream()
                .filter(one -> one.at().isBefore(visible))
                .forEach(one -> found.add(view(one)));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("orders", found);
        send(exchange, 200, answer);
    }

    private synchronized boolean drawn(int percent) {
        return random.nextInt(100) < percent;
    }

    private void track(HttpExchange exchange, String number) throws IOException {
        Booked booked = byNumber.get(number);
        if (booked == null) {
            send(exchange, 404, JSON.createObjectNode().put("error", "no such order"));
        } else {
            send(exchange, 200, view(booked));
        }
    }

    private ObjectNode view(Booked order) {
        boolean delivered = !order.at().plus(deliveredAfter).isAfter(Instant.now());
        return JSON.createObjectNode()
                .put("number", order.number())
                .put("reference", order.reference())
                .put("total", order.total())
                .put("status", delivered ? "delivered" : "accepted");
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body)
            throws IOException {
        send(exchange, status, body.toString());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        late.shutdownNow();
    }
}
