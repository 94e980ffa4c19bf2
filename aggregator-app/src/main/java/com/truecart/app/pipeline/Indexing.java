package com.truecart.app.pipeline;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.CatalogRecorder;
import com.truecart.app.catalog.CatalogRecorder.Pending;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.ProductsChanged;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.EngineChanged;
import com.truecart.model.Promotion;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.search.OfferDocument;
import com.truecart.search.OfferIndex;
import com.truecart.search.ProductDocument;
import com.truecart.search.ProductsRefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the search index up to the record: the price open to everyone for every offer, for changed
 * products or for all.
 */
@Component
class Indexing {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int BATCH = 500;

    private final OfferIndex index;
    private final Catalog catalog;
    private final CatalogRecorder recorder;
    private final Connections connections;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OfferPricer pricer = new OfferPricer();

    Indexing(
            SearchIndexConfiguration.Engine engine,
            Catalog catalog,
            CatalogRecorder recorder,
            Connections connections,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.index = engine.index();
        this.catalog = catalog;
        this.recorder = recorder;
        this.connections = connections;
        this.clock = clock;
    }

    /** Search is ordered by the new prices from the next pull of any connection on. */
    @EventListener
    void expectOtherPrices(EngineChanged changed) {
        recorder.expectOtherPrices(changed.connectionId());
    }

    /**
     * Indexes every product that waits for it; gives how many. One at a time, else two pulls would
     * index the same ones.
     */
    synchronized int indexPending() {
        int indexed = 0;
        for (Pending waiting = recorder.pending(BATCH);
                !waiting.products().isEmpty();
                waiting = recorder.pending(BATCH)) {
            List<ProductDocument> documents = documents(waiting.products());
            index.put(documents);
            index.remove(withoutOffers(waiting.products(), documents));
            commit();
            recorder.indexed(waiting);
            events.publishEvent(new ProductsChanged(waiting.products()));
            indexed += waiting.products().size();
        }
        return indexed;
    }

    /**
     * Only what is safe against a crash may leave the waiting list. What the engine refuses for
     * good leaves it, too, or everything behind it would wait for ever.
     */
    private void commit() {
        butForRefused(index::commit);
    }

    private static void butForRefused(Runnable write) {
        try {
            write.run();
        } catch (ProductsRefusedException e) {
            LOG.error("Not searchable until their stores change them: {}", e.getMessage());
        }
    }

    /** Builds the whole index from the record. */
    synchronized void rebuild() {
        LOG.info("Building the search index from the record");
        Stream<ProductDocument> all =
                Stream.iterate(
                                recorder.after(new ProductId(new UUID(0, 0)), BATCH),
                                ids -> !ids.isEmpty(),
                                ids -> recorder.after(ids.getLast(), BATCH))
                        .flatMap(ids -> documents(ids).stream());
        butForRefused(() -> index.rebuild(all));
        LOG.info("The search index is built");
    }

    private static List<String> withoutOffers(
            List<ProductId> ids, List<ProductDocument> documents) {
        List<String> put = documents.stream().map(ProductDocument::productId).toList();
        return ids.stream().map(ProductId::toString).filter(id -> !put.contains(id)).toList();
    }

    private List<ProductDocument> documents(List<ProductId> ids) {
        Instant now = clock.instant();
        List<ProductFacts> products = catalog.products(ids);
        Map<String, List<Promotion>> storeWide =
                catalog.storePromotions(
                        products.stream()
                                .flatMap(product -> product.offers().stream())
                                .map(offer -> offer.store().connectionId())
                                .collect(Collectors.toSet()));
        Map<String, EngineProfile> engines =
                connections.all().stream()
                        .collect(Collectors.toMap(Connection::id, connections::engine));
        List<ProductDocument> documents = new ArrayList<>();
        for (ProductFacts product : products) {
            List<OfferDocument> offers =
                    product.offers().stream()
                            .map(offer ->
                                    document(
                                            offer,
                                            storeWide.getOrDefault(
                                                    offer.store().connectionId(), List.of()),
                                            engines.getOrDefault(
                                                    offer.store().connectionId(),
                                                    EngineProfiles.OURS),
                                            now))
                            .toList();
            if (!offers.isEmpty()) {
                documents.add(
                        new ProductDocument(
                                product.id().toString(),
                                product.title(),
                                product.brand(),
                                product.category(),
                                product.identifiers(),
                                product.salesRank(),
                                offers));
            }
        }
        return documents;
    }

    private OfferDocument document(
            OfferFacts offer, List<Promotion> storeWide, EngineProfile engine, Instant now) {
        EffectivePrice price =
                pricer.price(
                        new OfferTerms(
                                offer.upstreamId(),
                                offer.brand(),
                                offer.category(),
                                offer.price(),
                                offer.listPrice(),
                                offer.promotions()),
                        1,
                        storeWide,
                        Optional.empty(),
                        Shopper.ANYONE,
                        engine,
                        now);
        return new OfferDocument(
                Long.toString(offer.id()),
                offer.store().toString(),
                offer.store().connectionId(),
                price.payable(),
                price.list(),
                price.discountPpm(),
                offer.availability().canBeBought(),
                !offer.promotions().isEmpty() || !price.promotionsNamingIt().isEmpty());
    }
}
