package com.truecart.benchmarks.feed;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamHttp;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host with one product feed, a promotion on some of its products, and no network. */
record FeedContext(GeneratedFeed products) implements ConnectorContext {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Map<String, String> SETTINGS =
            Map.of("products", "generated", "promotions", "generated", "shop_name", "Pots");

    @Override
    public String connectionId() {
        return "benchmark";
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(SETTINGS.get(name));
    }

    @Override
    public Optional<Secret> secret(String name) {
        return Optional.empty();
    }

    @Override
    public UpstreamHttp http() {
        throw new IllegalStateException("a feed is a document; no call is made for it");
    }

    @Override
    public List<Document> documents(String settingName) {
        return List.of(settingName.equals("products") ? products : new Promotions());
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** One promotion that only the products say what it is for. */
    private record Promotions() implements Document {
        private static final String TEXT =
                "promotion_id\tproduct_applicability\toffer_type\tlong_title\tcoupon_value_type"
                        + "\tpercent_off\nPAIR\tspecific_products\tno_code\t10% off\tpercent_off\t10\n";

        @Override
        public String name() {
            return "promotions.tsv";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Instant publishedAt() {
            return NOW;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
        }
    }
}
