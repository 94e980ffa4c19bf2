package com.truecart.app.catalog;

import com.truecart.model.Listing;
import com.truecart.model.Promotion;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes pages of facts in a fixed number of statements each, whatever the size of the page. */
@Repository
class JdbcCatalogRecorder implements CatalogRecorder {
    private static final String LISTING_ROWS =
            """
            jsonb_to_recordset(:rows::jsonb) as r(upstream_id text, variant_of text, title jsonb, brand jsonb,
                category jsonb, description jsonb, gtin text, mpn text, maker_key text, shared_code text,
                attributes jsonb, page text, image text, sales_rank integer, content_hash text, seen_at timestamptz)
            """;
    private static final String OFFER_ROWS =
            """
            jsonb_to_recordset(:rows::jsonb) as r(upstream_id text, seller_id text, currency text, price bigint,
                list_price bigint, availability text, condition text, promotions jsonb, words jsonb,
                seen_at timestamptz)
            join listing l on l.connection_id = :connection and l.upstream_id = r.upstream_id
            """;

    /**
     * Ends a statement whose first part, {@code changed}, gives listing ids: their products wait
     * for the index, and it is counted.
     */
    private static final String QUEUE_AND_COUNT =
            """
            , queued as (
                insert into index_pending (product_id)
                select distinct l.product_id from listing l join changed on changed.listing_id = l.id
                where l.product_id is not null)
            select count(*) from changed
            """;

    private final JdbcClient jdbc;
    private final Matching matching;
    private final StorePromotions storePromotions;
    private final IndexQueue queue;

    JdbcCatalogRecorder(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.matching = new Matching(jdbc);
        this.storePromotions = new StorePromotions(jdbc);
        this.queue = new IndexQueue(jdbc);
    }

    @Override
    public Recorded record(
            String connectionId, long runId, List<Listing> listings, History history) {
        return record(connectionId, OptionalLong.of(runId), listings, history);
    }

    @Override
    public Recorded recordLookup(String connectionId, Listing listing, History history) {
        return record(connectionId, OptionalLong.empty(), List.of(listing), history);
    }

    /** Without a run where a single listing was looked up between two. */
    private Recorded record(
            String connectionId, OptionalLong run, List<Listing> listings, History history) {
        int offers = listings.stream().mapToInt(listing -> listing.offers().size()).sum();
        int changed = 0;
        int observations = 0;
        for (List<Listing> round : PageRows.rounds(listings)) {
            ensureMonths(round);
            recordSellers(connectionId, PageRows.sellers(round));
            changed += recordListings(connectionId, PageRows.listings(round));
            String rows = PageRows.offers(round);
            changed += recordOffers(connectionId, rows);
            observations +=
                    switch (history) {
                        case KEPT -> recordObservations(connectionId, run, rows);
                        case NOT_KEPT -> 0;
                    };
        }
        return new Recorded(listings.size(), offers, changed, observations);
    }

    private void ensureMonths(List<Listing> listings) {
        listings.stream()
                .map(listing -> listing.seenAt().atOffset(ZoneOffset.UTC))
                .map(moment ->
                        OffsetDateTime.of(
                                moment.getYear(),
                                moment.getMonthValue(),
                                1,
                                0,
                                0,
                                0,
                                0,
                                ZoneOffset.UTC))
                .distinct()
                .forEach(month ->
                        jdbc.sql("select ensure_observation_month(:month)::text")
                                .param("month", month)
                                .query((_, _) -> month)
                                .list());
    }

    private void recordSellers(String connectionId, String rows) {
        jdbc.sql(
                        """
                        insert into seller (connection_id, id, name)
                        select :connection, r.id, r.name from jsonb_to_recordset(:rows::jsonb) as r(id text, name jsonb)
                        on conflict (connection_id, id) do update set name = seller.name || excluded.name
                        where seller.name || excluded.name <> seller.name
                        """)
                .param("connection", connectionId)
                .param("rows", rows)
                .update();
    }

    private int recordListings(String connectionId, String rows) {
        int fresh =
                jdbc.sql(
                                """
                                insert into listing (connection_id, upstream_id, variant_of, title, brand, category,
                                    description, gtin, mpn, maker_key, shared_code, attributes, page, image, sales_rank,
                                    content_hash, first_seen_at, last_seen_at)
                                select :connection, upstream_id, variant_of, title, brand, category, description, gtin,
                                    mpn, maker_key, shared_code, attributes, page, image, sales_rank,
                                    decode(content_hash, 'hex'), seen_at, seen_at
                                from
                                """
                                        + LISTING_ROWS
                                        + " on conflict (connection_id, upstream_id) do nothing")
                        .param("connection", connectionId)
                        .param("rows", rows)
                        .update();
        int restated =
                count(
                        """
                        with changed as (
                            update listing l set variant_of = r.variant_of, title = r.title, brand = r.brand,
                                category = r.category, description = r.description, gtin = r.gtin, mpn = r.mpn,
                                maker_key = r.maker_key, shared_code = r.shared_code, attributes = r.attributes,
                                page = r.page, image = r.image, sales_rank = r.sales_rank,
                                content_hash = decode(r.content_hash, 'hex')
                            from
                        """
                                + LISTING_ROWS
                                + """
                                    where l.connection_id = :connection and l.upstream_id = r.upstream_id
                                        and r.seen_at >= l.last_seen_at and l.content_hash <> decode(r.content_hash, 'hex')
                                    returning l.id as listing_id)
                                """
                                + QUEUE_AND_COUNT,
                        connectionId,
                        rows);
        jdbc.sql(
                        """
                        update listing l set last_seen_at = greatest(l.last_seen_at, r.seen_at),
                            first_seen_at = least(l.first_seen_at, r.seen_at),
                            withdrawn_at = case when r.seen_at >= l.withdrawn_at then null else l.withdrawn_at end
                        from
                        """
                                + LISTING_ROWS
                                + """
                                where l.connection_id = :connection and l.upstream_id = r.upstream_id
                                    and (r.seen_at > l.last_seen_at or r.seen_at < l.first_seen_at)
                                """)
                .param("connection", connectionId)
                .param("rows", rows)
                .update();
        return fresh + restated;
    }

    private int recordOffers(String connectionId, String rows) {
        int fresh =
                count(
                        """
                        with changed as (
                            insert into offer (listing_id, connection_id, seller_id, currency, price, list_price,
                                availability, condition, promotions, first_seen_at, last_seen_at)
                            select l.id, :connection, r.seller_id, r.currency, r.price, r.list_price, r.availability,
                                r.condition, r.promotions, r.seen_at, r.seen_at
                            from
                        """
                                + OFFER_ROWS
                                + """
                                    on conflict (listing_id, seller_id) do nothing
                                    returning listing_id)
                                """
                                + QUEUE_AND_COUNT,
                        connectionId,
                        rows);
        int restated =
                count(
                        """
                        with changed as (
                            update offer o set currency = r.currency, price = r.price, list_price = r.list_price,
                                availability = r.availability, condition = r.condition, promotions = r.promotions,
                                withdrawn_at = case when r.seen_at >= o.withdrawn_at then null else o.withdrawn_at end
                            from
                        """
                                + OFFER_ROWS
                                + """
                                    where o.listing_id = l.id and o.seller_id = r.seller_id and r.seen_at >= o.last_seen_at
                                        and (r.seen_at >= o.withdrawn_at
                                            or row(o.currency, o.price, o.list_price, o.availability, o.condition, o.promotions)
                                                is distinct from row(r.currency::char(3), r.price, r.list_price, r.availability,
                                                    r.condition, r.promotions))
                                    returning o.listing_id)
                                """
                                + QUEUE_AND_COUNT,
                        connectionId,
                        rows);
        jdbc.sql(
                        """
                        update offer o set last_seen_at = greatest(o.last_seen_at, r.seen_at),
                            first_seen_at = least(o.first_seen_at, r.seen_at)
                        from
                        """
                                + OFFER_ROWS
                                + """
                                where o.listing_id = l.id and o.seller_id = r.seller_id
                                    and (r.seen_at > o.last_seen_at or r.seen_at < o.first_seen_at)
                                """)
                .param("connection", connectionId)
                .param("rows", rows)
                .update();
        return fresh + restated;
    }

    /**
     * One observation per offer and day (UTC), and more on a day only where something is stated
     * otherwise than before.
     */
    private int recordObservations(String connectionId, OptionalLong run, String rows) {
        return jdbc.sql(
                        """
                        insert into price_observation (offer_id, seen_at, seller_id, currency, price, list_price,
                            availability, promotions, source, run_id, recorded_at)
                        select o.id, r.seen_at, r.seller_id, r.currency, r.price, r.list_price, r.availability,
                            array(select jsonb_array_elements_text(r.words)), :source, :run::bigint, now()
                        from
                        """
                                + OFFER_ROWS
                                + """
                                join offer o on o.listing_id = l.id and o.seller_id = r.seller_id
                                left join lateral (
                                    select p.currency, p.price, p.list_price, p.availability, p.promotions
                                    from price_observation p
                                    where p.offer_id = o.id and p.source in ('pull', 'lookup') and p.seen_at <= r.seen_at
                                        and p.seen_at >= date_trunc('day', r.seen_at, 'UTC')
                                    order by p.seen_at desc limit 1) before on true
                                where before.price is null
                                    or row(before.currency, before.price, before.list_price, before.availability, before.promotions)
                                        is distinct from row(r.currency::char(3), r.price, r.list_price, r.availability,
                                            array(select jsonb_array_elements_text(r.words)))
                                on conflict do nothing
                                """)
                .param("connection", connectionId)
                .param("source", run.isPresent() ? "pull" : "lookup")
                .param("run", run.isPresent() ? run.getAsLong() : null, Types.BIGINT)
                .param("rows", rows)
                .update();
    }

    private int count(String sql, String connectionId, String rows) {
        return jdbc.sql(sql)
                .param("connection", connectionId)
                .param("rows", rows)
                .query(Integer.class)
                .single();
    }

    @Override
    public int complete(String connectionId, Instant completeAsOf) {
        OffsetDateTime moment =
                jdbc.sql(
                                """
                                insert into catalog_completeness values (:connection, :moment)
                                on conflict (connection_id) do update set complete_as_of
                                    = greatest(catalog_completeness.complete_as_of, excluded.complete_as_of)
                                returning complete_as_of
                                """)
                        .param("connection", connectionId)
                        .param("moment", utc(completeAsOf))
                        .query(OffsetDateTime.class)
                        .single();
        jdbc.sql(
                        """
                        update listing set withdrawn_at = :moment
                        where connection_id = :connection and last_seen_at < :moment and withdrawn_at is null
                        """)
                .param("connection", connectionId)
                .param("moment", moment)
                .update();
        return jdbc.sql(
                        """
                        with changed as (
                            update offer set withdrawn_at = :moment
                            where connection_id = :connection and last_seen_at < :moment and withdrawn_at is null
                            returning listing_id)
                        """
                                + QUEUE_AND_COUNT)
                .param("connection", connectionId)
                .param("moment", moment)
                .query(Integer.class)
                .single();
    }

    @Override
    public int match(String connectionId, Instant now) {
        return matching.match(connectionId, utc(now));
    }

    @Override
    public int recordPromotions(String connectionId, List<Promotion> promotions, Instant seenAt) {
        return storePromotions.record(connectionId, promotions, utc(seenAt));
    }

    @Override
    public int completePromotions(String connectionId, Instant seenSince) {
        return storePromotions.complete(connectionId, utc(seenSince));
    }

    @Override
    public void expectOtherPrices(String connectionId) {
        queue.expectAllOf(connectionId);
    }

    @Override
    public void expectPriceTurns(String connectionId, Instant after, Instant until) {
        storePromotions.expectTurns(connectionId, utc(after), utc(until));
    }

    @Override
    public Pending pending(int most) {
        return queue.pending(most);
    }

    @Override
    public void indexed(Pending done) {
        queue.indexed(done);
    }

    @Override
    public List<ProductId> after(ProductId previous, int most) {
        return queue.after(previous, most);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
