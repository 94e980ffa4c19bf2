package com.truecart.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands at the public address, between the application and whoever sends it notifications, and
 * brings them in order, or in no order at all: late, again, and forged ones in between.
 */
final class Mailman implements AutoCloseable {
    private static final int SENDERS = 16;
    private static final int AT_ONCE = 12;
    private static final int MOST_COPIES = 5;
    private static final int FORGED_PERCENT = 20;
    private static final Duration SENT_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final List<String> OWN =
            List.of("host", "content-length", "connection", "transfer-encoding");

    private final Random random;
    private final HttpServer server;
    private final ScheduledExecutorService carriers =
            Executors.newScheduledThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());
    private final List<HttpClient> senders = new ArrayList<>();
    private final AtomicReference<URI> application = new AtomicReference<>(URI.create("http://-"));
    private final Set<Letter> seen = ConcurrentHashMap.newKeySet();
    private final List<Letter> genuine = new ArrayList<>();
    private final List<Letter> stale = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Tally tally = new Tally();
    private volatile Optional<Duration> late = Optional.empty();
    private volatile long lastCame = System.nanoTime();

    /** What was brought, and what became of it. */
    record Tally(
            AtomicInteger brought,
            AtomicInteger genuineRefused,
            AtomicInteger repeats,
            AtomicInteger tooOld,
            AtomicInteger toldLater,
            Map<String, Integer> forged,
            Map<String, Integer> forgedAccepted) {
        Tally() {
            this(
                    new AtomicInteger(),
                    new AtomicInteger(),
                    new AtomicInteger(),
                    new AtomicInteger(),
                    new AtomicInteger(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }

        int forgedInAll() {
            return forged.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    Mailman(long seed) throws IOException {
        random = new Random(seed);
        for (int i = 0; i < SENDERS; i++) {
            senders.add(
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .localAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) i}))
                            .connectTimeout(Duration.ofSeconds(10))
                            .build());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** The public address of the application. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void serves(AppProcess app) {
        application.set(app.at(""));
    }

    /** From now on brings each letter up to so much later, and more than once. */
    void losesOrder(Duration upTo) {
        late = Optional.of(upTo);
    }

    Tally tally() {
        return tally;
    }

    /** How many different letters came for a path that begins so. */
    long different(String path) {
        return seen.stream().filter(letter -> letter.to().startsWith(path)).count();
    }

    /** Whether everything was brought, and nothing came for a while. */
    boolean isIdle(Duration sinceTheLast) {
        return underWay.get() == 0 && System.nanoTime() - lastCame > sinceTheLast.toNanos();
    }

    /** Brings what was brought before, and forged letters, until so many were brought in all. */
    void replay(int all, int forgedOfThem) {
        List<Letter> known = known();
        int more = all - tally.brought().get();
        int forged = forgedOfThem - tally.forgedInAll();
        for (int i = 0; i < more; i++) {
            Letter letter = known.get(draw(known.size()));
            if (i < forged) {
                forge(letter, Duration.ZERO);
            } else {
                bring(letter, Optional.empty(), Duration.ZERO);
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, values.getFirst()));
            OWN.forEach(headers::remove);
            Letter letter = new Letter(exchange.getRequestURI().toString(), headers, body);
            if (exchange.getRequestMethod().equals("GET")) {
                HttpResponse<String> page = send(letter, "GET");
                answer(exchange, page.statusCode(), page.body());
            } else if (letter.isOlderThan(Letter.GOOD_FOR)) {
                synchronized (genuine) {
                    stale.add(letter);
                }
                answer(exchange, 200, "success");
            } else {
                takeGenuine(exchange, letter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeGenuine(HttpExchange exchange, Letter letter)
            throws IOException, InterruptedException {
        lastCame = System.nanoTime();
        seen.add(new Letter(letter.to(), Map.of(), letter.body()));
        synchronized (genuine) {
            genuine.add(letter);
        }
        if (late.isEmpty()) {
            HttpResponse<String> told = send(letter, "POST");
            answer(exchange, told.statusCode(), told.body());
            return;
        }
        int copies = 1 + draw(MOST_COPIES);
        for (int i = 0; i < copies; i++) {
            bring(letter, Optional.empty(), within(late.get()));
        }
        tally.repeats().addAndGet(copies - 1);
        if (draw(100) < FORGED_PERCENT) {
            forge(letter, within(late.get()));
        }
        answer(exchange, 200, "success");
    }

    private void forge(Letter letter, Duration after) {
        List<Letter> old;
        synchronized (genuine) {
            old = List.copyOf(stale);
        }
        List<Forgery> forgeries = List.of(Forgery.values());
        int drawn = draw(forgeries.size() + 1);
        if (drawn == forgeries.size() && !old.isEmpty()) {
            bring(old.get(draw(old.size())), Optional.of("STALE"), after);
            return;
        }
        List<Letter> known = known();
        Forgery forgery = forgeries.get(drawn % forgeries.size());
        Letter other = known.get(draw(known.size()));
        Optional<Letter> forged = forgery.of(letter, other, random);
        bring(
                forged.orElseGet(() -> Forgery.ALTERED.of(letter, other, random).orElseThrow()),
                Optional.of(forged.map(_ -> forgery).orElse(Forgery.ALTERED).name()),
                after);
    }

    private void bring(Letter letter, Optional<String> forgery, Duration after) {
        underWay.incrementAndGet();
        var _ =
                carriers.schedule(
                        () -> carry(letter, forgery), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void carry(Letter letter, Optional<String> forgery) {
        try {
            int status = send(letter, "POST").statusCode();
            if (status == 429 || status == 503) {
                tally.toldLater().incrementAndGet();
                bring(letter, forgery, SENT_AGAIN_AFTER);
            } else {
                count(letter, forgery, status / 100 == 2);
            }
        } catch (IOException e) {
            bring(letter, forgery, SENT_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void count(Letter letter, Optional<String> forgery, boolean accepted) {
        tally.brought().incrementAndGet();
        if (forgery.isPresent()) {
            tally.forged().merge(forgery.get(), 1, Integer::sum);
            if (accepted) {
                tally.forgedAccepted().merge(forgery.get(), 1, Integer::sum);
            }
        } else if (!accepted) {
            (letter.isOlderThan(Letter.GOOD_FOR) ? tally.tooOld() : tally.genuineRefused())
                    .incrementAndGet();
        }
    }

    private HttpResponse<String> send(Letter letter, String method)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(application.get() + letter.to()))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                letter.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::setHeader);
        return senders.get(draw(SENDERS)).send(request.build(), BodyHandlers.ofString());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private List<Letter> known() {
        synchronized (genuine) {
            return List.copyOf(genuine);
        }
    }

    private Duration within(Duration upTo) {
        return Duration.ofMillis(draw((int) upTo.toMillis()));
    }

    private int draw(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        carriers.shutdownNow();
        senders.forEach(HttpClient::shutdownNow);
    }
}
