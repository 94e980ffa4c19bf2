package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers of a Medusa 2.21.2, trimmed and with invented goods. */
final class Answers {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private Answers() {}

    static Json of(String name) {
        return Json.parse(text(name));
    }

    static String text(String name) {
        try (InputStream stream = Answers.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A shop that answers each path it is asked for by what it contains; first match counts. */
    static final class Shop implements UpstreamHttp {
        private final Map<String, String> answers = new LinkedHashMap<>();

        Shop answering(String partOfPath, String json) {
            answers.put(partOfPath, json);
            return this;
        }

        @Override
        public Reply send(Call call) {
            return answers.entrySet().stream()
                    .filter(answer -> call.uri().toString().contains(answer.getKey()))
                    .findFirst()
                    .map(answer -> new Reply(200, Map.of(), answer.getValue(), NOW))
                    .orElseThrow(() -> new IllegalStateException("not recorded: " + call.uri()));
        }

        Calls calls() {
            return new Calls(
                    URI.create("http://shop.example"),
                    "pk_1",
                    Optional.of(new Secret("sk_1")),
                    "HK",
                    this);
        }
    }
}
