package com.truecart.app.checkout;

import com.truecart.app.order.OrderId;
import com.truecart.model.Money;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                .map(limit -> new Spending(limit, spent(shopper, currency, null)));
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
     * Within the transaction of an order, when it is made and what it buys again is decided about,
     * so that this does not count twice: two of them at once are looked at one after the other.
     *
     * @param order which does not count as spent yet
     * @param more the most that may become of it
     * @throws Passed where it would come to more than the limit
     */
    void check(UUID shopper, OrderId order, Money more) {
        limit(shopper, more.currency(), " for update")
                .map(limit -> new Spending(limit, spent(shopper, more.currency(), order.value())))
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

    /**
     * What may still be ordered anew without asking counts with the most that may become of it: by
     * the part that was agreed to, with all that is in its place.
     */
    private Money spent(UUID shopper, Currency currency, @Nullable UUID without) {
        Instant month =
                clock.instant()
                        .atZone(zone)
                        .withDayOfMonth(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        long minor =
                jdbc.sql(
                                """
                                with part as (
                                    select coalesce(s.instead_of, s.id) as agreed, coalesce(o.shortage_percent, 0) as percent,
                                           case s.state when 'rejected' then 0
                                                        when 'cancelled' then coalesce(s.charged, 0) - s.refunded
                                                        else coalesce(s.charged, s.quoted) - s.refunded end as stands,
                                           s.state in ('awaiting_payment', 'placing', 'awaiting_buyer', 'in_doubt')
                                               or s.state = 'rejected' and exists
                                                  (select from shortage h where h.sub_order_id = s.id and h.step = 'ACTING') as open
                                    from customer_order o join sub_order s on s.order_id = o.id
                                    where o.shopper = :shopper and o.placed_at >= :month and s.currency = :currency
                                      and o.id is distinct from :without),
                                agreed as (
                                    select agreed as id, percent, sum(stands) as stands, bool_or(open) as open
                                    from part group by agreed, percent)
                                select coalesce(sum(case when not a.open then a.stands
                                                         when s.merchant_of_record = 'THE_STORE'
                                                         then greatest(a.stands, s.quoted * (100 + a.percent) / 100)
                                                         else greatest(a.stands, s.quoted) end), 0)
                                from agreed a join sub_order s on s.id = a.id
                                """)
                        .param("without", without, Types.OTHER)
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
