package com.truecart.app.connection;

import com.truecart.spi.Budget;
import com.truecart.spi.Call;
import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole files one open connection reads: downloaded once to the own disk, or taken from a
 * folder; gone with the connection.
 */
final class Documents implements AutoCloseable {
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(10);

    private static final String NAMED_BY_UPSTREAM = "named by the upstream";

    private final Path downloads;
    private final Budget budget;
    private final Limits limits;
    private final Exchange exchange;
    private final Wire wire;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Map<String, List<Document>> bySetting = new HashMap<>();
    private final List<Path> downloaded = new ArrayList<>();

    Documents(
            Path downloads,
            Budget budget,
            Limits limits,
            Exchange exchange,
            Wire wire,
            Snapshots snapshots,
            Clock clock) {
        this.downloads = downloads;
        this.budget = budget;
        this.limits = limits;
        this.exchange = exchange;
        this.wire = wire;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    List<Document> of(String setting, String value) {
        List<Document> known = bySetting.get(setting);
        if (known == null) {
            known =
                    isAddress(value)
                            ? List.of(download(setting, URI.create(value)))
                            : folder(setting, value);
            bySetting.put(setting, known);
        }
        return known;
    }

    /**
     * The document at an address the upstream itself names. That address is no operator's mistake,
     * so what is wrong with it is the upstream's.
     */
    Document at(URI address) {
        List<Document> known = bySetting.get(address.toString());
        if (known == null) {
            try {
                known = List.of(download(NAMED_BY_UPSTREAM, address));
            } catch (UpstreamException.Misconfigured unusable) {
                throw NAMED_BY_UPSTREAM.equals(unusable.setting())
                        ? new UpstreamException.Drifted(
                                String.valueOf(unusable.getMessage())
                                        .replace("setting '" + NAMED_BY_UPSTREAM + "'", "it"),
                                unusable)
                        : unusable;
            }
            bySetting.put(address.toString(), known);
        }
        return known.getFirst();
    }

    static boolean isAddress(String value) {
        return value.toLowerCase(Locale.ROOT).matches("https?://.*");
    }

    /** What is wrong with a folder an operator names; empty where it can be read. */
    static Optional<String> problemWithFolder(String value) {
        try {
            Path folder = Path.of(value);
            if (!folder.isAbsolute()) {
                return Optional.of(
                        "names '"
                                + value
                                + "', which is neither an http(s) address nor a folder"
                                + " from the root on");
            }
            if (!Files.isDirectory(folder)) {
                return Optional.of(
                        "names the folder " + value + ", which does not exist on this machine");
            }
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("names '" + value + "', which cannot be a folder");
        }
    }

    private List<Document> folder(String setting, String value) {
        Optional<String> problem = problemWithFolder(value);
        if (problem.isPresent()) {
            throw new UpstreamException.Misconfigured(setting, problem.get());
        }
        try (Stream<Path> files = Files.list(Path.of(value))) {
            List<Document> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) > budget.largestDocument()) {
                    throw tooLarge(file.toString());
                }
                MessageDigest digest = Digests.sha256();
                try (OutputStream sink =
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    Files.copy(file, sink);
                }
                found.add(
                        shown(
                                file.toString(),
                                file,
                                digest,
                                Files.getLastModifiedTime(file).toInstant()));
            }
            if (found.isEmpty()) {
                throw new UpstreamException.Misconfigured(
                        setting, "names the folder " + value + ", which holds no file");
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UpstreamException.Misconfigured(
                    setting,
                    "names the folder " + value + ", which cannot be read: " + e.getMessage());
        }
    }

    private Document download(String setting, URI uri) {
        Call call = Call.get(uri);
        return limits.run(
                Call.Safety.READ,
                () -> {
                    try {
                        return exchange.send(
                                call, DOWNLOAD_LIMIT, answer -> store(setting, call, answer));
                    } catch (IOException e) {
                        throw wire.failed(e, call, setting, DOWNLOAD_LIMIT);
                    }
                });
    }

    private Document store(String setting, Call call, Exchange.Answer answer) throws IOException {
        String where = wire.mask(call.uri());
        Optional<UpstreamException> refused = wire.refused(answer, call, clock.instant());
        if (refused.isPresent()) {
            throw refused.get();
        }
        if (answer.status() == 404 || answer.status() == 410) {
            throw new UpstreamException.Misconfigured(
                    setting,
                    "names " + where + ", where nothing is found (" + answer.status() + ")");
        }
        if (answer.status() != 200) {
            throw new UpstreamException.Drifted(
                    where + ": it answers " + answer.status() + " instead of a document");
        }
        Files.createDirectories(downloads);
        Path file = Files.createTempFile(downloads, "document-", ".part");
        downloaded.add(file);
        MessageDigest digest = Digests.sha256();
        try (InputStream body = new BufferedInputStream(answer.body());
                OutputStream sink = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            if (looksLikeWebPage(body)) {
                throw new UpstreamException.Misconfigured(
                        setting,
                        "names "
                                + where
                                + ", which answers a web page, not a feed; is the address right?");
            }
            if (copy(body, sink) > budget.largestDocument()) {
                throw tooLarge(where);
            }
        }
        if (Files.size(file) == 0) {
            throw new UpstreamException.Drifted(where + ": the document is empty");
        }
        return shown(where, file, digest, published(answer));
    }

    private long copy(InputStream body, OutputStream sink) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            size += read;
            if (size > budget.largestDocument()) {
                return size;
            }
            sink.write(buffer, 0, read);
        }
        return size;
    }

    private UpstreamException tooLarge(String where) {
        return new UpstreamException.Drifted(
                where
                        + ": it is larger than the "
                        + (budget.largestDocument() >> 20)
                        + " MiB a document may have");
    }

    private static boolean looksLikeWebPage(InputStream body) throws IOException {
        body.mark(512);
        String start =
                new String(body.readNBytes(512), StandardCharsets.UTF_8)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        body.reset();
        return start.replace("\uFEFF", "").strip().matches("(?s)<(!doctype html|html|head|body).*");
    }

    /**
     * When it says it was published, but never later than now: a date to come would make everything
     * after it count as older.
     */
    private Instant published(Exchange.Answer answer) {
        Instant stated = stated(answer);
        return stated.isAfter(clock.instant()) ? clock.instant() : stated;
    }

    private Instant stated(Exchange.Answer answer) {
        try {
            return answer.header("last-modified")
                    .map(text ->
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant())
                    .orElseGet(clock::instant);
        } catch (DateTimeException _) {
            return clock.instant();
        }
    }

    private Document shown(String source, Path file, MessageDigest digest, Instant publishedAt) {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        snapshots.seen(
                source,
                publishedAt,
                sha256,
                new Snapshots.Content() {
                    @Override
                    public long size() throws IOException {
                        return Files.size(file);
                    }

                    @Override
                    public InputStream open() throws IOException {
                        return Files.newInputStream(file);
                    }
                });
        return new StoredDocument(name(source), sha256, publishedAt, file);
    }

    private static String name(String source) {
        String path = source.replaceAll("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() throws IOException {
        for (Path file : downloaded) {
            Files.deleteIfExists(file);
        }
    }

    private record StoredDocument(String name, String version, Instant publishedAt, Path file)
            implements Document {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
