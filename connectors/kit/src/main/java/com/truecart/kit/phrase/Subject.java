package com.truecart.kit.phrase;

import com.truecart.model.Money;
import java.util.List;

/**
 * The offer a text stands on.
 *
 * @param offerKey what tells this offer from the others of its seller; a part of the {@link
 *     com.truecart.model.Promotion#ref} of everything said of it alone
 * @param unitPrice what one unit costs without promotions
 * @param brand as the upstream writes it in the language of the texts; blank where it is not known
 * @param title likewise
 * @param categories likewise; their words are those for a kind of goods, which name no product
 */
public record Subject(
        String offerKey, Money unitPrice, String brand, String title, List<String> categories) {

    public Subject {
        categories = List.copyOf(categories);
    }

    /** An offer of which only the price is known: no words in a text can name it. */
    public Subject(String offerKey, Money unitPrice) {
        this(offerKey, unitPrice, "", "", List.of());
    }
}
