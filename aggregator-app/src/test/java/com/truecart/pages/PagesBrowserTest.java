package com.truecart.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.truecart.app.testing.Accessibility;
import com.truecart.app.testing.Browsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * Search, product and comparison in a real browser: on a desktop and a phone, in both languages,
 * with and without script.
 */
@SpringBootTest(
        classes = PagesApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class PagesBrowserTest {

    private static Browsers browsers;

    @LocalServerPort int port;

    @BeforeAll
    static void openBrowser() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "start, /",
        "search, /search?q=rice",
        "everything, /search",
        "nothing, /search?q=qqq",
        "product, /products/00000000-0000-4000-8000-000000000001",
        "product-three, /products/00000000-0000-4000-8000-000000000002?quantity=3",
        "product-wrong-quantity, /products/00000000-0000-4000-8000-000000000002?quantity=none",
        "hostile, /products/00000000-0000-4000-8000-000000000012",
        "compare,"
                + " /compare?ids=00000000-0000-4000-8000-000000000001&ids=00000000-0000-4000-8000-000000000003&ids=00000000-0000-4000-8000-000000000004",
        "missing, /nothing-here",
    })
    void aPageHasNoBarriersAndFitsItsScreen(String name, String address) {
        for (int width : new int[] {Browsers.WIDE, Browsers.NARROW}) {
            for (String language : new String[] {"en", "zh-CN"}) {
                Page page = browsers.visitor(width, language);
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> complain(message, complaints));
                page.navigate(at(address));
                String shot = "%s-%d-%s.png".formatted(name, width, language);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(Path.of("target", "screenshots", shot))
                                .setFullPage(true));
                assertThat(Accessibility.barriers(page)).as(shot).isEmpty();
                assertThat(complaints).as(shot).isEmpty();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth -"
                                                + " document.documentElement.clientWidth"))
                        .as(shot + " scrolls sideways")
                        .isEqualTo(0);
                page.context().close();
            }
        }
    }

    private static void complain(ConsoleMessage message, List<String> complaints) {
        // the status of a missing page or of a wrong number is said on the console too
        if (message.type().equals("error")
                && !message.text().contains("404")
                && !message.text().contains("400")) {
            complaints.add(message.text());
        }
    }

    @Test
    void tickingAStoreNarrowsTheResultsAndTheAddress() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        page.navigate(at("/search"));
        page.getByLabel("Harbour Pantry").check();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("4 products");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*store=harbour%2Fshop.*"));
        page.context().close();
    }

    @Test
    void theLanguageChangesOnThePageOneIsOn() {
        Page page = browsers.visitor(Browsers.WIDE, "en");
        page.navigate(at("/search?q=rice"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("简体中文")).click();
        assertThat(page).hasURL(at("/search?q=rice"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 种商品");
        page.context().close();
    }

    @Test
    void withoutScriptOneSearchesFiltersAndCompares() {
        Page page = browsers.visitorWithoutScript(Browsers.WIDE, "en");
        page.navigate(at("/"));
        page.locator("#hero-words").fill("rice");
        page.locator("#hero-words").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 products");
        page.getByLabel("Harbour Pantry").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("2 products");
        page.locator("input[name=ids]").nth(0).check();
        page.locator("input[name=ids]").nth(1).check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare ticked"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("2 products side by side");
        page.context().close();
    }

    @Test
    void withoutScriptOneAsksForThePricesOfThree() {
        Page page = browsers.visitorWithoutScript(Browsers.NARROW, "en");
        page.navigate(at("/products/" + Shelf.NOODLES));
        assertThat(page.locator(".offer h3").first()).containsText("Peak Supermarket");
        page.getByLabel("Quantity").fill("3");
        page.getByLabel("Quantity").press("Enter");
        assertThat(page).hasURL(at("/products/" + Shelf.NOODLES + "?quantity=3"));
        assertThat(page.locator(".offer h3").first()).containsText("North Point Market");
        assertThat(page.locator(".product-buy")).containsText("HK$18.00 each");
        assertThat(page.getByLabel("Quantity")).hasValue("3");
        page.context().close();
    }

    private String at(String address) {
        return "http://localhost:" + port + address;
    }
}
