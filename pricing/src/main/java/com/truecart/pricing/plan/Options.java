package com.truecart.pricing.plan;

import com.truecart.model.Promotion.Stage;
import java.util.ArrayList;
import java.util.List;

/** Every way to fulfil a basket's wants. */
final class Options {
    private Options() {}

    /** All of them, store by store: their positions are those of the model's takes. */
    static List<Option> of(Basket basket) {
        List<Option> all = new ArrayList<>();
        for (int s = 0; s < basket.stores().size(); s++) {
            all.addAll(at(basket, s));
        }
        return all;
    }

    /** Those at the store at this position, in the order of the wants. */
    static List<Option> at(Basket basket, int s) {
        Store store = basket.stores().get(s);
        boolean isPlain =
                store.storePromotions().stream()
                        .noneMatch(promotion ->
                                promotion.stage() == Stage.ITEM
                                        || promotion.stage() == Stage.QUANTITY);
        List<Option> here = new ArrayList<>();
        for (int w = 0; w < basket.wants().size(); w++) {
            Want want = basket.wants().get(w);
            for (Candidate candidate : Candidates.buyable(want, store, basket.currency())) {
                int stock = candidate.stock().orElse(want.quantity());
                boolean isPart =
                        want.mayBeSplit()
                                && want.quantity() > 1
                                && isPlain
                                && candidate.offer().promotions().isEmpty();
                if (stock > 0 && (isPart || stock >= want.quantity())) {
                    here.add(
                            new Option(
                                    w,
                                    want.id(),
                                    s,
                                    candidate,
                                    Math.min(stock, want.quantity()),
                                    !isPart));
                }
            }
        }
        return here;
    }
}
