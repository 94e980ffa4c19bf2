package com.truecart.spi;

import com.truecart.model.Money;
import java.net.URI;
import java.util.Optional;

/** What came of placing an order. */
public sealed interface PlaceResult {
    /** Surely placed. */
    record Placed(UpstreamOrder order) implements PlaceResult {}

    /** Surely not placed; {@code newTotal} is set where the price is the reason. */
    record Rejected(String reason, Optional<Money> newTotal) implements PlaceResult {}

    /** The shopper must go on at the store itself. */
    record NeedsBuyer(URI at) implements PlaceResult {}

    /** Nobody can say yet; the host asks until it knows. */
    record InDoubt(String why) implements PlaceResult {}
}
