package com.truecart.spi;

import java.util.Optional;

/** Quoting, placing and following orders at one upstream. */
public interface OrderGateway {

    Terms terms();

    /** What the store itself asks for these lines, delivered, now. Buys nothing. */
    QuoteResult quote(QuoteRequest request);

    /**
     * Places the order. Never repeats the final call by itself. "Surely not done" is {@link
     * PlaceResult.Rejected} or an exception with {@link UpstreamException#surelyNotDone()};
     * anything unclear is {@link PlaceResult.InDoubt} or one of the other exceptions.
     *
     * @param key ours, committed before this call, the same for every attempt at this sub-order
     */
    PlaceResult place(PlaceRequest request, IdempotencyKey key);

    /**
     * Asks whether an order was placed under this key: the way out of doubt.
     *
     * @param trace what {@link QuoteResult.Quoted#resumeToken()} gave, which some upstreams need to
     *     look up
     * @return {@link Lookup.NotFound} only where the upstream was asked and surely knows none;
     *     {@link Lookup.CannotAsk} where it offers no way to ask
     * @throws UpstreamException where it could not be asked now, or its answer could not be read
     */
    Lookup find(IdempotencyKey key, Optional<String> trace);

    /** Where a placed order stands. */
    UpstreamOrder track(OrderHandle order);
}
