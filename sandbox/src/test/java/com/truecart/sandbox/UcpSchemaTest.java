package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.store.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every kind of UCP answer against the published schemas of the release. */
class UcpSchemaTest {
    private static final String SITE = "https://ucp.dev/schemas/";
    private static final String VOLTAGE = "voltage";

    private final SteppedClock clock = new SteppedClock();
    private final Sandbox sandbox =
            Sandbox.start(
                    SandboxOptions.defaults()
                            .withClock(clock)
                            .withDelivery(Duration.ofMinutes(1), Duration.ofMinutes(2)));
    private final UcpBuyer buyer = new UcpBuyer(sandbox.shop(VOLTAGE));
    private Map<String, String> schemas = Map.of();

    @BeforeEach
    void readSchemas() throws IOException {
        Path folder =
                Path.of(
                        System.getProperty("truecart.root", ".."),
                        "../shared/data/ucp-2026-04-08/source/schemas");
        if (!Files.isDirectory(folder)) {
            assertThat(System.getenv("CI")).as("the schemas belong in CI").isNotEqualTo("true");
            System.out.println("Skipped: the UCP schemas are not in ../shared/data");
        }
        assumeThat(folder).isDirectory();
        try (var files = Files.walk(folder)) {
            Map<String, String> read = new HashMap<>();
            files.filter(f -> f.toString().endsWith(".json")).forEach(f -> read(f, read));
            schemas = read;
        }
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theProfileIsABusinessProfile() {
        JsonNode profile =
                new Caller(sandbox.shop(VOLTAGE).base().toString()).get("/.well-known/ucp").json();
        assertValid("ucp.json#/$defs/business_schema", profile.path("ucp"));
    }

    @Test
    void catalogueAnswersAreValid() {
        JsonNode found = buyer.call("/catalog/search", "{\"query\":\"ssd\"}").json();
        assertThat(found.path("products")).isNotEmpty();
        assertValid("shopping/catalog_search.json#/$defs/search_response", found);

        Offer offer = sandbox.offers(VOLTAGE).getFirst();
        JsonNode looked =
                buyer.call(
                                "/catalog/lookup",
                                "{\"ids\":[\"%s\",\"prod_%s\",\"%s\",\"nothing\"]}"
                                        .formatted(
                                                offer.sku(), offer.sku(), offer.product().gtin()))
                        .json();
        assertThat(looked.path("products")).hasSize(1);
        assertThat(looked.path("products").path(0).path("variants").path(0).path("inputs"))
                .hasSize(3);
        assertValid("shopping/catalog_lookup.json#/$defs/lookup_response", looked);
    }

    @Test
    void aCheckoutIsValidAtEveryStepAndSoIsItsOrder() {
        Offer offer = sandbox.offers(VOLTAGE).getFirst();
        sandbox.setPrice(VOLTAGE, offer.sku(), 120_000);
        sandbox.setStock(VOLTAGE, offer.sku(), 10);
        buyer.wants(offer.itemId(), 1).withCodes("VOLT5", "NOPE");

        assertValidCheckout(buyer.create("").json());
        assertValidCheckout(buyer.update("express").json());
        JsonNode done = buyer.complete(UUID.randomUUID()).json();
        assertValidCheckout(done);
        String order = "/orders/" + done.path("order").path("id").asString();
        assertValid("shopping/order.json", buyer.get(order).json());
        clock.step(Duration.ofMinutes(5));
        assertValid("shopping/order.json", buyer.get(order).json());
    }

    @Test
    void refusalsAreErrorResponses() {
        JsonNode refused = buyer.wants("VT-1", 1).create("").json();
        assertValid("shopping/types/error_response.json", refused);
        assertValid("shopping/types/error_response.json", buyer.get("/orders/none").json());
    }

    @Test
    void whatIsInvalidIsFoundInvalid() {
        assertThat(errors("shopping/order.json", Json.object().put("id", "x"))).isNotEmpty();
    }

    private void assertValidCheckout(JsonNode checkout) {
        assertValid("shopping/discount.json#/$defs/dev.ucp.shopping.checkout", checkout);
        assertValid("shopping/fulfillment.json#/$defs/dev.ucp.shopping.checkout", checkout);
    }

    private void assertValid(String schema, JsonNode node) {
        assertThat(errors(schema, node)).as(node.toString()).isEmpty();
    }

    private List<Error> errors(String name, JsonNode node) {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
        Schema schema = registry.getSchema(Json.object().put("$ref", SITE + name));
        return schema.validate(node);
    }

    private static void read(Path file, Map<String, String> into) {
        try {
            String text = Files.readString(file);
            into.put(Json.MAPPER.readTree(text).path("$id").asString(""), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
