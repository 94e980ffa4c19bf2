package com.truecart.app.compare;

import com.truecart.model.Localized;
import com.truecart.search.Explained;
import com.truecart.search.highlight.Highlighter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of products with what the search can be narrowed by.
 *
 * @param total matching products on all pages
 * @param next where the next page begins, for programs that read on; empty on the last
 * @param why the reasons for the order of the cards, where they were asked for
 * @param loosely whether no product has the words as they were typed, and close ones are shown
 */
public record SearchAnswer(
        SearchForm form,
        long total,
        List<ProductCard> cards,
        Facet stores,
        Facet brands,
        Facet categories,
        Optional<String> next,
        List<Explained> why,
        boolean loosely) {

    public SearchAnswer {
        cards = List.copyOf(cards);
        why = List.copyOf(why);
    }

    /** Shows in names what the words found there. */
    public Highlighter highlighter() {
        return Highlighter.of(form.text(), loosely);
    }

    /** A card with the reasons for its place. */
    public record Placed(ProductCard card, Explained why) {
        /** What this reason adds to the score; 0 where it does not hold. */
        public float part(Explained.Reason reason) {
            return why.parts().getOrDefault(reason, 0f);
        }
    }

    /** The cards whose reasons are known. */
    public List<Placed> placed() {
        return why.stream()
                .flatMap(each ->
                        cards.stream()
                                .filter(card ->
                                        card.product().id().toString().equals(each.productId()))
                                .map(card -> new Placed(card, each)))
                .toList();
    }

    /** The reasons that tell these products apart. */
    public List<Explained.Reason> reasons() {
        return Arrays.stream(Explained.Reason.values())
                .filter(reason -> why.stream().anyMatch(each -> each.parts().containsKey(reason)))
                .toList();
    }

    /** How many pages can be shown. */
    public long pages() {
        return Math.clamp((total + SearchForm.SIZE - 1) / SearchForm.SIZE, 1, 416);
    }

    public boolean hasNext() {
        return form.page() < pages();
    }

    public boolean hasPrevious() {
        return form.page() > 1;
    }

    /**
     * Values to choose from.
     *
     * @param field its name in the address
     */
    public record Facet(String field, List<Choice> choices) {
        private static final int SHOWN = 8;

        public Facet {
            choices = List.copyOf(choices);
        }

        /** The most frequent ones, and every chosen one. */
        public List<Choice> shown() {
            return Stream.concat(
                            choices.stream().filter(Choice::chosen),
                            choices.stream().limit(SHOWN).filter(choice -> !choice.chosen()))
                    .toList();
        }

        /** The others. */
        public List<Choice> folded() {
            return choices.stream().skip(SHOWN).filter(choice -> !choice.chosen()).toList();
        }

        public List<Choice> chosen() {
            return choices.stream().filter(Choice::chosen).toList();
        }
    }

    /** One value, with how many products it would bring. */
    public record Choice(String value, Localized label, int products, boolean chosen) {}
}
