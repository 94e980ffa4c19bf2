package com.truecart.app.order;

import com.truecart.app.connection.Exchanged;
import com.truecart.app.order.Step.Refusal;
import com.truecart.app.order.SubOrderEvent.Decision;
import com.truecart.app.order.SubOrderEvent.PersonFoundIt;
import com.truecart.app.order.SubOrderEvent.PersonFoundNone;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a person of ours found out by asking a store about an order in doubt, and decided: through
 * the same rules as everything else, so that no decision doubles an order.
 */
@Service
public class AskedStores {
    /** A person tells a moment to the minute, and "0 minutes ago" may be 59 seconds ago. */
    private static final Duration TOLD_TO = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final OrderRecord record;
    private final RawExchanges exchanges;
    private final OrderSettings settings;
    private final WakeUps wakeUps;
    private final Clock clock;

    AskedStores(
            JdbcClient jdbc,
            OrderRecord record,
            RawExchanges exchanges,
            OrderSettings settings,
            WakeUps wakeUps,
            Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.exchanges = exchanges;
        this.settings = settings;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /** What came of a decision. */
    public enum Outcome {
        DONE,
        /** It is not with a person any more, or somebody else was first. */
        MOVED,
        /** An attempt could still have arrived when the store was asked: it says nothing yet. */
        ASKED_TOO_EARLY,
        /** What the shopper agreed to is too old to be sent. */
        TOO_OLD_TO_SEND,
        /** The number is that of another order of ours. */
        NUMBER_TAKEN
    }

    /** What was, or is to be, sent to the store: personal. */
    public PlaceRequest sent(SubOrderId id) {
        return record.request(id);
    }

    /**
     * What went over the wire while that left it in doubt, the newest first: without secrets, to be
     * shown redacted.
     */
    public List<Exchanged> exchanges(SubOrderId id) {
        return exchanges.of(id);
    }

    /**
     * From when on a store that shows none surely has none; empty where that is not in doubt, or
     * not with a person.
     */
    public Optional<Instant> tellsFrom(SubOrder part) {
        return part.state() instanceof InDoubt doubt && doubt.parked().isPresent()
                ? Optional.of(doubt.sentAt().plus(settings.quietPeriod()).plus(TOLD_TO))
                : Optional.empty();
    }

    /** Whether the shopper's consent is young enough to be sent once more. */
    public boolean canBeSentAgain(SubOrder part) {
        return !Placer.isStale(part, clock.instant());
    }

    /**
     * The store has it.
     *
     * @param number the store's own
     * @param charged what it charges in all
     */
    public Outcome hasIt(SubOrderId id, String number, Money charged, Decision decision) {
        SubOrder part = record.find(id).orElseThrow();
        Instant now = clock.instant();
        // a person learns no key to ask with: where the store wants one, it is not followed
        UpstreamOrder order =
                new UpstreamOrder(
                        new OrderHandle(number, new Secret("")),
                        UpstreamOrder.Status.ACCEPTED,
                        "found by asking",
                        charged,
                        List.of(),
                        now);
        Outcome outcome =
                record.inOneTransaction(() -> {
                    reserve(part, number);
                    return isTaken(part, number)
                            ? Outcome.NUMBER_TAKEN
                            : apply(part, new PersonFoundIt(order, decision), now);
                });
        if (outcome == Outcome.DONE) {
            wakeUps.soon(part.order());
        }
        return outcome;
    }

    /**
     * The store has none.
     *
     * @param askedAt when it was asked, to the minute: a minute earlier is believed
     * @param sendAgain whether it is sent again; otherwise it is not ordered there
     */
    public Outcome hasNone(SubOrderId id, Instant askedAt, boolean sendAgain, Decision decision) {
        SubOrder part = record.find(id).orElseThrow();
        if (sendAgain && !canBeSentAgain(part)) {
            return Outcome.TOO_OLD_TO_SEND;
        }
        Instant arrivedIfSentBy = askedAt.minus(TOLD_TO).minus(settings.quietPeriod());
        Outcome outcome =
                apply(
                        part,
                        new PersonFoundNone(arrivedIfSentBy, sendAgain, decision),
                        clock.instant());
        if (outcome == Outcome.DONE) {
            wakeUps.soon(part.order());
        }
        return outcome;
    }

    private Outcome apply(SubOrder part, SubOrderEvent event, Instant now) {
        return switch (Transitions.after(part.state(), event)) {
            case Step.Refused(Refusal reason) ->
                    reason == Refusal.MAY_STILL_ARRIVE ? Outcome.ASKED_TOO_EARLY : Outcome.MOVED;
            case Step.To _ ->
                    record.apply(part, event, now).isEmpty() ? Outcome.MOVED : Outcome.DONE;
        };
    }

    /** Whoever gives the same store's number at once waits until this transaction is over. */
    private void reserve(SubOrder part, String number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                .param("what", "store number " + part.store().connectionId() + " " + number)
                .query(String.class)
                .single();
    }

    private boolean isTaken(SubOrder part, String number) {
        return jdbc.sql(
                        """
                        select 1 from sub_order where connection_id = :connection and upstream_id = :number and id <> :id limit 1
                        """)
                .param("connection", part.store().connectionId())
                .param("number", number)
                .param("id", part.id().value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
