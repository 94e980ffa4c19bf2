package com.truecart.search.elastic;

import co.elastic.clients.json.JsonData;
import com.truecart.search.Explained;
import com.truecart.search.OfferIndex;
import com.truecart.search.OfferSearch;
import com.truecart.search.ProductDocument;
import com.truecart.search.ProductsRefusedException;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import com.truecart.search.SearchUnavailableException;
import com.truecart.search.layout.IndexedProduct;
import com.truecart.search.query.Question;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Cluster cluster;
    private final Indexes indexes;

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
        this.indexes = new Indexes(cluster);
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
        return indexes.isUsable();
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
            loading = new Loading(cluster, indexes.theServed());
            present = loading;
        }
        return loading;
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
                    indexes.refresh(indexes.alias());
                }
            }
        });
    }

    @Override
    public void rebuild(Stream<ProductDocument> products) {
        Beside mine = begun();
        try {
            for (Iterator<ProductDocument> each = products.iterator(); each.hasNext(); ) {
                mine.loading().put(IndexedProduct.of(each.next()), mine.began());
            }
            swap(mine);
        } finally {
            write(() -> beside = null);
            mine.loading().abandon();
            indexes.sweepIfPossible();
        }
    }

    private Beside begun() {
        writing.lock();
        try {
            if (beside != null) {
                throw new IllegalStateException("the index is being rebuilt already");
            }
            indexes.sweepIfPossible();
            String index = indexes.make();
            Beside begun =
                    new Beside(
                            index,
                            new Loading(cluster, index),
                            version.incrementAndGet(),
                            new HashSet<>());
            beside = begun;
            return begun;
        } finally {
            writing.unlock();
        }
    }

    /**
     * No write comes between the last document and the move of the alias.
     *
     * @throws ProductsRefusedException where some were refused, all others being served
     */
    private void swap(Beside next) {
        Optional<ProductsRefusedException> refused;
        writing.lock();
        try {
            // the cluster forgets removals after a while, and what was read before may come later
            next.removed().forEach(id -> next.loading().remove(id, version.incrementAndGet()));
            refused = finished(next.loading());
            Loading old = present;
            present = null;
            if (old != null) {
                // what it carries stands in the next one, too
                old.abandon();
            }
            indexes.refresh(next.index());
            indexes.serve(next.index(), indexes.served());
        } finally {
            writing.unlock();
        }
        refused.ifPresent(e -> {
            throw e;
        });
    }

    private static Optional<ProductsRefusedException> finished(Loading loading) {
        try {
            loading.close();
            return Optional.empty();
        } catch (ProductsRefusedException e) {
            return Optional.of(e);
        }
    }

    @Override
    public SearchPage search(SearchQuery query) {
        Question asTyped = Question.of(query.text());
        SearchPage page = page(query, asTyped);
        return page.total() == 0 && count(asTyped) == 0
                ? page(query, Question.secondChance(query.text())).readLoosely()
                : page;
    }

    private SearchPage page(SearchQuery query, Question asked) {
        ElasticAnswer answer = new ElasticAnswer(query);
        return answer.page(
                cluster.ask(
                        "searching",
                        client ->
                                client.search(
                                        answer.request(indexes.alias(), asked), JsonData.class)));
    }

    @Override
    public SearchPage complete(SearchQuery query) {
        return page(query, Question.begun(query.text()));
    }

    @Override
    public SearchPage alike(SearchQuery query) {
        return page(query, Question.alike(query.text()));
    }

    private long count(Question asked) {
        return cluster.ask(
                "counting",
                client ->
                        client.count(all ->
                                        all.index(indexes.alias()).query(ElasticQueries.of(asked)))
                                .count());
    }

    @Override
    public List<Explained> explain(SearchQuery query) {
        SearchPage page = search(query);
        Question asTyped = Question.of(query.text());
        Question read = count(asTyped) == 0 ? Question.secondChance(query.text()) : asTyped;
        return page.hits().stream()
                .map(hit -> new ElasticWhy(cluster, read).of(hit.productId(), hit.score()))
                .toList();
    }

    /** After a failure the next write begins anew: a loading that has failed goes on failing. */
    private void write(Runnable change) {
        writing.lock();
        try {
            change.run();
        } catch (SearchUnavailableException e) {
            if (present != null) {
                present.abandon();
                present = null;
            }
            throw e;
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
