package com.truecart.sandbox;

import com.truecart.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls a shop the way any buyer's program would. */
final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final List<String> headers;

    /** Calls paths under this address, with these names and values on every request. */
    Caller(String base, String... headers) {
        this.base = URI.create(base);
        this.headers = List.of(headers);
    }

    record Answer(int status, HttpHeaders headers, String text) {
        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... more) {
        return call("GET", path, "", more);
    }

    Answer post(String path, String body, String... more) {
        return call("POST", path, body, more);
    }

    Answer call(String method, String path, String body, String... more) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i + 1 < headers.size(); i += 2) {
            request.setHeader(headers.get(i), headers.get(i + 1));
        }
        for (int i = 0; i + 1 < more.length; i += 2) {
            request.setHeader(more[i], more[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
