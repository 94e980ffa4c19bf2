package com.truecart.app.checkout;

import com.truecart.model.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What shoppers let themselves, or programs acting for them, spend in a calendar month. */
@Service
public class SpendingLimits {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    SpendingLimits(JdbcClient jdbc, Clock clock, @Value("${truecart.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** How the limit in this currency stands; empty where there is none. */
    public Optional<Spending> of(UUID shopper, Currency currency) {
        return limit(shopper, currency, "")
                .map(limit -> new Spending(limit, spent(shopper, currency)));
    }

    /** From now on no more than this a month, in its currency. */
    public void set(UUID shopper, Money limit) {
        jdbc.sql(
                        """
                        insert into spending_limit (shopper, currency, amount, changed_at)
                        values (:shopper, :currency, :amount, :now)
                        on conflict (shopper, currency) do update set amount = excluded.amount, changed_at = excluded.changed_at
                        """)
                .param("shopper", shopper)
                .param("currency", limit.currency().getCurrencyCode())
                .param("amount", limit.minor())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** From now on as much as is agreed to. */
    public void lift(UUID shopper, Currency currency) {
        jdbc.sql("delete from spending_limit where shopper = :shopper and currency = :currency")
                .param("shopper", shopper)
                .param("currency", currency.getCurrencyCode())
                .update();
    }

    /** Rolls an order back that would pass the limit. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never written anywhere
        private final Spending spending;

        Passed(Spending spending) {
            super("the shopper's limit is passed");
            this.spending = spending;
        }

        Spending spending() {
            return spending;
        }
    }

    /**
     * Within the transaction of an order, before it is made: two of them at once are looked at one
     * after the other.
     *
     * @throws Passed where it would come to more than the limit
     */
    void check(UUID shopper, Money more) {
        limit(shopper, more.currency(), " for update")
                .map(limit -> new Spending(limit, spent(shopper, more.currency())))
                .filter(spending -> !spending.allows(more))
                .ifPresent(spending -> {
                    throw new Passed(spending);
                });
    }

    private Optional<Money> limit(UUID shopper, Currency currency, String lock) {
        return jdbc.sql(
                        "select amount from spending_limit where shopper = :shopper and currency = :currency"
                                + lock)
                .param("shopper", shopper)
                .param("currency", currency.getCurrencyCode())
                .query(Long.class)
                .optional()
                .map(amount -> new Money(amount, currency));
    }

    private Money spent(UUID shopper, Currency currency) {
        Instant month =
                clock.instant()
                        .atZone(zone)
                        .withDayOfMonth(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        long minor =
                jdbc.sql(
                                """
                                select coalesce(sum(case s.state when 'rejected' then 0
                                                                 when 'cancelled' then coalesce(s.charged, 0) - s.refunded
                                                                 else coalesce(s.charged, s.quoted) - s.refunded end), 0)
                                from customer_order o join sub_order s on s.order_id = o.id
                                where o.shopper = :shopper and o.placed_at >= :month and s.currency = :currency
                                """)
                        .param("shopper", shopper)
                        .param("month", utc(month))
                        .param("currency", currency.getCurrencyCode())
                        .query(Long.class)
                        .single();
        return new Money(minor, currency);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
