package com.truecart.search.elastic;

import co.elastic.clients.json.JsonData;
import com.truecart.search.SearchUnavailableException;
import com.truecart.search.layout.IndexedProduct;
import jakarta.json.Json;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The indexes at a cluster: which one is served under the alias, and their making and going. */
final class Indexes {

    private static final Logger LOG = System.getLogger(Indexes.class.getName());
    private static final String MAPPING = "offers-v5.json";

    private final Cluster cluster;

    Indexes(Cluster cluster) {
        this.cluster = cluster;
    }

    String alias() {
        return cluster.settings().alias();
    }

    boolean isUsable() {
        Optional<String> served = served().stream().findFirst();
        return served.isPresent()
                && cluster.ask(
                        "reading the mapping",
                        client ->
                                client
                                        .indices()
                                        .getMapping(get -> get.index(served.get()))
                                        .result()
                                        .values()
                                        .stream()
                                        .map(its -> its.mappings().meta().get("layout"))
                                        .allMatch(Indexes::isOurs));
    }

    private static boolean isOurs(@Nullable JsonData layout) {
        return layout != null && layout.toJson().equals(Json.createValue(IndexedProduct.LAYOUT));
    }

    /** The indexes behind the alias: one, or none before the first is made. */
    Set<String> served() {
        return cluster.ask(
                "looking for the index",
                client ->
                        client.indices().existsAlias(exists -> exists.name(alias())).value()
                                ? Set.copyOf(
                                        client.indices()
                                                .getAlias(get -> get.name(alias()))
                                                .result()
                                                .keySet())
                                : Set.of());
    }

    /** Makes an empty one with our mapping; nobody searches it yet. */
    String make() {
        String index = alias() + "-" + UUID.randomUUID();
        cluster.change(
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

    /**
     * The one that is served.
     *
     * @throws SearchUnavailableException where there is none: it must be built from the record
     */
    String theServed() {
        return served().stream()
                .findFirst()
                .orElseThrow(() ->
                        new SearchUnavailableException(
                                "there is no index behind " + alias() + " at " + cluster.settings(),
                                null));
    }

    /**
     * Deletes what is not served: the index a swap replaced, or what a failed rebuild has left. One
     * that cannot be deleted now, because it is being copied, say, goes at the next rebuild.
     */
    void sweepIfPossible() {
        try {
            Set<String> all =
                    new HashSet<>(
                            cluster.ask(
                                    "looking for indexes",
                                    client ->
                                            client.indices()
                                                    .get(get ->
                                                            get.index(alias() + "-*")
                                                                    .allowNoIndices(true)
                                                                    .ignoreUnavailable(true))
                                                    .result()
                                                    .keySet()));
            all.removeAll(served());
            delete(all);
        } catch (SearchUnavailableException e) {
            LOG.log(Level.INFO, "Old indexes are left for the next rebuild: {0}", e.getMessage());
        }
    }

    void refresh(String index) {
        cluster.change("making visible", client -> client.indices().refresh(at -> at.index(index)));
    }

    /** Moves the alias, in one step that searches see whole. */
    void serve(String index, Set<String> instead) {
        cluster.change(
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
            cluster.change(
                    "deleting what is no longer served",
                    client ->
                            client.indices()
                                    .delete(gone ->
                                            gone.index(indexes.stream().toList())
                                                    .ignoreUnavailable(true)));
        }
    }
}
