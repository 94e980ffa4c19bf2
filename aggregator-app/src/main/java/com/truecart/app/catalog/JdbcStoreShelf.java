package com.truecart.app.catalog;

import com.truecart.model.Availability;
import com.truecart.model.Money;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a store's offers by price. */
@Repository
class JdbcStoreShelf implements StoreShelf {
    private static final List<String> TO_BE_HAD =
            Arrays.stream(Availability.values())
                    .filter(Availability::canBeBought)
                    .map(Enum::name)
                    .toList();

    private final JdbcClient jdbc;

    JdbcStoreShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OfferFacts> between(StoreId store, Money least, Money most, int limit) {
        return jdbc.sql(
                        JdbcCatalog.OFFERS
                                + """
                                where o.connection_id = :connection and o.seller_id = :seller
                                    and o.currency = :currency and o.price between :least and :most
                                    and o.withdrawn_at is null and o.availability in (:available)
                                    and l.product_id is not null
                                order by o.price, o.id limit :limit
                                """)
                .param("connection", store.connectionId())
                .param("seller", store.sellerId())
                .param("currency", least.currency().getCurrencyCode())
                .param("least", least.minor())
                .param("most", most.minor())
                .param("available", TO_BE_HAD)
                .param("limit", limit)
                .query((row, _) -> JdbcCatalog.offer(row))
                .list();
    }
}
