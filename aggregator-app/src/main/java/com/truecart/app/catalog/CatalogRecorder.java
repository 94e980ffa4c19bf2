package com.truecart.app.catalog;

import com.truecart.model.Listing;
import com.truecart.model.Promotion;
import java.time.Instant;
import java.util.List;

/** Writing the facts a pull brings. Every method works within the caller's transaction. */
public interface CatalogRecorder {

    /**
     * Records one page. What is stated as of an earlier moment than what is on record adds
     * observations and changes nothing else, so dated files may come in any order. Recording the
     * same again changes nothing.
     *
     * @param runId the pull that saw it
     */
    default Recorded record(String connectionId, long runId, List<Listing> listings) {
        return record(connectionId, runId, listings, History.KEPT);
    }

    /** The same, with price observations or without. */
    Recorded record(String connectionId, long runId, List<Listing> listings, History history);

    /**
     * Records in the same way what a single listing was stated as between two pulls, when its store
     * was asked for it alone.
     */
    Recorded recordLookup(String connectionId, Listing listing, History history);

    /** Whether what is asked for an offer is written down day by day. */
    enum History {
        KEPT,
        /** The keys of the listings do not stay: a row of prices would be of several things. */
        NOT_KEPT
    }

    /**
     * Records store-wide promotions as of this moment; gives how many are new or stated otherwise.
     */
    int recordPromotions(String connectionId, List<Promotion> promotions, Instant seenAt);

    /** Withdraws the store-wide promotions not seen since then. */
    int completePromotions(String connectionId, Instant seenSince);

    /**
     * Withdraws every listing and offer last seen before this moment; gives how many offers went.
     */
    int complete(String connectionId, Instant completeAsOf);

    /**
     * Gives every listing of the connection that has none its product, by identifiers only; gives
     * how many were matched.
     */
    int match(String connectionId, Instant now);

    /**
     * Puts the connection's products for which a promotion began or ended between these moments
     * among the {@link #pending} ones.
     */
    void expectPriceTurns(String connectionId, Instant after, Instant until);

    /** Puts all products of the connection among the {@link #pending} ones. */
    void expectOtherPrices(String connectionId);

    /** Products whose search entry is older than the record, at most this many. */
    Pending pending(int most);

    /**
     * Takes these off {@link #pending}, once the index has them for good; what was restated since
     * they were read keeps waiting.
     */
    void indexed(Pending done);

    /**
     * Products that wait for the index.
     *
     * @param entries their places in the queue; a product restated twice has two
     */
    record Pending(List<ProductId> products, List<Long> entries) {
        public Pending {
            products = List.copyOf(products);
            entries = List.copyOf(entries);
        }
    }

    /**
     * Products after this one in the order of their ids, at most this many: the way through all of
     * them.
     */
    List<ProductId> after(ProductId previous, int most);

    /**
     * What recording a page did.
     *
     * @param changed listings and offers that are new or stated otherwise
     */
    record Recorded(int listings, int offers, int changed, int observations) {}
}
