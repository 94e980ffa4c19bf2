package com.truecart.benchmarks.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cheapest way to load a node: ready-made lines from a file, ids of its own making, nothing
 * made visible before the end.
 */
final class BareBulk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DOCUMENTS = 1_000;
    private static final String INDEX = "bare";

    private final URI node;
    private final String from;
    private final Asked asked;

    BareBulk(URI node, String from, Asked asked) {
        this.node = node;
        this.from = from;
        this.asked = asked;
    }

    /** Writes all documents of the node's index into a file, in the form they are loaded in. */
    Path saved() {
        try {
            Path file = Files.createTempFile("bulk", ".json");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                ObjectNode ask = JSON.createObjectNode().put("size", DOCUMENTS);
                ask.putArray("sort").add("product_id");
                JsonNode hits = hits(ask);
                while (!hits.isEmpty()) {
                    for (JsonNode hit : hits) {
                        out.write("{\"index\":{}}\n" + hit.get("_source") + "\n");
                    }
                    ask.set("search_after", hits.get(hits.size() - 1).get("sort"));
                    hits = hits(ask);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("saving the documents", e);
        }
    }

    private JsonNode hits(ObjectNode ask) {
        return Asked.json(post("/" + from + "/_search", ask.toString())).get("hits").get("hits");
    }

    /** Loads the file into an index of the same mapping. */
    void load(Path file) {
        JsonNode mapping =
                Asked.json(asked.get(node.resolve("/" + from))).iterator().next().get("mappings");
        ObjectNode index = JSON.createObjectNode();
        index.set("mappings", mapping);
        index.putObject("settings")
                .put("index.refresh_interval", "-1")
                .put("index.number_of_replicas", 0);
        asked.put(node.resolve("/" + INDEX), index.toString().getBytes(UTF_8));
        try (BufferedReader in = Files.newBufferedReader(file)) {
            StringBuilder body = new StringBuilder();
            int lines = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                body.append(line).append('\n');
                lines++;
                if (lines == 2 * DOCUMENTS) {
                    bulk(body.toString());
                    body.setLength(0);
                    lines = 0;
                }
            }
            if (lines > 0) {
                bulk(body.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("loading the documents", e);
        }
        post("/" + INDEX + "/_refresh", "");
    }

    private void bulk(String body) {
        JsonNode answer = Asked.json(post("/" + INDEX + "/_bulk?filter_path=errors", body));
        if (answer.get("errors").booleanValue()) {
            throw new IllegalStateException("Elasticsearch refused documents");
        }
    }

    private byte[] post(String path, String body) {
        return asked.post(node.resolve(path), "application/json", body.getBytes(UTF_8));
    }
}
