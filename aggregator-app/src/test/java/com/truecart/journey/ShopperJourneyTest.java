package com.truecart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.truecart.journey.Steps.button;
import static com.truecart.journey.Steps.card;
import static com.truecart.journey.Steps.cents;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.truecart.app.testing.Accessibility;
import com.truecart.app.testing.Browsers;
import com.truecart.journey.Street.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One shopper, the whole application as a process, real connectors and the sandbox's shops, whose
 * books are the witness.
 */
class ShopperJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> STORES =
            Map.of(
                    "harbour-grocer", "Harbour Grocer",
                    "lantern-books", "Lantern Books",
                    "everyday-home", "Everyday Home");
    private static final double DELIVERED_WITHIN_MS = 60_000;

    @TempDir private static Path folder;
    @AutoClose private static Browsers browsers;
    @AutoClose private static Street street;

    @BeforeAll
    static void open() throws IOException {
        browsers = Browsers.open();
        street = Street.open(folder);
    }

    @Test
    void eightWantsAtThreeStoresAreBoughtForWhatWasPromised() {
        Map<String, Integer> before = new LinkedHashMap<>();
        STORES.keySet().forEach(store -> before.put(store, street.books(store).size()));
        Page page = browsers.visitor(Browsers.WIDE, "en");
        eightWants().forEach(want -> searchAndTake(page, want));

        Locator cheapest = page.getByRole(AriaRole.ARTICLE).first();
        assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(2);
        assertThat(cheapest).containsText("Cheapest");
        assertThat(cheapest).containsText("Proven: no other plan over these offers costs less.");
        String promised = cheapest.locator(".price-hero").textContent();
        button(cheapest, "Choose this plan").click();

        fillInWronglyFirst(page);

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("To the cent");
        for (String name : STORES.values()) {
            assertThat(card(page, name)).isVisible();
        }
        button(page.getByRole(AriaRole.MAIN), "Order for " + promised).click();

        page.waitForURL(Pattern.compile(".*/orders/.*"));
        assertThat(page.locator("#order-state > p .badge"))
                .hasText(
                        "delivered",
                        new LocatorAssertions.HasTextOptions().setTimeout(DELIVERED_WITHIN_MS));
        assertThat(page.locator("#order-state > p .number")).hasText(promised);
        long total = 0;
        for (Map.Entry<String, String> store : STORES.entrySet()) {
            JsonNode books = street.books(store.getKey());
            assertThat(books.size())
                    .as(store.getKey())
                    .isEqualTo(before.getOrDefault(store.getKey(), 0) + 1);
            JsonNode order = books.get(books.size() - 1);
            List<String> row =
                    card(page, store.getValue())
                            .locator("tbody tr")
                            .last()
                            .locator("td")
                            .allTextContents();
            assertThat(row.stream().map(Steps::cents))
                    .as("promised, quoted, charged at " + store.getKey())
                    .containsExactly(
                            order.at("/payable").asLong(),
                            order.at("/payable").asLong(),
                            order.at("/payable").asLong());
            total += order.at("/payable").asLong();
        }
        assertThat(cents(promised)).as("what was shown first").isEqualTo(total);
        page.context().close();
    }

    private static List<Wanted> eightWants() {
        List<Wanted> wanted =
                Stream.of(
                                street.soldOnlyAt("harbour-grocer", 3),
                                street.soldOnlyAt("lantern-books", 3),
                                street.soldOnlyAt("everyday-home", 2))
                        .flatMap(List::stream)
                        .toList();
        assertThat(wanted).hasSize(8);
        return wanted;
    }

    private static void searchAndTake(Page page, Wanted want) {
        page.navigate(street.at("/"));
        page.locator("#hero-words").fill(want.title());
        page.locator("#hero-words").press("Enter");
        page.locator("a.card-link[href='/products/" + want.product() + "']").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(want.title());
        page.getByLabel("Quantity").fill("2");
        button(page.getByRole(AriaRole.MAIN), "Show prices").click();
        assertThat(page).hasURL(street.at("/products/" + want.product() + "?quantity=2"));
        assertThat(page.locator(".product-buy")).containsText("for 2 units");
        page.getByLabel("Quantity").fill("1");
        button(page.getByRole(AriaRole.MAIN), "Add to basket").click();
        assertThat(page).hasURL(street.at("/basket"));
        Locator wants =
                page.getByRole(
                        AriaRole.TABLE,
                        new Page.GetByRoleOptions().setName(Pattern.compile("want")));
        assertThat(wants).containsText(want.title());
    }

    private static void fillInWronglyFirst(Page page) {
        Map<String, String> typed = Steps.fillIn(page, "mei at example");
        button(page.getByRole(AriaRole.MAIN), "Ask the stores").click();

        Locator email = page.getByLabel("Email");
        assertThat(email).hasAttribute("aria-invalid", "true");
        assertThat(email)
                .hasAccessibleDescription("Please give an address such as name@example.com.");
        assertThat(page.locator(".field-error")).hasCount(1);
        typed.forEach((label, value) -> assertThat(page.getByLabel(label)).hasValue(value));

        email.fill("mei@example.hk");
        button(page.getByRole(AriaRole.MAIN), "Ask the stores").click();
        page.waitForURL(Pattern.compile(".*/checkout/[0-9a-f-]+"));
    }

    @Test
    void aBusinessReadsAboutUsWhereItSendsItsEvents() {
        JsonNode profile = street.json("GET", "/hooks/everyday-home/profile", "");
        assertThat(profile.at("/ucp/version").asString()).isEqualTo("2026-04-08");
        assertThat(
                        profile.at("/ucp/capabilities")
                                .get("dev.ucp.shopping.order")
                                .at("/0/config/webhook_url")
                                .asString())
                .isEqualTo(street.at("/hooks/everyday-home"));
        assertThat(profile.toString()).doesNotContain("\"d\":");
        Page anybody = browsers.visitor(Browsers.WIDE, "en");
        assertThat(
                        anybody.request()
                                .get(street.at("/hooks/everyday-home/%70rofile?a=/profile"))
                                .text())
                .isEqualTo(profile.toString());
        assertThat(anybody.request().get(street.at("/hooks/harbour-grocer/profile")).status())
                .isEqualTo(404);
        anybody.context().close();
    }

    /** Everything of a shopper and of an operator that the pages of the journey show. */
    @Test
    void everyPageOnTheWayHasNoBarriersAndFitsItsScreen() {
        Page shopper = browsers.visitor(Browsers.WIDE, "en");
        shopper.navigate(street.at("/"));
        fillBasket(
                shopper,
                Stream.of(
                                street.soldOnlyAt("harbour-grocer", 4).subList(3, 4),
                                street.soldOnlyAt("lantern-books", 4).subList(3, 4),
                                street.soldOnlyAt("voltage", 2))
                        .flatMap(List::stream)
                        .toList());
        JsonNode agreed = checkOut(shopper);
        String order =
                send(
                                shopper,
                                "POST",
                                "/api/v1/checkouts/" + agreed.at("/id").asString() + "/confirm",
                                "{\"agreed\": \"" + agreed.at("/fingerprint").asString() + "\"}")
                        .at("/orderId")
                        .asString();

        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("basket-empty", "/basket");
        pages.put("order", "/orders/" + order);
        pages.put("orders", "/orders");
        pages.put("connections", "/connections");
        pages.put("connection", "/connections/sampan-general");
        pages.put("connection-failed", "/connections/hk-pricewatch");
        pages.put("run", "/runs/" + street.lastRunOf("sampan-general"));
        pages.put("run-failed", "/runs/" + street.lastRunOf("hk-pricewatch"));
        pages.put("connection-form", "/connections/new?kind=woocommerce");
        pages.put("payment-accounts", "/payment-accounts");
        pages.put("payment-account", "/payment-accounts/card");
        pages.put("payment-account-form", "/payment-accounts/new?kind=stripe");
        lookAt(shopper, pages);

        List<Wanted> dearer = street.soldOnlyAt("sampan-general", 2);
        List<Wanted> gone = street.soldOnlyAt("everyday-home", 3).subList(2, 3);
        fillBasket(shopper, Stream.of(dearer, gone).flatMap(List::stream).toList());
        JsonNode asPromised = checkOut(shopper);
        JsonNode onShelf = onShelf("sampan-general", dearer.getFirst());
        street.tell(
                "/prices",
                "{\"shop\": \"sampan-general\", \"sku\": \"%s\", \"price\": %d}"
                        .formatted(
                                onShelf.at("/sku").asString(),
                                onShelf.at("/price").asLong() + 250));
        street.tell(
                "/stock",
                "{\"shop\": \"everyday-home\", \"sku\": \"%s\", \"quantity\": 0}"
                        .formatted(
                                onShelf("everyday-home", gone.getFirst()).at("/sku").asString()));
        JsonNode changed = checkOut(shopper);
        assertThat(changed.at("/total")).isNotEqualTo(changed.at("/promised"));
        lookAt(
                shopper,
                Map.of(
                        "basket",
                        "/basket",
                        "instead",
                        "/basket/wants/" + gone.getFirst().product() + "/instead",
                        "recipient",
                        "/checkout?strategy=CHEAPEST_PER_WANT",
                        "consent",
                        "/checkout/" + asPromised.at("/id").asString(),
                        "consent-changed",
                        "/checkout/" + changed.at("/id").asString()));
        shopper.context().close();
    }

    private static void lookAt(Page shopper, Map<String, String> pages) {
        List<Cookie> identity = shopper.context().cookies();
        for (int width : new int[] {Browsers.WIDE, Browsers.NARROW}) {
            for (String language : new String[] {"en", "zh-CN"}) {
                Page page = browsers.visitor(width, language);
                page.context().addCookies(identity);
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
                page.onPageError(complaints::add);
                pages.forEach((name, address) -> {
                    String shot = "%s-%d-%s.png".formatted(name, width, language);
                    page.navigate(street.at(address));
                    page.screenshot(
                            new Page.ScreenshotOptions()
                                    .setPath(Path.of("target", "screenshots", shot))
                                    .setFullPage(true));
                    assertThat(page.title()).as(shot).doesNotContain("Sorry", "抱歉");
                    assertThat(Accessibility.barriers(page)).as(shot).isEmpty();
                    assertThat(complaints).as(shot).isEmpty();
                    assertThat(
                                    page.evaluate(
                                            "document.documentElement.scrollWidth -"
                                                    + " document.documentElement.clientWidth"))
                            .as(shot + " scrolls sideways")
                            .isEqualTo(0);
                });
                page.context().close();
            }
        }
    }

    private static void fillBasket(Page shopper, List<Wanted> wants) {
        send(
                shopper,
                "PUT",
                "/api/v1/basket",
                wants.stream()
                        .map(want -> "{\"productId\": \"" + want.product() + "\", \"quantity\": 1}")
                        .collect(Collectors.joining(",", "{\"wants\": [", "], \"codes\": []}")));
    }

    private static JsonNode checkOut(Page shopper) {
        return send(
                shopper,
                "POST",
                "/api/v1/checkouts",
                """
                {"strategy": "CHEAPEST_PER_WANT", "onlyOrderable": true, "recipient": {"givenName": "Mei",
                 "familyName": "Chan", "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road",
                 "district": "Yau Tsim Mong", "city": "Kowloon", "country": "HK"}}
                """);
    }

    private static JsonNode send(Page shopper, String method, String path, String body) {
        APIResponse response =
                shopper.request()
                        .fetch(
                                street.at(path),
                                RequestOptions.create()
                                        .setMethod(method)
                                        .setHeader("Content-Type", "application/json")
                                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                                        .setData(body));
        assertThat(response.ok()).as(method + " " + path + ": " + response.text()).isTrue();
        return JSON.readTree(response.text());
    }

    private static JsonNode onShelf(String store, Wanted want) {
        return StreamSupport.stream(street.shelf(store).spliterator(), false)
                .filter(offer -> want.upstreamId().equals(offer.at("/itemId").asString()))
                .findFirst()
                .orElseThrow();
    }
}
