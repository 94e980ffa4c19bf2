package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.BackoffPolicy;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import com.truecart.search.ProductsRefusedException;
import com.truecart.search.SearchUnavailableException;
import com.truecart.search.layout.IndexedProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Documents on their way to one index: in bulk, a bounded number of requests at once, so that
 * whoever writes waits when the cluster is slower; what it is too busy for is sent again. Versions
 * keep the order, whichever request arrives first.
 */
final class Loading implements AutoCloseable {

    private static final int OPERATIONS = 1_000;
    private static final long BYTES = 5L << 20;
    private static final int AT_ONCE = 2;
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final int TRIES = 8;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    /** What the document itself is to blame for; all else is the cluster's state and passes. */
    private static final Set<Integer> REFUSED = Set.of(400, 413);

    private final String index;
    private final BulkIngester<Void> ingester;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Loading(Cluster cluster, String index) {
        this.index = index;
        this.ingester =
                BulkIngester.of(bulk ->
                        bulk.client(cluster.writing())
                                .maxOperations(OPERATIONS)
                                .maxSize(BYTES)
                                .maxConcurrentRequests(AT_ONCE)
                                .backoffPolicy(
                                        BackoffPolicy.exponentialBackoff(FIRST_WAIT_MILLIS, TRIES))
                                .listener(new Outcome()));
    }

    /** Puts a product, unless something with a higher version was done to it. */
    void put(IndexedProduct product, long version) {
        failOnce();
        BinaryData document = document(product);
        String id = product.product().productId();
        ingester.add(
                BulkOperation.of(op ->
                        op.index(put ->
                                put.index(index)
                                        .id(id)
                                        .version(version)
                                        .versionType(VersionType.External)
                                        .document(document))));
    }

    /** Removes a product, unless something with a higher version was done to it. */
    void remove(String id, long version) {
        ingester.add(
                BulkOperation.of(op ->
                        op.delete(gone ->
                                gone.index(index)
                                        .id(id)
                                        .version(version)
                                        .versionType(VersionType.External))));
    }

    /** Ends it, whatever became of it; nothing is in flight afterwards. */
    void abandon() {
        ingester.close();
    }

    /** Whatever else is given would be lost with what has failed. */
    private void failOnce() {
        Throwable why = failure.get();
        if (why != null) {
            throw new SearchUnavailableException(
                    "writing to " + index + " failed: " + why.getMessage(), why);
        }
    }

    private static BinaryData document(IndexedProduct product) {
        return BinaryData.of(
                Documents.of(product).toString().getBytes(StandardCharsets.UTF_8),
                ContentType.APPLICATION_JSON);
    }

    /**
     * Waits for all that was given.
     *
     * @throws SearchUnavailableException where some could not be sent
     * @throws ProductsRefusedException where some were refused, all others being there
     */
    @Override
    public void close() {
        ingester.close();
        failOnce();
        if (!refused.isEmpty()) {
            throw new ProductsRefusedException(Map.copyOf(refused));
        }
    }

    private final class Outcome implements BulkListener<Void> {
        @Override
        public void beforeBulk(long execution, BulkRequest request, List<Void> contexts) {}

        @Override
        public void afterBulk(
                long execution, BulkRequest request, List<Void> contexts, BulkResponse response) {
            for (BulkResponseItem item : response.items()) {
                boolean isNewerThere = item.status() == CONFLICT;
                boolean isGoneAlready = item.status() == NOT_FOUND && item.error() == null;
                if (item.error() == null || isNewerThere || isGoneAlready) {
                    continue;
                }
                String reason = String.valueOf(item.error().reason());
                if (REFUSED.contains(item.status())) {
                    refused.put(item.id() == null ? "?" : item.id(), reason);
                } else {
                    failure.compareAndSet(
                            null, new IOException("answered " + item.status() + ": " + reason));
                }
            }
        }

        @Override
        public void afterBulk(
                long execution, BulkRequest request, List<Void> contexts, Throwable why) {
            failure.compareAndSet(null, why);
        }
    }
}
