package com.truecart.spi;

import java.time.Instant;

/**
 * What became of hand-offs: the orders an upstream counts as made through links of this account.
 * Stateless: everything needed to go on is in the cursor. What it pays for them is left where it
 * is; nothing here may touch a price or a place.
 */
public interface HandedOrders {

    /** Where reading begins that is to tell whatever changed from this moment on. */
    Cursor from(Instant start);

    /**
     * One page of the lines that were made or changed since then, up to now. May be asked for
     * twice, also by another process after a crash, and leaves no gap: repeats are fine, the host
     * keeps the newest statement of a line. The last page is {@link Page.Done} with a watermark to
     * go on from later. One bad record goes to {@link Page#skipped()}.
     *
     * @param at from {@link #from}, from {@link Page.More}, or a watermark
     * @throws UpstreamException where no answer could be had
     * @throws IllegalArgumentException where the cursor is none of this kind's
     */
    Page<HandedOrder> page(Cursor at);
}
