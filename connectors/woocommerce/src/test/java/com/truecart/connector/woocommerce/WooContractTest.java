package com.truecart.connector.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.woo.WooPolicy;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import com.truecart.testkit.LoopbackContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shop as it comes out of the box. */
class WooContractTest extends WooContract {

    @Override
    WooPolicy policy() {
        return WooPolicy.plain();
    }

    @Test
    void aListingSaysAllTheShopSaysInBothLanguages() {
        Listing listing =
                pull().entries().stream()
                        .filter(found -> found.upstreamId().equals(first().itemId()))
                        .findFirst()
                        .orElseThrow();
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo(first().product().name());
        assertThat(listing.title().in(Locale.TRADITIONAL_CHINESE))
                .isEqualTo(first().product().nameZh());
        assertThat(listing.brand().orElseThrow().in(Locale.ENGLISH))
                .isEqualTo(first().product().brand());
        assertThat(listing.category().stream().map(name -> name.in(Locale.ENGLISH)))
                .isEqualTo(first().product().category());
        assertThat(listing.category().stream().map(name -> name.in(Locale.TRADITIONAL_CHINESE)))
                .isEqualTo(first().product().categoryZh());
        assertThat(listing.identifiers().gtin().orElseThrow().digits())
                .isEqualTo("0" + first().product().gtin());
        assertThat(listing.identifiers().mpn()).isEqualTo(first().product().mpn());
        assertThat(listing.page()).isPresent();
        assertThat(listing.image()).isPresent();
    }

    @Test
    void aCouponIsTakenOffAndNamed() {
        OrderGateway gateway = gateway(context());
        Quoted plain = quoted(gateway);
        Quoted withCode =
                (Quoted) gateway.quote(new QuoteRequest(goods(), Set.of("FRESH20"), RECIPIENT));
        assertThat(plain.payable().minus(withCode.payable())).isEqualTo(hkd(2_000));
        assertThat(withCode.discounts())
                .singleElement()
                .satisfies(discount -> assertThat(discount.amount()).isEqualTo(hkd(2_000)));
        assertThat(withCode.refusedCodes()).isEmpty();
    }

    @Test
    void aPriceRaisedAfterTheQuoteIsRejectedWithTheNewTotal() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        sandbox.setPrice(SHOP, first().sku(), first().price() + 100);
        int before = sandbox.orders(SHOP).size();
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.newTotal())
                                        .contains(quoted.payable().plus(hkd(100))));
        assertThat(sandbox.orders(SHOP)).hasSize(before);
    }

    @Test
    void aPriceRaisedInTheLastMomentIsCaughtByTheShopItself() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.beforeNextOrder(() -> sandbox.setPrice(SHOP, first().sku(), first().price() + 100));
        PlaceResult result = gateway.place(request(quoted), newKey());
        assertThat(result)
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.newTotal())
                                        .contains(quoted.payable().plus(hkd(100))));
    }

    @Test
    void anAnswerLostOnTheWireIsFoundAgainAndNeverBoughtTwice() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = sandbox.orders(SHOP).size();
        sandbox.faults()
                .inject(Fault.once(SHOP, "/checkout", FaultKind.DROP_AFTER_WORK).on("POST"));
        assertThatThrownBy(() -> gateway.place(request(quoted), key))
                .isInstanceOf(UpstreamException.Unanswered.class);
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.Found.class);
        placed(gateway.place(request(quoted), key));
        assertThat(sandbox.orders(SHOP)).hasSize(before + 1);
        assertThat(sandbox.orders(SHOP).getLast().note().orElseThrow()).contains(key.value());
    }

    @Test
    void aRefusalBecauseAnEarlierAttemptJustWentThroughIsNoRefusal() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = sandbox.orders(SHOP).size();
        context.beforeNextOrder(() -> gateway(context()).place(request(quoted), key));
        placed(gateway.place(request(quoted), key));
        assertThat(sandbox.orders(SHOP)).hasSize(before + 1);
    }

    @Test
    void aServerErrorWhilePlacingIsDoubtUntilTheDraftIsSeen() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        sandbox.faults().inject(Fault.once(SHOP, "/checkout", FaultKind.SERVER_ERROR).on("POST"));
        assertThatThrownBy(() -> gateway.place(request(quoted), key))
                .isInstanceOf(UpstreamException.Unanswered.class);
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void whatSoldOutBetweenQuoteAndOrderIsRejected() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        sandbox.setStock(SHOP, first().sku(), 0);
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void aShopWithoutDraftsLeavesTheCartAsTheOnlyWitness() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        String draftless =
                new Trace(Trace.parse(quoted.resumeToken()).cart(), Optional.empty()).token();
        IdempotencyKey key = newKey();
        PlaceRequest request =
                new PlaceRequest(goodsRequest(), draftless, quoted.payable(), paymentMethod());

        assertThat(gateway.find(key, Optional.of(draftless))).isInstanceOf(Lookup.NotFound.class);
        placed(gateway.place(request, key));
        assertThat(gateway.find(key, Optional.of(draftless))).isInstanceOf(Lookup.CannotAsk.class);
        assertThat(gateway.place(request, key)).isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void withoutTheCartsTokenNobodyCanAsk() {
        assertThat(gateway(context()).find(newKey(), Optional.empty()))
                .isInstanceOf(Lookup.CannotAsk.class);
    }

    @Test
    void parcelsOfAShopThatTracksThemAreFollowed() {
        String shop = "sampan-general";
        try (Sandbox later =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withDelivery(Duration.ZERO, Duration.ofHours(1)))) {
            Offer offer =
                    later.offers(shop).stream()
                            .filter(found -> found.stock() > 0)
                            .findFirst()
                            .orElseThrow();
            OrderGateway gateway =
                    gateway(
                            LoopbackContext.with(
                                    Map.of("shop", later.shop(shop).base().toString())));
            QuoteRequest request =
                    new QuoteRequest(
                            List.of(new OrderLine(offer.itemId(), 1)), Set.of(), RECIPIENT);
            Quoted quoted = (Quoted) gateway.quote(request);
            UpstreamOrder order =
                    placed(
                            gateway.place(
                                    new PlaceRequest(
                                            request,
                                            quoted.resumeToken(),
                                            quoted.payable(),
                                            PaymentMethod.CASH_ON_DELIVERY),
                                    newKey()));
            UpstreamOrder followed = gateway.track(order.handle());
            assertThat(followed.status()).isEqualTo(UpstreamOrder.Status.SHIPPED);
            assertThat(followed.parcels())
                    .singleElement()
                    .satisfies(parcel -> {
                        assertThat(parcel.carrier()).contains("SF Express");
                        assertThat(parcel.trackingNumber()).isPresent();
                        assertThat(parcel.page()).isPresent();
                    });
            assertThat(followed.at()).isBefore(Instant.now().plusSeconds(60));
        }
    }
}
