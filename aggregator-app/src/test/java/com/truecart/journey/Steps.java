package com.truecart.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What shoppers do on every way through the pages. */
final class Steps {
    private Steps() {}

    static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** The part of a page under this store's heading. */
    static Locator card(Page page, String store) {
        return page.locator("section.card")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.getByRole(
                                                AriaRole.HEADING,
                                                new Page.GetByRoleOptions().setName(store))));
    }

    /** The first hit for a product's name goes into the basket. */
    static void take(Page page, String address, String words, int quantity) {
        page.navigate(address);
        page.locator("#hero-words").fill(words);
        page.locator("#hero-words").press("Enter");
        page.locator("a.card-link").first().click();
        page.getByLabel("Quantity").fill(Integer.toString(quantity));
        button(page.getByRole(AriaRole.MAIN), "Add to basket").click();
        page.waitForURL("**/basket");
    }

    /**
     * Who gets the goods, in Hong Kong.
     *
     * @return what was typed, by label
     */
    static Map<String, String> fillIn(Page page, String email) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("Given name", "Mei");
        typed.put("Family name", "Chan");
        typed.put("Email", email);
        typed.put("Phone", "51234567");
        typed.put("Street, building, flat", "1 Nathan Road");
        typed.put("District (may stay empty)", "Yau Tsim Mong");
        typed.put("City or area", "Kowloon");
        typed.forEach((label, value) -> page.getByLabel(label).fill(value));
        return typed;
    }

    static long cents(String shown) {
        return new BigDecimal(shown.replaceAll("[^0-9.]", "")).movePointRight(2).longValueExact();
    }
}
