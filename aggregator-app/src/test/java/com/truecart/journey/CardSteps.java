package com.truecart.journey;

import static com.truecart.journey.Steps.button;
import static com.truecart.journey.Steps.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.truecart.journey.Street.Wanted;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a shopper does who pays Truecart by card. */
final class CardSteps {
    private CardSteps() {}

    static void agreeToPayTruecart(Street street, Page page) {
        page.navigate(street.at("/checkout?strategy=CHEAPEST_PER_WANT"));
        Steps.fillIn(page, "mei@example.hk");
        page.getByLabel("Truecart, before anything is ordered").check();
        button(page.getByRole(AriaRole.MAIN), "Ask the stores").click();
        page.waitForURL(Pattern.compile(".*/checkout/[0-9a-f-]+"));
    }

    /** Agrees to what is shown, and comes to where it is paid. */
    static void order(Page page) {
        button(card(page, "You agree to"), "Order for").click();
        page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]+/pay"));
    }

    /** Begins a try and follows its link. */
    static void goToTheCardPage(Page page) {
        button(page.getByRole(AriaRole.MAIN), "Pay with a card").click();
        Locator link =
                page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Go to the page of a card"));
        link.click();
        page.waitForURL(Pattern.compile(".*/c/pay/.*"));
    }

    static void payWith(Page page, String number) {
        page.getByLabel("Card number").fill(number);
        page.getByLabel("Expiration date (MM/YY)").fill("12/39");
        page.getByLabel("Security code (CVC)").fill("123");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Pay ")))
                .click();
    }

    static void fillBasket(Street street, Page shopper, List<Wanted> wants) {
        APIResponse response =
                shopper.request()
                        .fetch(
                                street.at("/api/v1/basket"),
                                RequestOptions.create()
                                        .setMethod("PUT")
                                        .setHeader("Content-Type", "application/json")
                                        .setData(
                                                wants.stream()
                                                        .map(want ->
                                                                "{\"productId\": \""
                                                                        + want.product()
                                                                        + "\", \"quantity\": 1}")
                                                        .collect(
                                                                Collectors.joining(
                                                                        ",",
                                                                        "{\"wants\": [",
                                                                        "], \"codes\": []}"))));
        assertThat(response.ok()).as(response.text()).isTrue();
    }
}
