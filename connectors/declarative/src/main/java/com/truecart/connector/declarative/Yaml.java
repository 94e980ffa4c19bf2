package com.truecart.connector.declarative;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML text as a tree, with the line each part stands on.
 *
 * @param file its name, for messages
 * @param tree what it says
 * @param lines by JSON pointer, the first line being 1
 */
record Yaml(String file, JsonNode tree, Map<String, Integer> lines) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Anchors could make a short text a huge tree, and a definition needs none. */
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(1 << 18)
                    .build();

    /**
     * Reads a definition's text.
     *
     * @throws DefinitionProblem where it is no YAML
     */
    static Yaml read(String file, String text) {
        try {
            Node root =
                    new Compose(SETTINGS)
                            .composeString(text)
                            .orElseThrow(() ->
                                    new DefinitionProblem(
                                            file,
                                            1,
                                            "",
                                            "is empty",
                                            "begin with \"definition: " + file + "\""));
            Map<String, Integer> lines = new HashMap<>();
            JsonNode tree = json(root, "", lines, file);
            return new Yaml(file, tree, lines);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new DefinitionProblem(
                    file,
                    line,
                    "",
                    "is not YAML: " + broken.getProblem(),
                    "mind the indentation, and put texts with : # { [ or @ in quotes");
        } catch (YamlEngineException broken) {
            throw new DefinitionProblem(
                    file,
                    1,
                    "",
                    "cannot be read: " + broken.getMessage(),
                    "write plain YAML without anchors, at most 256 KiB");
        }
    }

    /** The problem with what stands at a pointer. */
    DefinitionProblem problem(String pointer, String what, String remedy) {
        return new DefinitionProblem(file, line(pointer), pointer, what, remedy);
    }

    /** The line of a pointer, or of the nearest thing around it. */
    int line(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return lines.getOrDefault(at, 1);
    }

    private static JsonNode json(
            Node node, String pointer, Map<String, Integer> lines, String file) {
        lines.putIfAbsent(pointer, lineOf(node));
        if (node.getAnchor().isPresent()) {
            throw new DefinitionProblem(
                    file,
                    lineOf(node),
                    pointer,
                    "has an anchor",
                    "write it out where it is needed; a definition has no anchors");
        }
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JSON.objectNode();
                for (NodeTuple entry : mapping.getValue()) {
                    String key = key(entry.getKeyNode(), file);
                    String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
                    if (object.has(key)) {
                        throw new DefinitionProblem(
                                file,
                                lineOf(entry.getKeyNode()),
                                at,
                                "stands there twice",
                                "keep one of the two");
                    }
                    lines.put(at, lineOf(entry.getKeyNode()));
                    object.set(key, json(entry.getValueNode(), at, lines, file));
                }
                yield object;
            }
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                for (Node each : sequence.getValue()) {
                    array.add(json(each, pointer + "/" + array.size(), lines, file));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default ->
                    throw new DefinitionProblem(
                            file,
                            lineOf(node),
                            pointer,
                            "refers to another place",
                            "write it out; a definition has no anchors");
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT) && text.matches("-?\\d{1,9}")) {
            return JSON.numberNode(Integer.parseInt(text));
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return scalar.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(text);
    }

    private static String key(Node node, String file) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new DefinitionProblem(
                file, lineOf(node), "", "has a key that is no text", "write the key as one word");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
