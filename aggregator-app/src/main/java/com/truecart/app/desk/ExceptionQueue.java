package com.truecart.app.desk;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.SubOrderEvent.Decision;
import com.truecart.app.order.SubOrderId;
import com.truecart.model.Money;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All that is open, read from the records of orders and payments at the moment it is asked for: an
 * exception is there as long as its cause is, or until a person closes it.
 */
@Repository
class ExceptionQueue {
    private static final String OPEN =
            """
            select x.*, o.id as of_order, o.number, o.shopper, s.store_name
            from (
                select 'PARKED' as kind, s.id::text as item,
                       coalesce((select max(e.at) from sub_order_event e where e.sub_order_id = s.id and e.kind = 'handed_to_person'),
                                s.changed_at) as since,
                       s.order_id, s.id as sub_order_id, s.currency, s.quoted as amount, s.details ->> 'parked' as words
                from sub_order s where s.state = 'in_doubt' and s.details ->> 'parked' is not null
                union all
                select 'SECOND_STORE_ORDER', e.sub_order_id || ' ' || split_part(e.detail, ' ', 1), min(e.at),
                       null, e.sub_order_id, null, null, min(e.detail)
                from sub_order_event e where e.kind = 'second_store_order' group by e.sub_order_id, split_part(e.detail, ' ', 1)
                union all
                select 'BOUGHT_TWICE', s.id::text, max(c.decided_at), s.order_id, s.id, s.currency, max(s.quoted), ''
                from rest_choice c join sub_order s on s.id = c.sub_order_id
                where c.choice = 'bought_again' and s.state not in ('rejected', 'cancelled') group by s.id
                union all
                select 'CHARGED_MORE', s.id || ' ' || s.charged,
                       coalesce((select max(l.at) from ledger_entry l where l.sub_order_id = s.id and l.kind = 'charged'), s.changed_at),
                       s.order_id, s.id, s.currency, s.charged - s.quoted, ''
                from sub_order s where s.charged > s.quoted
                union all
                select 'SHORT', e.id::text, e.at, p.order_id, null, p.currency, null, e.detail
                from payment_event e join payment p on p.reference = e.payment where e.kind = 'short'
                union all
                select case m.kind when 'capture' then 'CAPTURE_FAILED' else 'REFUND_FAILED' end, m.reference, m.ended_at,
                       p.order_id, null, p.currency, m.amount, m.word
                from payment_move m join payment p on p.reference = m.payment where m.state = 'failed' and m.kind <> 'release'
                union all
                select 'PAYMENT_HELP', t.number, t.opened_at, t.order_id, null, b.currency, b.amount, t.number
                from payment_ticket t join bill b on b.order_id = t.order_id
            ) x
            left join sub_order s on s.id = x.sub_order_id
            join customer_order o on o.id = coalesce(x.order_id, s.order_id)
            where not exists (select from exception_closed c where c.kind = x.kind and c.item = x.item)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExceptionQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page, the oldest first.
     *
     * @param after {@link #cursor} of the last one of the page before
     * @throws IllegalArgumentException where that is none of ours
     */
    List<OpenException> page(Optional<String> after, int atMost) {
        Place from = after.map(Place::parse).orElse(Place.START);
        return jdbc.sql(
                        OPEN
                                + """
                                and (x.since, x.kind, x.item) > (:since, :kind, :item)
                                order by x.since, x.kind, x.item limit :atMost
                                """)
                .param("since", from.since().atOffset(ZoneOffset.UTC))
                .param("kind", from.kind())
                .param("item", from.item())
                .param("atMost", atMost)
                .query(ExceptionQueue::open)
                .list();
    }

    /** One that is open. */
    Optional<OpenException> find(ExceptionKind kind, String item) {
        return jdbc.sql(OPEN + " and x.kind = :kind and x.item = :item")
                .param("kind", kind.name())
                .param("item", item)
                .query(ExceptionQueue::open)
                .optional();
    }

    /** Where the page after this one begins. */
    static String cursor(OpenException last) {
        return new Place(last.since(), last.kind().name(), last.item()).text();
    }

    /**
     * It is seen to.
     *
     * @return false where somebody was first
     */
    boolean close(OpenException one, Decision decision) {
        return jdbc.sql(
                                """
                                insert into exception_closed (kind, item, by_whom, why, at) values (:kind, :item, :by, :why, :now)
                                on conflict do nothing
                                """)
                        .param("kind", one.kind().name())
                        .param("item", one.item())
                        .param("by", decision.by())
                        .param("why", decision.why())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static OpenException open(ResultSet row, int number) throws SQLException {
        @Nullable UUID part = row.getObject("sub_order_id", UUID.class);
        @Nullable Long amount = row.getObject("amount", Long.class);
        @Nullable String currency = row.getString("currency");
        return new OpenException(
                ExceptionKind.valueOf(row.getString("kind")),
                row.getString("item"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new OrderId(row.getObject("of_order", UUID.class)),
                row.getString("number"),
                row.getObject("shopper", UUID.class),
                Optional.ofNullable(part).map(SubOrderId::new),
                Optional.ofNullable(row.getString("store_name")).map(LocalizedJson::read),
                amount == null || currency == null
                        ? Optional.empty()
                        : Optional.of(Money.of(amount, currency)),
                row.getString("words"));
    }

    /** A place in the order of the queue. */
    private record Place(Instant since, String kind, String item) {
        static final Place START = new Place(Instant.EPOCH, "", "");

        static Place parse(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                                .split("\n", 3);
                if (parts.length == 3) {
                    return new Place(Instant.parse(parts[0]), parts[1], parts[2]);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("is none of ours", e);
            }
            throw new IllegalArgumentException("is none of ours");
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            (since + "\n" + kind + "\n" + item).getBytes(StandardCharsets.UTF_8));
        }
    }
}
