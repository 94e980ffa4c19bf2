package com.truecart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.truecart.journey.CardSteps.agreeToPayTruecart;
import static com.truecart.journey.CardSteps.fillBasket;
import static com.truecart.journey.CardSteps.goToTheCardPage;
import static com.truecart.journey.CardSteps.order;
import static com.truecart.journey.CardSteps.payWith;
import static com.truecart.journey.Steps.button;
import static com.truecart.journey.Steps.card;
import static com.truecart.journey.Steps.cents;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.truecart.app.testing.Browsers;
import com.truecart.journey.Street.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A shopper pays Truecart by card at the sandbox's Stripe; its books and those of the stores are
 * the witnesses.
 */
class PayByCardJourneyTest {
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static final Pattern CHARGED = Pattern.compile("[0-9] charged\\.");

    @TempDir private static Path folder;
    @AutoClose private static Browsers browsers;
    @AutoClose private static Street street;

    @BeforeAll
    static void open() throws IOException {
        browsers = Browsers.open();
        street = Street.open(folder);
    }

    @Test
    void whatTheStoresTakeIsCharged() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        fillBasket(
                street,
                page,
                Stream.of(
                                street.soldOnlyAt("harbour-grocer", 1),
                                street.soldOnlyAt("lantern-books", 1),
                                street.soldOnlyAt("everyday-home", 1))
                        .flatMap(List::stream)
                        .toList());
        agreeToPayTruecart(street, page);
        assertThat(card(page, "Harbour Grocer")).containsText("Truecart pays the store");
        assertThat(card(page, "Everyday Home")).containsText("Sold and charged by Everyday Home");
        Locator agreed = card(page, "You agree to");
        long toTruecart =
                cents(
                        agreed.getByRole(AriaRole.LISTITEM)
                                .filter(new Locator.FilterOptions().setHasText("To Truecart"))
                                .locator(".number")
                                .textContent());
        button(agreed, "Order for").click();

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+/pay"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Everyday Home is paid");
        goToTheCardPage(page);
        payWith(page, "4242 4242 4242 4242");

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+$"));
        assertThat(page.locator("#order-state > p .badge")).hasText("delivered", PATIENTLY);
        Locator paid = card(page, "Paid to Truecart");
        assertThat(paid).containsText(CHARGED, SOON);
        assertThat(paid).containsText("Paid with a card.");

        long atStores = charged("harbour-grocer") + charged("lantern-books");
        JsonNode books = latestPayment();
        assertThat(atStores).as("agreed, and charged by the stores").isEqualTo(toTruecart);
        assertThat(books.at("/taken").asLong()).as("taken of the card").isEqualTo(atStores);
        assertThat(books.at("/held").asLong()).isZero();
        assertThat(books.at("/refunded").asLong()).isZero();
        page.context().close();
    }

    @Test
    void aDeclinedCardLeavesTheOrderAsItWasAndAnotherPays() {
        Page page = browsers.visitor(Browsers.NARROW, "en");
        fillBasket(street, page, street.soldOnlyAt("lantern-books", 2).subList(1, 2));
        agreeToPayTruecart(street, page);
        order(page);
        String amount = page.locator(".price-hero").textContent();

        goToTheCardPage(page);
        payWith(page, "4000 0000 0000 9995");
        assertThat(page.locator("#problem")).isVisible();
        page.getByText("Back to the shop").click();
        assertThat(page.locator("#pay-state")).containsText("too little money", SOON);
        assertThat(page.locator(".price-hero")).hasText(amount);

        int tries = street.cardBooks().size();
        goToTheCardPage(page);
        payWith(page, "4242424242424242");

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+$"));
        assertThat(card(page, "Paid to Truecart")).containsText(CHARGED, SOON);
        assertThat(latestPayment().at("/taken").asLong()).isEqualTo(cents(amount));
        JsonNode before = street.cardBooks().get(tries - 1);
        assertThat(before.at("/taken").asLong() + before.at("/held").asLong())
                .as("at the declined try")
                .isZero();
        page.context().close();
    }

    @Test
    void whatNoStoreTakesIsLetGo() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        Wanted book = street.soldOnlyAt("lantern-books", 3).get(2);
        fillBasket(street, page, List.of(book));
        agreeToPayTruecart(street, page);
        order(page);
        JsonNode dearer =
                StreamSupport.stream(street.shelf("lantern-books").spliterator(), false)
                        .filter(offer -> book.upstreamId().equals(offer.at("/itemId").asString()))
                        .findFirst()
                        .orElseThrow();
        street.tell(
                "/prices",
                "{\"shop\": \"lantern-books\", \"sku\": \"%s\", \"price\": %d}"
                        .formatted(
                                dearer.at("/sku").asString(), dearer.at("/price").asLong() + 250));
        goToTheCardPage(page);
        payWith(page, "4242424242424242");

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+$"));
        assertThat(card(page, "Paid to Truecart"))
                .containsText("All of it was let go; nothing was charged.", SOON);
        assertThat(latestPayment().at("/taken").asLong()).isZero();
        assertThat(latestPayment().at("/held").asLong()).isZero();
        page.context().close();
    }

    private static long charged(String store) {
        JsonNode books = street.books(store);
        return books.get(books.size() - 1).at("/payable").asLong();
    }

    private static JsonNode latestPayment() {
        JsonNode books = street.cardBooks();
        return books.get(books.size() - 1);
    }
}
