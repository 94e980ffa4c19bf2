package com.truecart.app.notification;

import com.truecart.app.order.OrderId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing a shopper was told.
 *
 * @param orderNumber of the whole order, for people
 * @param amount what the store gave back in all, with {@link News#GIVEN_BACK} only
 * @param at when it happened, as far as we know
 * @param read whether it was on the shopper's screen
 */
public record Notice(
        long id,
        OrderId order,
        String orderNumber,
        Localized storeName,
        News news,
        Optional<Money> amount,
        Instant at,
        boolean read) {}
