package com.truecart.connector.woocommerce;

import com.truecart.connector.woocommerce.Calls.Answer;
import com.truecart.model.Listing;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.Optional;

/** One product of the shop, or one variation, by its id. */
final class WooLookup implements ListingLookup {
    private static final String NO_SUCH_PRODUCT = "woocommerce_rest_product_invalid_id";

    private final Calls calls;
    private final Translate translate;

    WooLookup(Calls calls, Translate translate) {
        this.calls = calls;
        this.translate = translate;
    }

    @Override
    public Optional<Listing> now(String upstreamId) {
        Answer answer = calls.product(upstreamId);
        if (answer instanceof Answer.Refusal refusal
                && refusal.status() == 404
                && refusal.code().equals(NO_SUCH_PRODUCT)) {
            return Optional.empty();
        }
        return sold(Calls.good(answer));
    }

    private Optional<Listing> sold(Answer.Good product) {
        try {
            return switch (translate.sold(product.body())) {
                case ITSELF -> Optional.of(translate.listing(product.body(), product.reply().at()));
                // since the last pull it has come to be sold otherwise: this is for sale no longer
                case AS_VARIATIONS, AS_PARTS -> Optional.empty();
            };
        } catch (IllegalArgumentException unusable) {
            throw new Drifted(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
