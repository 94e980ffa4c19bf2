package com.truecart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.truecart.journey.CardSteps.fillBasket;
import static com.truecart.journey.CardSteps.goToTheCardPage;
import static com.truecart.journey.CardSteps.order;
import static com.truecart.journey.CardSteps.payWith;
import static com.truecart.journey.Steps.button;
import static com.truecart.journey.Steps.card;
import static com.truecart.journey.TillSteps.await;
import static com.truecart.journey.TillSteps.confirm;
import static com.truecart.journey.TillSteps.sellOut;
import static com.truecart.journey.TillSteps.send;
import static com.truecart.journey.TillSteps.stock;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.truecart.app.testing.Accessibility;
import com.truecart.app.testing.Browsers;
import com.truecart.journey.Street.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A store has sold out between the consent and the order: what was chosen at the checkout is done
 * without asking. The books of the stores and of the card provider are the witnesses.
 */
class ShortageJourneyTest {
    @TempDir private static Path folder;
    @AutoClose private static Browsers browsers;
    @AutoClose private static Street street;

    @BeforeAll
    static void open() throws IOException {
        browsers = Browsers.open();
        street = Street.open(folder);
    }

    @Test
    void whatIsWaitedForIsOrderedWhenTheStoreHasItAgainForTheMoneyThatWasHeld() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        Wanted gone = street.cheapestAt("sampan-general");
        fillBasket(
                street,
                page,
                Stream.concat(street.soldOnlyAt("harbour-grocer", 2).stream(), Stream.of(gone))
                        .toList());
        page.navigate(street.at("/checkout?strategy=CHEAPEST_PER_WANT"));
        Steps.fillIn(page, "mei@example.hk");
        page.getByLabel("Truecart, before anything is ordered").check();
        assertThat(page.getByLabel("Replace it")).isChecked();
        page.getByLabel("Ship when restocked").check();
        page.getByLabel("We wait for at most").selectOption("3");
        assertFits(page, "checkout-shortage-1280-en");
        button(page.getByRole(AriaRole.MAIN), "Ask the stores").click();
        page.waitForURL(Pattern.compile(".*/checkout/[0-9a-f-]+"));
        assertThat(card(page, "You agree to"))
                .containsText("shipped when restocked, for at most 3 days");
        long before = kept();
        order(page);
        sellOut(street, "sampan-general", gone);
        goToTheCardPage(page);
        payWith(page, "4242 4242 4242 4242");

        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+$"));
        String address = page.url();
        await("the store to refuse", () -> shows(page, address, "it is asked again until"));
        assertFits(page, "order-waiting-1280-en");
        assertThat(sum("held")).as("the money waits too").isPositive();
        assertThat(kept()).isEqualTo(before);

        stock(street, "sampan-general", gone, 5);
        street.letAnHourPass();
        await("the store to have it again", () -> shows(page, address, "ordered there once more"));
        await("it to be placed", () -> charged("sampan-general") > 0);
        page.navigate(address);
        assertThat(page.locator("section.card", has("Sampan General"))).hasCount(2);
        long charged = charged("harbour-grocer") + charged("sampan-general");
        await("the card to be charged for both", () -> kept() - before == charged);
        assertThat(sum("held")).isZero();
        page.context().close();
    }

    @Test
    void whatIsToBeCancelledIsCancelledWithoutAsking() {
        Page page = browsers.visitor(Browsers.NARROW, "zh-CN");
        Wanted gone = street.soldOnlyAt("lantern-books", 3).get(2);
        fillBasket(street, page, List.of(gone));
        page.navigate(street.at("/checkout?strategy=CHEAPEST_PER_WANT"));
        Map.of(
                        "givenName", "美",
                        "familyName", "陈",
                        "email", "mei@example.hk",
                        "phone", "51234567",
                        "street", "弥敦道1号",
                        "district", "Yau Tsim Mong",
                        "city", "九龙")
                .forEach((field, value) -> page.locator("#" + field).fill(value));
        assertThat(page.getByLabel("更换商品")).isChecked();
        assertThat(page.getByLabel("补货后发货")).isVisible();
        page.getByLabel("取消订单").check();
        assertFits(page, "checkout-shortage-390-zh-CN");
        page.locator("main form button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/checkout/[0-9a-f-]+"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("如果商店缺货： 取消订单");
        sellOut(street, "lantern-books", gone);
        page.locator("form[action$=confirm] button").click();
        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+"));
        String address = page.url();
        await("it to be cancelled", () -> shows(page, address, "该部分已取消，不收费"));
        assertThat(page.getByText("这些商品怎么办？")).hasCount(0);
        assertFits(page, "order-cancelled-390-zh-CN");
        await("the notice", () -> shows(page, street.at("/notifications"), "缺货的商品已从订单中取消"));
        page.context().close();
    }

    @Test
    void whatIsToBeReplacedIsOrderedElsewhereForNoMoreThanAgreedAndTheAllowance() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        page.navigate(street.at("/"));
        Wanted gone = street.cheapestAt("lantern-books");
        fillBasket(street, page, List.of(gone));
        street.tell(
                "/prices",
                "{\"shop\": \"lantern-books\", \"sku\": \"%s\", \"price\": 90000}"
                        .formatted(street.sku("lantern-books", gone)));
        JsonNode refused = start(page, "{\"choice\": \"REPLACE\", \"percent\": 21}", 400);
        assertThat(refused.at("/detail").asString())
                .isEqualTo("shortage.percent: must be a whole number from 0 to 20");
        JsonNode checkout = start(page, "{\"choice\": \"REPLACE\", \"percent\": 10}", 201);
        assertThat(checkout.at("/shortage/percent").asInt()).isEqualTo(10);
        long agreed = checkout.at("/total/minor").asLong();
        sellOut(street, "lantern-books", gone);
        String order =
                "/api/v1/orders/" + confirm(street, page, checkout, 201).at("/orderId").asString();
        await(
                "it to be ordered elsewhere",
                () ->
                        send(street, page, "GET", order, "", 200)
                                .at("/status")
                                .asString()
                                .matches("PLACED|ON_ITS_WAY|DELIVERED"));
        JsonNode stores = send(street, page, "GET", order, "", 200).at("/stores");
        assertThat(stores.size()).isEqualTo(2);
        List<String> steps =
                StreamSupport.stream(stores.spliterator(), false)
                        .map(store -> store.at("/goods/step").asString(""))
                        .toList();
        assertThat(steps).containsExactlyInAnyOrder("REPLACED", "");
        assertThat(
                        StreamSupport.stream(stores.spliterator(), false)
                                .mapToLong(store -> store.at("/charged/minor").asLong(0))
                                .sum())
                .isBetween(1L, agreed * 110 / 100);
        page.context().close();
    }

    private static JsonNode start(Page page, String shortage, int status) {
        return send(
                street,
                page,
                "POST",
                "/api/v1/checkouts",
                """
                {"strategy": "CHEAPEST_PER_WANT", "onlyOrderable": true, "shortage": %s, "recipient": {"givenName": "Mei",
                 "familyName": "Chan", "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road",
                 "district": "Yau Tsim Mong", "city": "Kowloon", "country": "HK"}}
                """
                        .formatted(shortage),
                status);
    }

    private static boolean shows(Page page, String address, String words) {
        page.navigate(address);
        return page.getByRole(AriaRole.MAIN).textContent().contains(words);
    }

    private static Page.LocatorOptions has(String heading) {
        return new Page.LocatorOptions().setHasText(heading);
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

    /** What a store charged for what is not paid at the door. */
    private static long charged(String store) {
        return StreamSupport.stream(street.books(store).spliterator(), false)
                .filter(order -> !order.at("/contact/payment_method").asString("").equals("cod"))
                .mapToLong(order -> order.at("/payable").asLong())
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
