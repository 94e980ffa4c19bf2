package com.truecart.app.compare;

import com.truecart.model.Localized;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of products with what the search can be narrowed by.
 *
 * @param total matching products on all pages
 */
public record SearchAnswer(
        SearchForm form,
        long total,
        List<ProductCard> cards,
        Facet stores,
        Facet brands,
        Facet categories) {

    public SearchAnswer {
        cards = List.copyOf(cards);
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
