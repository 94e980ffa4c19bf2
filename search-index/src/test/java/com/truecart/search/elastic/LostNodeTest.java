package com.truecart.search.elastic;

import static com.truecart.search.Shelf.ids;
import static com.truecart.search.Shelf.offer;
import static com.truecart.search.Shelf.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.truecart.realshops.elasticsearch.ElasticNode;
import com.truecart.search.SearchQuery;
import com.truecart.search.SearchUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LostNodeTest {

    private static final int HEAP = 512;

    @Test
    void aLostNodeIsSaidAndWhatItHadConfirmedIsThereWhenItIsBack() {
        try (ElasticNode node = ElasticNode.start(HEAP);
                ElasticOffers offers =
                        ElasticOffers.on(
                                new ElasticSettings(
                                        node.address(),
                                        Optional.empty(),
                                        "offers",
                                        Duration.ofSeconds(10)))) {
            assertThat(offers.isUsable()).isFalse();
            assertThatExceptionOfType(SearchUnavailableException.class)
                    .as("a change alone makes no index that would pass for a whole one")
                    .isThrownBy(() -> offers.put(List.of(product("z", "Milk", offer("z", "s", 1)))))
                    .withMessageContaining("no index");
            offers.rebuild(Stream.of(product("a", "Milk", offer("a", "s", 1))));
            assertThat(offers.isUsable()).isTrue();
            offers.put(List.of(product("b", "Milk", offer("b", "s", 1))));
            offers.commit();
            node.kill();
            assertThatExceptionOfType(SearchUnavailableException.class)
                    .isThrownBy(() -> offers.search(SearchQuery.of("milk")))
                    .withMessageContaining(node.address().toString());
            assertThatExceptionOfType(SearchUnavailableException.class)
                    .isThrownBy(() -> {
                        offers.put(List.of(product("c", "Milk", offer("c", "s", 1))));
                        offers.commit();
                    });
            node.restart(HEAP);
            assertThat(ids(offers.search(SearchQuery.of("milk")))).containsExactly("a", "b");
            offers.put(List.of(product("c", "Milk", offer("c", "s", 1))));
            offers.commit();
            assertThat(ids(offers.search(SearchQuery.of("milk")))).containsExactly("a", "b", "c");
        }
    }
}
