package com.truecart.app.checkout;

import com.truecart.app.basket.PlanChoice;
import com.truecart.app.catalog.MoneyJson;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.RestLine;
import com.truecart.app.vault.Vault;
import com.truecart.spi.Recipient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkouts in the database; who receives it and what the stores gave us to buy with are encrypted.
 */
@Repository
class CheckoutRecord {
    private static final JsonMapper JSON = MoneyJson.mapper();

    private final JdbcClient jdbc;
    private final Vault vault;

    CheckoutRecord(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(Checkout checkout, UUID basket, Map<StoreId, String> tokens) {
        jdbc.sql(
                        """
                        insert into checkout
                            (id, shopper, basket_id, strategy, recipient, proposal, tokens, state, total, currency, created_at)
                        values (:id, :shopper, :basket, :strategy, :recipient, :proposal::jsonb, :tokens, 'quoted', :total, :currency, :at)
                        """)
                .param("id", checkout.id().value())
                .param("shopper", checkout.shopper())
                .param("basket", basket)
                .param("strategy", checkout.choice().strategy().name())
                .param(
                        "recipient",
                        vault.seal(
                                JSON.writeValueAsString(checkout.recipient()),
                                recipientPlace(checkout.id())))
                .param("proposal", JSON.writeValueAsString(kept(checkout)))
                .param("tokens", sealed(checkout.id(), tokens))
                .param("total", checkout.proposal().total().minor())
                .param("currency", checkout.proposal().currency().getCurrencyCode())
                .param("at", utc(checkout.quotedAt()))
                .update();
    }

    /** Puts newer figures in the place of those shown before, as long as nobody agreed to them. */
    void replace(Checkout checkout, Map<StoreId, String> tokens) {
        jdbc.sql(
                        """
                        update checkout set proposal = :proposal::jsonb, tokens = :tokens, total = :total
                        where id = :id and state = 'quoted'
                        """)
                .param("proposal", JSON.writeValueAsString(kept(checkout)))
                .param("tokens", sealed(checkout.id(), tokens))
                .param("total", checkout.proposal().total().minor())
                .param("id", checkout.id().value())
                .update();
    }

    Optional<Checkout> find(CheckoutId id, UUID shopper) {
        return jdbc.sql("select * from checkout where id = :id and shopper = :shopper")
                .param("id", id.value())
                .param("shopper", shopper)
                .query((row, _) -> {
                    Kept kept = JSON.readValue(row.getString("proposal"), Kept.class);
                    return new Checkout(
                            id,
                            shopper,
                            kept.choice(),
                            kept.rest(),
                            kept.codes(),
                            JSON.readValue(
                                    vault.open(row.getBytes("recipient"), recipientPlace(id)),
                                    Recipient.class),
                            kept.payTruecart(),
                            kept.proposal(),
                            row.getString("state").equals("confirmed"),
                            kept.quotedAt());
                })
                .optional();
    }

    /** Who received this shopper's latest order. */
    Optional<Recipient> latestRecipient(UUID shopper) {
        return jdbc.sql(
                        """
                        select c.id, c.recipient from customer_order o join checkout c on c.id = o.checkout_id
                        where o.shopper = :shopper and length(c.recipient) > 0 order by o.placed_at desc limit 1
                        """)
                .param("shopper", shopper)
                .query((row, _) ->
                        JSON.readValue(
                                vault.open(
                                        row.getBytes("recipient"),
                                        recipientPlace(
                                                new CheckoutId(row.getObject("id", UUID.class)))),
                                Recipient.class))
                .optional();
    }

    /** What each store gave us to buy exactly what it quoted. */
    Map<StoreId, String> tokens(CheckoutId id) {
        byte[] sealed =
                jdbc.sql("select tokens from checkout where id = :id")
                        .param("id", id.value())
                        .query(byte[].class)
                        .single();
        return JSON
                .readValue(
                        vault.open(sealed, tokensPlace(id)),
                        new TypeReference<Map<String, String>>() {})
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                entry -> StoreId.parse(entry.getKey()), Map.Entry::getValue));
    }

    /**
     * Notes the consent to these very figures; false where it was given before, or newer figures
     * took their place.
     */
    boolean confirm(Checkout checkout, Instant at) {
        return jdbc.sql(
                                """
                                update checkout set state = 'confirmed', confirmed_at = :at
                                where id = :id and state = 'quoted' and proposal->>'quotedAt' = :quotedAt
                                """)
                        .param("at", utc(at))
                        .param("id", checkout.id().value())
                        .param("quotedAt", checkout.quotedAt().toString())
                        .update()
                == 1;
    }

    private byte[] sealed(CheckoutId id, Map<StoreId, String> tokens) {
        return vault.seal(
                JSON.writeValueAsString(
                        tokens.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                entry -> entry.getKey().toString(),
                                                Map.Entry::getValue))),
                tokensPlace(id));
    }

    private static Kept kept(Checkout checkout) {
        return new Kept(
                checkout.choice(),
                checkout.rest(),
                checkout.codes(),
                checkout.payTruecart(),
                checkout.quotedAt(),
                checkout.proposal());
    }

    private static String recipientPlace(CheckoutId id) {
        return "checkout.recipient/" + id;
    }

    private static String tokensPlace(CheckoutId id) {
        return "checkout.tokens/" + id;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Kept(
            PlanChoice choice,
            List<RestLine> rest,
            Set<String> codes,
            boolean payTruecart,
            Instant quotedAt,
            Proposal proposal) {}
}
