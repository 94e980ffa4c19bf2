package com.truecart.spi;

import com.truecart.model.Money;

/**
 * An order to place: exactly what was quoted, for not more than was agreed.
 *
 * @param quote the request that was quoted
 * @param resumeToken {@link QuoteResult.Quoted#resumeToken()}
 * @param agreedTotal what the shopper agreed to pay this store; a store that asks for more is
 *     {@link PlaceResult.Rejected}
 * @param paymentMethod one of {@link Terms#paymentMethods()}
 */
public record PlaceRequest(
        QuoteRequest quote, String resumeToken, Money agreedTotal, PaymentMethod paymentMethod) {}
