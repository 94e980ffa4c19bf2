package com.truecart.app.basket;

import com.truecart.app.basket.BasketContents.Instead;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.catalog.ProductId;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

/** One basket per shopper, made when first something is put into it. */
@Repository
public class Baskets {
    /** Units of one want; more is a purchase we do not serve. */
    public static final int MOST_UNITS = 999;

    /** Wants in one basket; the limit bounds the work of planning. */
    public static final int MOST_WANTS = 100;

    /** Codes in one basket; each is tried at every store. */
    public static final int MOST_CODES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    Baskets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What this shopper has put together; empty where that is nothing. */
    @Transactional(readOnly = true)
    public BasketContents of(UUID shopper) {
        List<Wanted> wants =
                jdbc.sql(
                                """
                                select w.product_id, w.quantity, w.worth, w.worth_currency, w.tolerance_percent,
                                    array(select s.product_id from want_substitute s where s.want_id = w.id
                                        order by s.place) as substitutes
                                from want w join basket b on b.id = w.basket_id
                                where b.shopper = :shopper order by w.added_at, w.id
                                """)
                        .param("shopper", shopper)
                        .query((row, _) -> wanted(row))
                        .list();
        return new BasketContents(
                wants,
                jdbc.sql(
                                """
                                select c.code from basket_code c join basket b on b.id = c.basket_id
                                where b.shopper = :shopper
                                """)
                        .param("shopper", shopper)
                        .query((row, _) -> row.getString("code"))
                        .set());
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        String currency = row.getString("worth_currency");
        UUID[] substitutes = (UUID[]) row.getArray("substitutes").getArray();
        return new Wanted(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getInt("quantity"),
                currency == null
                        ? Optional.empty()
                        : Optional.of(Money.of(row.getLong("worth"), currency)),
                substitutes.length == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Instead(
                                        Arrays.stream(substitutes).map(ProductId::new).toList(),
                                        row.getInt("tolerance_percent"))));
    }

    /** The id of the shopper's basket. */
    @Transactional
    public UUID idOf(UUID shopper) {
        OffsetDateTime now = now();
        return jdbc.sql(
                        """
                        insert into basket (id, shopper, created_at, changed_at) values (:id, :shopper, :now, :now)
                        on conflict (shopper) do update set changed_at = :now, version = basket.version + 1
                        returning id
                        """)
                .param("id", UUID.randomUUID())
                .param("shopper", shopper)
                .param("now", now)
                .query(UUID.class)
                .single();
    }

    /**
     * Puts so many more units in, up to {@link #MOST_UNITS}.
     *
     * <p>Refused as a conflict where the basket has {@link #MOST_WANTS} other wants.
     */
    @Transactional
    public void add(UUID shopper, ProductId product, int quantity) {
        put(
                shopper,
                product,
                quantity,
                "least(want.quantity + excluded.quantity, " + MOST_UNITS + ")");
    }

    /** Makes it so many units. */
    @Transactional
    public void set(UUID shopper, ProductId product, int quantity) {
        put(shopper, product, quantity, "excluded.quantity");
    }

    private void put(UUID shopper, ProductId product, int quantity, String combined) {
        UUID basket = idOf(shopper);
        jdbc.sql(
                        """
                        insert into want (id, basket_id, product_id, quantity, added_at)
                        values (:id, :basket, :product, :quantity, :now)
                        on conflict (basket_id, product_id) do update set quantity =
                        """
                                + combined)
                .param("id", UUID.randomUUID())
                .param("basket", basket)
                .param("product", product.value())
                .param("quantity", quantity)
                .param("now", now())
                .update();
        int wants =
                jdbc.sql("select count(*) from want where basket_id = :basket")
                        .param("basket", basket)
                        .query(Integer.class)
                        .single();
        if (wants > MOST_WANTS) {
            throw new Full();
        }
    }

    /** Says anew of a want that is in whether it must be had, and what would do instead. */
    @Transactional
    public void wish(UUID shopper, Wanted want) {
        jdbc.sql(
                        """
                        update want set worth = :worth, worth_currency = :currency, tolerance_percent = :tolerance
                        where basket_id = :basket and product_id = :product returning id
                        """)
                .param("worth", want.worth().map(Money::minor).orElse(null), Types.BIGINT)
                .param(
                        "currency",
                        want.worth().map(worth -> worth.currency().getCurrencyCode()).orElse(null),
                        Types.CHAR)
                .param("tolerance", want.or().map(Instead::tolerancePercent).orElse(0))
                .param("basket", idOf(shopper))
                .param("product", want.product().value())
                .query(UUID.class)
                .optional()
                .ifPresent(
                        id -> substitute(id, want.or().map(Instead::products).orElse(List.of())));
    }

    private void substitute(UUID want, List<ProductId> products) {
        jdbc.sql("delete from want_substitute where want_id = :want").param("want", want).update();
        jdbc.sql(
                        """
                        insert into want_substitute (want_id, product_id, place)
                        select :want, product, place
                        from unnest(:products::uuid[]) with ordinality as given(product, place)
                        """)
                .param("want", want)
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Takes these out.
     *
     * @return whether all of them were still in
     */
    @Transactional
    public boolean remove(UUID shopper, Collection<ProductId> products) {
        if (products.isEmpty()) {
            return true;
        }
        Set<UUID> ids = products.stream().map(ProductId::value).collect(Collectors.toSet());
        return jdbc.sql("delete from want where basket_id = :basket and product_id in (:products)")
                        .param("basket", idOf(shopper))
                        .param("products", ids)
                        .update()
                == ids.size();
    }

    /** Takes everything out and puts this in. */
    @Transactional
    public void replace(UUID shopper, BasketContents contents) {
        UUID basket = idOf(shopper);
        jdbc.sql("delete from want where basket_id = :basket").param("basket", basket).update();
        jdbc.sql("delete from basket_code where basket_id = :basket")
                .param("basket", basket)
                .update();
        contents.wants()
                .forEach(want -> {
                    set(shopper, want.product(), want.quantity());
                    wish(shopper, want);
                });
        contents.codes().forEach(code -> addCode(shopper, code));
    }

    /**
     * Keeps a code to be tried at every store.
     *
     * <p>Refused as a conflict where there are {@link #MOST_CODES} already.
     */
    @Transactional
    public void addCode(UUID shopper, String code) {
        UUID basket = idOf(shopper);
        jdbc.sql(
                        "insert into basket_code (basket_id, code) values (:basket, :code) on conflict do nothing")
                .param("basket", basket)
                .param("code", code)
                .update();
        int codes =
                jdbc.sql("select count(*) from basket_code where basket_id = :basket")
                        .param("basket", basket)
                        .query(Integer.class)
                        .single();
        if (codes > MOST_CODES) {
            throw new Full();
        }
    }

    @Transactional
    public void removeCode(UUID shopper, String code) {
        jdbc.sql("delete from basket_code where basket_id = :basket and code = :code")
                .param("basket", idOf(shopper))
                .param("code", code)
                .update();
    }

    /** It holds as much as it may; nothing was put in. */
    public static final class Full extends ErrorResponseException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(
                    HttpStatus.CONFLICT,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT,
                            "a basket holds at most "
                                    + MOST_WANTS
                                    + " wants and "
                                    + MOST_CODES
                                    + " codes; remove one first"),
                    null);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
