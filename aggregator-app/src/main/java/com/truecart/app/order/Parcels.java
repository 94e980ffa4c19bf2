package com.truecart.app.order;

import com.truecart.spi.UpstreamOrder.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Parcels under way, for those who ask carriers about them. */
@Service
public class Parcels {
    /** Longer than any carrier's service may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_OF_ONE_NUMBER = 20;
    private final JdbcClient jdbc;

    Parcels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A parcel with a number.
     *
     * @param carrier as the store names it
     * @param followed whether the service tells us by itself
     */
    public record UnderWay(
            SubOrderId part,
            OrderId order,
            String number,
            Optional<String> carrier,
            boolean followed) {}

    /**
     * Those a carrier is to be asked about now, of orders that are with their store or on the way;
     * whoever asks here holds them for a while.
     */
    public List<UnderWay> due(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        with due as (
                            select p.sub_order_id, p.tracking_number from parcel p
                            join sub_order s on s.id = p.sub_order_id and s.state in ('placed', 'shipped')
                            where p.ask_at <= :now and p.tracking_number <> ''
                            order by p.ask_at limit :most for update of p skip locked)
                        update parcel p set ask_at = :lease from due, sub_order s
                        where p.sub_order_id = due.sub_order_id and p.tracking_number = due.tracking_number
                          and s.id = p.sub_order_id
                        returning p.sub_order_id, s.order_id, p.tracking_number, p.carrier, p.followed
                        """)
                .param("now", OrderRecord.utc(now))
                .param("lease", OrderRecord.utc(now.plus(LEASE)))
                .param("most", atMost)
                .query((row, _) ->
                        underWay(
                                row.getObject("sub_order_id", UUID.class),
                                row.getObject("order_id", UUID.class),
                                row.getString("tracking_number"),
                                row.getString("carrier"),
                                row.getBoolean("followed")))
                .list();
    }

    /** Nobody is asked about the parcels of orders that have ended. */
    public void forgetEnded(Instant now) {
        jdbc.sql(
                        """
                        update parcel p set ask_at = null from sub_order s
                        where s.id = p.sub_order_id and p.ask_at <= :now and p.tracking_number <> ''
                          and s.state in ('delivered', 'cancelled', 'rejected')
                        """)
                .param("now", OrderRecord.utc(now))
                .update();
    }

    /** The parcels of this number, whosever they are. */
    public List<UnderWay> numbered(String number) {
        return jdbc.sql(
                        """
                        select p.sub_order_id, s.order_id, p.tracking_number, p.carrier, p.followed
                        from parcel p join sub_order s on s.id = p.sub_order_id
                        where p.tracking_number = :number and p.tracking_number <> '' order by s.created_at desc limit :most
                        """)
                .param("number", number)
                .param("most", MOST_OF_ONE_NUMBER)
                .query((row, _) ->
                        underWay(
                                row.getObject("sub_order_id", UUID.class),
                                row.getObject("order_id", UUID.class),
                                row.getString("tracking_number"),
                                row.getString("carrier"),
                                row.getBoolean("followed")))
                .list();
    }

    private static UnderWay underWay(
            UUID part, UUID order, String number, @Nullable String carrier, boolean followed) {
        return new UnderWay(
                new SubOrderId(part),
                new OrderId(order),
                number,
                Optional.ofNullable(carrier),
                followed);
    }

    /**
     * What a carrier said; what was said before is kept once.
     *
     * @param source the service that asked
     * @return how much of it is new
     */
    public int said(UnderWay parcel, String source, List<Event> events) {
        int news = 0;
        for (Event event : events) {
            news +=
                    jdbc.sql(
                                    """
                                    insert into parcel_event (sub_order_id, tracking_number, at, kind, text, source)
                                    values (:id, :number, :at, :kind, :text, :source)
                                    on conflict do nothing
                                    """)
                            .param("id", parcel.part().value())
                            .param("number", parcel.number())
                            .param("at", OrderRecord.utc(event.at()))
                            .param("kind", event.kind())
                            .param("text", event.text())
                            .param("source", source)
                            .update();
        }
        return news;
    }

    /**
     * When it is asked about again.
     *
     * @param askAt empty: never
     */
    public void askAgain(UnderWay parcel, Optional<Instant> askAt, boolean followed) {
        jdbc.sql(
                        """
                        update parcel set ask_at = :at, followed = :followed
                        where sub_order_id = :id and tracking_number = :number
                        """)
                .param(
                        "at",
                        askAt.map(OrderRecord::utc).orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("followed", followed)
                .param("id", parcel.part().value())
                .param("number", parcel.number())
                .update();
    }
}
