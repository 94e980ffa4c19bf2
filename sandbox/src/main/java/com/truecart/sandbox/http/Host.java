package com.truecart.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** One port on the loopback interface, with the faults ordered for it. */
public final class Host implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Host.class.getName());
    private static final int LARGEST_BODY = 1 << 20;

    static {
        // read once, when the server class loads: without it every small answer waits for an ACK
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String id;
    private final Faults faults;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Service> service =
            new AtomicReference<>(_ -> Reply.text(503, "text/plain", "not open yet"));

    /** Takes the port (0 for any) and starts listening; until a service is set it answers 503. */
    public Host(String id, int port, Faults faults) {
        this.id = id;
        this.faults = faults;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + " for " + id, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Opens the shop. */
    public void serve(Service opened) {
        service.set(opened);
    }

    /** The address, without a trailing slash. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                send(exchange, Reply.text(413, "text/plain", "too large"));
                return;
            }
            Request request;
            try {
                request = request(exchange, body);
            } catch (IllegalArgumentException _) {
                send(exchange, Reply.text(400, "text/plain", "This query cannot be decoded"));
                return;
            }
            Optional<Fault> fault = faults.take(id, request.method(), request.path());
            Optional<Reply> reply =
                    fault.isPresent()
                            ? misbehave(fault.get(), request)
                            : Optional.of(work(request));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        }
    }

    private Optional<Reply> misbehave(Fault fault, Request request) {
        return switch (fault.kind()) {
            case SLOW -> {
                waitFor(fault.delay());
                yield Optional.of(work(request));
            }
            case TOO_MANY_REQUESTS ->
                    Optional.of(
                            Reply.text(429, "text/plain", "slow down").with("Retry-After", "1"));
            case SERVER_ERROR ->
                    Optional.of(Reply.text(500, "text/plain", "Internal Server Error"));
            case SERVER_ERROR_AFTER_WORK -> {
                Reply _ = work(request);
                yield Optional.of(Reply.text(500, "text/plain", "Internal Server Error"));
            }
            case MALFORMED -> {
                Reply whole = work(request);
                byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
                yield Optional.of(new Reply(whole.status(), whole.headers(), half));
            }
            case DROP_BEFORE_WORK -> Optional.empty();
            case DROP_AFTER_WORK -> {
                Reply _ = work(request);
                yield Optional.empty();
            }
            case HTML ->
                    Optional.of(
                            Reply.text(
                                    200,
                                    "text/html",
                                    "<!doctype html><title>Maintenance</title><h1>Back soon</h1>"));
        };
    }

    private Reply work(Request request) {
        try {
            return service.get().answer(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, id + " failed on " + request.method() + " " + request.path(), e);
            return Reply.text(500, "text/plain", "The sandbox itself failed: " + e);
        }
    }

    private static void waitFor(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v.getLast()));
        URI uri = exchange.getRequestURI();
        String raw = uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                Request.query(raw == null ? "" : raw),
                headers,
                body);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
