package com.truecart.benchmarks.plan;

import com.truecart.connector.pricewatch.PriceWatchProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Secret;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A host with one file and no network. */
record FileContext(Path file) implements ConnectorContext {
    private static final Instant FETCHED = Instant.parse("2026-07-25T03:00:00Z");

    @Override
    public String connectionId() {
        return "benchmark";
    }

    @Override
    public Optional<String> setting(String name) {
        return new PriceWatchProvider()
                .descriptor().settings().stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .flatMap(Setting::defaultValue);
    }

    @Override
    public Optional<Secret> secret(String name) {
        return Optional.empty();
    }

    @Override
    public UpstreamHttp http() {
        throw new IllegalStateException("the price watch reads documents and makes no calls");
    }

    @Override
    public List<Document> documents(String settingName) {
        return settingName.equals("prices") ? List.of(new OneFile(file)) : List.of();
    }

    @Override
    public Clock clock() {
        return Clock.fixed(FETCHED, ZoneOffset.UTC);
    }

    private record OneFile(Path file) implements Document {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Instant publishedAt() {
            return FETCHED;
        }

        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
