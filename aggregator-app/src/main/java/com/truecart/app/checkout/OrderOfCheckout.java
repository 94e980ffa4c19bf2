package com.truecart.app.checkout;

import com.truecart.app.catalog.StoreId;
import com.truecart.app.checkout.Proposal.StoreQuote;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.NewOrder;
import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The order that a checkout was agreed to be. */
final class OrderOfCheckout {
    private OrderOfCheckout() {}

    /**
     * All of it.
     *
     * @param tokens what each store gave us to buy exactly what it quoted
     */
    static NewOrder of(Checkout checkout, Map<StoreId, String> tokens) {
        return new NewOrder(
                checkout.id().value(),
                checkout.shopper(),
                checkout.proposal().currency(),
                checkout.proposal().quoted().stream()
                        .map(quote -> part(quote, checkout.codes(), checkout.recipient(), tokens))
                        .toList(),
                checkout.proposal().handOff(),
                checkout.proposal().shortage());
    }

    /** The part at the store that quoted so. */
    static NewSubOrder part(
            StoreQuote quote, Set<String> codes, Recipient recipient, Map<StoreId, String> tokens) {
        QuoteRequest asked =
                new QuoteRequest(
                        quote.lines().stream()
                                .map(line -> new OrderLine(line.upstreamId(), line.quantity()))
                                .toList(),
                        codes,
                        recipient,
                        Optional.of(quote.paymentMethod())
                                .filter(_ -> quote.merchant() == MerchantOfRecord.TRUECART));
        return new NewSubOrder(
                quote.store(),
                quote.name(),
                quote.doubt(),
                quote.merchant(),
                quote.promised(),
                quote.quoted(),
                quote.differences().stream()
                        .map(Proposal.Difference::inEnglish)
                        .collect(Collectors.joining("; ")),
                quote.lines().stream()
                        .map(line ->
                                new NewLine(
                                        line.product(),
                                        line.upstreamId(),
                                        line.title(),
                                        line.quantity(),
                                        line.promised(),
                                        line.quoted()))
                        .toList(),
                new PlaceRequest(
                        asked,
                        tokens.getOrDefault(quote.store(), ""),
                        quote.quoted().total(),
                        quote.paymentMethod()));
    }
}
