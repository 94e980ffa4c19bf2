package com.truecart.app.order;

import com.truecart.app.connection.Exchanged;
import com.truecart.app.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * What went over the wire last about parts that were left in doubt, for the person who has to find
 * out: encrypted, the newest few of each part, and for a month.
 */
@Repository
class RawExchanges {
    static final Duration KEPT = Duration.ofDays(30);
    static final int MOST_OF_A_PART = 12;

    private static final Logger LOG = LoggerFactory.getLogger(RawExchanges.class);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    RawExchanges(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Keeps these, the oldest first. That they cannot be kept is logged, and changes nothing of
     * what is done about the part.
     */
    void keep(SubOrderId part, Collection<Supplier<Exchanged>> exchanges) {
        try {
            exchanges.forEach(one -> insert(part, one.get()));
            jdbc.sql(
                            """
                            delete from raw_exchange where sub_order_id = :part and n <= (
                                select n from raw_exchange where sub_order_id = :part order by n desc offset :most limit 1)
                            """)
                    .param("part", part.value())
                    .param("most", MOST_OF_A_PART)
                    .update();
        } catch (RuntimeException e) {
            LOG.warn("What went over the wire about {} is not kept: {}", part, e.getMessage());
        }
    }

    private void insert(SubOrderId part, Exchanged one) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into raw_exchange (id, sub_order_id, at, sealed) values (:id, :part, :at, :sealed)
                        """)
                .param("id", id)
                .param("part", part.value())
                .param("at", OrderRecord.utc(one.at()))
                .param("sealed", vault.seal(OrderJson.write(one), place(id)))
                .update();
    }

    /** What is kept of a part, the newest first. */
    List<Exchanged> of(SubOrderId part) {
        return jdbc.sql(
                        """
                        select id, sealed from raw_exchange where sub_order_id = :part and at > :since order by n desc
                        """)
                .param("part", part.value())
                .param("since", OrderRecord.utc(clock.instant().minus(KEPT)))
                .query((row, _) ->
                        OrderJson.read(
                                vault.open(
                                        row.getBytes("sealed"),
                                        place(row.getObject("id", UUID.class))),
                                Exchanged.class))
                .list();
    }

    /** Forgets what is older than a month. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    void forget() {
        jdbc.sql("delete from raw_exchange where at <= :before")
                .param("before", OrderRecord.utc(clock.instant().minus(KEPT)))
                .update();
    }

    private static String place(UUID id) {
        return "raw_exchange.sealed/" + id;
    }
}
