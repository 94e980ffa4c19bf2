package com.truecart.benchmarks.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP, the same for every engine. */
final class Asked {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    byte[] get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    byte[] post(URI address, String contentType, byte[] body) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("content-type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    byte[] put(URI address, byte[] body) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("content-type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(
                        response.uri()
                                + " answered "
                                + response.statusCode()
                                + ": "
                                + new String(response.body(), UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static JsonNode json(byte[] body) {
        return JSON.readTree(body);
    }
}
