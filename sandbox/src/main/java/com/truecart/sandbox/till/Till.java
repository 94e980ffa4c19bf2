package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Shelf;
import java.util.List;

/** How one shop adds up a cart. */
public interface Till {
    /** Rings up these lines with these codes; codes are compared without regard to case. */
    Bill ring(List<CartLine> lines, List<String> codes);

    /** The rules of this till as the shop publishes them, naming the products on its shelf. */
    List<PublishedPromotion> published(Shelf shelf);
}
