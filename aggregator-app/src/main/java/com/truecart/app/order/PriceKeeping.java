package com.truecart.app.order;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Instant;

/**
 * How well one connection's prices were kept, in one currency: read off the ledger, over the
 * sub-orders the store has charged.
 *
 * @param connection the connection's id
 * @param name the store as its latest sub-order named it
 * @param charged how many sub-orders were charged; at least 1
 * @param quotedAsPromised for how many of them the store quoted what we had predicted, to the cent
 * @param chargedAsQuoted for how many it charged what it had quoted, to the cent
 * @param kept for how many both hold
 * @param offAtQuote the sum of what quotes were off from predictions, each without its sign
 * @param offAtCharge the same of charges against quotes
 * @param latest when the latest of these charges was learnt
 */
public record PriceKeeping(
        String connection,
        Localized name,
        long charged,
        long quotedAsPromised,
        long chargedAsQuoted,
        long kept,
        Money offAtQuote,
        Money offAtCharge,
        Instant latest) {

    /** The share of sub-orders with promised = quoted = charged, in millionths, rounded down. */
    public long keptPpm() {
        return kept * 1_000_000 / charged;
    }
}
