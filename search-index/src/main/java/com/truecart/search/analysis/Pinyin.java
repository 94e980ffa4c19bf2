package com.truecart.search.analysis;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chinese names in Latin letters without tones, for those who type "kele" or "ke le" for 可樂.
 *
 * <p>Readings are ICU's, one a character, with the second one of those that food and goods are
 * often called by (薄荷, 人參). Two syllables side by side are what is looked for: a single one would
 * find far too much.
 */
public final class Pinyin {

    /**
     * A word of a query as syllables.
     *
     * @param word which one
     * @param tokens pairs of syllables, all of which must be there
     */
    record Match(int word, List<String> tokens) {}

    private static final Map<Character, List<String>> READINGS = new ConcurrentHashMap<>();

    private static final Map<Character, String> SECOND_READINGS =
            Map.ofEntries(
                    Map.entry('薄', "bo"),
                    Map.entry('参', "shen"),
                    Map.entry('调', "tiao"),
                    Map.entry('长', "chang"),
                    Map.entry('重', "chong"),
                    Map.entry('行', "hang"),
                    Map.entry('乐', "yue"),
                    Map.entry('卷', "juan"),
                    Map.entry('盛', "cheng"),
                    Map.entry('朝', "zhao"),
                    Map.entry('藏', "zang"),
                    Map.entry('还', "huan"),
                    Map.entry('弹', "dan"),
                    Map.entry('便', "pian"),
                    Map.entry('传', "zhuan"),
                    Map.entry('率', "lu"),
                    Map.entry('露', "lou"),
                    Map.entry('粘', "nian"),
                    Map.entry('壳', "qiao"),
                    Map.entry('血', "xie"));

    /** As typed, with what ICU calls it: "lv" is typed where ü is meant. */
    private static final Map<String, String> SYLLABLES = syllables();

    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_WAYS = 4;

    private Pinyin() {}

    /** For the index: each pair of syllables side by side in a text, once. */
    public static List<String> of(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        List<String> before = List.of();
        for (char c : Folding.of(text).toCharArray()) {
            List<String> readings = readings(c);
            for (String first : before) {
                for (String second : readings) {
                    pairs.add(first + second);
                }
            }
            before = readings;
        }
        return List.copyOf(pairs);
    }

    private static List<String> readings(char c) {
        if (Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN) {
            return List.of();
        }
        return READINGS.computeIfAbsent(
                c,
                _ -> {
                    String first = Latin.of(c);
                    if (!SYLLABLES.containsKey(first)) {
                        return List.of();
                    }
                    String second = SECOND_READINGS.getOrDefault(c, first);
                    return first.equals(second) ? List.of(first) : List.of(first, second);
                });
    }

    /** Loaded for the first Chinese name only: it takes a second, and no query needs it. */
    private static final class Latin {
        private static final Transliterator FROM_HAN =
                Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

        private Latin() {}

        /** One at a time: a transliterator is not made for several threads. */
        static synchronized String of(char c) {
            return FROM_HAN.transliterate(String.valueOf(c));
        }
    }

    /** The words of a query that may be pinyin: several syllables, or one beside another. */
    static List<Match> in(List<Word> words) {
        List<List<List<String>>> ways =
                words.stream().map(word -> ways(word.whole().replace("'", ""))).toList();
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (List<String> syllables : ways.get(i)) {
                if (syllables.size() > 1) {
                    matches.add(new Match(i, pairs(syllables)));
                    continue;
                }
                String one = syllables.getFirst();
                if (i > 0) {
                    for (List<String> before : ways.get(i - 1)) {
                        matches.add(new Match(i, List.of(before.getLast() + one)));
                    }
                }
                if (i + 1 < words.size()) {
                    for (List<String> after : ways.get(i + 1)) {
                        matches.add(new Match(i, List.of(one + after.getFirst())));
                    }
                }
            }
        }
        return matches;
    }

    private static List<String> pairs(List<String> syllables) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 1; i < syllables.size(); i++) {
            pairs.add(syllables.get(i - 1) + syllables.get(i));
        }
        return List.copyOf(pairs);
    }

    /** The ways in which a word is nothing but syllables; none for most words. */
    private static List<List<String>> ways(String word) {
        List<List<String>> ways = new ArrayList<>();
        cut(word, 0, new ArrayList<>(), ways);
        return ways;
    }

    private static void cut(String word, int from, List<String> before, List<List<String>> ways) {
        if (from == word.length() && !before.isEmpty()) {
            ways.add(List.copyOf(before));
        }
        for (int to = Math.min(word.length(), from + LONGEST_SYLLABLE);
                to > from && ways.size() < MOST_WAYS;
                to--) {
            String syllable = SYLLABLES.get(word.substring(from, to));
            if (syllable != null) {
                before.add(syllable);
                cut(word, to, before, ways);
                before.removeLast();
            }
        }
    }

    private static Map<String, String> syllables() {
        try (InputStream file =
                        Objects.requireNonNull(
                                Pinyin.class.getResourceAsStream("pinyin-syllables.txt"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.readAllLines().stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .collect(
                            Collectors.toMap(
                                    Function.identity(),
                                    typed -> typed.replaceFirst("(?<=[ln])v", "u")));
        } catch (IOException e) {
            throw new UncheckedIOException("pinyin-syllables.txt", e);
        }
    }
}
