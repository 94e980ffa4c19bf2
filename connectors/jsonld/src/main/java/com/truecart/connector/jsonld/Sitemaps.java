package com.truecart.connector.jsonld;

import com.truecart.kit.RecordReader;
import com.truecart.kit.XmlElement;
import com.truecart.kit.XmlRecordReader;
import com.truecart.kit.web.Addresses;
import com.truecart.kit.web.Robots;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Page;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sitemaps of a shop: those a setting names, else those of its robots.txt, else the usual one.
 * An index is followed one step, plain or gzipped. Source: sitemaps.org, protocol 0.9.
 */
final class Sitemaps {
    private static final Set<String> RECORDS = Set.of("url", "sitemap");

    /** An index holds at most as many. */
    private static final int MOST = 50_000;

    private final ConnectorContext context;
    private final URI shop;
    private final Robots robots;
    private List<Document> found = List.of();

    Sitemaps(ConnectorContext context, URI shop, Robots robots) {
        this.context = context;
        this.shop = shop;
        this.robots = robots;
    }

    /**
     * An address a sitemap names.
     *
     * @param changed when it says the page last changed; of a bare day its end
     */
    record Entry(String place, String location, Optional<Instant> changed) {}

    /** The sitemaps with pages in them, in a stable order; each is fetched when first looked at. */
    synchronized List<Document> documents() {
        if (found.isEmpty()) {
            List<Document> all = new ArrayList<>();
            for (Document root : roots()) {
                List<Document> children = children(root);
                all.addAll(children.isEmpty() ? List.of(root) : children);
            }
            found = List.copyOf(all);
        }
        return found;
    }

    private List<Document> roots() {
        if (context.setting(JsonldProvider.SITEMAP).isPresent()) {
            return context.documents(JsonldProvider.SITEMAP).stream()
                    .<Document>map(SitemapDocument::of)
                    .toList();
        }
        List<String> named = robots.of(shop).sitemaps();
        return (named.isEmpty() ? List.of("/sitemap.xml") : named)
                .stream()
                        .flatMap(text -> Addresses.whole(shop.toString(), text).stream())
                        .distinct()
                        .<Document>map(this::at)
                        .toList();
    }

    private Document at(URI address) {
        return SitemapDocument.at(address, () -> context.document(address));
    }

    /** The sitemaps of an index; none where it is a sitemap itself. */
    private List<Document> children(Document root) {
        List<Document> children = new ArrayList<>();
        try (XmlRecordReader records = XmlRecordReader.open(root, RECORDS)) {
            for (Optional<RecordReader.Read<XmlElement>> read = records.next();
                    read.isPresent();
                    read = records.next()) {
                if (read.get() instanceof RecordReader.Usable<XmlElement>(XmlElement record)) {
                    if (record.name().equals("url")) {
                        return List.of();
                    }
                    record.text("loc")
                            .flatMap(text -> Addresses.whole(shop.toString(), text))
                            .map(this::at)
                            .ifPresent(children::add);
                }
                if (children.size() > MOST) {
                    throw new Drifted(root.name() + ": names more than " + MOST + " sitemaps");
                }
            }
        }
        return children;
    }

    /** The addresses in one sitemap, one after another. */
    static RecordReader<Entry> open(Document sitemap) {
        return new Entries(sitemap, XmlRecordReader.open(sitemap, RECORDS));
    }

    private record Entries(Document sitemap, XmlRecordReader records)
            implements RecordReader<Entry> {
        @Override
        public Optional<Read<Entry>> next() {
            return records.next()
                    .map(read ->
                            switch (read) {
                                case Usable<XmlElement>(XmlElement record) -> entry(record);
                                case Unusable<XmlElement>(Page.Skipped why) -> new Unusable<>(why);
                            });
        }

        private Read<Entry> entry(XmlElement record) {
            String place = sitemap.name() + " line " + record.line();
            if (record.name().equals("sitemap")) {
                return new Unusable<>(
                        new Page.Skipped(
                                place,
                                "sitemap",
                                "an index inside an index is not followed",
                                record.text("loc").orElse("")));
            }
            return record.text("loc")
                    .<Read<Entry>>map(location ->
                            new Usable<>(
                                    new Entry(
                                            place,
                                            location,
                                            record.text("lastmod").flatMap(Entries::moment))))
                    .orElseGet(
                            () -> new Unusable<>(new Page.Skipped(place, "loc", "is missing", "")));
        }

        /** W3C date-times: a day, or a moment with its offset; anything else says nothing. */
        private static Optional<Instant> moment(String text) {
            try {
                return Optional.of(
                        text.length() == 10
                                ? LocalDate.parse(text)
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                : OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
