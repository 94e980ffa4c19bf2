package com.truecart.spi;

import java.net.URI;

/** Where a shopper goes on to buy at an upstream that takes no orders from us. */
public interface HandOffLinks {

    /**
     * A link for one line, made for this one visit.
     *
     * @throws UpstreamException where none can be had; the host then offers the listing's own page
     */
    Link linkTo(OrderLine line);

    /**
     * The same, carrying our name for the visit where the upstream has a place for it; {@link
     * HandedOrder#reference()} then gives it back. An upstream without one makes the plain link.
     *
     * @throws UpstreamException as {@link #linkTo(OrderLine)}
     */
    default Link linkTo(OrderLine line, HandOffReference reference) {
        return linkTo(line);
    }

    /**
     * A way to the store.
     *
     * @param at where the shopper goes
     * @param tracked whether the upstream pays for the visit; the host labels it as advertising,
     *     offers the neutral page beside it, and never ranks by it
     */
    record Link(URI at, boolean tracked) {}
}
