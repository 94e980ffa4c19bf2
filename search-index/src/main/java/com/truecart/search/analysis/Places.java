package com.truecart.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in a text the tokens stand that it is found by; for one thread. */
public final class Places {

    private final Map<String, List<Place>> tokens = new HashMap<>();
    private final String folded;
    private @Nullable Map<String, List<Place>> pinyin;

    private Places(String folded) {
        this.folded = folded;
    }

    /**
     * A part of the text.
     *
     * @param end the place behind its last character
     */
    public record Place(int start, int end) {}

    /** Those of {@link IndexTokens}, sizes in their one spelling, and pairs of syllables. */
    public static Places in(String text) {
        String folded = Folding.of(text);
        Places places = new Places(folded);
        for (IndexTokens.Placed each : IndexTokens.placed(text)) {
            add(places.tokens, each.token(), new Place(each.start(), each.end()));
        }
        for (Size size : Size.in(folded)) {
            add(places.tokens, size.form(), new Place(size.start(), size.end()));
        }
        return places;
    }

    /** Made on demand: few questions are in pinyin. */
    private Map<String, List<Place>> pinyin() {
        Map<String, List<Place>> known = pinyin;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 1; i < folded.length(); i++) {
                for (String pair : Pinyin.of(folded.substring(i - 1, i + 1))) {
                    add(known, pair, new Place(i - 1, i + 1));
                }
            }
            pinyin = known;
        }
        return known;
    }

    private static void add(Map<String, List<Place>> places, String token, Place place) {
        places.computeIfAbsent(token, _ -> new ArrayList<>()).add(place);
    }

    /** Every token once, pairs of syllables left out. */
    public Set<String> words() {
        return Set.copyOf(tokens.keySet());
    }

    /** Where a token stands; nowhere where it does not. */
    public List<Place> of(String token) {
        return List.copyOf(tokens.getOrDefault(token, List.of()));
    }

    /** Where two Chinese characters sound like this. */
    public List<Place> ofPinyin(String pair) {
        return List.copyOf(pinyin().getOrDefault(pair, List.of()));
    }
}
