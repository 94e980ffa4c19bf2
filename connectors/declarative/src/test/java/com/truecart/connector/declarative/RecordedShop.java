package com.truecart.connector.declarative;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A shop on the loopback interface that answers from a recording: {@code
 * recordings/NAME/answers.tsv} has a line for each address, with its type and the file of its
 * answer. "{base}" in an answer is the shop's own address.
 */
final class RecordedShop implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("\\R");

    private final Host host = new Host("recorded", 0, new Faults());

    private RecordedShop() {}

    static RecordedShop of(String name) {
        RecordedShop shop = new RecordedShop();
        Map<String, Reply> answers = new LinkedHashMap<>();
        for (String line : LINE.split(resource(name, "answers.tsv").strip(), -1)) {
            String[] cells = line.split("\t", -1);
            answers.put(
                    cells[0],
                    Reply.text(
                            200,
                            cells[1],
                            resource(name, cells[2]).replace("{base}", shop.base().toString())));
        }
        shop.host.serve(request ->
                answers.getOrDefault(
                        asked(request), Reply.text(404, "text/plain", "not recorded")));
        return shop;
    }

    URI base() {
        return host.base();
    }

    static String expected(String name) {
        return resource(name, "expected.txt");
    }

    private static String asked(Request request) {
        StringBuilder query = new StringBuilder();
        new TreeMap<>(request.query())
                .forEach((key, value) ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(key)
                                .append('=')
                                .append(value));
        return request.path() + query;
    }

    private static String resource(String name, String file) {
        try (InputStream in =
                Objects.requireNonNull(
                        RecordedShop.class.getResourceAsStream("/recordings/" + name + "/" + file),
                        "there is no recording " + name + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
