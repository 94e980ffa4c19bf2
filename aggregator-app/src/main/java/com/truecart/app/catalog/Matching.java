package com.truecart.app.catalog;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says which product a listing is, by identifiers only: the barcode, then brand and part number,
 * then a code the kind of source shares among its sellers; else it is a product of its own. A
 * product is named after its first listing, so that the same facts give the same ids.
 *
 * <p>It asks first whether a known product has the identifier, strongest first, and founds a
 * product only where none has.
 */
final class Matching {
    private static final String PRODUCT_ID = "md5(t.connection_id || '/' || t.upstream_id)::uuid";
    private static final String UNMATCHED =
            "t.product_id is null and t.connection_id = :connection";

    /** One identifier: what it is called, how it is said, and when two listings share it. */
    private enum Rule {
        GTIN("gtin", "GTIN ", "t.gtin", "k.gtin = t.gtin"),
        BRAND_MPN(
                "brand_mpn",
                "brand/part number ",
                "t.maker_key",
                """
                k.maker_key = t.maker_key and (t.gtin is null or not exists (
                    select from listing g where g.product_id = k.product_id and g.gtin <> t.gtin))
                """),
        SHARED_CODE(
                "shared_code",
                "code ",
                "t.shared_code",
                """
                k.shared_code = t.shared_code and (select kind from connection where id = k.connection_id)
                    = (select kind from connection where id = t.connection_id)
                """),
        ALONE("alone", "no identifier shared with another listing: ", "t.upstream_id", "false");

        private final String code;
        private final String words;
        private final String key;
        private final String same;

        Rule(String code, String words, String key, String same) {
            this.code = code;
            this.words = words;
            this.key = key;
            this.same = same;
        }
    }

    private final JdbcClient jdbc;

    Matching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int match(String connectionId, OffsetDateTime now) {
        // two pulls that match at once would found two products for one barcode
        jdbc.sql("select pg_advisory_xact_lock(hashtext('match'))::text")
                .query((_, _) -> "")
                .list();
        int matched = join(Rule.GTIN, connectionId, now);
        matched += join(Rule.BRAND_MPN, connectionId, now);
        matched += join(Rule.SHARED_CODE, connectionId, now);
        matched += found(Rule.GTIN, connectionId, now);
        matched += join(Rule.BRAND_MPN, connectionId, now);
        matched += found(Rule.BRAND_MPN, connectionId, now);
        matched += join(Rule.SHARED_CODE, connectionId, now);
        matched += found(Rule.SHARED_CODE, connectionId, now);
        matched += found(Rule.ALONE, connectionId, now);
        describe(now);
        return matched;
    }

    private int join(Rule rule, String connectionId, OffsetDateTime now) {
        return decide(
                """
                with choice as (
                    select distinct on (t.id) t.id, k.product_id, %s as key
                    from listing t join listing k on k.product_id is not null and %s
                    where %s and %s is not null
                    order by t.id, k.id)
                """
                        .formatted(rule.key, rule.same, UNMATCHED, rule.key),
                rule,
                connectionId,
                now);
    }

    /**
     * The first of those that share an identifier founds their product. All in one pass: joining
     * the founders with their followers takes the square of a first pull, whose size the database
     * does not know yet.
     */
    private int found(Rule rule, String connectionId, OffsetDateTime now) {
        return decide(
                """
                with unmatched as (
                    select t.*, %s as key, row_number() over followers as place,
                        first_value(%s) over followers as founded
                    from listing t where %s and %s is not null
                    window followers as (partition by %s order by t.upstream_id)),
                created as (
                    insert into product (id, title, brand, category, description, image, created_at, changed_at)
                    select founded, title, brand, category, description, image, :now, :now from unmatched
                    where place = 1
                    on conflict (id) do nothing),
                choice as (select id, founded as product_id, key from unmatched)
                """
                        .formatted(rule.key, PRODUCT_ID, UNMATCHED, rule.key, rule.key),
                rule,
                connectionId,
                now);
    }

    private int decide(String choice, Rule rule, String connectionId, OffsetDateTime now) {
        return jdbc.sql(
                        choice
                                + """
                                , matched as (
                                    update listing l set product_id = choice.product_id from choice where l.id = choice.id
                                    returning l.id, l.product_id, choice.key),
                                decided as (
                                    insert into match_decision (listing_id, product_id, rule, evidence, decided_by, decided_at)
                                    select id, product_id, :rule, :words || key, 'rule', :now from matched order by id),
                                queued as (
                                    insert into index_pending (product_id) select distinct product_id from matched)
                                select count(*) from matched
                                """)
                .param("connection", connectionId)
                .param("rule", rule.code)
                .param("words", rule.words)
                .param("now", now)
                .query(Integer.class)
                .single();
    }

    /**
     * Gives every waiting product the texts of its listings: all languages, each from the listing
     * that has the most of them. The choice hangs on nothing but the facts.
     */
    private void describe(OffsetDateTime now) {
        jdbc.sql(
                        """
                        with ranked as (
                            select l.*, row_number() over (partition by l.product_id order by l.withdrawn_at is not null,
                                (select count(*) from jsonb_object_keys(l.title)) desc, l.connection_id, l.upstream_id) as place
                            from listing l where l.product_id in (select product_id from index_pending)),
                        described as (
                            select product_id, jsonb_merge(title order by place desc) as title,
                                nullif(jsonb_merge(brand order by place desc), '{}') as brand,
                                nullif(jsonb_merge(description order by place desc), '{}') as description,
                                (array_agg(category order by jsonb_array_length(category) = 0, place))[1] as category,
                                (array_agg(image order by place) filter (where image is not null))[1] as image
                            from ranked group by product_id)
                        update product p set title = d.title, brand = d.brand, description = d.description,
                            category = d.category, image = d.image, changed_at = :now
                        from described d
                        where p.id = d.product_id and d.title <> '{}'
                            and row(p.title, p.brand, p.description, p.category, p.image)
                            is distinct from row(d.title, d.brand, d.description, d.category, d.image)
                        """)
                .param("now", now)
                .update();
    }
}
