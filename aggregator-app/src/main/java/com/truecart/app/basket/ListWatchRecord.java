package com.truecart.app.basket;

import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.ListWatch.Seen;
import com.truecart.app.catalog.MoneyJson;
import com.truecart.app.catalog.ProductId;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code list_watch} and {@code list_watch_product}. */
@Repository
class ListWatchRecord {
    private static final JsonMapper JSON = MoneyJson.mapper();

    private final JdbcClient jdbc;

    ListWatchRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void insert(ListWatch watch, Instant at) {
        jdbc.sql(
                        """
                        insert into list_watch (id, shopper, question, below, currency, created_at)
                        values (:id, :shopper, :question::jsonb, :below, :currency, :at)
                        """)
                .param("id", watch.id())
                .param("shopper", watch.shopper())
                .param(
                        "question",
                        JSON.writeValueAsString(
                                new PlanQuestion(
                                        watch.contents(), watch.onlyOrderable(), watch.wishes())))
                .param("below", watch.below().minor())
                .param("currency", watch.below().currency().getCurrencyCode())
                .param("at", utc(at))
                .update();
        Set<UUID> products = new LinkedHashSet<>();
        for (Wanted want : watch.contents().wants()) {
            products.add(want.product().value());
            want.or()
                    .ifPresent(
                            instead -> instead.products().forEach(id -> products.add(id.value())));
        }
        jdbc.sql(
                        """
                        insert into list_watch_product (watch_id, product_id)
                        select :watch, product from unnest(:products::uuid[]) as given(product)
                        """)
                .param("watch", watch.id())
                .param("products", products.toArray(UUID[]::new))
                .update();
    }

    int count(UUID shopper) {
        return jdbc.sql("select count(*) from list_watch where shopper = :shopper")
                .param("shopper", shopper)
                .query(Integer.class)
                .single();
    }

    List<ListWatch> of(UUID shopper) {
        return jdbc.sql("select * from list_watch where shopper = :shopper order by created_at, id")
                .param("shopper", shopper)
                .query((row, _) -> watch(row))
                .list();
    }

    void remove(UUID shopper, UUID id) {
        jdbc.sql("delete from list_watch where id = :id and shopper = :shopper")
                .param("id", id)
                .param("shopper", shopper)
                .update();
    }

    /** Those with one of these products have to be planned anew. */
    void touch(Collection<ProductId> products) {
        if (products.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update list_watch set due = true where not due and id in
                            (select watch_id from list_watch_product where product_id in (:products))
                        """)
                .param("products", products.stream().map(ProductId::value).toList())
                .update();
    }

    /** Takes up to so many that are due; whoever takes one plans it. */
    List<ListWatch> takeDue(int most) {
        return jdbc.sql(
                        """
                        update list_watch set due = false where id in
                            (select id from list_watch where due order by seen_at nulls first, id
                             limit :most for update skip locked)
                        returning *
                        """)
                .param("most", most)
                .query((row, _) -> watch(row))
                .list();
    }

    void seen(UUID id, Seen seen, boolean isReached) {
        jdbc.sql(
                        """
                        update list_watch set seen_total = :total, seen_stores = :stores, seen_missing = :missing,
                            seen_at = :at, reached_at = case when :reached then coalesce(reached_at, :at) end
                        where id = :id
                        """)
                .param("id", id)
                .param("total", seen.total().minor())
                .param("stores", seen.stores())
                .param("missing", seen.missing())
                .param("at", utc(seen.at()))
                .param("reached", isReached)
                .update();
    }

    private static ListWatch watch(ResultSet row) throws SQLException {
        PlanQuestion question = JSON.readValue(row.getString("question"), PlanQuestion.class);
        String currency = row.getString("currency");
        OffsetDateTime seenAt = row.getObject("seen_at", OffsetDateTime.class);
        OffsetDateTime reachedAt = row.getObject("reached_at", OffsetDateTime.class);
        return new ListWatch(
                row.getObject("id", UUID.class),
                row.getObject("shopper", UUID.class),
                question.contents(),
                question.onlyOrderable(),
                question.wishes(),
                Money.of(row.getLong("below"), currency),
                seenAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new Seen(
                                        Money.of(row.getLong("seen_total"), currency),
                                        row.getInt("seen_stores"),
                                        row.getInt("seen_missing"),
                                        seenAt.toInstant())),
                Optional.ofNullable(reachedAt).map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
