package com.truecart.connector.__PACKAGE__;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A shop that speaks the upstream's protocol over loopback, in answers written by hand. */
final class StandInShop implements AutoCloseable {
    private static final List<String> PAGES =
            List.of(
                    """
                    {"products": [
                      {"id": 1, "name": "Jasmine tea &amp; pot", "price": "12.90", "currency": "HKD", "in_stock": true},
                      {"id": 2, "name": "Rice 5 kg", "price": "1,020.50", "currency": "HKD"}
                    ], "next": 2}
                    """,
                    """
                    {"products": [
                      {"id": 3, "name": "Soap", "price": "on request", "currency": "HKD"},
                      {"id": 4, "name": "Salt", "price": "0.90", "currency": "HKD", "in_stock": false}
                    ], "next": 3}
                    """,
                    """
                    {"products": [
                      {"id": 5, "name": "Sugar", "price": "8", "currency": "HKD", "in_stock": true}
                    ], "next": null}
                    """);

    private final HttpServer server;

    StandInShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/products", StandInShop::products);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void products(HttpExchange exchange) throws IOException {
        int page = Integer.parseInt(exchange.getRequestURI().getQuery().replace("page=", ""));
        byte[] body = PAGES.get(page - 1).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
