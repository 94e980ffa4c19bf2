package com.truecart.app.catalog;

import com.truecart.model.Promotion;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Store-wide promotions as stated, and the moments at which promotions turn prices. */
final class StorePromotions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    StorePromotions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int record(String connectionId, List<Promotion> promotions, OffsetDateTime seenAt) {
        ArrayNode rows = JSON.createArrayNode();
        for (Promotion promotion : promotions) {
            ObjectNode row =
                    rows.addObject()
                            .put("ref", promotion.ref())
                            .put("modelled", promotion.isModelled());
            row.set("promotion", JSON.readTree(FactsJson.promotion(promotion)));
        }
        // a promotion stated anew may lower every price of the store
        return jdbc.sql(
                        """
                        with before as (
                            select ref, promotion from store_promotion
                            where connection_id = :connection and withdrawn_at is null),
                        written as (
                            insert into store_promotion (connection_id, ref, promotion, modelled, first_seen_at,
                                last_seen_at)
                            select distinct on (r.ref) :connection, r.ref, r.promotion, r.modelled, :seen, :seen
                            from jsonb_to_recordset(:rows::jsonb) as r(ref text, promotion jsonb, modelled boolean)
                            on conflict (connection_id, ref) do update set promotion = excluded.promotion,
                                modelled = excluded.modelled, last_seen_at = excluded.last_seen_at, withdrawn_at = null
                            returning ref, promotion),
                        changed as (
                            select written.ref from written left join before using (ref)
                            where before.promotion is distinct from written.promotion),
                        queued as (
                            insert into index_pending (product_id)
                            select distinct product_id from listing
                            where connection_id = :connection and product_id is not null and exists (select from changed))
                        select count(*) from changed
                        """)
                .param("connection", connectionId)
                .param("seen", seenAt)
                .param("rows", PageRows.storable(rows))
                .query(Integer.class)
                .single();
    }

    /** Withdraws what was not seen since then. */
    int complete(String connectionId, OffsetDateTime seenSince) {
        return jdbc.sql(
                        """
                        with gone as (
                            update store_promotion set withdrawn_at = :since
                            where connection_id = :connection and withdrawn_at is null and last_seen_at < :since
                            returning ref),
                        queued as (
                            insert into index_pending (product_id)
                            select distinct product_id from listing
                            where connection_id = :connection and product_id is not null and exists (select from gone))
                        select count(*) from gone
                        """)
                .param("connection", connectionId)
                .param("since", seenSince)
                .query(Integer.class)
                .single();
    }

    /** Queues the products for which a promotion began or ended between these moments. */
    void expectTurns(String connectionId, OffsetDateTime after, OffsetDateTime until) {
        jdbc.sql(
                        """
                        with turning as (
                            select (p.promotion #>> '{validity,start}')::timestamptz as a,
                                (p.promotion #>> '{validity,end}')::timestamptz as b, null::bigint as listing_id
                            from store_promotion p where p.connection_id = :connection and p.withdrawn_at is null
                            union all
                            select (e.value #>> '{validity,start}')::timestamptz,
                                (e.value #>> '{validity,end}')::timestamptz, o.listing_id
                            from offer o cross join lateral jsonb_array_elements(o.promotions) e
                            where o.connection_id = :connection and o.withdrawn_at is null),
                        turned as (
                            select listing_id from turning where (a > :after and a <= :until) or (b > :after and b <= :until))
                        insert into index_pending (product_id)
                        select distinct l.product_id from listing l join turned t on t.listing_id = l.id or t.listing_id is null
                        where l.connection_id = :connection and l.product_id is not null
                        """)
                .param("connection", connectionId)
                .param("after", after)
                .param("until", until)
                .update();
    }
}
