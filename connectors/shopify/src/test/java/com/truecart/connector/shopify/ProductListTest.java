package com.truecart.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.shopify.JunkStreet;
import com.truecart.sandbox.shopify.ShopifyTerms;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Health;
import com.truecart.spi.OrderLine;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.Fault;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shop that opens nothing but {@code /products.json}: the same ids and prices, fewer facts. */
class ProductListTest {
    private static final Recipient NOBODY =
            new Recipient("A", "B", "a@example.com", "1", "1 Road", "Hong Kong", "HK", "", "HK");

    private static JunkStreet closed;

    @BeforeAll
    static void openShop() {
        closed = JunkStreet.open(ShopifyTerms.OPEN.closed());
    }

    @AfterAll
    static void closeShop() {
        closed.close();
    }

    @Test
    void eachVariantComesOnceWithItsPriceUnderTheIdTheStorefrontGivesIt() {
        Map<String, Money> listed = prices(context());
        try (JunkStreet open = JunkStreet.open(ShopifyTerms.OPEN)) {
            assertThat(listed)
                    .hasSize(closed.offers().size())
                    .isEqualTo(
                            prices(LoopbackContext.with(Map.of("shop", open.base().toString()))));
        }
    }

    @Test
    void aPullGoesOnWhereItWasAndDoesNotAskAtTheShutDoorAgain() {
        try (Connector connector = open(context())) {
            Page<Listing> first = connector.catalog().page(new Pull.Everything());
            Cursor at = ((Page.More) first.next()).at();
            LoopbackContext later = context();
            try (Connector afterwards = open(later)) {
                Function<Pull, Page<Listing>> source = afterwards.catalog()::page;
                Pulled<Listing> rest = Pulled.from(new Pull.Resume(at), source);
                assertThat(first.entries().size() + rest.entries().size())
                        .isEqualTo(closed.offers().size());
            }
            assertThat(later.calls())
                    .allMatch(call -> call.uri().getPath().equals("/products.json"));
        }
    }

    @Test
    void aPageForPeopleIsDriftAndNoReasonToTryTheList() {
        LoopbackContext context = context();
        context.breakNext(Fault.HTML);
        assertThatThrownBy(() -> Pulled.everything(open(context).catalog()::page))
                .isInstanceOf(UpstreamException.Drifted.class);
    }

    @Test
    void theCheckSaysThatOnlyTheListIsOpen() {
        assertThat(open(context()).check())
                .isInstanceOfSatisfying(
                        Health.Up.class,
                        up -> assertThat(up.detail()).contains("only the product list"));
    }

    @Test
    void withoutATokenOrACurrencyTheOperatorIsAskedForOneOfThem() {
        LoopbackContext without = LoopbackContext.with(Map.of("shop", closed.base().toString()));
        assertThatThrownBy(() -> Pulled.everything(open(without).catalog()::page))
                .isInstanceOf(UpstreamException.Refused.class)
                .hasMessageContaining("access token")
                .hasMessageContaining("currency");
    }

    @Test
    void nothingCanBeQuotedThere() {
        QuoteRequest request =
                new QuoteRequest(
                        List.of(new OrderLine(closed.offers().getFirst().itemId(), 1)),
                        Set.of(),
                        NOBODY);
        assertThatThrownBy(() -> open(context()).orders().orElseThrow().quote(request))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    private static Map<String, Money> prices(LoopbackContext context) {
        try (Connector connector = open(context)) {
            return Pulled.<Listing>everything(connector.catalog()::page).entries().stream()
                    .collect(
                            Collectors.toMap(
                                    Listing::upstreamId,
                                    listing -> listing.offers().getFirst().price()));
        }
    }

    private static LoopbackContext context() {
        return LoopbackContext.with(Map.of("shop", closed.base().toString(), "currency", "HKD"));
    }

    private static Connector open(LoopbackContext context) {
        return new ShopifyProvider().open(context);
    }
}
