package com.truecart.connector.pricewatch;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Secret;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamHttp;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A host with documents in memory and no network. */
final class FakeContext implements ConnectorContext {
    static final Instant FETCHED = Instant.parse("2026-07-25T03:00:00Z");

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, List<Document>> documents = new HashMap<>();
    final AtomicInteger opened = new AtomicInteger();

    FakeContext() {
        for (Setting setting : new PriceWatchProvider().descriptor().settings()) {
            setting.defaultValue().ifPresent(value -> settings.put(setting.name(), value));
        }
    }

    FakeContext with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    FakeContext file(String setting, String name, String text) {
        return file(setting, name, "1", text);
    }

    FakeContext file(String setting, String name, String version, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return stream(setting, name, version, () -> new ByteArrayInputStream(bytes));
    }

    /** A document that goes on for a terabyte after its text, made as it is read. */
    FakeContext endless(String setting, String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return stream(
                setting,
                name,
                "1",
                () -> new SequenceInputStream(new ByteArrayInputStream(bytes), new Zs(1L << 40)));
    }

    FakeContext documents(String setting, List<Document> files) {
        documents.put(setting, files);
        return this;
    }

    private FakeContext stream(
            String setting, String name, String version, Supplier<InputStream> content) {
        List<Document> files = documents.computeIfAbsent(setting, _ -> new ArrayList<>());
        files.removeIf(file -> file.name().equals(name));
        files.add(new FakeDocument(name, version, content, opened));
        return this;
    }

    @Override
    public String connectionId() {
        return "test";
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Optional<Secret> secret(String name) {
        return Optional.empty();
    }

    @Override
    public UpstreamHttp http() {
        throw new AssertionError("the price watch reads documents and makes no calls");
    }

    @Override
    public List<Document> documents(String settingName) {
        return List.copyOf(documents.getOrDefault(settingName, List.of()));
    }

    @Override
    public Clock clock() {
        return Clock.fixed(FETCHED, ZoneOffset.UTC);
    }

    private record FakeDocument(
            String name, String version, Supplier<InputStream> content, AtomicInteger opened)
            implements Document {
        @Override
        public Instant publishedAt() {
            return FETCHED;
        }

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return content.get();
        }
    }

    private static final class Zs extends InputStream {
        private long left;

        Zs(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'z' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            if (left <= 0) {
                return wanted == 0 ? 0 : -1;
            }
            int filled = (int) Math.min(wanted, left);
            Arrays.fill(buffer, offset, offset + filled, (byte) 'z');
            left -= filled;
            return filled;
        }
    }
}
