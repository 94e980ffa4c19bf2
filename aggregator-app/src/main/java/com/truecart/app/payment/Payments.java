package com.truecart.app.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a shopper does about a bill: pay it, another way, later, not at all, or ask for help. Whose
 * order it is, the caller knows.
 */
@Service
public class Payments {
    private final Bills bills;
    private final PaymentAccounts accounts;
    private final PaymentRecord record;
    private final PaymentEvents events;
    private final PaymentDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(
            Bills bills,
            PaymentAccounts accounts,
            PaymentRecord record,
            PaymentEvents events,
            PaymentDesk desk,
            JdbcClient jdbc,
            Clock clock) {
        this.bills = bills;
        this.accounts = accounts;
        this.record = record;
        this.events = events;
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The ways to pay in this currency; none where nothing can be paid through us. */
    public List<PaymentAccount> ways(Currency currency) {
        return accounts.offered(currency);
    }

    /** The account a try was made with. */
    public Optional<PaymentAccount> account(String id) {
        return accounts.find(id);
    }

    /** How an order is paid; empty where nothing of it is paid through us. */
    public Optional<PaymentView> of(UUID order) {
        return bills.find(order)
                .map(bill ->
                        new PaymentView(
                                bill,
                                record.ofOrder(order),
                                events.has(order, PaymentEvents.EARLY)));
    }

    /**
     * Tries to pay this way; what was tried before is closed first. What the shopper has to do is
     * mostly known when this returns, else soon after.
     *
     * @param comeBack where the provider sends the shopper afterwards
     * @param notices the address below which providers reach us
     * @return false where there is nothing to pay any more, or no such way
     */
    public boolean pay(UUID order, String account, URI comeBack, URI notices) {
        Optional<Bill> bill = bills.find(order);
        if (bill.isEmpty()
                || ways(bill.get().amount().currency()).stream()
                        .noneMatch(way -> way.id().equals(account))) {
            return false;
        }
        boolean begun =
                record.insert(
                                order,
                                account,
                                comeBack,
                                URI.create(notices + "/" + account),
                                clock.instant())
                        .isPresent();
        desk.advanceAll(order);
        return begun;
    }

    /** The shopper comes, or comes back: what is waited for is asked about now. */
    public void lookNow(UUID order) {
        record.makeDue(order, clock.instant());
    }

    /**
     * The shopper does not pay: nothing is ordered. Where a try was begun its provider closes it
     * first; where that does not answer now the bill stays open, and {@link PaymentView#isEnding}.
     */
    public void callOff(UUID order) {
        bills.endNow(order, clock.instant());
        desk.lapse(order);
        desk.advanceAll(order);
        desk.lapse(order);
    }

    /**
     * The shopper cannot pay and asks for help: keeps what was tried.
     *
     * @return the number to name
     */
    public String askForHelp(UUID order) {
        String number = References.ticket();
        List<PaymentHappening> log = events.ofOrder(order);
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into payment_ticket (number, order_id, log, opened_at)
                        values (:number, :order, :log::jsonb, :now)
                        """)
                .param("number", number)
                .param("order", order)
                .param("log", PaymentJson.MAPPER.writeValueAsString(log))
                .param("now", PaymentRecord.utc(now))
                .update();
        return number;
    }

    /** Everything that became of an order's tries, the oldest first. */
    public List<PaymentHappening> happened(UUID order) {
        return events.ofOrder(order);
    }

    /** Whether this order's shopper was given this number. */
    public boolean hasTicket(UUID order, String number) {
        return jdbc.sql("select 1 from payment_ticket where number = :number and order_id = :order")
                .param("number", number)
                .param("order", order)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
