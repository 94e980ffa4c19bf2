package com.truecart.app.order;

import com.truecart.spi.Recipient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What moved, for those who tell shoppers. */
@Service
public class ChangedParts {
    private final JdbcClient jdbc;
    private final OrderRecord record;

    ChangedParts(JdbcClient jdbc, OrderRecord record) {
        this.jdbc = jdbc;
        this.record = record;
    }

    /**
     * A part, and whose it is.
     *
     * @param shortage what becomes of its goods, where it was not placed
     * @param policy what was agreed to for the case that a store has too few
     */
    public record ChangedPart(
            SubOrder subOrder,
            UUID shopper,
            Optional<Shortage> shortage,
            Optional<ShortagePolicy> policy) {}

    /**
     * Where a reading stands.
     *
     * @param at of the last part read
     * @param id of it, which decides between parts of the same moment
     */
    public record Position(Instant at, UUID id) {
        /** Before everything that changed at this moment. */
        public static Position before(Instant at) {
            return new Position(at, new UUID(0, 0));
        }

        /** Where this part stands. */
        public static Position of(SubOrder part) {
            return new Position(part.changedAt(), part.id().value());
        }
    }

    /** The parts that changed after a position, the earliest first. */
    public List<ChangedPart> after(Position position, int atMost) {
        return jdbc.sql(
                        """
                        select s.*, o.shopper, o.shortage_choice, o.shortage_days, o.shortage_percent,
                               h.short, h.step, h.until, h.opened_at
                        from sub_order s join customer_order o on o.id = s.order_id
                        left join shortage h on h.sub_order_id = s.id
                        where (s.changed_at, s.id) > (:at, :id) order by s.changed_at, s.id limit :atMost
                        """)
                .param("at", OffsetDateTime.ofInstant(position.at(), ZoneOffset.UTC))
                .param("id", position.id())
                .param("atMost", atMost)
                .query((row, number) ->
                        new ChangedPart(
                                OrderRecord.subOrder(row, number),
                                row.getObject("shopper", UUID.class),
                                row.getObject("step") == null
                                        ? Optional.empty()
                                        : Optional.of(ShortageRecord.shortage(row)),
                                ShortageRecord.policy(row)))
                .list();
    }

    /** Whom a part is sent to, with the address the shopper gave for the order. */
    public Recipient recipient(SubOrderId id) {
        return record.request(id).quote().recipient();
    }
}
