package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.ucp.UcpPolicy;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Over REST, unsigned. */
class UcpContractTest extends HandOffContract {

    @Override
    UcpPolicy policy() {
        return UcpPolicy.plain();
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
    void anAnswerLostOnTheWireIsFoundAgainAndNeverBoughtTwice() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        int before = sandbox.orders(SHOP).size();
        sandbox.faults()
                .inject(Fault.once(SHOP, "/complete", FaultKind.DROP_AFTER_WORK).on("POST"));
        assertThatThrownBy(() -> gateway.place(request(quoted), key))
                .isInstanceOf(UpstreamException.Unanswered.class);
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.Found.class);
        placed(gateway.place(request(quoted), key));
        assertThat(sandbox.orders(SHOP)).hasSize(before + 1);
    }

    @Test
    void aServerErrorWhilePlacingIsDoubtUntilTheCheckoutIsSeen() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        sandbox.faults().inject(Fault.once(SHOP, "/complete", FaultKind.SERVER_ERROR).on("POST"));
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
    void withoutTheCheckoutsIdNobodyCanAsk() {
        assertThat(gateway(context()).find(newKey(), Optional.empty()))
                .isInstanceOf(Lookup.CannotAsk.class);
    }

    @Test
    void aCodeAndAnAutomaticDiscountAreBothNamed() {
        String shop = "voltage";
        Offer dear =
                sandbox.offers(shop).stream()
                        .filter(offer -> offer.price() >= 200_000)
                        .findFirst()
                        .orElseThrow();
        sandbox.setStock(shop, dear.sku(), 10);
        long left = dear.price() - 20_000;
        Money byCode = hkd(Math.min(15_000, (left * 5 + 50) / 100));

        Quoted quoted =
                (Quoted)
                        gateway(at(sandbox, shop))
                                .quote(
                                        new QuoteRequest(
                                                List.of(new OrderLine(dear.itemId(), 1)),
                                                Set.of("VOLT5"),
                                                RECIPIENT));

        assertThat(quoted.discounts())
                .extracting(discount -> discount.amount())
                .containsExactly(hkd(20_000), byCode);
        assertThat(quoted.payable()).isEqualTo(hkd(left).minus(byCode));
        assertThat(quoted.until()).isPresent();
    }

    @Test
    void aDiscountTheShopMayTakeBackIsSaidToBeOne() {
        sandbox.ucp("voltage").adopt(policy().provisionally());
        Offer dear =
                sandbox.offers("voltage").stream()
                        .filter(offer -> offer.price() >= 200_000 && offer.stock() > 0)
                        .findFirst()
                        .orElseThrow();
        Quoted quoted =
                (Quoted)
                        gateway(at(sandbox, "voltage"))
                                .quote(
                                        new QuoteRequest(
                                                List.of(new OrderLine(dear.itemId(), 1)),
                                                Set.of("VOLT5"),
                                                RECIPIENT));
        assertThat(quoted.discounts()).hasSize(2);
        assertThat(quoted.notices())
                .hasSize(2)
                .allMatch(notice -> notice.text().startsWith("The shop has yet to check"));
    }

    @Test
    void aShopWithAProfileOfTheFirstReleaseIsBoughtFromAsWell() {
        sandbox.ucp(SHOP).adopt(policy().with(UcpPolicy.Profile.LISTS));
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(placed(gateway.place(request(quoted), newKey())).charged()).isEqualTo(payable());
    }

    @Test
    void aPriceRaisedInTheLastMomentIsRejectedWithTheNewTotal() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        int before = sandbox.orders(SHOP).size();
        context.beforeNextOrder(() -> sandbox.setPrice(SHOP, first().sku(), first().price() + 100));
        PlaceResult result = gateway.place(request(quoted), newKey());
        assertThat(result)
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.newTotal())
                                        .contains(quoted.payable().plus(hkd(100))));
        assertThat(sandbox.orders(SHOP)).hasSize(before);
    }

    @Test
    void aParcelIsFollowedFromEventToEvent() {
        try (Sandbox later =
                Sandbox.start(
                        SandboxOptions.defaults().withDelivery(Duration.ZERO, Duration.ZERO))) {
            Offer offer =
                    later.offers(SHOP).stream()
                            .filter(found -> found.stock() > 0)
                            .findFirst()
                            .orElseThrow();
            OrderGateway gateway = gateway(at(later, SHOP));
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
            assertThat(followed.status()).isEqualTo(UpstreamOrder.Status.DELIVERED);
            assertThat(followed.parcels())
                    .singleElement()
                    .satisfies(parcel -> {
                        assertThat(parcel.carrier()).contains("SF Express");
                        assertThat(parcel.trackingNumber()).isPresent();
                        assertThat(parcel.page()).isPresent();
                        assertThat(parcel.events())
                                .extracting(UpstreamOrder.Event::kind)
                                .containsExactly("shipped", "in_transit", "delivered");
                    });
        }
    }
}
