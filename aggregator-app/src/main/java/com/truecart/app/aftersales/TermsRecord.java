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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what stores stated when orders were made: promotions end and prices change long before
 * anything is returned. The record of orders says what is still to be kept, so that a kill loses
 * nothing.
 */
@Component
class TermsRecord {
    /** Later, what stores state says little of what they stated then. */
    private static final Duration STILL_THE_SAME = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(TermsRecord.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SoldParts parts;
    private final Catalog catalog;
    private final Connections connections;
    private final Clock clock;

    TermsRecord(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SoldParts parts,
            Catalog catalog,
            Connections connections,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.parts = parts;
        this.catalog = catalog;
        this.connections = connections;
        this.clock = clock;
    }

    /** Keeps the terms of whatever was ordered lately and is not kept yet, in one transaction. */
    @Scheduled(fixedDelay = 2000)
    void keepWhatIsNew() {
        Map<SubOrderId, SoldTerms> stated = new LinkedHashMap<>();
        for (SubOrderId id : notKept(clock.instant().minus(STILL_THE_SAME))) {
            try {
                parts.find(id).ifPresent(part -> stated.put(id, statedNow(part)));
            } catch (RuntimeException e) {
                LOG.error("The terms of sub-order {} could not be kept; it is tried again", id, e);
            }
        }
        if (!stated.isEmpty()) {
            transaction.executeWithoutResult(_ -> stated.forEach(this::keep));
        }
    }

    private List<SubOrderId> notKept(Instant since) {
        return jdbc.sql(
                        """
                        select s.id from sub_order s
                        where s.created_at >= :since
                          and not exists (select from sold_terms t where t.sub_order_id = s.id)
                        order by s.created_at desc limit :atMost
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("atMost", AT_ONCE)
                .query((row, _) -> new SubOrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What was kept; empty where nobody kept it in time. */
    Optional<SoldTerms> find(SubOrderId id) {
        return jdbc.sql("select terms from sold_terms where sub_order_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(json -> FactsJson.facts(json, SoldTerms.class));
    }

    private void keep(SubOrderId id, SoldTerms stated) {
        jdbc.sql(
                        """
                        insert into sold_terms (sub_order_id, terms, taken_at)
                        values (:id, :terms::jsonb, :now) on conflict do nothing
                        """)
                .param("id", id.value())
                .param("terms", FactsJson.facts(stated))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
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
