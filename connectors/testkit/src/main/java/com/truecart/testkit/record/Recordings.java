package com.truecart.testkit.record;

import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of one scenario, a file each, in a folder. */
final class Recordings {
    /** Bytes all recordings of a kind may take together. */
    static final long MOST_BYTES = 200_000;

    private final Path folder;
    private final Scrubber scrubber;
    private final Map<String, Deque<JsonNode>> byCall = new HashMap<>();
    private Optional<Instant> from = Optional.empty();
    private int written;

    Recordings(Path folder, Scrubber scrubber) {
        this.folder = folder;
        this.scrubber = scrubber;
    }

    /** Reads what is there. */
    Recordings read() {
        for (Path file : files(folder)) {
            JsonNode recording = Scrubber.JSON.readTree(file.toFile());
            byCall.computeIfAbsent(recording.get("call").toString(), _ -> new ArrayDeque<>())
                    .add(recording.get("reply"));
            Instant at = Instant.parse(recording.get("reply").get("at").stringValue());
            from = from.filter(earlier -> earlier.isBefore(at)).or(() -> Optional.of(at));
        }
        return this;
    }

    /** Forgets what is there. */
    Recordings clear() {
        for (Path file : files(folder)) {
            delete(file);
        }
        return this;
    }

    /** When the first answer came. */
    Optional<Instant> from() {
        return from;
    }

    /** The next answer to such a call; the last one is given again and again. */
    Optional<Reply> answer(Call call) {
        Deque<JsonNode> answers =
                byCall.getOrDefault(scrubbed(call).toString(), new ArrayDeque<>());
        JsonNode next = answers.size() > 1 ? answers.poll() : answers.peek();
        return Optional.ofNullable(next).map(Recordings::reply);
    }

    /**
     * Keeps an answer.
     *
     * @param renamed what to write instead of what
     * @throws AssertionError where the recordings of the kind take more than {@link #MOST_BYTES}
     */
    void keep(Call call, Reply reply, Map<String, String> renamed) {
        ObjectNode recording = Scrubber.JSON.createObjectNode();
        recording.set("call", scrubbed(call));
        ObjectNode kept = recording.putObject("reply");
        kept.put("at", reply.at().toString());
        kept.put("status", reply.status());
        kept.set("headers", Scrubber.JSON.valueToTree(scrubber.headers(reply)));
        kept.set("body", scrubber.body(reply));
        String text = Scrubber.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(recording);
        for (Map.Entry<String, String> name : renamed.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        write("%03d.json".formatted(++written), text + "\n");
    }

    private ObjectNode scrubbed(Call call) {
        ObjectNode scrubbed = Scrubber.JSON.createObjectNode();
        scrubbed.put("method", call.method());
        scrubbed.put("path", scrubber.path(call.uri()));
        scrubbed.set("body", scrubber.body(call));
        return scrubbed;
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
            long bytes = 0;
            Path ofTheKind = folder.resolve("..").resolve("..").normalize();
            try (Stream<Path> all = Files.walk(ofTheKind)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    bytes += Files.size(file);
                }
            }
            if (bytes > MOST_BYTES) {
                throw new AssertionError(
                        ofTheKind + " takes " + bytes + " bytes, at most " + MOST_BYTES);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reply reply(JsonNode kept) {
        Map<String, List<String>> headers = new TreeMap<>();
        kept.get("headers")
                .properties()
                .forEach(header -> {
                    List<String> values = new ArrayList<>();
                    header.getValue().forEach(value -> values.add(value.stringValue()));
                    headers.put(header.getKey(), values);
                });
        JsonNode body = kept.get("body");
        return new Reply(
                kept.get("status").intValue(),
                headers,
                body.isString() ? body.stringValue() : body.toString(),
                Instant.parse(kept.get("at").stringValue()));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
