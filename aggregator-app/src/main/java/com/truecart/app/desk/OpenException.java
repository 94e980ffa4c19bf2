package com.truecart.app.desk;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.SubOrderId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a person has to see to.
 *
 * @param item which one of its kind
 * @param part the part of the order at one store, where it is about one
 * @param store the name of that store
 * @param amount how much money it is about, where that is known
 * @param words the reason or the provider's word, as recorded
 */
public record OpenException(
        ExceptionKind kind,
        String item,
        Instant since,
        OrderId order,
        String orderNumber,
        UUID shopper,
        Optional<SubOrderId> part,
        Optional<Localized> store,
        Optional<Money> amount,
        String words) {}
