package com.truecart.benchmarks.search;

import com.truecart.realshops.elasticsearch.ElasticNode;
import com.truecart.search.SearchQuery;
import com.truecart.search.elastic.ElasticOffers;
import com.truecart.search.elastic.ElasticSettings;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A real Elasticsearch node with the same offers. */
final class ElasticPeer implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 1_024;
    private static final long LOOK_AGAIN_NANOS = 200_000_000;

    private final ElasticNode node;
    private final ElasticOffers ours;
    private final String alias;
    private final Asked asked = new Asked();

    private ElasticPeer(ElasticNode node) {
        ElasticSettings settings = ElasticSettings.at(node.address(), Optional.empty());
        this.node = node;
        this.ours = ElasticOffers.on(settings);
        this.alias = settings.alias();
    }

    /** Starts one and loads it with the offers, as our adapter does. */
    static ElasticPeer with(GeneratedOffers offers) {
        ElasticPeer peer = new ElasticPeer(ElasticNode.start(HEAP_MEGABYTES));
        peer.ours.rebuild(offers.all(0));
        peer.awaitRest();
        return peer;
    }

    ProcessHandle process() {
        return node.process();
    }

    /** As our adapter asks. */
    long total(SearchQuery question) {
        return ours.search(question).total();
    }

    /** As somebody asks who writes the request by hand. */
    byte[] plain(byte[] request) {
        return asked.post(
                node.address().resolve("/" + alias + "/_search"), "application/json", request);
    }

    long plainTotal(byte[] answer) {
        return Asked.json(answer).get("hits").get("total").get("value").longValue();
    }

    BareBulk bulk() {
        return new BareBulk(node.address(), alias, asked);
    }

    /** Waits until no segments are merged any more. */
    void awaitRest() {
        while (isMerging()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean isMerging() {
        JsonNode merges =
                Asked.json(asked.get(node.address().resolve("/_stats/merge")))
                        .get("_all")
                        .get("total")
                        .get("merges");
        return merges.get("current").longValue() > 0;
    }

    @Override
    public void close() {
        ours.close();
        node.close();
    }
}
