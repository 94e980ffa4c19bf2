package com.truecart.search.elastic;

import static com.truecart.search.Shelf.ids;
import static com.truecart.search.Shelf.offer;
import static com.truecart.search.Shelf.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.truecart.realshops.elasticsearch.ElasticNode;
import com.truecart.search.SearchQuery;
import com.truecart.search.SearchUnavailableException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the cluster is to blame for passes, and nothing is left out because of it. */
class BlockedIndexTest {

    @Test
    void aClusterThatTakesNoWritesIsAwayAndNoProductIsSaidToBeRefused()
            throws IOException, InterruptedException {
        try (ElasticNode node = ElasticNode.start(512);
                ElasticOffers offers =
                        ElasticOffers.on(
                                new ElasticSettings(
                                        node.address(),
                                        Optional.empty(),
                                        "offers",
                                        Duration.ofSeconds(10)))) {
            offers.rebuild(Stream.of(product("a", "Milk", offer("a", "s", 1))));
            // as Elasticsearch does by itself where its disk is full
            block(node, true);
            assertThatExceptionOfType(SearchUnavailableException.class)
                    .isThrownBy(() -> {
                        offers.put(List.of(product("b", "Milk", offer("b", "s", 1))));
                        offers.commit();
                    });
            // so many that some are sent, and fail, before the commit
            assertThatExceptionOfType(SearchUnavailableException.class)
                    .isThrownBy(() -> {
                        for (int i = 0; i < 5_000; i++) {
                            offers.put(List.of(product("p" + i, "Tea", offer("o" + i, "s", 1))));
                        }
                        offers.commit();
                    });
            block(node, false);
            offers.put(List.of(product("b", "Milk", offer("b", "s", 1))));
            offers.commit();
            assertThat(ids(offers.search(SearchQuery.of("milk")))).containsExactly("a", "b");
        }
    }

    private static void block(ElasticNode node, boolean isBlocked)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(
                                    HttpRequest.newBuilder(
                                                    node.address().resolve("/offers/_settings"))
                                            .header("Content-Type", "application/json")
                                            .PUT(
                                                    BodyPublishers.ofString(
                                                            "{\"index.blocks.write\":"
                                                                    + isBlocked
                                                                    + "}"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            assertThat(status).isEqualTo(200);
        }
    }
}
