package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.magento.MagentoTerms;
import com.truecart.sandbox.magento.StoneHouse;
import com.truecart.sandbox.shopify.JunkStreet;
import com.truecart.sandbox.shopify.ShopifyTerms;
import com.truecart.sandbox.store.Families;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.JunkStreetTill;
import com.truecart.sandbox.till.Reduction;
import com.truecart.sandbox.till.StoneHouseTill;
import com.truecart.sandbox.world.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shops that speak GraphQL: what they refuse, and how they add up. */
class GraphQlShopsTest {

    @Test
    void aFieldThePlatformDoesNotHaveIsRefusedAndNothingIsDone() throws Exception {
        try (JunkStreet street = JunkStreet.open(ShopifyTerms.OPEN)) {
            JsonNode answer =
                    ask(
                            URI.create(street.base() + "/api/2026-10/graphql.json"),
                            "{ shop { name tagline } }");
            assertThat(answer.has("data")).isFalse();
            assertThat(answer.at("/errors/0/message").asString()).contains("tagline");
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .isEqualTo("undefinedField");
        }
    }

    @Test
    void aQuantityIsToldOnlyToWhoMayAskAndTheRestOfTheAnswerStands() throws Exception {
        try (JunkStreet street = JunkStreet.open(ShopifyTerms.OPEN)) {
            JsonNode answer =
                    ask(
                            URI.create(street.base() + "/api/2026-10/graphql.json"),
                            "{ products(first: 1) { nodes { title variants(first: 1) {"
                                    + " nodes { id quantityAvailable } } } } }");
            assertThat(answer.at("/data/products/nodes/0/title").asString()).isNotBlank();
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .isEqualTo("ACCESS_DENIED");
        }
    }

    @Test
    void aCartNobodyMadeIsRefusedByItsCategory() throws Exception {
        try (StoneHouse house = StoneHouse.open(MagentoTerms.PLAIN)) {
            JsonNode answer =
                    ask(
                            URI.create(house.base() + "/graphql"),
                            "{ cart(cart_id: \"nobodys\") { id } }");
            assertThat(answer.at("/errors/0/extensions/category").asString())
                    .isEqualTo("graphql-no-such-entity");
        }
    }

    @Test
    void sizesOfOneThingAreOneFamily() {
        Shelf shelf = new Shelf(List.of(offer(1, "Tea 20 bags", "20 bags", 1_000)));
        assertThat(Families.of(shelf)).containsOnlyKeys("Tea");
    }

    @Test
    void aRateIsRoundedOnceOverItsLinesAndOffTheOrderComesAfterIt() {
        List<CartLine> lines =
                List.of(
                        new CartLine(tea(1, 1_001), 1),
                        new CartLine(tea(2, 1_002), 1),
                        new CartLine(offer(3, "Rice", "1kg", 60_000), 1));
        Bill bill = new JunkStreetTill().ring(lines, List.of("TEA15"));
        // 15 % of 20.03 is 3.0045, cut on each line to 1.50 and 1.50
        assertThat(bill.reductions()).extracting(Reduction::amount).containsExactly(300L, 5_000L);
        assertThat(bill.reductions().getFirst().perLine()).containsExactly(150L, 150L, 0L);
    }

    @Test
    void aRoundingErrorIsCarriedToTheNextLine() {
        List<CartLine> lines =
                List.of(
                        new CartLine(household(1, 10_004), 1),
                        new CartLine(household(2, 10_004), 1),
                        new CartLine(household(3, 10_004), 1));
        Bill bill = new StoneHouseTill().ring(lines, List.of());
        // 1000.4 each: 1000, then 1000.8 is 1001, then 1000.2 is 1000
        assertThat(bill.reductions().getFirst().perLine()).containsExactly(1_000L, 1_001L, 1_000L);
    }

    @Test
    void manyPiecesEarnTheirTierBeforeAnyRule() {
        Offer offer = offer(7, "Cup", "1 pc", 1_000);
        assertThat(new StoneHouseTill().ring(List.of(new CartLine(offer, 2)), List.of()).goods())
                .isEqualTo(2_000);
        assertThat(new StoneHouseTill().ring(List.of(new CartLine(offer, 3)), List.of()).goods())
                .isEqualTo(2_850);
        assertThat(new StoneHouseTill().ring(List.of(new CartLine(offer, 6)), List.of()).goods())
                .isEqualTo(5_340);
    }

    private static JsonNode ask(URI endpoint, String query)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(endpoint)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        Json.object()
                                                                .put("query", query)
                                                                .toString()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static Offer tea(int number, long price) {
        return offer(number, "Tea", "20 bags", price, "Tea & Juice");
    }

    private static Offer household(int number, long price) {
        return offer(number, "Soap", "80g", price, "Household");
    }

    private static Offer offer(int number, String name, String pack, long price) {
        return offer(number, name, pack, price, "Groceries");
    }

    private static Offer offer(int number, String name, String pack, long price, String category) {
        return new Offer(
                "S-" + number,
                Integer.toString(number),
                new Product(
                        number,
                        "4006381333931",
                        Optional.empty(),
                        name,
                        name,
                        "Brand",
                        "品牌",
                        List.of(category),
                        List.of(category),
                        pack,
                        price,
                        "For tests"),
                price,
                price,
                50);
    }
}
