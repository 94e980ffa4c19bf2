package com.truecart.testkit.record;

import com.truecart.spi.Call;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamHttp;
import com.truecart.testkit.LoopbackContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A host whose upstream is a recording. {@code bin/record} runs the same test against the real
 * upstream instead, whose settings it takes from the environment ({@code TRUECART_SHOP} for {@code
 * shop}), and keeps the scrubbed answers in {@code src/test/resources/recordings}.
 */
public final class RecordedContext implements ConnectorContext {
    private static final String RECORD = "truecart.record";

    private final Map<String, String> settings;
    private final Map<String, String> real;
    private final boolean recording;
    private final Recordings recordings;
    private final Path folder;
    private final UpstreamHttp upstream;

    /**
     * A scenario of a test.
     *
     * @param settings as they are in a replay; addresses and secrets are made-up ones
     * @param clear what may be kept as it is
     */
    public static RecordedContext of(
            Class<?> test, String scenario, Map<String, String> settings, InTheClear clear) {
        Path folder =
                Path.of("src", "test", "resources", "recordings", test.getSimpleName(), scenario);
        return new RecordedContext(folder, settings, clear, fromEnvironment(settings));
    }

    /** Records the upstream of these settings where {@code real} has any, and replays else. */
    RecordedContext(
            Path folder,
            Map<String, String> settings,
            InTheClear clear,
            Optional<Map<String, String>> real) {
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        this.real = Map.copyOf(real.orElse(settings));
        recording = real.isPresent();
        Recordings kept = new Recordings(folder, new Scrubber(clear));
        recordings = recording ? kept.clear() : kept.read();
        upstream = LoopbackContext.with(this.real).http();
    }

    @Override
    public String connectionId() {
        return "recorded";
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(real.get(name));
    }

    @Override
    public Optional<Secret> secret(String name) {
        return setting(name).map(Secret::new);
    }

    @Override
    public UpstreamHttp http() {
        return call -> recording ? recorded(call) : replayed(call);
    }

    @Override
    public List<Document> documents(String settingName) {
        throw new AssertionError(
                "documents are not recorded: give LoopbackContext a folder with a small one");
    }

    /** In a replay, the moment of the first answer. */
    @Override
    public Clock clock() {
        return recordings
                .from()
                .map(at -> Clock.fixed(at, ZoneOffset.UTC))
                .orElseGet(Clock::systemUTC);
    }

    private Reply recorded(Call call) {
        Reply reply = upstream.send(call);
        // whatever a listed field shows of a setting, a secret above all, is the made-up one
        Map<String, String> renamed = new HashMap<>();
        settings.forEach((name, madeUp) -> {
            String value = real.getOrDefault(name, madeUp);
            if (!value.isEmpty() && !value.equals(madeUp)) {
                renamed.put(value, madeUp);
            }
        });
        recordings.keep(call, reply, renamed);
        return reply;
    }

    private Reply replayed(Call call) {
        return recordings
                .answer(call)
                .orElseThrow(() ->
                        new AssertionError(
                                "no recording of "
                                        + call.method()
                                        + " "
                                        + call.uri().getPath()
                                        + " in "
                                        + folder
                                        + "; record it with:  bin/record "
                                        + Path.of("").toAbsolutePath().getFileName()));
    }

    private static Optional<Map<String, String>> fromEnvironment(Map<String, String> settings) {
        if (!Boolean.getBoolean(RECORD)) {
            return Optional.empty();
        }
        Map<String, String> real = new HashMap<>(settings);
        settings.keySet()
                .forEach(name -> {
                    String value = System.getenv("TRUECART_" + name.toUpperCase(Locale.ROOT));
                    if (value != null) {
                        real.put(name, value);
                    }
                });
        return Optional.of(real);
    }
}
