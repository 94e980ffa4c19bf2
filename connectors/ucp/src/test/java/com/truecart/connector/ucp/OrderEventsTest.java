package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.ucp.UcpPolicy;
import com.truecart.sandbox.ucp.UcpPolicy.Webhooks;
import com.truecart.spi.Connector;
import com.truecart.spi.Delivery;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.Webhooks.AnOrder;
import com.truecart.spi.Webhooks.Forged;
import com.truecart.spi.Webhooks.Heard;
import com.truecart.spi.Webhooks.Hint;
import com.truecart.spi.Webhooks.NothingWeFollow;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a business sends us about an order, over real HTTP. */
class OrderEventsTest {
    private static final String SHOP = "everyday-home";
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
    private final LoopbackContext context =
            LoopbackContext.with(
                    Map.of(
                            "shop", sandbox.shop(SHOP).base().toString(),
                            "profile", platform.profile().toString(),
                            "signing_key", TestKeys.PRIVATE));
    private final Connector connector = new UcpProvider().open(context);

    @AfterEach
    void close() {
        connector.close();
        platform.close();
        sandbox.close();
    }

    @Test
    void aNewOrderAndEveryChangeOfItIsAHintToAskAgain() {
        UpstreamOrder order = place();
        Delivery made = platform.next();
        assertThat(hear(made)).isEqualTo(hint(made, order));

        sandbox.ucp(SHOP).refund(order.handle().upstreamOrderId(), 500, "One was broken", true);
        Delivery refunded = platform.next();
        assertThat(hear(refunded)).isEqualTo(hint(refunded, order));
        assertThat(hear(refunded)).isNotEqualTo(hint(made, order));
        assertThat(orders().track(order.handle()).refunded()).isEqualTo(Money.of(500, "HKD"));
    }

    @Test
    void aPromisedRefundIsNoRefundYet() {
        UpstreamOrder order = place();
        sandbox.ucp(SHOP).refund(order.handle().upstreamOrderId(), 700, "On its way", false);
        assertThat(orders().track(order.handle()).refunded()).isEqualTo(Money.of(0, "HKD"));
    }

    @Test
    void anOrderTheShopCallsOffIsCancelled() {
        UpstreamOrder order = place();
        platform.next();
        sandbox.ucp(SHOP).cancelOrder(order.handle().upstreamOrderId(), "Sold out after all");
        platform.next();
        assertThat(orders().track(order.handle()).status())
                .isEqualTo(UpstreamOrder.Status.CANCELLED);
    }

    @Test
    void whatIsSentTwiceIsTheSameEvent() {
        sandbox.ucp(SHOP).adopt(UcpPolicy.plain().with(Webhooks.TWICE));
        place();
        assertThat(hear(platform.next())).isEqualTo(hear(platform.next()));
    }

    @Test
    void whatWeDidNotTakeIsSentAgainUnderTheSameId() {
        platform.refuseOnce();
        place();
        assertThat(hear(platform.next())).isEqualTo(hear(platform.next()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Webhooks.class,
            names = {"UNSIGNED", "BY_AN_UNKNOWN_KEY", "ALTERED", "UNDER_ANOTHER_NAME"})
    void whatTheBusinessDidNotSignForUsIsForged(Webhooks how) {
        sandbox.ucp(SHOP).adopt(UcpPolicy.plain().with(how));
        place();
        String why =
                switch (how) {
                    case UNSIGNED -> "signature_missing";
                    case BY_AN_UNKNOWN_KEY -> "key_not_found";
                    case ALTERED -> "digest_mismatch";
                    case UNDER_ANOTHER_NAME -> "another business";
                    case HONEST, TWICE -> throw new AssertionError(how);
                };
        assertThat(hear(platform.next()))
                .isInstanceOfSatisfying(
                        Forged.class, forged -> assertThat(forged.why()).contains(why));
    }

    @Test
    void aGoodSignatureOfAnotherBusinessSaysNothingAboutOrdersHere() {
        sandbox.ucp("voltage").adopt(UcpPolicy.plain());
        Connector other =
                new UcpProvider()
                        .open(context.and("shop", sandbox.shop("voltage").base().toString()));
        place();
        Delivery event = platform.next();
        assertThat(hear(event)).isInstanceOf(Hint.class);
        assertThat(other.webhooks().orElseThrow().hear(event)).isInstanceOf(Forged.class);
        other.close();
    }

    @Test
    void anEventSentToAnotherAddressIsForged() {
        place();
        Delivery event = platform.next();
        Delivery elsewhere =
                new Delivery(
                        event.method(),
                        URI.create("https://truecart.example/webhooks/ucp"),
                        event.headers(),
                        event.body(),
                        event.at());
        assertThat(hear(elsewhere)).isEqualTo(new Forged("signature_invalid"));
    }

    @Test
    void aKeyThatIsNewSinceTheLastLookIsFoundInTheProfile() {
        place();
        hear(platform.next());
        sandbox.ucp(SHOP).rotateKeys();
        UpstreamOrder order = place();
        Delivery event = platform.next();
        assertThat(hear(event)).isEqualTo(hint(event, order));
    }

    @Test
    void aSignedEventWithoutAnOrderIsNothingWeFollow() {
        for (String body : List.of("{\"hello\":\"world\"}", "no json")) {
            assertThat(hearSigned(body, Map.of()))
                    .isEqualTo(new Hint(ContentDigest.of(body), new NothingWeFollow()));
        }
    }

    @Test
    void anIdThatNobodySignedNamesNoEvent() {
        String body = "{\"hello\":\"world\"}";
        assertThat(hearSigned(body, Map.of("webhook-id", "the-next-one")))
                .isEqualTo(hearSigned(body, Map.of("webhook-id", "another")));
    }

    @Test
    void anEventIsNamedByWhatItSays() {
        String order = "{\"id\":\"ord_1\",\"line_items\":[]}";
        Heard heard = hearSigned(order, Map.of());
        assertThat(heard).isEqualTo(hearSigned(order, Map.of()));
        assertThat(heard)
                .isInstanceOfSatisfying(
                        Hint.class,
                        hint -> {
                            assertThat(hint.eventId()).startsWith("sha-256=");
                            assertThat(hint.about()).isEqualTo(new AnOrder("ord_1"));
                        });
    }

    /** As a business with the key of the RFC sends it, and as the connection to it hears it. */
    private static Heard hearSigned(String body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("ucp-agent", "profile=\"https://shop.example/.well-known/ucp\"");
        headers.put("content-type", "application/json");
        URI here = URI.create("https://truecart.example/webhooks/ucp");
        HttpMessage message =
                HttpMessage.request("POST", here, new TreeMap<>(), body).with(headers);
        HttpMessage signed =
                message.with(MessageSignatures.sign(message, TestKeys.signing(), Instant.now()));
        String profile =
                """
                {"ucp":{"version":"2026-04-08","services":{"dev.ucp.shopping":[
                  {"transport":"rest","endpoint":"https://shop.example/ucp"}]}},
                 "signing_keys":[%s]}
                """
                        .formatted(TestKeys.PUBLIC);
        Merchant merchant =
                new Merchant(
                        URI.create("https://SHOP.example/"),
                        _ -> new Reply(200, Map.of(), profile, Instant.now()),
                        Clock.systemUTC());
        return new OrderEvents(merchant, List.of())
                .hear(new Delivery("POST", here, signed.headers(), body, Instant.now()));
    }

    private UpstreamOrder place() {
        Offer offer =
                sandbox.offers(SHOP).stream()
                        .filter(found -> found.stock() > 5)
                        .findFirst()
                        .orElseThrow();
        QuoteRequest request =
                new QuoteRequest(List.of(new OrderLine(offer.itemId(), 1)), Set.of(), RECIPIENT);
        Quoted quoted = (Quoted) orders().quote(request);
        PlaceResult.Placed placed =
                (PlaceResult.Placed)
                        orders().place(
                                        new PlaceRequest(
                                                request,
                                                quoted.resumeToken(),
                                                quoted.payable(),
                                                PaymentMethod.CASH_ON_DELIVERY),
                                        new IdempotencyKey(UUID.randomUUID().toString()));
        return placed.order();
    }

    private OrderGateway orders() {
        return connector.orders().orElseThrow();
    }

    private Heard hear(Delivery delivery) {
        return connector.webhooks().orElseThrow().hear(delivery);
    }

    private static Heard hint(Delivery delivery, UpstreamOrder order) {
        return new Hint(
                ContentDigest.of(delivery.body()), new AnOrder(order.handle().upstreamOrderId()));
    }
}
