package com.truecart.chaos;

import com.truecart.chaos.Errand.Way;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Runs errands. */
final class Runner {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AppProcess app;
    private final HttpClient http;
    private final Counters counters;
    private final Map<String, List<UUID>> articles;

    Runner(AppProcess app, HttpClient http, Counters counters, Map<String, List<UUID>> articles) {
        this.app = app;
        this.http = http;
        this.counters = counters;
        this.articles = articles;
    }

    /** Runs one to its end, whatever is brought meanwhile; the order that came of it. */
    UUID run(Errand errand) throws IOException, InterruptedException {
        Shopper shopper = new Shopper(http, () -> app);
        UUID order =
                shopper.order(
                        errand.articles().entrySet().stream()
                                .map(one ->
                                        articles.getOrDefault(one.getKey(), List.of())
                                                .get(one.getValue()))
                                .toList());
        Way way = errand.way();
        URI place = begin(shopper, order, way, 1);
        switch (errand.ending()) {
            case PAYS -> counters.pay(way, place);
            case PAYS_AT_THE_SECOND_CARD -> {
                counters.tryABadCard(way, place);
                counters.pay(way, place);
            }
            case TURNS_TO_ANOTHER_WAY -> {
                counters.come(way, place);
                counters.pay(way.other(), begin(shopper, order, way.other(), 2));
            }
            case CALLS_IT_OFF -> {
                counters.come(way, place);
                new AccountForm(app, http)
                        .send(
                                "/orders/" + order + "/pay",
                                "/orders/" + order + "/pay/decline",
                                shopper.cookie(),
                                Map.of());
            }
        }
        return order;
    }

    /** Begins to pay; where the shopper has to go, or what is to be scanned. */
    private URI begin(Shopper shopper, UUID order, Way way, int attempt) {
        String path = "/api/v1/orders/" + order + "/payment";
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<JsonNode> bill = Optional.empty();
        while (System.nanoTime() < end) {
            bill = shopper.call("GET", path, "", "");
            Optional<JsonNode> tries = bill.map(one -> one.path("tries"));
            Optional<URI> place =
                    tries.filter(all -> all.size() == attempt)
                            .flatMap(all -> place(all.get(attempt - 1)));
            if (place.isPresent()) {
                return place.get();
            }
            if (tries.filter(all -> all.size() < attempt).isPresent()) {
                shopper.call("POST", path, "{\"account\": \"" + way.account() + "\"}", "");
            } else {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        throw new IllegalStateException("no way to pay " + order + " by " + way + ", last " + bill);
    }

    private static Optional<URI> place(JsonNode attempt) {
        String place = attempt.path("goTo").asString("") + attempt.path("scan").asString("");
        return Optional.of(place).filter(text -> !text.isEmpty()).map(URI::create);
    }
}
