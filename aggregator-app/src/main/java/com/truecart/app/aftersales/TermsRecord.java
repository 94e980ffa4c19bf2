package com.truecart.app.aftersales;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.FactsJson;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrderId;
import com.truecart.pricing.OfferTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what stores stated when orders were made: promotions end and prices change long before
 * anything is returned. The record of orders says what is still to be kept, so that a kill loses
 * nothing.
 */
@Component
class TermsRecord {
    /** Later, what stores state says little of what they stated then. */
    private static final Duration STILL_THE_SAME = Duration.ofHours(1);

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final SoldParts parts;
    private final Catalog catalog;
    private final Connections connections;
    private final Clock clock;

    TermsRecord(
            JdbcClient jdbc,
            SoldParts parts,
            Catalog catalog,
            Connections connections,
            Clock clock) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.catalog = catalog;
        this.connections = connections;
        this.clock = clock;
    }

    /** Keeps the terms of whatever was ordered lately and is not kept yet. */
    @Scheduled(fixedDelay = 2000)
    void keepWhatIsNew() {
        List<SubOrderId> lately = parts.madeSince(clock.instant().minus(STILL_THE_SAME), AT_ONCE);
        if (lately.isEmpty()) {
            return;
        }
        Set<UUID> kept =
                Set.copyOf(
                        jdbc.sql("select sub_order_id from sold_terms where sub_order_id in (:ids)")
                                .param("ids", lately.stream().map(SubOrderId::value).toList())
                                .query((row, _) -> row.getObject("sub_order_id", UUID.class))
                                .list());
        lately.stream()
                .filter(id -> !kept.contains(id.value()))
                .flatMap(id -> parts.find(id).stream())
                .forEach(this::keep);
    }

    /** What was kept; empty where nobody kept it in time. */
    Optional<SoldTerms> find(SubOrderId id) {
        return jdbc.sql("select terms from sold_terms where sub_order_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(json -> FactsJson.facts(json, SoldTerms.class));
    }

    void keep(SoldPart part) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into sold_terms (sub_order_id, terms, taken_at)
                        values (:id, :terms::jsonb, :now) on conflict do nothing
                        """)
                .param("id", part.subOrder().id().value())
                .param("terms", FactsJson.facts(statedNow(part)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private SoldTerms statedNow(SoldPart part) {
        String connectionId = part.subOrder().store().connectionId();
        Optional<Connection> connection = connections.find(connectionId);
        return new SoldTerms(
                connection.map(one -> connections.engine(one).name()).orElse(""),
                catalog.storePromotions(List.of(connectionId))
                        .getOrDefault(connectionId, List.of()),
                connection.flatMap(Connection::delivery),
                offers(part));
    }

    private List<OfferTerms> offers(SoldPart part) {
        Set<String> bought =
                part.lines().stream()
                        .map(SoldParts.SoldLine::upstreamId)
                        .collect(Collectors.toSet());
        return catalog
                .products(
                        part.lines().stream().map(SoldParts.SoldLine::product).distinct().toList())
                .stream()
                .map(ProductFacts::offers)
                .flatMap(List::stream)
                .filter(offer ->
                        offer.store().equals(part.subOrder().store())
                                && bought.contains(offer.upstreamId()))
                .map(TermsRecord::terms)
                .distinct()
                .toList();
    }

    private static OfferTerms terms(OfferFacts offer) {
        return new OfferTerms(
                offer.upstreamId(),
                offer.brand(),
                offer.category(),
                offer.price(),
                offer.listPrice(),
                offer.promotions());
    }
}
