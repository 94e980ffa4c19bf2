package com.truecart.app.order;

import static com.truecart.app.order.OrderRecord.utc;

import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.Shortage.Step;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code shortage}, and what orders say of the case. */
@Repository
class ShortageRecord {
    /** How long a shopper has to choose. */
    static final Duration TO_CHOOSE = Duration.ofDays(3);

    /** The soonest that a store is asked whether it has the goods again. */
    static final Duration SOONEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    ShortageRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part was surely not placed. Within the transaction that records it, so that no goods are
     * ever forgotten, and no money let go that is needed to order them again. What was ordered in
     * the place of other goods waits no longer than those would have.
     */
    void open(SubOrder part, boolean isShort, Instant now) {
        jdbc.sql(
                        """
                        with opened as (
                            insert into shortage (sub_order_id, short, step, until, opened_at, changed_at)
                            select s.id, :short, case when :short then 'ACTING' else 'ASKING' end,
                                   case when :short and o.shortage_choice = 'WAIT'
                                        then coalesce(first.until, cast(:now as timestamptz) + o.shortage_days * interval '1 day')
                                        else :choose end,
                                   coalesce(first.opened_at, :now), :now
                            from sub_order s join customer_order o on o.id = s.order_id
                            left join shortage first on first.sub_order_id = s.instead_of
                            where s.id = :part and o.shortage_choice is not null
                            on conflict do nothing
                            returning sub_order_id, step, until)
                        update sub_order s
                        set next_check_at = case when opened.step = 'ASKING' then opened.until
                                                 when o.shortage_choice = 'WAIT' then least(:soonest, opened.until)
                                                 else :now end
                        from opened, customer_order o
                        where s.id = opened.sub_order_id and o.id = s.order_id
                        """)
                .param("short", isShort)
                .param("part", part.id().value())
                .param("now", utc(now))
                .param("choose", utc(now.plus(TO_CHOOSE)))
                .param("soonest", utc(now.plus(SOONEST)))
                .update();
    }

    Optional<Shortage> find(SubOrderId part) {
        return jdbc.sql("select * from shortage where sub_order_id = :part")
                .param("part", part.value())
                .query((row, _) -> shortage(row))
                .optional();
    }

    /** The parts of an order whose goods may still be ordered with the money that is held. */
    Set<SubOrderId> acting(OrderId order) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select s.id from shortage h join sub_order s on s.id = h.sub_order_id
                                where s.order_id = :order and h.step = 'ACTING' and s.state = 'rejected'
                                  and exists (select from sub_order_line l where l.sub_order_id = s.id
                                      and not exists (select from rest_choice c where c.sub_order_id = l.sub_order_id and c.line = l.line))
                                """)
                        .param("order", order.value())
                        .query((row, _) -> new SubOrderId(row.getObject("id", UUID.class)))
                        .list());
    }

    /**
     * It goes on; false where somebody else took it on before. Its part counts as changed, so that
     * the shopper is told.
     */
    boolean move(SubOrderId part, Step from, Step to, Instant until, Instant now) {
        boolean moved =
                jdbc.sql(
                                        """
                                        update shortage set step = :to, until = :until, changed_at = :now
                                        where sub_order_id = :part and step = :from
                                          and exists (select from sub_order s where s.id = :part and s.state = 'rejected')
                                        """)
                                .param("to", to.name())
                                .param("until", utc(until))
                                .param("now", utc(now))
                                .param("part", part.value())
                                .param("from", from.name())
                                .update()
                        == 1;
        if (moved) {
            jdbc.sql(
                            "update sub_order set changed_at = greatest(changed_at, :now), next_check_at = :next where id = :part and state = 'rejected'")
                    .param("now", utc(now))
                    .param(
                            "next",
                            to.isOpen() ? utc(until) : null,
                            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("part", part.value())
                    .update();
        }
        return moved;
    }

    /** The shopper was first; within the transaction in which these parts are locked. */
    void decided(Collection<SubOrderId> parts, Instant now) {
        for (SubOrderId part : parts) {
            find(part)
                    .filter(one -> one.step().isOpen())
                    .ifPresent(one -> move(part, one.step(), Step.DECIDED, one.until(), now));
        }
    }

    /** When it is looked after next; only while it stands as it was read. */
    void nextLook(SubOrder part, @Nullable Instant next) {
        jdbc.sql(
                        "update sub_order set next_check_at = :next where id = :part and version = :version")
                .param(
                        "next",
                        next == null ? null : utc(next),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("part", part.id().value())
                .param("version", part.version())
                .update();
    }

    /** What was agreed to for this case; empty for orders from before that could be chosen. */
    Optional<ShortagePolicy> policy(OrderId order) {
        return jdbc.sql("select * from customer_order where id = :order")
                .param("order", order.value())
                .query((row, _) -> policy(row))
                .single();
    }

    /** The part that was agreed to at the checkout: this one, or that in whose place it is. */
    SubOrderId agreed(SubOrderId part) {
        return new SubOrderId(
                jdbc.sql("select coalesce(instead_of, id) from sub_order where id = :part")
                        .param("part", part.value())
                        .query(UUID.class)
                        .single());
    }

    /**
     * Until the transaction ends nobody else moves these parts or decides about their goods, nor
     * about what was ordered in the place of the same part. Before anything else is written, and
     * all at once, always in the same order: nobody who waits here holds what another waits for.
     */
    void lock(Collection<SubOrderId> parts) {
        if (!parts.isEmpty()) {
            jdbc.sql(
                            """
                            select id from sub_order
                            where id in (:parts)
                               or id in (select instead_of from sub_order where id in (:parts) and instead_of is not null)
                            order by id for no key update
                            """)
                    .param("parts", parts.stream().map(SubOrderId::value).toList())
                    .query(UUID.class)
                    .list();
        }
    }

    /** What was ordered in its place. */
    record InPlace(int tries, Money standing) {}

    /** How often something was, and for how much that is not refused. */
    InPlace inPlaceOf(SubOrder agreed) {
        return jdbc.sql(
                        """
                        select count(*) as tries, coalesce(sum(quoted) filter (where state <> 'rejected'), 0) as standing
                        from sub_order where instead_of = :agreed
                        """)
                .param("agreed", agreed.id().value())
                .query((row, _) ->
                        new InPlace(
                                row.getInt("tries"),
                                new Money(
                                        row.getLong("standing"),
                                        agreed.quoted().total().currency())))
                .single();
    }

    /** The stores of an order that turned out not to have something. */
    Set<StoreId> shortStores(OrderId order) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select s.connection_id, s.seller_id from shortage h join sub_order s on s.id = h.sub_order_id
                                where s.order_id = :order and h.short
                                """)
                        .param("order", order.value())
                        .query((row, _) ->
                                new StoreId(
                                        row.getString("connection_id"), row.getString("seller_id")))
                        .list());
    }

    static Optional<ShortagePolicy> policy(ResultSet row) throws SQLException {
        @Nullable String choice = row.getString("shortage_choice");
        return choice == null
                ? Optional.empty()
                : Optional.of(
                        new ShortagePolicy(
                                ShortagePolicy.Choice.valueOf(choice),
                                row.getInt("shortage_days"),
                                row.getInt("shortage_percent")));
    }

    static Shortage shortage(ResultSet row) throws SQLException {
        return new Shortage(
                row.getBoolean("short"),
                Step.valueOf(row.getString("step")),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
