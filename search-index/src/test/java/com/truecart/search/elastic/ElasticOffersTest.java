package com.truecart.search.elastic;

import com.truecart.search.OfferIndexContract;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ElasticOffersTest extends OfferIndexContract {

    private static ElasticNode node;

    @BeforeAll
    static void start() {
        node = ElasticNode.start(512);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Override
    protected Engine empty() {
        ElasticOffers offers =
                ElasticOffers.on(
                        new ElasticSettings(
                                node.address(),
                                Optional.empty(),
                                "offers-" + UUID.randomUUID(),
                                Duration.ofSeconds(20)));
        offers.rebuild(Stream.empty());
        return new Engine(offers, offers);
    }
}
