package com.truecart.spi;

import com.truecart.model.Money;
import java.net.URI;
import java.util.Optional;

/** What came of placing an order. */
public sealed interface PlaceResult {
    /** Surely placed. */
    record Placed(UpstreamOrder order) implements PlaceResult {}

    /**
     * Surely not placed.
     *
     * @param newTotal set where the price is the reason
     * @param outOfStock whether the store says, by a code and not only in words, that it has too
     *     few of them: it may have them again later
     */
    record Rejected(String reason, Optional<Money> newTotal, boolean outOfStock)
            implements PlaceResult {
        /** For another reason than goods that are not there. */
        public Rejected(String reason, Optional<Money> newTotal) {
            this(reason, newTotal, false);
        }
    }

    /** The shopper must go on at the store itself. */
    record NeedsBuyer(URI at) implements PlaceResult {}

    /** Nobody can say yet; the host asks until it knows. */
    record InDoubt(String why) implements PlaceResult {}
}
