package com.truecart.app.catalog;

import com.truecart.model.Availability;
import com.truecart.model.ItemCondition;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the facts: three statements for any number of products. */
@Repository
class JdbcCatalog implements Catalog {
    private static final int MOST_PRODUCTS = 500;
    private static final int MOST_OBSERVATIONS = 20_000;

    /** Offers as {@link #offer} reads them. */
    static final String OFFERS =
            """
            select o.id, l.product_id, o.connection_id, o.seller_id, l.upstream_id, l.title, l.brand, l.category,
                o.currency, o.price, o.list_price, o.availability, o.condition, o.promotions, l.page,
                o.last_seen_at
            from offer o join listing l on l.id = o.listing_id
            """;

    private final JdbcClient jdbc;

    JdbcCatalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProductFacts> products(Collection<ProductId> ids) {
        if (ids.size() > MOST_PRODUCTS) {
            throw new IllegalArgumentException(
                    "at most " + MOST_PRODUCTS + " products at once, not " + ids.size());
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        List<UUID> keys = ids.stream().map(ProductId::value).toList();
        Map<UUID, List<OfferFacts>> offers = offers(keys);
        Map<UUID, Described> described = described(keys);
        Map<ProductId, ProductFacts> found = new HashMap<>();
        jdbc.sql(
                        "select id, title, brand, category, description, image from product where id in (:ids)")
                .param("ids", keys)
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Described about = described.getOrDefault(id, new Described());
                    ProductId productId = new ProductId(id);
                    found.put(
                            productId,
                            new ProductFacts(
                                    productId,
                                    FactsJson.text(row.getString("title")),
                                    text(row.getString("brand")),
                                    FactsJson.texts(row.getString("category")),
                                    text(row.getString("description")),
                                    Optional.ofNullable(row.getString("image")).map(URI::create),
                                    List.copyOf(about.identifiers),
                                    about.attributes,
                                    about.salesRank,
                                    offers.getOrDefault(id, List.of())));
                });
        return ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private Map<UUID, List<OfferFacts>> offers(List<UUID> products) {
        Map<UUID, List<OfferFacts>> byProduct = new HashMap<>();
        jdbc.sql(
                        OFFERS
                                + """
                                where l.product_id in (:ids) and o.withdrawn_at is null
                                order by o.connection_id, o.seller_id, o.id
                                """)
                .param("ids", products)
                .query(row -> {
                    OfferFacts offer = offer(row);
                    byProduct
                            .computeIfAbsent(offer.productId().value(), _ -> new ArrayList<>())
                            .add(offer);
                });
        return byProduct;
    }

    static OfferFacts offer(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new OfferFacts(
                row.getLong("id"),
                new ProductId(row.getObject("product_id", UUID.class)),
                new StoreId(row.getString("connection_id"), row.getString("seller_id")),
                row.getString("upstream_id"),
                FactsJson.text(row.getString("title")),
                text(row.getString("brand")),
                FactsJson.texts(row.getString("category")),
                Money.of(row.getLong("price"), currency),
                money(row, "list_price", currency),
                Availability.valueOf(row.getString("availability")),
                ItemCondition.valueOf(row.getString("condition")),
                FactsJson.promotions(row.getString("promotions")),
                Optional.ofNullable(row.getString("page")).map(URI::create),
                moment(row, "last_seen_at"));
    }

    /** What all listings of a product say together. */
    private static final class Described {
        private final Set<String> identifiers = new LinkedHashSet<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private OptionalInt salesRank = OptionalInt.empty();

        void add(@Nullable String identifier) {
            if (identifier != null) {
                identifiers.add(identifier);
            }
        }
    }

    private Map<UUID, Described> described(List<UUID> products) {
        Map<UUID, Described> byProduct = new HashMap<>();
        jdbc.sql(
                        """
                        select product_id, gtin, mpn, shared_code, attributes, sales_rank from listing
                        where product_id in (:ids) order by product_id, connection_id, upstream_id
                        """)
                .param("ids", products)
                .query(row -> {
                    Described about =
                            byProduct.computeIfAbsent(
                                    row.getObject("product_id", UUID.class), _ -> new Described());
                    about.add(row.getString("gtin"));
                    about.add(row.getString("mpn"));
                    about.add(row.getString("shared_code"));
                    FactsJson.strings(row.getString("attributes"))
                            .forEach(about.attributes::putIfAbsent);
                    int rank = row.getInt("sales_rank");
                    if (rank > 0) {
                        about.salesRank =
                                OptionalInt.of(Math.min(rank, about.salesRank.orElse(rank)));
                    }
                });
        return byProduct;
    }

    @Override
    public Map<String, Instant> completeAsOf() {
        Map<String, Instant> complete = new HashMap<>();
        jdbc.sql("select connection_id, complete_as_of from catalog_completeness")
                .query(row -> {
                    complete.put(
                            row.getString("connection_id"),
                            row.getObject("complete_as_of", OffsetDateTime.class).toInstant());
                });
        return complete;
    }

    @Override
    public Map<StoreId, Localized> stores() {
        Map<StoreId, Localized> names = new HashMap<>();
        jdbc.sql(
                        """
                        select s.connection_id, s.id,
                               -- the only seller is the shop itself, which the connection names in more languages
                               case when count(*) over (partition by s.connection_id) = 1 then c.name || s.name
                                    else s.name end as name
                        from seller s join connection c on c.id = s.connection_id
                        """)
                .query(row -> {
                    names.put(
                            new StoreId(row.getString("connection_id"), row.getString("id")),
                            FactsJson.text(row.getString("name")));
                });
        return names;
    }

    @Override
    public Map<String, List<Promotion>> storePromotions(Collection<String> connectionIds) {
        Map<String, List<Promotion>> byConnection = new HashMap<>();
        if (connectionIds.isEmpty()) {
            return byConnection;
        }
        jdbc.sql(
                        """
                        select connection_id, promotion from store_promotion
                        where connection_id in (:ids) and withdrawn_at is null order by connection_id, ref
                        """)
                .param("ids", connectionIds)
                .query(row -> {
                    byConnection
                            .computeIfAbsent(row.getString("connection_id"), _ -> new ArrayList<>())
                            .add(FactsJson.promotion(row.getString("promotion")));
                });
        return byConnection;
    }

    @Override
    public List<PriceObservation> history(ProductId id, Instant since) {
        return jdbc.sql(
                        """
                        select p.offer_id, o.connection_id, p.seller_id, p.seen_at, p.currency, p.price, p.list_price,
                            p.availability, p.promotions, p.source
                        from price_observation p join offer o on o.id = p.offer_id join listing l on l.id = o.listing_id
                        where l.product_id = :product and p.seen_at >= :since
                        order by p.seen_at desc, p.offer_id desc limit :most
                        """)
                .param("product", id.value())
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("most", MOST_OBSERVATIONS)
                .query((row, _) -> observation(row))
                .list()
                .reversed();
    }

    private static PriceObservation observation(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new PriceObservation(
                row.getLong("offer_id"),
                new StoreId(row.getString("connection_id"), row.getString("seller_id")),
                moment(row, "seen_at"),
                Money.of(row.getLong("price"), currency),
                money(row, "list_price", currency),
                Availability.valueOf(row.getString("availability")),
                Arrays.asList((String[]) row.getArray("promotions").getArray()),
                switch (row.getString("source")) {
                    case "lookup" -> PriceObservation.Source.LOOKUP;
                    case "quote" -> PriceObservation.Source.QUOTE;
                    default -> PriceObservation.Source.PULL;
                });
    }

    @Override
    @Transactional
    public void observe(PriceObservation seen) {
        OffsetDateTime seenAt = OffsetDateTime.ofInstant(seen.seenAt(), ZoneOffset.UTC);
        jdbc.sql("select ensure_observation_month(:moment)::text")
                .param("moment", seenAt)
                .query((_, _) -> "")
                .list();
        jdbc.sql(
                        """
                        insert into price_observation (offer_id, seen_at, seller_id, currency, price, list_price,
                            availability, promotions, source, recorded_at)
                        values (:offer, :seen, :seller, :currency, :price, :list, :availability,
                            array(select jsonb_array_elements_text(:promotions::jsonb)), :source, now())
                        on conflict do nothing
                        """)
                .param("offer", seen.offerId())
                .param("seen", seenAt)
                .param("seller", seen.store().sellerId())
                .param("currency", seen.price().currency().getCurrencyCode())
                .param("price", seen.price().minor())
                .param(
                        "list",
                        seen.listPrice().map(Money::minor).orElse(null),
                        java.sql.Types.BIGINT)
                .param("availability", seen.availability().name())
                .param("promotions", FactsJson.strings(seen.promotions()))
                .param(
                        "source",
                        switch (seen.source()) {
                            case PULL -> "pull";
                            case LOOKUP -> "lookup";
                            case QUOTE -> "quote";
                        })
                .update();
    }

    private static Optional<Localized> text(@Nullable String json) {
        return Optional.ofNullable(json).map(FactsJson::text);
    }

    private static Optional<Money> money(ResultSet row, String column, String currency)
            throws SQLException {
        long minor = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Money.of(minor, currency));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
