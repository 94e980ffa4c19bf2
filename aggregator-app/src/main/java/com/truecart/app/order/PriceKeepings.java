package com.truecart.app.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.truecart.app.catalog.LocalizedJson;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads off the ledger how well prices were kept. */
@Repository
public class PriceKeepings {
    /** Orders older than this say little of how a connection is today. */
    public static final Duration WINDOW = Duration.ofDays(90);

    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Three months of the ledger are not read for every visitor. */
    private final Cache<Duration, List<PriceKeeping>> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    PriceKeepings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One for each connection and currency with a charge among the orders of the last {@link
     * #WINDOW}, those that kept least first, {@value #MOST} at most. What was only quoted and not
     * agreed to is in none of them. At most a minute old.
     */
    public List<PriceKeeping> lately() {
        return known.get(WINDOW, _ -> readAll());
    }

    private List<PriceKeeping> readAll() {
        return jdbc.sql(
                        """
                        with told as (
                            select s.id, s.connection_id, s.currency, s.created_at, s.store_name,
                                   coalesce(sum(l.amount) filter (where l.account = 'difference:quote'), 0) as at_quote,
                                   coalesce(sum(l.amount) filter (where l.account = 'difference:charge'), 0) as at_charge,
                                   max(l.at) filter (where l.kind = 'charged') as charged_at
                            from sub_order s join ledger_entry l on l.sub_order_id = s.id
                            where s.created_at >= :since
                            group by s.id)
                        select connection_id, currency, (array_agg(store_name order by created_at desc))[1] as name,
                               count(*) as charged,
                               count(*) filter (where at_quote = 0) as quoted_as_promised,
                               count(*) filter (where at_charge = 0) as charged_as_quoted,
                               count(*) filter (where at_quote = 0 and at_charge = 0) as kept,
                               sum(abs(at_quote)) as off_at_quote, sum(abs(at_charge)) as off_at_charge,
                               max(charged_at) as latest
                        from told where charged_at is not null
                        group by connection_id, currency
                        order by count(*) filter (where at_quote = 0 and at_charge = 0)::numeric / count(*), connection_id, currency
                        limit :most
                        """)
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(PriceKeepings::read)
                .list();
    }

    private static PriceKeeping read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new PriceKeeping(
                row.getString("connection_id"),
                LocalizedJson.read(row.getString("name")),
                row.getLong("charged"),
                row.getLong("quoted_as_promised"),
                row.getLong("charged_as_quoted"),
                row.getLong("kept"),
                Money.of(row.getLong("off_at_quote"), currency),
                Money.of(row.getLong("off_at_charge"), currency),
                row.getObject("latest", OffsetDateTime.class).toInstant());
    }
}
