package com.truecart.search.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words for the same thing, in Solr's format: on each line names with commas between, any of which
 * finds all others; before {@code =>} those that find what is behind it, but not the other way;
 * lines that begin with {@code #} say something to the reader.
 */
final class Synonyms {

    /**
     * Another name for some words of a query.
     *
     * @param from the first of the words
     * @param to behind the last of them
     * @param tokens all of the other name
     */
    record Match(int from, int to, List<String> tokens) {}

    /** Those that come with the product. */
    static final Synonyms SHIPPED = shipped();

    private static final int LONGEST = 4;

    private final Map<List<String>, Set<List<String>>> others = new HashMap<>();

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with the line, where a line is not in the format
     */
    Synonyms(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] sides = line.split("=>", -1);
            List<List<String>> from = names(sides[0], line);
            List<List<String>> to = sides.length == 1 ? from : names(sides[1], line);
            if (sides.length > 2 || (sides.length == 1 && from.size() < 2)) {
                throw new IllegalArgumentException("a synonym needs two names: " + line);
            }
            for (List<String> name : from) {
                Set<List<String>> known = others.computeIfAbsent(name, _ -> new LinkedHashSet<>());
                to.stream().filter(other -> !other.equals(name)).forEach(known::add);
            }
        }
    }

    private static List<List<String>> names(String side, String line) {
        List<List<String>> names = new ArrayList<>();
        for (String name : side.split(",", -1)) {
            List<String> tokens = Word.all(name).stream().map(Word::whole).toList();
            if (tokens.isEmpty() || tokens.size() > LONGEST) {
                throw new IllegalArgumentException(
                        "\"" + name.strip() + "\" is not one to four words: " + line);
            }
            names.add(tokens);
        }
        return names;
    }

    /** All other names of words that stand side by side. */
    List<Match> in(List<Word> words) {
        List<String> wholes = words.stream().map(Word::whole).toList();
        List<Match> matches = new ArrayList<>();
        for (int from = 0; from < wholes.size(); from++) {
            for (int to = from + 1; to <= Math.min(wholes.size(), from + LONGEST); to++) {
                for (List<String> other : others.getOrDefault(wholes.subList(from, to), Set.of())) {
                    matches.add(new Match(from, to, other));
                }
            }
        }
        return matches;
    }

    private static Synonyms shipped() {
        try (InputStream file =
                        Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Synonyms(lines.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException("synonyms.txt", e);
        }
    }
}
