package com.truecart.app.order;

import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Instant;
import java.util.Optional;

/**
 * The order at one store, as recorded.
 *
 * @param version counts the changes; a change against an older version is refused
 * @param merchant who is paid by the shopper
 * @param paymentMethod how the store is paid
 * @param charged what the store charged, once it said so; what it gave back is not taken off
 * @param refunded what the store gave back of it so far
 */
public record SubOrder(
        SubOrderId id,
        OrderId order,
        StoreId store,
        Localized storeName,
        DoubtClass doubtClass,
        MerchantOfRecord merchant,
        PaymentMethod paymentMethod,
        SubOrderState state,
        int version,
        IdempotencyKey key,
        Amounts promised,
        Amounts quoted,
        Optional<Money> charged,
        Money refunded,
        Instant createdAt,
        Instant changedAt) {

    /** The same after a move. */
    SubOrder moved(
            SubOrderState to,
            Optional<Money> nowCharged,
            Money nowRefunded,
            boolean changes,
            Instant lastChange) {
        return new SubOrder(
                id,
                order,
                store,
                storeName,
                doubtClass,
                merchant,
                paymentMethod,
                to,
                changes ? version + 1 : version,
                key,
                promised,
                quoted,
                nowCharged,
                nowRefunded,
                createdAt,
                lastChange);
    }
}
