package com.truecart.app.desk;

import com.truecart.app.connection.Exchanged;
import com.truecart.app.desk.DeskDecision.SeenTo;
import com.truecart.app.desk.DeskDecision.StoreHasIt;
import com.truecart.app.desk.DeskDecision.StoreHasNone;
import com.truecart.app.order.AskedStores;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SubOrder;
import com.truecart.app.order.SubOrderEvent.Decision;
import com.truecart.app.payment.PaymentHappening;
import com.truecart.app.payment.Payments;
import com.truecart.spi.PlaceRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What waits for a person of ours, the facts about it, and what is decided. */
@Service
public class ExceptionDesk {
    private final ExceptionQueue queue;
    private final AskedStores asked;
    private final Orders orders;
    private final SoldParts parts;
    private final Payments payments;

    ExceptionDesk(
            ExceptionQueue queue,
            AskedStores asked,
            Orders orders,
            SoldParts parts,
            Payments payments) {
        this.queue = queue;
        this.asked = asked;
        this.orders = orders;
        this.parts = parts;
        this.payments = payments;
    }

    /**
     * A page of the queue, the oldest first.
     *
     * @param next where the next page begins; empty on the last
     */
    public record Page(List<OpenException> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** What is known about one exception. */
    public record Facts(
            OpenException exception, Optional<AtStore> atStore, List<PaymentHappening> payment) {
        public Facts {
            payment = List.copyOf(payment);
        }
    }

    /**
     * What is known of the part at the store.
     *
     * @param sent what was sent: personal, to be shown redacted
     * @param tellsFrom from when on a store that shows none surely has none; empty where that is
     *     not to be decided
     * @param canBeSentAgain whether the shopper's consent is young enough
     * @param exchanges what went over the wire and left it in doubt, the newest first: to be shown
     *     redacted
     */
    public record AtStore(
            SubOrder part,
            List<OrderView.Happening> history,
            PlaceRequest sent,
            Optional<Instant> tellsFrom,
            boolean canBeSentAgain,
            List<Exchanged> exchanges) {
        public AtStore {
            history = List.copyOf(history);
            exchanges = List.copyOf(exchanges);
        }
    }

    /** What came of a decision. */
    public enum Outcome {
        DONE,
        /** It is not open any more, or somebody else was first. */
        GONE,
        /** This is not decided so. */
        NOT_FOR_THIS,
        /** An attempt could still have arrived when the store was asked. */
        ASKED_TOO_EARLY,
        /** What the shopper agreed to is too old to be sent again. */
        TOO_OLD_TO_SEND,
        /** The number is that of another order. */
        NUMBER_TAKEN
    }

    /**
     * A page of what is open.
     *
     * @param after {@link Page#next} of the page before
     * @throws IllegalArgumentException where that is none of ours
     */
    public Page page(Optional<String> after, int atMost) {
        List<OpenException> found = queue.page(after, atMost + 1);
        return found.size() <= atMost
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, atMost),
                        Optional.of(ExceptionQueue.cursor(found.get(atMost - 1))));
    }

    /** One that is open. */
    public Optional<OpenException> find(ExceptionKind kind, String item) {
        return queue.find(kind, item);
    }

    /** Whatever is known about it. */
    public Facts facts(OpenException exception) {
        return new Facts(
                exception,
                exception.part().flatMap(parts::subOrder).map(part -> atStore(exception, part)),
                payments.happened(exception.order().value()));
    }

    /** Takes out of what is recorded about it who the shopper is. */
    public Redaction redaction(OpenException exception) {
        return exception
                .part()
                .or(() ->
                        orders.find(exception.order(), exception.shopper()).stream()
                                .flatMap(order -> order.parts().stream())
                                .map(part -> part.subOrder().id())
                                .findFirst())
                .map(part -> new Redaction(asked.sent(part).quote().recipient()))
                .orElseGet(Redaction::ofNobody);
    }

    private AtStore atStore(OpenException exception, SubOrder part) {
        List<OrderView.Happening> history =
                orders.find(exception.order(), exception.shopper()).stream()
                        .flatMap(order -> order.parts().stream())
                        .filter(one -> one.subOrder().id().equals(part.id()))
                        .flatMap(one -> one.history().stream())
                        .toList();
        return new AtStore(
                part,
                history,
                asked.sent(part.id()),
                asked.tellsFrom(part),
                asked.canBeSentAgain(part),
                asked.exchanges(part.id()));
    }

    /** Decides about it. */
    public Outcome decide(OpenException exception, DeskDecision what, Decision decision) {
        boolean isParked = exception.kind() == ExceptionKind.PARKED;
        return switch (what) {
            case StoreHasIt(var number, var charged) ->
                    isParked
                            ? of(
                                    asked.hasIt(
                                            exception.part().orElseThrow(),
                                            number,
                                            charged,
                                            decision))
                            : Outcome.NOT_FOR_THIS;
            case StoreHasNone(var askedAt, var sendAgain) ->
                    isParked
                            ? of(
                                    asked.hasNone(
                                            exception.part().orElseThrow(),
                                            askedAt,
                                            sendAgain,
                                            decision))
                            : Outcome.NOT_FOR_THIS;
            case SeenTo _ ->
                    isParked
                            ? Outcome.NOT_FOR_THIS
                            : queue.close(exception, decision) ? Outcome.DONE : Outcome.GONE;
        };
    }

    private static Outcome of(AskedStores.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Outcome.DONE;
            case MOVED -> Outcome.GONE;
            case ASKED_TOO_EARLY -> Outcome.ASKED_TOO_EARLY;
            case TOO_OLD_TO_SEND -> Outcome.TOO_OLD_TO_SEND;
            case NUMBER_TAKEN -> Outcome.NUMBER_TAKEN;
        };
    }
}
