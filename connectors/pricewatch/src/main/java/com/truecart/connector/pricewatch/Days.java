package com.truecart.connector.pricewatch;

import static com.truecart.connector.pricewatch.PriceWatchProvider.NAMES;
import static com.truecart.connector.pricewatch.PriceWatchProvider.PRICES;
import static com.truecart.connector.pricewatch.PriceWatchProvider.PUBLISHED_NAMES;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files a connection reads, one for each day, and the names that go with them. */
final class Days {

    /** The prices of one day. */
    record Day(Document document, Instant seenAt) {
        LocalDate date() {
            return seenAt.atZone(HONG_KONG).toLocalDate();
        }
    }

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.csv");

    private final ConnectorContext context;

    /**
     * The last file read: the pages of one day follow one another, and each must not read the file
     * anew.
     */
    private final AtomicReference<Optional<Read>> last = new AtomicReference<>(Optional.empty());

    private record Read(String name, String version, Snapshot snapshot) {}

    Days(ConnectorContext context) {
        this.context = context;
    }

    /**
     * All files from the earliest day; never empty.
     *
     * <p>A dated file is what the shelves said on that day in Hong Kong, and counts as seen when
     * that day began, so that the days of a price history are whole days apart. The one published
     * file bears no date: it counts as seen when it was published.
     */
    List<Day> all() {
        List<Document> documents = context.documents(PRICES);
        List<Day> dated = new ArrayList<>();
        for (Document document : documents) {
            startOfDay(document).ifPresent(start -> dated.add(new Day(document, start)));
        }
        if (!dated.isEmpty()) {
            dated.sort(Comparator.comparing(Day::seenAt));
            return List.copyOf(dated);
        }
        if (documents.size() != 1) {
            throw new Misconfigured(
                    PRICES,
                    documents.isEmpty()
                            ? "names a folder without files; expected files named like 2026-07-24.csv"
                            : "names a folder of which no file is named like 2026-07-24.csv");
        }
        return List.of(new Day(documents.getFirst(), documents.getFirst().publishedAt()));
    }

    /** What one file says. */
    Snapshot read(Day day) {
        String name = day.document().name();
        String version = day.document().version();
        Optional<Read> kept = last.get();
        if (kept.isPresent()
                && kept.get().name().equals(name)
                && kept.get().version().equals(version)) {
            return kept.get().snapshot();
        }
        Snapshot snapshot = Snapshot.read(day.document(), day.seenAt(), names());
        last.set(Optional.of(new Read(name, version, snapshot)));
        return snapshot;
    }

    /**
     * Chinese names from beside the prices, else from the setting. A folder of saved prices does
     * not fetch today's published names unless told to: such a connection is meant to work without
     * the network.
     */
    private ChineseNames names() {
        List<Document> prices = context.documents(PRICES);
        Optional<Document> beside =
                prices.stream()
                        .filter(document -> document.name().equals(ChineseNames.FILE))
                        .findFirst();
        if (beside.isPresent()) {
            return ChineseNames.read(beside.get());
        }
        Optional<String> setting = context.setting(NAMES).filter(value -> !value.isBlank());
        boolean saved = prices.stream().anyMatch(document -> startOfDay(document).isPresent());
        if (setting.isEmpty() || (saved && setting.get().equals(PUBLISHED_NAMES))) {
            return ChineseNames.NONE;
        }
        List<Document> named = context.documents(NAMES);
        if (named.isEmpty()) {
            throw new Misconfigured(NAMES, "names a folder without files");
        }
        return ChineseNames.read(named.getLast());
    }

    private static Optional<Instant> startOfDay(Document document) {
        Matcher matcher = DATED.matcher(document.name());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(matcher.group(1)).atStartOfDay(HONG_KONG).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
