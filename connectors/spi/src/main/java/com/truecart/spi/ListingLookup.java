package com.truecart.spi;

import com.truecart.model.Listing;
import java.util.Optional;

/** Asks for a single listing anew, between two pulls. */
public interface ListingLookup {

    /**
     * What the upstream states of this listing now, exactly as a pull would bring it, by one plain
     * read: one call that changes nothing. Empty where the upstream says that it lists it no
     * longer.
     *
     * @param upstreamId a {@link Listing#upstreamId()} an earlier pull brought
     * @throws UpstreamException where no answer can be had, {@link UpstreamException.Drifted} where
     *     a pull would have passed over the record
     */
    Optional<Listing> now(String upstreamId);
}
