package com.truecart.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A shop that speaks what only the plug-in of these tests knows. */
final class CornerShop implements AutoCloseable {
    static final String KEY = "corner-key-7f3a";
    private final HttpServer server;
    private final AtomicReference<String> price = new AtomicReference<>("12.90");

    CornerShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/goods", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void asks(String newPrice) {
        price.set(newPrice);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known =
                ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body =
                """
                {"goods": [{"code": "C1", "name": "Beeswax candle", "price": "%s"},
                           {"code": "C2", "name": "Box of matches", "price": "4.50"}]}
                """
                        .formatted(price.get())
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
        try (OutputStream out = exchange.getResponseBody()) {
            if (known) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
