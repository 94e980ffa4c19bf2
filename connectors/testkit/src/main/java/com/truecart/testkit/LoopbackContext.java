package com.truecart.testkit;

import com.truecart.spi.Call;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All a connector may touch, over loopback HTTP: settings from a map, a clock one can hold, and a
 * seam where the next answer can be broken.
 */
public final class LoopbackContext implements ConnectorContext {
    /** What a {@link Fault#THROTTLED} answer asks to wait. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(7);

    private static final long LARGEST_REPLY = 8L << 20;

    private final Map<String, String> settings;
    private final Clock clock;
    private final LoopbackHttp http;
    private final LoopbackHttp impatient;
    private final List<Planned> planned = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, List<Document>> kept = new HashMap<>();

    private final List<Call> late = new ArrayList<>();
    private final Map<String, String> otherWords = new HashMap<>();
    private Optional<String> spared = Optional.empty();
    private int wordsReplaced;
    private int answers;
    private Optional<Call> brokenCall = Optional.empty();
    private Runnable happening = () -> {};
    private Optional<Duration> pace = Optional.empty();

    /** A fault for the first answer there is after so many, of an order where it is for orders. */
    private record Planned(Fault fault, boolean forOrders, int after) {}

    private LoopbackContext(Map<String, String> settings, Clock clock, Duration timeout) {
        this.settings = Map.copyOf(settings);
        this.clock = clock;
        this.http = new LoopbackHttp(clock, timeout, LARGEST_REPLY);
        this.impatient = new LoopbackHttp(clock, WireFaults.IMPATIENCE, LARGEST_REPLY);
    }

    /** A context with these settings, the real clock, and ten seconds for a call. */
    public static LoopbackContext with(Map<String, String> settings) {
        return new LoopbackContext(settings, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    /** The same with the clock held at a moment. */
    public LoopbackContext at(Instant moment) {
        return new LoopbackContext(
                settings, Clock.fixed(moment, ZoneOffset.UTC), Duration.ofSeconds(10));
    }

    /** The same with another time limit for a call. */
    public LoopbackContext patience(Duration timeout) {
        return new LoopbackContext(settings, clock, timeout);
    }

    /**
     * Spends no fault on this path, which is asked for only on the way to what matters
     * ("/robots.txt").
     */
    public LoopbackContext sparing(String path) {
        spared = Optional.of(path);
        return this;
    }

    /** The same with one more setting, or another value for it. */
    public LoopbackContext and(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new LoopbackContext(more, clock, Duration.ofSeconds(10));
    }

    /** The same with a setting left out. */
    public LoopbackContext without(String setting) {
        Map<String, String> fewer = new HashMap<>(settings);
        fewer.remove(setting);
        return new LoopbackContext(fewer, clock, Duration.ofSeconds(10));
    }

    /** Breaks the next answer, of a call or of a document that is fetched. */
    public void breakNext(Fault fault) {
        breakAfter(0, fault);
    }

    /** Breaks the answer that comes after so many healthy ones. */
    public void breakAfter(int healthy, Fault fault) {
        planned.add(new Planned(fault, false, answers + healthy));
    }

    /** How many answers came so far that could have been broken: all but the spared ones. */
    public int answers() {
        return answers;
    }

    /** Whether a fault still waits for the answer it is to break. */
    public boolean isFaultPlanned() {
        return !planned.isEmpty();
    }

    /** Breaks the answer to the next call that must not be done twice: the placing itself. */
    public void breakNextOrder(Fault fault) {
        planned.add(new Planned(fault, true, 0));
    }

    /**
     * Lets something happen at the upstream in the last moment before the next order leaves, after
     * all that the connector looked at.
     */
    public void beforeNextOrder(Runnable meanwhile) {
        happening = meanwhile;
    }

    /** Lets the calls that were {@link Fault#LATE} come to the upstream now. */
    public void letArrive() {
        for (Call call : late) {
            http.send(call);
        }
        late.clear();
    }

    /** From now on the upstream's answers say another word where they would say this one. */
    public void saying(String another, String insteadOf) {
        otherWords.put(insteadOf, another);
    }

    /** How many words {@link #saying} replaced in answers so far. */
    public int wordsReplaced() {
        return wordsReplaced;
    }

    /** The calls made so far, oldest first. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The last call whose answer was broken; a document has none. */
    public Optional<Call> brokenCall() {
        return brokenCall;
    }

    @Override
    public String connectionId() {
        return "loopback";
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Optional<Secret> secret(String name) {
        return setting(name).map(Secret::new);
    }

    @Override
    public UpstreamHttp http() {
        return call -> {
            calls.add(call);
            boolean isOrder = call.safety() == Call.Safety.ONE_SHOT_WRITE;
            if (isOrder) {
                happening.run();
                happening = () -> {};
            }
            boolean isSpared = spared.filter(call.uri().getPath()::equals).isPresent();
            return reworded(
                    (isSpared ? Optional.<Fault>empty() : take(isOrder))
                            .map(fault -> broken(fault, call))
                            .orElseGet(() -> http.send(call)));
        };
    }

    @Override
    public List<Document> documents(String settingName) {
        return kept(settingName, () -> fetch(settingName));
    }

    @Override
    public Document document(URI address) {
        return kept(address.toString(), () -> List.of(download(address.toString()))).getFirst();
    }

    /** As a host does: fetched once for a whole pull, and only then can it go wrong. */
    private List<Document> kept(String name, Supplier<List<Document>> fetched) {
        List<Document> before = kept.get(name);
        if (before != null) {
            return before;
        }
        Optional<Fault> fault = take(false);
        List<Document> documents = fetched.get();
        List<Document> answered =
                fault.isEmpty()
                        ? documents
                        : documents.stream()
                                .map(document -> broken(fault.get(), document))
                                .toList();
        kept.put(name, answered);
        return answered;
    }

    @Override
    public void pace(Duration between) {
        pace = Optional.of(between);
    }

    /** How much time between two calls the connector last asked for. */
    public Optional<Duration> pace() {
        return pace;
    }

    private List<Document> fetch(String settingName) {
        String place = required(settingName);
        return place.matches("https?://.*") ? List.of(download(place)) : folder(Path.of(place));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    private Optional<Fault> take(boolean isOrder) {
        int before = answers++;
        for (Planned next : planned) {
            if (next.after <= before && (!next.forOrders || isOrder)) {
                planned.remove(next);
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }

    private Reply broken(Fault fault, Call call) {
        brokenCall = Optional.of(call);
        if (fault == Fault.LATE) {
            late.add(call);
            throw new UpstreamException.Unanswered("no answer in time");
        }
        LoopbackHttp sender = fault == Fault.SLOW ? impatient : http;
        return WireFaults.through(fault, call, sender::send);
    }

    private Reply reworded(Reply reply) {
        String body = reply.body();
        for (Map.Entry<String, String> word : otherWords.entrySet()) {
            String spoken = "\"" + word.getKey() + "\"";
            if (body.contains(spoken)) {
                wordsReplaced++;
                body = body.replace(spoken, "\"" + word.getValue() + "\"");
            }
        }
        return new Reply(reply.status(), reply.headers(), body, reply.at());
    }

    private static Document broken(Fault fault, Document document) {
        try (var in = document.open()) {
            return switch (fault) {
                case NEVER_LEFT, LOST_ANSWER, RESET, FAILED_AFTER_WORK, SLOW, LATE ->
                        throw new UpstreamException.Unavailable("no document to be had");
                case THROTTLED ->
                        throw new UpstreamException.Throttled(
                                "too often", Optional.of(RETRY_AFTER));
                case FORBIDDEN -> throw new UpstreamException.Refused("not let in");
                case HTML ->
                        stored(
                                document,
                                WireFaults.PAGE_FOR_PEOPLE.getBytes(StandardCharsets.UTF_8));
                case TRUNCATED -> {
                    byte[] whole = in.readAllBytes();
                    yield stored(document, Arrays.copyOf(whole, whole.length / 2));
                }
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Document stored(Document like, byte[] content) throws IOException {
        Path file = temporary();
        Files.write(file, content);
        return FileDocument.of(like.name(), file, like.publishedAt());
    }

    private Document download(String address) {
        try {
            URI uri = URI.create(address);
            HttpResponse<Path> answer =
                    http.exchange(Call.get(uri), HttpResponse.BodyHandlers.ofFile(temporary()));
            if (answer.statusCode() != 200) {
                throw new UpstreamException.Unavailable(
                        "the document is answered " + answer.statusCode());
            }
            String path = uri.getPath();
            Instant published =
                    answer.headers()
                            .firstValue("Last-Modified")
                            .map(LoopbackContext::httpDate)
                            .orElse(clock.instant());
            return FileDocument.of(
                    path.substring(path.lastIndexOf('/') + 1), answer.body(), published);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Document> folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .<Document>map(file ->
                            FileDocument.of(
                                    String.valueOf(file.getFileName()), file, clock.instant()))
                    .toList();
        } catch (IOException broken) {
            throw new UpstreamException.Unavailable("no folder " + folder, broken);
        }
    }

    private static Path temporary() throws IOException {
        Path file = Files.createTempFile("truecart-document", ".bin");
        file.toFile().deleteOnExit();
        return file;
    }

    private static Instant httpDate(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
