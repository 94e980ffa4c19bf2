package com.truecart.app.checkout.web;

import com.truecart.app.checkout.Checkout;
import com.truecart.app.checkout.Proposal;
import com.truecart.app.checkout.Proposal.Difference;
import com.truecart.app.checkout.Proposal.Notice;
import com.truecart.app.checkout.Proposal.StoreQuote;
import com.truecart.app.order.Amounts;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.web.MoneyView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkout on the wire.
 *
 * @param fingerprint what a confirmation has to name
 * @param forTruecart what of the total is paid to Truecart, before anything is ordered
 * @param shortage what is done where a store turns out not to have goods
 */
record CheckoutBody(
        String id,
        String fingerprint,
        MoneyView promised,
        MoneyView total,
        MoneyView forTruecart,
        ShortagePolicy shortage,
        List<QuoteBody> stores,
        List<UnavailableBody> unavailable,
        Optional<String> orderId) {

    static CheckoutBody of(Checkout checkout, Optional<OrderId> order) {
        Proposal proposal = checkout.proposal();
        return new CheckoutBody(
                checkout.id().toString(),
                proposal.fingerprint(),
                MoneyView.of(proposal.promised()),
                MoneyView.of(proposal.total()),
                MoneyView.of(proposal.forTruecart()),
                proposal.shortage(),
                proposal.quoted().stream().map(QuoteBody::of).toList(),
                proposal.unavailable().stream()
                        .map(store ->
                                new UnavailableBody(
                                        store.store().toString(),
                                        store.name().byLanguage(),
                                        store.reasons()))
                        .toList(),
                order.map(OrderId::toString));
    }

    /**
     * @param merchantOfRecord who sells
     * @param paidTo who is paid by the shopper
     */
    record QuoteBody(
            String store,
            Map<String, String> merchantOfRecord,
            MerchantOfRecord paidTo,
            String paymentMethod,
            AmountsBody promised,
            AmountsBody quoted,
            List<LineBody> lines,
            List<DifferenceBody> differences,
            List<String> refusedCodes,
            List<NoticeBody> notices,
            Instant quotedAt) {

        static QuoteBody of(StoreQuote quote) {
            return new QuoteBody(
                    quote.store().toString(),
                    quote.name().byLanguage(),
                    quote.merchant(),
                    quote.paymentMethod().word(),
                    AmountsBody.of(quote.promised()),
                    AmountsBody.of(quote.quoted()),
                    quote.lines().stream()
                            .map(line ->
                                    new LineBody(
                                            line.product().toString(),
                                            line.title().byLanguage(),
                                            line.quantity(),
                                            MoneyView.of(line.promised()),
                                            MoneyView.of(line.quoted())))
                            .toList(),
                    quote.differences().stream().map(DifferenceBody::of).toList(),
                    quote.refusedCodes(),
                    quote.notices().stream().map(NoticeBody::of).toList(),
                    quote.at());
        }
    }

    record AmountsBody(
            MoneyView goods,
            MoneyView discounts,
            MoneyView delivery,
            MoneyView tax,
            MoneyView total) {

        static AmountsBody of(Amounts amounts) {
            return new AmountsBody(
                    MoneyView.of(amounts.goods()),
                    MoneyView.of(amounts.discounts()),
                    MoneyView.of(amounts.delivery()),
                    MoneyView.of(amounts.tax()),
                    MoneyView.of(amounts.total()));
        }
    }

    record LineBody(
            String productId,
            Map<String, String> title,
            int quantity,
            MoneyView promised,
            MoneyView quoted) {}

    record NoticeBody(Optional<Map<String, String>> about, String text) {

        static NoticeBody of(Notice notice) {
            return new NoticeBody(notice.about().map(about -> about.byLanguage()), notice.text());
        }
    }

    record DifferenceBody(
            String kind,
            Optional<Map<String, String>> subject,
            MoneyView promised,
            MoneyView quoted) {

        static DifferenceBody of(Difference difference) {
            return new DifferenceBody(
                    difference.kind().name(),
                    difference.subject().map(subject -> subject.byLanguage()),
                    MoneyView.of(difference.promised()),
                    MoneyView.of(difference.quoted()));
        }
    }

    record UnavailableBody(String store, Map<String, String> name, List<String> reasons) {}
}
