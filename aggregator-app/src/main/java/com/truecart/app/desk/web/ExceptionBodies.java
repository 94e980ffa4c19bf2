package com.truecart.app.desk.web;

import com.truecart.app.connection.Exchanged;
import com.truecart.app.desk.ExceptionDesk.AtStore;
import com.truecart.app.desk.ExceptionDesk.Facts;
import com.truecart.app.desk.ExceptionKind;
import com.truecart.app.desk.OpenException;
import com.truecart.app.desk.Redaction;
import com.truecart.app.web.MoneyView;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exceptions on the wire; what is personal stays out. */
final class ExceptionBodies {
    private ExceptionBodies() {}

    /**
     * @param next what to send as {@code after} for the next page
     */
    record QueueBody(List<ItemBody> items, Optional<String> next) {}

    record ItemBody(
            ExceptionKind kind,
            String item,
            Instant since,
            String orderId,
            String orderNumber,
            Optional<Map<String, String>> store,
            Optional<MoneyView> amount,
            String words) {

        static ItemBody of(OpenException one, Redaction redaction) {
            return new ItemBody(
                    one.kind(),
                    one.item(),
                    one.since(),
                    one.order().toString(),
                    one.orderNumber(),
                    one.store().map(name -> name.byLanguage()),
                    one.amount().map(MoneyView::of),
                    redaction.of(one.words()));
        }
    }

    /** Something that happened; of payments, {@code of} is the try. */
    record HappeningBody(Instant at, String of, String kind, String detail) {}

    /**
     * What is known of the part at the store.
     *
     * @param sentTo who receives it, by initials
     * @param tellsFrom from when on a store that shows none surely has none
     * @param exchanges what went over the wire and left it in doubt, the newest first
     */
    record AtStoreBody(
            String store,
            String key,
            String doubtClass,
            MoneyView quoted,
            List<String> sentLines,
            String sentTo,
            String paidBy,
            Optional<Instant> tellsFrom,
            boolean canBeSentAgain,
            List<HappeningBody> history,
            List<ExchangeBody> exchanges) {

        static AtStoreBody of(AtStore at) {
            PlaceRequest sent = at.sent();
            Recipient recipient = sent.quote().recipient();
            Redaction redaction = new Redaction(recipient);
            return new AtStoreBody(
                    at.part().store().toString(),
                    at.part().key().value(),
                    at.part().doubtClass().name(),
                    MoneyView.of(at.part().quoted().total()),
                    sent.quote().lines().stream()
                            .map(line -> line.quantity() + " x " + line.upstreamId())
                            .toList(),
                    Redaction.initials(recipient),
                    sent.paymentMethod().word(),
                    at.tellsFrom(),
                    at.canBeSentAgain(),
                    at.history().stream()
                            .map(one ->
                                    new HappeningBody(
                                            one.at(),
                                            at.part().key().value(),
                                            one.kind(),
                                            redaction.of(one.detail())))
                            .toList(),
                    at.exchanges().stream().map(one -> ExchangeBody.of(one, redaction)).toList());
        }
    }

    /** A call as it went over the wire; {@code status} is 0 where no answer came. */
    record ExchangeBody(
            Instant at, String request, String sent, int status, String received, String failure) {

        private static ExchangeBody of(Exchanged one, Redaction redaction) {
            return new ExchangeBody(
                    one.at(),
                    redaction.of(one.request()),
                    redaction.of(one.sent()),
                    one.status(),
                    redaction.of(one.received()),
                    redaction.of(one.failure()));
        }
    }

    record FactsBody(
            ItemBody exception, Optional<AtStoreBody> atStore, List<HappeningBody> payment) {

        static FactsBody of(Facts facts, Redaction redaction) {
            return new FactsBody(
                    ItemBody.of(facts.exception(), redaction),
                    facts.atStore().map(AtStoreBody::of),
                    facts.payment().stream()
                            .map(one ->
                                    new HappeningBody(
                                            one.at(),
                                            one.payment(),
                                            one.kind(),
                                            redaction.of(one.detail())))
                            .toList());
        }
    }
}
