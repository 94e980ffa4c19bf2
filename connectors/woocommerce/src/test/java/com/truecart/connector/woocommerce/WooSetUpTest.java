package com.truecart.connector.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.woo.WooPolicy;
import com.truecart.sandbox.woo.WooPolicy.Field;
import com.truecart.sandbox.woo.WooPolicy.Place;
import com.truecart.sandbox.woo.WooPolicy.Tax;
import com.truecart.spi.Call;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamOrder;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shops that are set up otherwise than out of the box. */
class WooSetUpTest {
    private static final String SHOP = "lantern-books";
    private static final long DELIVERY = 2_000;
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
    private final LoopbackContext context =
            LoopbackContext.with(Map.of("shop", sandbox.shop(SHOP).base().toString()));
    private final OrderGateway orders = new WooProvider().open(context).orders().orElseThrow();

    /** Books first, for which there is a code. */
    private final List<Offer> range =
            sandbox.offers(SHOP).stream()
                    .filter(offer -> offer.stock() > 20)
                    .sorted(
                            Comparator.comparing((Offer offer) -> !offer.product().isIn("Books"))
                                    .thenComparingLong(Offer::price))
                    .toList();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aQuoteOfTenLinesAndACodeTakesThreeCallsAndAsManyAsThereAreChangesWithoutBatches() {
        QuoteRequest request = request(10, Set.of("READ10"));
        assertThat(calls(request)).hasSize(3).anyMatch(path -> path.endsWith("/batch"));

        sandbox.woo(SHOP).adopt(WooPolicy.plain().withoutBatches());
        // the batch that is not there, ten lines, the address and the code
        assertThat(calls(request)).hasSize(3 + 12);
    }

    @Test
    void aQuoteIsTheSameWithAndWithoutBatches() {
        QuoteRequest request = request(4, Set.of("READ10", "NO-SUCH-CODE"));
        Quoted batched = quoted(request);
        sandbox.woo(SHOP).adopt(WooPolicy.plain().withoutBatches());
        Quoted single = quoted(request);
        assertThat(batched.payable()).isEqualTo(single.payable());
        assertThat(batched.discounts()).isEqualTo(single.discounts());
        assertThat(batched.refusedCodes()).isEqualTo(single.refusedCodes()).hasSize(1);
    }

    @Test
    void moreChangesThanABatchHoldsGoInSeveral() {
        QuoteRequest request = request(30, Set.of());
        assertThat(calls(request)).filteredOn(path -> path.endsWith("/batch")).hasSize(2);
        assertThat(quoted(request).lines()).hasSize(30);
    }

    @ParameterizedTest
    @EnumSource(Tax.class)
    void whateverTheTaxAQuoteAddsUpAndIsWhatIsCharged(Tax tax) {
        sandbox.woo(SHOP).adopt(WooPolicy.plain().with(tax, 19));
        Seeded.rounds(
                12,
                20261126,
                random -> {
                    List<OrderLine> lines = new ArrayList<>();
                    int count = random.nextInt(1, 6);
                    for (int i = 0; i < count; i++) {
                        Offer offer = range.get(i * 3 + random.nextInt(3));
                        sandbox.setStock(SHOP, offer.sku(), 50);
                        sandbox.setPrice(SHOP, offer.sku(), random.nextLong(3, 4_999));
                        lines.add(new OrderLine(offer.itemId(), random.nextInt(1, 8)));
                    }
                    Set<String> codes = random.nextBoolean() ? Set.of("READ10") : Set.of();
                    QuoteRequest request = new QuoteRequest(lines, codes, RECIPIENT);
                    Quoted quoted = quoted(request);
                    assertThat(total(quoted.lines())).isEqualTo(quoted.goods());
                    UpstreamOrder order = placed(request, quoted);
                    assertThat(order.charged()).isEqualTo(quoted.payable());
                    assertThat(hkd(sandbox.orders(SHOP).getLast().payable()))
                            .isEqualTo(quoted.payable());
                });
    }

    @Test
    void whereTaxIsInThePricesThePricesAreTheGoodsAndNothingComesOnTop() {
        Offer book = range.getFirst();
        sandbox.setPrice(SHOP, book.sku(), 999);
        sandbox.woo(SHOP).adopt(WooPolicy.plain().with(Tax.INCLUDED, 19));
        Quoted quoted =
                quoted(
                        new QuoteRequest(
                                List.of(new OrderLine(book.itemId(), 3)), Set.of(), RECIPIENT));
        assertThat(quoted.lines().getFirst().unitPrice()).isEqualTo(hkd(999));
        assertThat(quoted.goods()).isEqualTo(hkd(2_997));
        assertThat(quoted.delivery()).isEqualTo(hkd(DELIVERY));
        assertThat(quoted.tax()).isEqualTo(hkd(0));
        assertThat(quoted.payable()).isEqualTo(hkd(2_997 + DELIVERY));
    }

    @Test
    void whereTaxIsAddedItStandsApart() {
        Offer book = range.getFirst();
        sandbox.setPrice(SHOP, book.sku(), 999);
        sandbox.woo(SHOP).adopt(WooPolicy.plain().with(Tax.ADDED, 19));
        Quoted quoted =
                quoted(
                        new QuoteRequest(
                                List.of(new OrderLine(book.itemId(), 3)), Set.of(), RECIPIENT));
        assertThat(quoted.goods()).isEqualTo(hkd(2_997));
        assertThat(quoted.delivery()).isEqualTo(hkd(DELIVERY));
        // 19 % of 29.97 is 5.6943, of 20.00 it is 3.80
        assertThat(quoted.tax()).isEqualTo(hkd(569 + 380));
        assertThat(quoted.payable()).isEqualTo(hkd(2_997 + DELIVERY + 569 + 380));
    }

    @Test
    void ofEachParcelTheCheapestWayIsChosen() {
        sandbox.woo(SHOP).adopt(WooPolicy.plain().inTwoParcels());
        QuoteRequest request = request(2, Set.of());
        Quoted quoted = quoted(request);
        assertThat(quoted.delivery()).isEqualTo(hkd(2 * DELIVERY));
        assertThat(placed(request, quoted).charged()).isEqualTo(quoted.payable());
        assertThat(sandbox.orders(SHOP).getLast().delivery()).isEqualTo(2 * DELIVERY);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aFieldThatAnExtensionDemandsIsNamedAndNothingIsBought(Place place) {
        sandbox.woo(SHOP)
                .adopt(WooPolicy.plain().demanding(new Field(place, "acme/slot", "Delivery slot")));
        QuoteRequest request = request(1, Set.of());
        Quoted quoted = quoted(request);
        IdempotencyKey key = newKey();
        assertThat(orders.place(order(request, quoted), key))
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.reason())
                                        .contains("cannot be filled in from here")
                                        .contains("acme/slot")
                                        .doesNotContain("Invalid parameter"));
        assertThat(orders.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.NotFound.class);
        assertThat(sandbox.orders(SHOP)).isEmpty();
    }

    @Test
    void whatTheShopGaveBackIsKeptApartFromWhatItCharged() {
        QuoteRequest request = request(2, Set.of());
        Quoted quoted = quoted(request);
        UpstreamOrder order = placed(request, quoted);
        String id = order.handle().upstreamOrderId();
        assertThat(order.refunded()).isEqualTo(hkd(0));

        sandbox.woo(SHOP).refund(id, 300);
        UpstreamOrder partly = orders.track(order.handle());
        assertThat(partly.charged()).isEqualTo(quoted.payable());
        assertThat(partly.refunded()).isEqualTo(hkd(300));
        assertThat(partly.status()).isEqualTo(UpstreamOrder.Status.ACCEPTED);

        sandbox.woo(SHOP).refund(id, quoted.payable().minor() - 300);
        UpstreamOrder whole = orders.track(order.handle());
        assertThat(whole.refunded()).isEqualTo(quoted.payable());
        assertThat(whole.status()).isEqualTo(UpstreamOrder.Status.CANCELLED);
    }

    @Test
    void aShopIsPaidInAWayItHasSwitchedOnAndInNoOther() {
        QuoteRequest byTransfer = request(1, Set.of()).paidBy(PaymentMethod.BANK_TRANSFER);
        Quoted quoted = quoted(byTransfer);
        PlaceRequest order =
                new PlaceRequest(
                        byTransfer,
                        quoted.resumeToken(),
                        quoted.payable(),
                        PaymentMethod.BANK_TRANSFER);

        UpstreamOrder placed = ((PlaceResult.Placed) orders.place(order, newKey())).order();

        assertThat(placed.statusText()).as("waits for the money").isEqualTo("on-hold");
        assertThat(placed.status()).isEqualTo(UpstreamOrder.Status.ACCEPTED);
        assertThat(placed.charged()).isEqualTo(quoted.payable());
        assertThat(orders.quote(request(1, Set.of()).paidBy(PaymentMethod.CHEQUE)))
                .isInstanceOf(QuoteResult.Unavailable.class);
    }

    private List<String> calls(QuoteRequest request) {
        int before = context.calls().size();
        quoted(request);
        return context.calls().stream().skip(before).map(Call::uri).map(Object::toString).toList();
    }

    private QuoteRequest request(int lines, Set<String> codes) {
        return new QuoteRequest(
                range.stream().limit(lines).map(offer -> new OrderLine(offer.itemId(), 1)).toList(),
                codes,
                RECIPIENT);
    }

    private Quoted quoted(QuoteRequest request) {
        return (Quoted) orders.quote(request);
    }

    private UpstreamOrder placed(QuoteRequest request, Quoted quoted) {
        return ((PlaceResult.Placed) orders.place(order(request, quoted), newKey())).order();
    }

    private static PlaceRequest order(QuoteRequest request, Quoted quoted) {
        return new PlaceRequest(
                request, quoted.resumeToken(), quoted.payable(), PaymentMethod.CASH_ON_DELIVERY);
    }

    private static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private static Money total(List<QuotedLine> lines) {
        return lines.stream().map(QuotedLine::total).reduce(Money::plus).orElseThrow();
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
