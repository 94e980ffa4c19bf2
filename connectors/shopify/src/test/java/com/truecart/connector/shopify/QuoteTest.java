package com.truecart.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Money;
import com.truecart.sandbox.shopify.JunkStreet;
import com.truecart.sandbox.shopify.ShopifyTerms;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Seeded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a cart of Junk Street comes to, and what its checkout then asks for. */
class QuoteTest {
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
    private static final IdempotencyKey KEY = new IdempotencyKey("sub-order-12345678");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int COLA = 1001;
    private static final long DELIVERY = 3_500;

    private static JunkStreet street;
    private static List<Offer> inStock;

    @BeforeAll
    static void openShop() {
        street = JunkStreet.open(ShopifyTerms.OPEN);
        street.setStock(cheap().sku(), 100);
        inStock = street.offers().stream().filter(offer -> offer.stock() >= 12).toList();
    }

    @AfterAll
    static void closeShop() {
        street.close();
    }

    @Test
    void theCheapestWayToTheDoorIsChosenAndNotTheCounter() {
        Quoted quoted = quoted(List.of(line(cheap(), 2)), Set.of());
        assertThat(quoted.goods()).isEqualTo(hkd(2 * cheap().price()));
        assertThat(quoted.delivery()).isEqualTo(hkd(DELIVERY));
        assertThat(quoted.tax()).isEqualTo(hkd(0));
        assertThat(quoted.payable()).isEqualTo(hkd(2 * cheap().price() + DELIVERY));
    }

    @Test
    void whatIsOffTheLineAndOffTheOrderIsTakenOffOnce() {
        Offer tea = tea();
        int units = (int) (70_000 / tea.price()) + 1;
        street.setStock(tea.sku(), units);
        long goods = units * tea.price();
        long offTea = (goods * 15 + 50) / 100;
        Quoted quoted = quoted(List.of(line(tea, units)), Set.of("TEA15"));
        assertThat(quoted.discounts())
                .extracting(QuoteResult.Discount::label, QuoteResult.Discount::amount)
                .containsExactlyInAnyOrder(
                        tuple("TEA15", hkd(offTea)), tuple("Spend HK$500, save HK$50", hkd(5_000)));
        long left = goods - offTea - 5_000;
        assertThat(quoted.payable()).isEqualTo(hkd(left + (left >= 60_000 ? 0 : DELIVERY)));
    }

    @Test
    void aCodeOffDeliveryLowersDeliveryAndNoGoods() {
        Offer offer = cheap();
        int units = (int) (20_000 / offer.price()) + 1;
        street.setStock(offer.sku(), units);
        Quoted quoted = quoted(List.of(line(offer, units)), Set.of("FREESHIP"));
        assertThat(quoted.delivery()).isEqualTo(hkd(0));
        assertThat(quoted.payable()).isEqualTo(hkd(units * offer.price()));
        assertThat(quoted.refusedCodes()).isEmpty();
    }

    @Test
    void aCodeThatDoesNotApplyIsRefusedInTheShopsWordsAndTheQuoteStands() {
        Quoted quoted = quoted(List.of(line(cheap(), 1)), Set.of("NO-SUCH-CODE", "FREESHIP"));
        assertThat(quoted.refusedCodes())
                .extracting(QuoteResult.RefusedCode::code, QuoteResult.RefusedCode::reason)
                .containsExactly(
                        tuple("FREESHIP", "Your cart doesn't meet the conditions for FREESHIP"),
                        tuple("NO-SUCH-CODE", "Enter a valid discount code: NO-SUCH-CODE"));
        assertThat(quoted.payable()).isEqualTo(hkd(cheap().price() + DELIVERY));
    }

    @Test
    void whatIsSoldOutOrShortIsNamed() {
        Offer gone = inStock.get(5);
        Offer short2 = inStock.get(6);
        street.setStock(gone.sku(), 0);
        street.setStock(short2.sku(), 2);
        QuoteResult answer =
                gateway(street, Map.of())
                        .quote(
                                new QuoteRequest(
                                        List.of(line(gone, 1), line(short2, 3)),
                                        Set.of(),
                                        RECIPIENT));
        street.setStock(gone.sku(), 50);
        street.setStock(short2.sku(), 50);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        QuoteResult.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.problems())
                                        .extracting(problem -> problem.upstreamId().orElse(""))
                                        .containsExactlyInAnyOrder(gone.itemId(), short2.itemId()));
    }

    @Test
    void aVariantThatIsGoneIsNamedByItsId() {
        assertThat(
                        gateway(street, Map.of())
                                .quote(
                                        new QuoteRequest(
                                                List.of(line(cheap(), 1), new OrderLine("999", 1)),
                                                Set.of(),
                                                RECIPIENT)))
                .isInstanceOfSatisfying(
                        QuoteResult.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.problems().getFirst().upstreamId())
                                        .contains("999"));
    }

    @Test
    void linesComeInTheOrderOfTheRequestAndOneAskedForTwiceIsNotLost() {
        List<OrderLine> lines =
                List.of(line(inStock.get(9), 1), line(inStock.get(8), 2), line(inStock.get(9), 3));
        Quoted quoted = quoted(lines, Set.of());
        assertThat(quoted.lines()).extracting(QuoteResult.QuotedLine::line).isEqualTo(lines);
        assertThat(quoted.lines().stream().map(QuoteResult.QuotedLine::total).reduce(Money::plus))
                .contains(quoted.goods());
    }

    @Test
    void anEstimateIsNoQuoteUnlessTheOperatorVouchesForTheTaxes() {
        try (JunkStreet taxing = JunkStreet.open(ShopifyTerms.OPEN.taxing(8))) {
            taxing.setStock(cheap().sku(), 100);
            QuoteRequest request = new QuoteRequest(List.of(line(cheap(), 1)), Set.of(), RECIPIENT);
            assertThat(gateway(taxing, Map.of()).quote(request))
                    .isInstanceOfSatisfying(
                            QuoteResult.Unavailable.class,
                            unavailable ->
                                    assertThat(unavailable.problems().getFirst().reason())
                                            .contains("estimate"));
            assertThat(gateway(taxing, Map.of("taxes", "included")).quote(request))
                    .isInstanceOf(Quoted.class);
        }
    }

    @Test
    void aCartThatIsSilentOnDeliveryIsNoQuote() {
        try (JunkStreet silent = JunkStreet.open(ShopifyTerms.OPEN.silentOnDelivery())) {
            silent.setStock(cheap().sku(), 100);
            assertThat(
                            gateway(silent, Map.of("taxes", "included"))
                                    .quote(
                                            new QuoteRequest(
                                                    List.of(line(cheap(), 1)),
                                                    Set.of(),
                                                    RECIPIENT)))
                    .isInstanceOfSatisfying(
                            QuoteResult.Unavailable.class,
                            unavailable ->
                                    assertThat(unavailable.problems().getFirst().reason())
                                            .contains("delivery"));
        }
    }

    @Test
    void theCheckoutAsksForExactlyWhatWasQuoted() {
        OrderGateway gateway = gateway(street, Map.of());
        List<Set<String>> codes = List.of(Set.of(), Set.of("TEA15"), Set.of("TEA15", "FREESHIP"));
        Seeded.rounds(
                60,
                20261126,
                random -> {
                    List<OrderLine> lines = new ArrayList<>();
                    for (int i = random.nextInt(1, 6); i > 0; i--) {
                        Offer offer =
                                random.nextInt(3) == 0
                                        ? tea()
                                        : inStock.get(random.nextInt(inStock.size()));
                        street.setStock(offer.sku(), 200);
                        lines.add(line(offer, random.nextInt(1, 9)));
                    }
                    QuoteRequest request =
                            new QuoteRequest(
                                    lines, codes.get(random.nextInt(codes.size())), RECIPIENT);
                    Quoted quoted = (Quoted) gateway.quote(request);
                    assertThat(asked(checkout(gateway, request, quoted)))
                            .isEqualTo(quoted.payable());
                });
    }

    @Test
    void placingSendsTheShopperToTheCheckoutOfTheQuotedCart() {
        OrderGateway gateway = gateway(street, Map.of());
        QuoteRequest request = new QuoteRequest(List.of(line(cheap(), 2)), Set.of(), RECIPIENT);
        Quoted quoted = (Quoted) gateway.quote(request);
        URI first = checkout(gateway, request, quoted);
        assertThat(first.toString()).startsWith(street.base().toString());
        assertThat(checkout(gateway, request, quoted)).isEqualTo(first);
    }

    @Test
    void aPriceRaisedAfterTheQuoteIsRejectedWithTheNewTotal() {
        OrderGateway gateway = gateway(street, Map.of());
        Offer offer = inStock.get(3);
        QuoteRequest request = new QuoteRequest(List.of(line(offer, 2)), Set.of(), RECIPIENT);
        Quoted quoted = (Quoted) gateway.quote(request);
        street.setPrice(offer.sku(), offer.price() + 100);
        PlaceResult result = gateway.place(place(request, quoted), KEY);
        street.setPrice(offer.sku(), offer.price());
        assertThat(result)
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected ->
                                assertThat(rejected.newTotal())
                                        .contains(quoted.payable().plus(hkd(200))));
    }

    @Test
    void aCartThatWasBoughtIsInDoubtAndNeverCalledRejected() {
        OrderGateway gateway = gateway(street, Map.of());
        QuoteRequest request = new QuoteRequest(List.of(line(cheap(), 1)), Set.of(), RECIPIENT);
        Quoted quoted = (Quoted) gateway.quote(request);
        street.buy(checkout(gateway, request, quoted));
        assertThat(gateway.place(place(request, quoted), KEY))
                .isInstanceOf(PlaceResult.InDoubt.class);
        assertThat(gateway.terms().doubt()).isEqualTo(DoubtClass.WRITE_ONLY);
        assertThat(gateway.find(KEY, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.CannotAsk.class);
        assertThatThrownBy(() -> gateway.track(new OrderHandle("1", new Secret("x"))))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    void theShopsOwnWordForTooOftenIsThrottling() {
        street.throttleNext();
        assertThatThrownBy(() -> quoted(List.of(line(cheap(), 1)), Set.of()))
                .isInstanceOf(UpstreamException.Throttled.class);
    }

    @Test
    void aLinkForOneLineFillsACartAtTheShop() {
        try (var connector = new ShopifyProvider().open(context(street, Map.of()))) {
            assertThat(connector.handOff().orElseThrow().linkTo(line(cheap(), 2)).at())
                    .isEqualTo(URI.create(street.base() + "/cart/" + cheap().itemId() + ":2"));
        }
    }

    private static URI checkout(OrderGateway gateway, QuoteRequest request, Quoted quoted) {
        PlaceResult result = gateway.place(place(request, quoted), KEY);
        assertThat(result).isInstanceOf(PlaceResult.NeedsBuyer.class);
        return ((PlaceResult.NeedsBuyer) result).at();
    }

    private static PlaceRequest place(QuoteRequest request, Quoted quoted) {
        return new PlaceRequest(
                request, quoted.resumeToken(), quoted.payable(), PaymentMethod.AT_THE_STORE);
    }

    /** What the checkout page shows a person. */
    private static Money asked(URI checkout) {
        try {
            String page =
                    HTTP.send(
                                    HttpRequest.newBuilder(checkout).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return hkd(
                    Long.parseLong(page.replaceAll("(?s).*id=\"total\" value=\"(\\d+)\".*", "$1")));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static Quoted quoted(List<OrderLine> lines, Set<String> codes) {
        QuoteResult result =
                gateway(street, Map.of()).quote(new QuoteRequest(lines, codes, RECIPIENT));
        assertThat(result).isInstanceOf(Quoted.class);
        return (Quoted) result;
    }

    private static OrderGateway gateway(JunkStreet at, Map<String, String> more) {
        return new ShopifyProvider().open(context(at, more)).orders().orElseThrow();
    }

    private static LoopbackContext context(JunkStreet at, Map<String, String> more) {
        LoopbackContext context = LoopbackContext.with(Map.of("shop", at.base().toString()));
        for (Map.Entry<String, String> setting : more.entrySet()) {
            context = context.and(setting.getKey(), setting.getValue());
        }
        return context;
    }

    private static Offer cheap() {
        return street.offers().stream()
                .filter(offer -> offer.product().number() == COLA)
                .findFirst()
                .orElseThrow();
    }

    private static Offer tea() {
        return inStock.stream()
                .filter(offer -> offer.product().category().contains("Tea & Juice"))
                .findFirst()
                .orElseThrow();
    }

    private static OrderLine line(Offer offer, int quantity) {
        return new OrderLine(offer.itemId(), quantity);
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
