package com.truecart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.journey.Street.Wanted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans as programs and shoppers ask for them, over the whole application and the sandbox's shops.
 */
class PlanningJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private static Path folder;
    @AutoClose private static Street street;

    @BeforeAll
    static void open() throws IOException {
        street = Street.open(folder);
    }

    @Test
    void wishesLimitWhereAPlanBuys() {
        String wants = wants(books(), groceries());
        JsonNode free = plans(wants, "");
        assertThat(stores(free, 0)).hasSize(2);
        assertThat(free.at("/plans/0/proof").asString()).isEqualTo("PROVEN_CHEAPEST");
        assertThat(free.at("/plans/0/arrivesWithinDays").asInt()).isEqualTo(4);
        assertThat(free.at("/reasons/elsewhere").isArray()).isTrue();

        JsonNode soon = plans(wants, ", \"arrivesWithinDays\": 2");
        assertThat(stores(soon, 0)).noneMatch(store -> store.startsWith("lantern-books"));
        assertThat(soon.at("/plans/0/missing/0/why").asString()).isEqualTo("NO_OFFER");

        JsonNode one = plans(wants, ", \"maxStores\": 1");
        assertThat(stores(one, 0)).hasSize(1);
        assertThat(one.at("/plans/0/missing/0/why").asString()).isEqualTo("NOT_AT_THIS_STORE");

        String store = stores(free, 0).getFirst();
        assertThat(stores(plans(wants, ", \"without\": [\"" + store + "\"]"), 0))
                .doesNotContain(store);
    }

    @Test
    void whatIsOnlyNiceToHaveIsLeftOutWhereItAddsTooMuch() {
        String cheap =
                "{\"productId\": \""
                        + groceries().product()
                        + "\", \"quantity\": 1}, {\"productId\": \""
                        + books().product()
                        + "\", \"quantity\": 1, \"worth\": {\"minor\": 100, \"currency\": \"HKD\"}}";
        assertThat(plans(cheap, "").at("/plans/0/missing/0/why").asString())
                .isEqualTo("NOT_WORTH_IT");
    }

    @Test
    void whatWouldDoInsteadIsChosenOnItsPage() {
        Wanted wanted = groceries();
        String page = "/basket/wants/" + wanted.product() + "/instead";
        street.json("PUT", "/api/v1/basket", "{\"wants\": [" + wants(wanted) + "], \"codes\": []}");
        assertThat(street.page("/basket")).contains("Nothing else will do", page);
        Matcher other =
                Pattern.compile("name=\"substitutes\" value=\"([^\"]+)\"")
                        .matcher(street.page(page));
        assertThat(other.find()).as("another product to choose").isTrue();
        Matcher token =
                Pattern.compile("name=\"_csrf\" value=\"([^\"]+)").matcher(street.page(page));
        assertThat(token.find()).isTrue();
        street.post(
                page,
                "tolerancePercent=15&substitutes=" + other.group(1) + "&_csrf=" + token.group(1));
        assertThat(street.page("/basket"))
                .contains("One other product would do, up to 15 % dearer");
        assertThat(street.page(page)).contains(other.group(1), "checked");
        assertThat(street.json("GET", "/api/v1/basket", "").at("/wants/0/substitutes/0").asString())
                .isEqualTo(other.group(1));
    }

    @Test
    void whatCannotBePlannedIsRefusedByItsName() {
        assertThat(plans(wants(books()), ", \"maxStores\": 0").at("/detail").asString())
                .contains("maxStores");
        assertThat(plans(wants(books()), ", \"without\": [\"nowhere\"]").at("/detail").asString())
                .contains("without");
        assertThat(
                        plans(
                                        "{\"productId\": \""
                                                + books().product()
                                                + "\", \"quantity\": 1000000}",
                                        "")
                                .at("/detail")
                                .asString())
                .contains("quantity");
        String one = wants(books());
        String many = Stream.generate(() -> one).limit(5_000).collect(Collectors.joining(","));
        assertThat(plans(many, "").at("/detail").asString()).contains("wants", "5000");
    }

    @Test
    void aStreamedSearchTellsEachBetterPlanAndThenAll() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(street.at("/api/v1/plans")))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(BodyPublishers.ofString(body(wants(books(), groceries()), "")))
                        .build();
        List<String> names = new ArrayList<>();
        String last = "";
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream answer = client.send(request, BodyHandlers.ofInputStream()).body();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    names.add(line.substring("event:".length()));
                } else if (line.startsWith("data:")) {
                    last = line.substring("data:".length());
                }
            }
        }
        assertThat(names).contains("better").endsWith("plans");
        assertThat(JSON.readTree(last).at("/plans/0/strategy").asString()).isEqualTo("CHEAPEST");
    }

    @Test
    void aWatchedListIsToldWhenAPriceFalls() {
        Wanted tea = groceries();
        street.json("PUT", "/api/v1/basket", "{\"wants\": [" + wants(tea) + "], \"codes\": []}");
        JsonNode before = plans(wants(tea), "");
        long total = before.at("/plans/0/total/minor").asLong();
        JsonNode watch =
                street.json(
                        "POST",
                        "/api/v1/watches",
                        "{\"onlyOrderable\": true, \"below\": {\"minor\": "
                                + (total - 50)
                                + ", \"currency\": \"HKD\"}}");
        assertThat(watch.at("/reached").asBoolean()).isFalse();
        assertThat(watch.at("/total/minor").asLong()).isEqualTo(total);
        assertThat(street.page("/basket")).contains("Wait for a lower price", "Waiting");

        street.tell(
                "/prices",
                "{\"shop\": \"harbour-grocer\", \"sku\": \""
                        + sku("harbour-grocer", tea)
                        + "\", \"price\": 100}");
        street.json("POST", "/api/v1/connections/harbour-grocer/pulls", "");
        await(
                "the watch to be reached",
                () -> street.json("GET", "/api/v1/watches", "").at("/0/reached").asBoolean());
        assertThat(street.page("/basket")).contains("Reached");
    }

    @Test
    void whatAStoreDidNotSellIsPlannedAgainElsewhere() {
        Wanted gone = street.soldOnlyAt("everyday-home", 6).get(5);
        street.json("PUT", "/api/v1/basket", "{\"wants\": [" + wants(gone) + "], \"codes\": []}");
        JsonNode checkout =
                street.json(
                        "POST",
                        "/api/v1/checkouts",
                        """
                        {"strategy": "CHEAPEST", "onlyOrderable": true, "recipient": {"givenName": "Mei", "familyName": "Chan",
                         "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road", "district": "Yau Tsim Mong",
                         "city": "Kowloon", "country": "HK"}}
                        """);
        street.tell(
                "/stock",
                "{\"shop\": \"everyday-home\", \"sku\": \""
                        + sku("everyday-home", gone)
                        + "\", \"quantity\": 0}");
        JsonNode confirmed =
                street.json(
                        "POST",
                        "/api/v1/checkouts/" + checkout.at("/id").asString() + "/confirm",
                        "{\"agreed\": \"" + checkout.at("/fingerprint").asString() + "\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        String order = confirmed.at("/orderId").asString();
        await(
                "the store to refuse",
                () -> street.page("/orders/" + order).contains("Put these into the basket"));
        Matcher form =
                Pattern.compile(
                                "(/orders/[^/\"]+/parts/[^/\"]+/replan)\".*?name=\"_csrf\" value=\"([^\"]+)",
                                Pattern.DOTALL)
                        .matcher(street.page("/orders/" + order));
        assertThat(form.find()).isTrue();
        street.post(form.group(1), "_csrf=" + form.group(2));
        JsonNode basket = street.json("GET", "/api/v1/basket", "");
        assertThat(basket.at("/wants/0/productId").asString()).isEqualTo(gone.product().toString());
    }

    private static String sku(String shop, Wanted want) {
        for (JsonNode offer : street.shelf(shop)) {
            if (offer.at("/itemId").asString().equals(want.upstreamId())) {
                return offer.at("/sku").asString();
            }
        }
        throw new IllegalStateException("not on the shelf of " + shop + ": " + want);
    }

    private static Wanted books() {
        return street.soldOnlyAt("lantern-books", 1).getFirst();
    }

    private static Wanted groceries() {
        return street.soldOnlyAt("harbour-grocer", 1).getFirst();
    }

    private static String wants(Wanted... all) {
        return Stream.of(all)
                .map(want -> "{\"productId\": \"" + want.product() + "\", \"quantity\": 1}")
                .collect(Collectors.joining(","));
    }

    private static String body(String wants, String more) {
        return "{\"wants\": [" + wants + "], \"codes\": [], \"onlyOrderable\": true" + more + "}";
    }

    private static JsonNode plans(String wants, String more) {
        return street.json("POST", "/api/v1/plans", body(wants, more));
    }

    private static List<String> stores(JsonNode plans, int plan) {
        List<String> stores = new ArrayList<>();
        plans.at("/plans/" + plan + "/stores")
                .forEach(store -> stores.add(store.at("/store").asString()));
        return stores;
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
