package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.connector.ucp.RecordingContext.Exchange;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.ucp.UcpPolicy;
import com.truecart.sandbox.ucp.UcpPolicy.Escalation;
import com.truecart.sandbox.ucp.UcpPolicy.Transport;
import com.truecart.spi.Connector;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.Pull;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.Secret;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every message of both directions against the published schemas: what we send as well as what the
 * stand-in answers and sends by itself.
 */
class PublishedSchemaTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SHOP = "voltage";
    private static final Recipient RECIPIENT =
            new Recipient(
                    "Ka Yan",
                    "Chan",
                    "kayan.chan@example.com",
                    "+85255550123",
                    "Flat 5, 12 Harbour Road",
                    "Wan Chai",
                    "HK",
                    "",
                    "HK");

    private final Sandbox sandbox =
            Sandbox.start(
                    SandboxOptions.defaults()
                            .withDelivery(Duration.ofHours(1), Duration.ofHours(2)));
    private final Platform platform = new Platform();
    private final RecordingContext context =
            new RecordingContext(
                    LoopbackContext.with(
                            Map.of(
                                    "shop", sandbox.shop(SHOP).base().toString(),
                                    "profile", platform.profile().toString(),
                                    "signing_key", TestKeys.PRIVATE)));
    private PublishedSchemas schemas = PublishedSchemas.none();

    @BeforeEach
    void readSchemas() {
        schemas = PublishedSchemas.read();
    }

    @AfterEach
    void close() {
        platform.close();
        sandbox.close();
    }

    @Test
    void everyMessageOverRestIsAsPublished() {
        buyEverywhichWay(UcpPolicy.plain());
        Set<String> seen = new TreeSet<>();
        for (Exchange exchange : context.exchanges()) {
            if (exchange.call().uri().getPath().equals("/.well-known/ucp")) {
                messages().assertProfile(exchange);
            } else {
                seen.add(messages().assertOverRest(exchange));
            }
        }
        assertThat(seen)
                .containsExactly(
                        "GET /checkout-sessions/{id}",
                        "GET /orders/{id}",
                        "POST /catalog/search",
                        "POST /checkout-sessions",
                        "POST /checkout-sessions/{id}/complete",
                        "PUT /checkout-sessions/{id}");
    }

    @Test
    void everyMessageOverMcpIsAsPublished() {
        buyEverywhichWay(UcpPolicy.plain().over(Transport.MCP));
        Set<String> seen = new TreeSet<>();
        for (Exchange exchange : context.exchanges()) {
            if (exchange.call().uri().getPath().equals("/.well-known/ucp")) {
                messages().assertProfile(exchange);
            } else {
                seen.add(messages().assertOverMcp(exchange));
            }
        }
        assertThat(seen)
                .containsExactly(
                        "complete_checkout",
                        "create_checkout",
                        "get_checkout",
                        "get_order",
                        "search_catalog",
                        "update_checkout");
    }

    @Test
    void ourProfileIsAPlatformsAndSaysWhereOrderEventsGo() {
        String json =
                PlatformProfile.json(
                        URI.create("https://truecart.example/webhooks/ucp"),
                        List.of(new Secret(TestKeys.PRIVATE)));
        JsonNode profile = MAPPER.readTree(json);
        assertThat(schemas.faults("schemas/ucp.json#/$defs/platform_schema", profile.path("ucp")))
                .isEmpty();
        JsonNode order =
                profile.path("ucp").path("capabilities").path("dev.ucp.shopping.order").path(0);
        assertThat(
                        schemas.faults(
                                "schemas/shopping/order.json#/$defs/platform_schema",
                                order.path("config")))
                .isEmpty();
        assertThat(profile.path("signing_keys").path(0).path("kid").asString(""))
                .isEqualTo(TestKeys.ID);
        assertThat(json).doesNotContain("\"d\"");
    }

    @Test
    void whatABusinessSendsAboutAnOrderIsAnOrder() {
        buyEverywhichWay(UcpPolicy.plain());
        JsonNode order = MAPPER.readTree(platform.next().body());
        assertThat(schemas.faults("schemas/shopping/order.json", order)).isEmpty();
        sandbox.ucp(SHOP).refund(order.path("id").asString(""), 100, "Broken", true);
        JsonNode refunded = MAPPER.readTree(platform.next().body());
        assertThat(refunded.path("adjustments")).hasSize(1);
        assertThat(schemas.faults("schemas/shopping/order.json", refunded)).isEmpty();
    }

    @Test
    void theAnnotationIsHeeded() {
        ObjectNode withId = (ObjectNode) MAPPER.readTree("{\"id\":\"x\",\"line_items\":[]}");
        assertThat(schemas.faults("schemas/shopping/checkout.json", withId, "create"))
                .singleElement()
                .asString()
                .contains("id");
        ObjectNode empty = (ObjectNode) MAPPER.readTree("{}");
        assertThat(schemas.faults("schemas/shopping/checkout.json", empty, "create"))
                .singleElement()
                .asString()
                .contains("line_items");
        assertThat(schemas.faults("schemas/shopping/checkout.json", empty, "complete"))
                .singleElement()
                .asString()
                .contains("payment");
    }

    /** Everything the connector ever does: look, quote, be refused, be handed over, buy, follow. */
    private void buyEverywhichWay(UcpPolicy policy) {
        Offer offer =
                sandbox.offers(SHOP).stream()
                        .filter(found -> found.price() > 100_000)
                        .findFirst()
                        .orElseThrow();
        sandbox.setStock(SHOP, offer.sku(), 9);
        sandbox.ucp(SHOP).adopt(policy.disclosing("Keep away from water").provisionally());
        try (Connector connector = new UcpProvider().open(context)) {
            connector.catalog().page(new Pull.Everything());
            OrderGateway orders = connector.orders().orElseThrow();
            assertThat(orders.quote(request(offer, 99)))
                    .isInstanceOf(QuoteResult.Unavailable.class);
            QuoteRequest request = request(offer, 2);
            Quoted quoted = (Quoted) orders.quote(request);
            PlaceRequest order =
                    new PlaceRequest(
                            request,
                            quoted.resumeToken(),
                            quoted.payable(),
                            PaymentMethod.CASH_ON_DELIVERY);
            IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());
            sandbox.ucp(SHOP).adopt(policy.with(Escalation.REVIEW));
            assertThat(orders.place(order, key)).isInstanceOf(PlaceResult.NeedsBuyer.class);
            sandbox.ucp(SHOP).adopt(policy);
            assertThat(orders.place(order, key)).isInstanceOf(PlaceResult.Placed.class);
            orders.find(key, Optional.of(quoted.resumeToken()));
        }
    }

    private PublishedMessages messages() {
        return new PublishedMessages(schemas);
    }

    private static QuoteRequest request(Offer offer, int quantity) {
        return new QuoteRequest(
                List.of(new OrderLine(offer.itemId(), quantity)),
                Set.of("NO-SUCH-CODE", "VOLT5"),
                RECIPIENT);
    }
}
