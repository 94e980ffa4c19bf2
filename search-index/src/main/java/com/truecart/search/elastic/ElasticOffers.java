package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.json.JsonData;
import com.truecart.search.OfferIndex;
import com.truecart.search.OfferSearch;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import com.truecart.search.layout.IndexedProduct;
import jakarta.json.Json;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of the index on Elasticsearch; safe for use by several threads. One process writes;
 * any number search.
 *
 * <p>Searches go to an alias. A rebuild makes a new index beside the present one and moves the
 * alias; what is put or removed meanwhile goes to both, and the older state that the rebuild reads
 * never replaces it.
 */
public final class ElasticOffers implements OfferIndex, OfferSearch {

    private static final String MAPPING = "offers-v3.json";

    private final Cluster cluster;

    /** Later writes have higher numbers, whichever request they travel in. */
    private final AtomicLong version =
            new AtomicLong(TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));

    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Loading present;
    private @Nullable Beside beside;

    /** A rebuild under way, and what was put or removed since it began. */
    private record Beside(String index, Loading loading, long began, Set<String> removed) {}

    private ElasticOffers(Cluster cluster) {
        this.cluster = cluster;
    }

    /** On this cluster, which is asked for nothing yet. */
    public static ElasticOffers on(ElasticSettings settings) {
        return new ElasticOffers(new Cluster(settings));
    }

    /**
     * Whether there is an index that can be searched: with another layout, or none, it must be
     * built from the record first.
     */
    public boolean isUsable() {
        return served().map(index ->
                        cluster.ask(
                                "reading the mapping",
                                client ->
                                        client
                                                .indices()
                                                .getMapping(get -> get.index(index))
                                                .result()
                                                .values()
                                                .stream()
                                                .map(its -> its.mappings().meta().get("layout"))
                                                .allMatch(ElasticOffers::isOurs)))
                .orElse(false);
    }

    private static boolean isOurs(@Nullable JsonData layout) {
        return layout != null && layout.toJson().equals(Json.createValue(IndexedProduct.LAYOUT));
    }

    /** The index behind the alias. */
    private Optional<String> served() {
        return cluster.ask(
                "looking for the index",
                client ->
                        client.indices().existsAlias(exists -> exists.name(alias())).value()
                                ? indexes(
                                        client.indices()
                                                .getAlias(get -> get.name(alias()))
                                                .result())
                                : Optional.empty());
    }

    private static Optional<String> indexes(Map<String, IndexAliases> behind) {
        return behind.keySet().stream().sorted().findFirst();
    }

    private String alias() {
        return cluster.settings().alias();
    }

    @Override
    public void put(Collection<ProductDocument> products) {
        write(() -> {
            for (ProductDocument product : products) {
                IndexedProduct laidOut = IndexedProduct.of(product);
                long now = version.incrementAndGet();
                present().put(laidOut, now);
                if (beside != null) {
                    beside.removed().remove(product.productId());
                    beside.loading().put(laidOut, now);
                }
            }
        });
    }

    @Override
    public void remove(Collection<String> productIds) {
        write(() -> {
            for (String id : productIds) {
                long now = version.incrementAndGet();
                present().remove(id, now);
                if (beside != null) {
                    beside.removed().add(id);
                    beside.loading().remove(id, now);
                }
            }
        });
    }

    private Loading present() {
        Loading loading = present;
        if (loading == null) {
            loading = new Loading(cluster, served().orElseGet(this::newServed));
            present = loading;
        }
        return loading;
    }

    private String newServed() {
        String index = newIndex();
        serve(index, Set.of());
        return index;
    }

    @Override
    public void commit() {
        write(() -> {
            Loading loading = present;
            present = null;
            try {
                if (loading != null) {
                    loading.close();
                }
            } finally {
                if (loading != null) {
                    refresh(alias());
                }
            }
        });
    }

    private void refresh(String index) {
        cluster.ask("making visible", client -> client.indices().refresh(at -> at.index(index)));
    }

    @Override
    public void rebuild(Stream<ProductDocument> products) {
        String index = cluster.ask("making an index", _ -> newIndex());
        Beside mine =
                new Beside(
                        index,
                        new Loading(cluster, index),
                        version.incrementAndGet(),
                        new HashSet<>());
        write(() -> {
            if (beside != null) {
                throw new IllegalStateException("the index is being rebuilt already");
            }
            beside = mine;
        });
        boolean isServed = false;
        try {
            for (Iterator<ProductDocument> each = products.iterator(); each.hasNext(); ) {
                mine.loading().put(IndexedProduct.of(each.next()), mine.began());
            }
            write(() -> swap(mine));
            isServed = true;
        } finally {
            write(() -> beside = null);
            if (!isServed) {
                delete(Set.of(index));
            }
        }
    }

    /** No write comes between the last document and the move of the alias. */
    private void swap(Beside next) {
        // the cluster forgets removals after a while, and what was read before may have come later
        next.removed().forEach(id -> next.loading().remove(id, version.incrementAndGet()));
        next.loading().close();
        if (present != null) {
            Loading old = present;
            present = null;
            old.close();
        }
        refresh(next.index());
        Set<String> old =
                cluster.ask(
                        "looking for the index",
                        client ->
                                client.indices().existsAlias(exists -> exists.name(alias())).value()
                                        ? Set.copyOf(
                                                client.indices()
                                                        .getAlias(get -> get.name(alias()))
                                                        .result()
                                                        .keySet())
                                        : Set.of());
        serve(next.index(), old);
        delete(old);
    }

    private String newIndex() {
        String index = alias() + "-" + UUID.randomUUID();
        cluster.ask(
                "making an index",
                client -> {
                    try (InputStream mapping = ElasticOffers.class.getResourceAsStream(MAPPING)) {
                        if (mapping == null) {
                            throw new IllegalStateException(MAPPING + " is not on the class path");
                        }
                        return client.indices()
                                .create(create -> create.index(index).withJson(mapping));
                    }
                });
        return index;
    }

    private void serve(String index, Set<String> instead) {
        cluster.ask(
                "moving the alias",
                client ->
                        client.indices()
                                .updateAliases(update -> {
                                    update.actions(action ->
                                            action.add(add -> add.index(index).alias(alias())));
                                    instead.forEach(old ->
                                            update.actions(action ->
                                                    action.remove(remove ->
                                                            remove.index(old).alias(alias()))));
                                    return update;
                                }));
    }

    private void delete(Set<String> indexes) {
        if (!indexes.isEmpty()) {
            cluster.ask(
                    "deleting what is no longer served",
                    client ->
                            client.indices()
                                    .delete(gone ->
                                            gone.index(indexes.stream().toList())
                                                    .ignoreUnavailable(true)));
        }
    }

    @Override
    public SearchPage search(SearchQuery query) {
        ElasticAnswer answer = new ElasticAnswer(query);
        return answer.page(
                cluster.ask(
                        "searching",
                        client -> client.search(answer.request(alias()), JsonData.class)));
    }

    private void write(Runnable change) {
        writing.lock();
        try {
            change.run();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        write(() -> {
            if (present != null) {
                present.close();
            }
            cluster.close();
        });
    }
}
