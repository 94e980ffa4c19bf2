package com.truecart.benchmarks.relevance;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people do to a product's name when they type it. */
enum Perturbation {
    CLEAN {
        @Override
        String changed(String text, Random random) {
            return text;
        }
    },
    SIZE_DROPPED {
        @Override
        String changed(String text, Random random) {
            return SIZE.matcher(text).replaceAll(" ");
        }
    },
    WORDS_SHUFFLED {
        @Override
        String changed(String text, Random random) {
            List<String> words = new ArrayList<>(Arrays.asList(text.split("\\s+")));
            Collections.shuffle(words, random);
            return String.join(" ", words);
        }
    },
    SIMPLIFIED {
        @Override
        String changed(String text, Random random) {
            return TO_SIMPLIFIED.transliterate(text);
        }
    },
    /** One word of four letters or more, or one Chinese character, is mistyped. */
    ONE_TYPO {
        @Override
        String changed(String text, Random random) {
            List<MatchResult> places = TYPED.matcher(text).results().toList();
            if (places.isEmpty()) {
                return text;
            }
            MatchResult place = places.get(random.nextInt(places.size()));
            return text.substring(0, place.start())
                    + mistyped(place.group(), random)
                    + text.substring(place.end());
        }
    },
    /** "kekoukele". */
    PINYIN {
        @Override
        String changed(String text, Random random) {
            return pinyin(text, "");
        }
    },
    /** "ke kou ke le". */
    PINYIN_BY_SYLLABLES {
        @Override
        String changed(String text, Random random) {
            return pinyin(text, " ");
        }
    };

    private static final Transliterator TO_SIMPLIFIED =
            Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

    private static final Pattern SIZE =
            Pattern.compile(
                    "\\(?\\b\\d+(?:\\.\\d+)?\\s*(?i:"
                            + "ml|l|lt|g|gm|kg|cm|mm|oz|lb|lbs|pounds?|ft|pcs?|pieces?|'?s|slices|"
                            + "sheets|rolls|tablets|capsules|bags|boxes|packs?|sachets|"
                            + "毫升|亳升|公升|克|公斤|千克|厘米|毫米|安士|磅|呎|"
                            + "[個粒片包隻卷支件盒條張袋樽罐瓶枚貼]裝?)(?![a-z])"
                            + "(?:\\s*[xX×*]\\s*\\d+)?\\)?");

    private static final Pattern TYPED = Pattern.compile("\\b[a-zA-Z]{4,}\\b|\\p{IsHan}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    abstract String changed(String text, Random random);

    /** The changed text; empty where nothing changes, but for a name as it is. */
    Optional<String> of(String text, Random random) {
        String changed = changed(text, random).strip();
        return changed.isEmpty() || (this != CLEAN && changed.equals(text))
                ? Optional.empty()
                : Optional.of(changed);
    }

    /** One letter left out, doubled by another, replaced, or two of them turned round. */
    private static String mistyped(String word, Random random) {
        boolean chinese = word.length() == 1;
        int at = random.nextInt(word.length());
        String other =
                chinese
                        ? String.valueOf((char) ('\u4e00' + random.nextInt(0x2000)))
                        : String.valueOf((char) ('a' + random.nextInt(26)));
        StringBuilder changed = new StringBuilder(word);
        switch (random.nextInt(chinese ? 3 : 4)) {
            case 0 -> changed.deleteCharAt(at);
            case 1 -> changed.insert(at, other);
            case 2 -> changed.replace(at, at + 1, other);
            default -> {
                int first = Math.min(at, word.length() - 2);
                changed.replace(first, first + 2, "" + word.charAt(first + 1) + word.charAt(first));
            }
        }
        return changed.toString();
    }

    private static String pinyin(String text, String between) {
        return CHINESE.matcher(text)
                .replaceAll(run ->
                        Matcher.quoteReplacement(
                                " "
                                        + String.join(
                                                between,
                                                run.group()
                                                        .chars()
                                                        .mapToObj(c ->
                                                                TO_LATIN.transliterate(
                                                                        Character.toString(c)))
                                                        .toList())
                                        + " "))
                .replaceAll("\\s+", " ");
    }
}
