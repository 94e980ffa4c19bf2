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
import static com.truecart.journey.TillSteps.await;
import static com.truecart.journey.TillSteps.confirm;
import static com.truecart.journey.TillSteps.sellOut;
import static com.truecart.journey.TillSteps.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.truecart.app.testing.Accessibility;
import com.truecart.app.testing.Browsers;
import com.truecart.journey.Street.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A store refuses after the shopper has paid: what is missing is bought elsewhere, what was placed
 * stays. The books of the stores and of the card provider are the witnesses.
 */
class RestJourneyTest {
    private static final List<String> PAID_BY_US =
            List.of("harbour-grocer", "lantern-books", "sampan-general");
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @TempDir private static Path folder;
    @AutoClose private static Browsers browsers;
    @AutoClose private static Street street;

    @BeforeAll
    static void open() throws IOException {
        browsers = Browsers.open();
        street = Street.open(folder);
    }

    @Test
    void whatOneOfThreeStoresRefusesIsBoughtElsewhereAndWhatGoesBackIsPaidBackToTheCent() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        Wanted gone = street.cheapestAt("sampan-general");
        fillBasket(
                street,
                page,
                Stream.of(
                                street.soldOnlyAt("harbour-grocer", 2),
                                street.soldOnlyAt("lantern-books", 1),
                                List.of(gone))
                        .flatMap(List::stream)
                        .toList());
        agreeToPayTruecart(street, page);
        for (String store : List.of("Harbour Grocer", "Lantern Books", "Sampan General")) {
            assertThat(card(page, store)).containsText("Truecart pays the store");
        }
        order(page);
        sellOut(street, "sampan-general", gone);
        goToTheCardPage(page);
        payWith(page, "4242 4242 4242 4242");

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+$"));
        String first = page.url();
        Locator rest = card(page, "One thing is missing");
        assertThat(rest).containsText(gone.title(), SOON);
        assertThat(rest.locator("li", within("Sampan General"))).containsText("refused");
        for (String store : List.of("Harbour Grocer", "Lantern Books")) {
            assertThat(rest.locator("li", within(store)))
                    .containsText(Pattern.compile("placed|on its way|delivered"), SOON);
        }
        assertThat(button(rest, "Leave the order as it is")).isVisible();
        assertFits(page, "order-rest-1280-en");
        long atFirst = payable(PAID_BY_US);
        button(rest, "Plan them anew").click();

        page.waitForURL(Pattern.compile(".*/checkout/[0-9a-f-]+"));
        Locator main = page.getByRole(AriaRole.MAIN);
        assertThat(main).containsText("what was placed there stays as it is");
        assertThat(main.locator("tbody th", new Locator.LocatorOptions().setHasText("1 ×")))
                .hasCount(1);
        assertThat(main.locator("tbody")).containsText(gone.title());
        assertThat(main).not().containsText("Sampan General");
        assertFits(page, "consent-rest-1280-en");
        long agreedAnew = cents(card(page, "You agree to").locator(".price-hero").textContent());
        order(page);
        goToTheCardPage(page);
        payWith(page, "4242 4242 4242 4242");

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+$"));
        assertThat(page.url()).isNotEqualTo(first);
        assertThat(page.locator("#order-state > p .badge")).hasText("delivered", PATIENTLY);
        assertThat(payable(PAID_BY_US)).isEqualTo(atFirst + agreedAnew);
        page.navigate(first);
        assertThat(page.locator("#order-state > p .badge")).hasText("partly delivered", PATIENTLY);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("What was missing was bought in");
        assertThat(rest).hasCount(0);
        assertThat(page.getByText("Put these into the basket")).hasCount(0);
        await("the card to be charged for it all", () -> kept() == atFirst + agreedAnew);

        long simulated = sendOneBack(page, card(page, "Harbour Grocer"));
        String claim = page.url();
        page.navigate(first);
        Matcher number =
                Pattern.compile("the store’s number ([0-9]+)")
                        .matcher(card(page, "Harbour Grocer").textContent());
        assertThat(number.find()).isTrue();
        street.tell(
                "/refunds",
                "{\"shop\": \"harbour-grocer\", \"order\": \"%s\", \"amount\": %d}"
                        .formatted(number.group(1), simulated));
        street.letAnHourPass();
        await("the money", () -> shows(page, first, "given back"));
        await("the claim", () -> shows(page, claim, "to the cent as worked out"));

        long keeps = payable(PAID_BY_US) - givenBack(PAID_BY_US);
        assertThat(keeps).isEqualTo(atFirst + agreedAnew - simulated);
        await("the card to be paid back", () -> kept() == keeps);
        assertThat(sum("refunded")).as("paid back to the card").isEqualTo(simulated);
        assertThat(sum("held")).isZero();
        page.context().close();
    }

    /** Through the claim page; returns what is said to come back. */
    private static long sendOneBack(Page page, Locator part) {
        part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Return")).click();
        page.waitForURL(Pattern.compile(".*/claims/new/.*"));
        page.getByLabel("Return it for the money").check();
        page.locator("#units-0").fill("1");
        button(page.getByRole(AriaRole.MAIN), "Work out").click();
        long simulated = cents(page.locator("#refund").textContent());
        assertThat(simulated).isPositive();
        button(page.getByRole(AriaRole.MAIN), "Ask the store").click();
        page.waitForURL(Pattern.compile(".*/claims/[0-9a-f-]+$"));
        return simulated;
    }

    @Test
    void whatIsMissingIsBoughtOnceFromHoweverManyWindows() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        Wanted gone = street.cheapestAt("lantern-books");
        String order = refusedAt("lantern-books", gone, page);
        int before = street.books("harbour-grocer").size() + street.books("sampan-general").size();

        List<JsonNode> windows = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            windows.add(
                    send(
                            street,
                            page,
                            "POST",
                            "/api/v1/orders/" + order + "/rest/checkouts",
                            "",
                            201));
        }
        assertThat(windows).allSatisfy(window -> assertThat(window.at("/stores").size()).isOne());
        confirm(street, page, windows.get(0), 201);
        JsonNode refused = confirm(street, page, windows.get(1), 409);
        assertThat(refused.at("/detail").asString())
                .contains("rest: some of it was decided about in another window", "begin again")
                .doesNotContain("basket");
        JsonNode rest = send(street, page, "GET", "/api/v1/orders/" + order + "/rest", "", 200);
        assertThat(rest.at("/lines").size()).isZero();
        assertThat(rest.at("/boughtAgain").size()).isOne();
        send(street, page, "POST", "/api/v1/orders/" + order + "/rest/checkouts", "", 409);
        await(
                "the one order",
                () ->
                        street.books("harbour-grocer").size()
                                        + street.books("sampan-general").size()
                                == before + 1);
        page.context().close();
    }

    @Test
    void anOrderCanBeKeptAsItIs() {
        Page page = browsers.visitor(Browsers.NARROW, "zh-CN");
        Wanted gone = street.soldOnlyAt("lantern-books", 3).get(2);
        String order = refusedAt("lantern-books", gone, page);
        page.navigate(street.at("/orders/" + order));
        assertFits(page, "order-rest-390-zh-CN");
        button(page.getByRole(AriaRole.MAIN), "重新规划").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("目前没有其他可代为下单的商店");
        button(page.getByRole(AriaRole.MAIN), "订单保持现状").click();
        page.waitForURL(street.at("/orders/" + order));
        assertThat(page.getByText("这些商品怎么办？")).hasCount(0);
        page.context().close();
    }

    /** An order at this store alone, which is paid there and refuses it. */
    private static String refusedAt(String store, Wanted wanted, Page page) {
        page.navigate(street.at("/"));
        fillBasket(street, page, List.of(wanted));
        JsonNode checkout =
                send(
                        street,
                        page,
                        "POST",
                        "/api/v1/checkouts",
                        """
                        {"strategy": "CHEAPEST_PER_WANT", "onlyOrderable": true, "recipient": {"givenName": "Mei",
                         "familyName": "Chan", "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road",
                         "district": "Yau Tsim Mong", "city": "Kowloon", "country": "HK"}}
                        """,
                        201);
        assertThat(checkout.at("/stores/0/store").asString()).startsWith(store);
        sellOut(street, store, wanted);
        String order = confirm(street, page, checkout, 201).at("/orderId").asString();
        await(
                "the store to refuse",
                () ->
                        send(street, page, "GET", "/api/v1/orders/" + order, "", 200)
                                .at("/status")
                                .asString()
                                .equals("REFUSED"));
        return order;
    }

    private static void assertFits(Page page, String shot) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", shot + ".png"))
                        .setFullPage(true));
        assertThat(Accessibility.barriers(page)).as(shot).isEmpty();
        assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth"))
                .as(shot + " scrolls sideways")
                .isEqualTo(0);
    }

    private static boolean shows(Page page, String address, String words) {
        page.navigate(address);
        return page.getByRole(AriaRole.MAIN).textContent().contains(words);
    }

    private static Locator.LocatorOptions within(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    /** What the stores charged, by their books. */
    private static long payable(List<String> stores) {
        return stores.stream()
                .map(street::books)
                .flatMap(books -> StreamSupport.stream(books.spliterator(), false))
                .filter(order -> !order.at("/contact/payment_method").asString("").equals("cod"))
                .mapToLong(order -> order.at("/payable").asLong())
                .sum();
    }

    private static long givenBack(List<String> stores) {
        return stores.stream()
                .map(street::refunds)
                .flatMap(books -> StreamSupport.stream(books.spliterator(), false))
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    private static long kept() {
        return sum("taken") - sum("refunded");
    }

    /** Of all payments by card. */
    private static long sum(String figure) {
        return StreamSupport.stream(street.cardBooks().spliterator(), false)
                .mapToLong(payment -> payment.at("/" + figure).asLong())
                .sum();
    }
}
