package com.truecart.app.payment;

import static java.util.Objects.requireNonNull;

import com.truecart.app.payment.Move.Kind;
import com.truecart.app.payment.NextMove.Asked;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code payment_move}: one at a time for each try, and a capture once for ever. */
@Repository
class MoveRecord {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PaymentEvents events;
    private final NextMove next;

    @Autowired
    MoveRecord(JdbcClient jdbc, TransactionTemplate transaction, PaymentEvents events) {
        this(jdbc, transaction, events, new NextMove());
    }

    MoveRecord(
            JdbcClient jdbc, TransactionTemplate transaction, PaymentEvents events, NextMove next) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.next = next;
    }

    /** The move whose end is not known yet. */
    Optional<Move> open(Payment payment) {
        return jdbc.sql("select * from payment_move where payment = :payment and state = 'asked'")
                .param("payment", payment.reference())
                .query((row, _) -> move(row, payment.amount().currency()))
                .optional();
    }

    /**
     * Works out what is to be done, and commits the intent to do it: against the try as it was
     * read, so that of two who look at once only one asks for something.
     *
     * @param due nothing where the try is not the one that pays the bill, and is not to
     */
    Decided decide(Payment payment, Due due, Instant now) {
        return requireNonNull(transaction.execute(_ -> decideLocked(payment, due, now)));
    }

    /** What was decided. */
    sealed interface Decided {
        /** This is asked of the provider. */
        record Moves(Move move) implements Decided {}

        /** Nothing is to be done until then; empty where only news of the order change that. */
        record Waits(Optional<Instant> until) implements Decided {}

        /** Somebody else was first. */
        record Overtaken() implements Decided {}
    }

    private Decided decideLocked(Payment payment, Due due, Instant now) {
        boolean isAsRead =
                jdbc.sql(
                                """
                                select 1 from payment where reference = :reference and version = :version for no key update
                                """)
                        .param("reference", payment.reference())
                        .param("version", payment.version())
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (!isAsRead || open(payment).isPresent()) {
            return new Decided.Overtaken();
        }
        Currency currency = payment.amount().currency();
        return switch (next.of(payment, asked(payment), due, now)) {
            case NextMove.Todo.Capture capture -> {
                noteEarly(payment, capture.early(), now);
                yield intend(
                        payment, Kind.CAPTURE, capture.amount(), capture.amount().toString(), now);
            }
            case NextMove.Todo.Release release -> {
                noteEarly(payment, release.early(), now);
                yield intend(payment, Kind.RELEASE, Money.zero(currency), "", now);
            }
            case NextMove.Todo.GiveBack back ->
                    intend(payment, Kind.REFUND, back.amount(), back.amount().toString(), now);
            case NextMove.Todo.Wait wait -> {
                noteShortfall(payment, due, now);
                yield new Decided.Waits(wait.until());
            }
        };
    }

    private void noteEarly(Payment payment, boolean early, Instant now) {
        if (early) {
            events.addOnce(payment, PaymentEvents.EARLY, "some of the order is in doubt", now);
        }
    }

    /**
     * More was ordered than the provider still had: nobody is charged again, a person must know.
     */
    private void noteShortfall(Payment payment, Due due, Instant now) {
        Money missing = due.atLeast().minus(payment.taken().minus(payment.refunded()));
        boolean over =
                payment.state() instanceof PaymentState.Taken
                        || payment.state() instanceof PaymentState.Closed;
        if (over && missing.isPositive()) {
            events.addOnce(payment, "short", missing.toString(), now);
        }
    }

    private Asked asked(Payment payment) {
        return jdbc.sql(
                        """
                        select coalesce(bool_or(kind = 'capture'), false) as captured,
                               coalesce(sum(amount) filter (where kind = 'refund'), 0) as given_back
                        from payment_move where payment = :payment
                        """)
                .param("payment", payment.reference())
                .query((row, _) ->
                        new Asked(
                                row.getBoolean("captured"),
                                new Money(row.getLong("given_back"), payment.amount().currency())))
                .single();
    }

    private Decided intend(Payment payment, Kind kind, Money amount, String why, Instant now) {
        int number =
                jdbc.sql("select count(*) from payment_move where payment = :payment")
                        .param("payment", payment.reference())
                        .query(Integer.class)
                        .single();
        Move move =
                new Move(
                        payment.reference() + "-m" + (number + 1),
                        payment.reference(),
                        kind,
                        amount,
                        now);
        jdbc.sql(
                        """
                        insert into payment_move (reference, payment, kind, amount, state, asked_at)
                        values (:reference, :payment, :kind, :amount, 'asked', :now)
                        """)
                .param("reference", move.reference())
                .param("payment", payment.reference())
                .param("kind", nameOf(kind))
                .param("amount", amount.minor())
                .param("now", PaymentRecord.utc(now))
                .update();
        events.add(payment, nameOf(kind) + "_asked", payment.state(), why, now);
        return new Decided.Moves(move);
    }

    /** Notes the end of a move, once. */
    void end(Payment payment, Move move, boolean done, String word, Instant now) {
        transaction.executeWithoutResult(_ -> {
            int rows =
                    jdbc.sql(
                                    """
                                    update payment_move set state = :state, word = :word, ended_at = :now
                                    where reference = :reference and state = 'asked'
                                    """)
                            .param("state", done ? "done" : "failed")
                            .param("word", word)
                            .param("now", PaymentRecord.utc(now))
                            .param("reference", move.reference())
                            .update();
            if (rows == 1) {
                String kind = nameOf(move.kind()) + (done ? "_done" : "_failed");
                events.add(payment, kind, payment.state(), move.amount() + " " + word, now);
            }
        });
    }

    private static Move move(ResultSet row, Currency currency) throws SQLException {
        return new Move(
                row.getString("reference"),
                row.getString("payment"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Money(row.getLong("amount"), currency),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static String nameOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
