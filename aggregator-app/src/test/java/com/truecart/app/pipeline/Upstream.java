package com.truecart.app.pipeline;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A web server on this machine that answers documents of any kind, good and bad. */
final class Upstream implements AutoCloseable {
    private final HttpServer server;

    Upstream() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Serves this text; gives its address. */
    String serve(String path, int status, String text) {
        return serve(path, status, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    String serve(String path, int status, Body body) {
        server.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(status, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        body.write(out);
                    }
                });
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
