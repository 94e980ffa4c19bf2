package com.truecart.app.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * One shopper before the pages: asks for them, fills in forms with the token of a page, and looks
 * at them in a real browser.
 *
 * @param shopper by which the application knows this browser
 */
public record Visitor(MockMvcTester pages, UUID shopper) {
    private static final String COOKIE = "truecart-shopper";
    private static final String AS_BROWSERS_DO = "text/html,*/*;q=0.8";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)");

    /** A page, in a language as a browser wishes for it. */
    public MvcTestResult get(String address, String language) {
        return pages.get()
                .uri(URI.create(address))
                .header("Accept", AS_BROWSERS_DO)
                .header("Accept-Language", language)
                .cookie(cookie())
                .exchange();
    }

    /** The text of a page. */
    public String page(String address, String language) {
        return text(get(address, language));
    }

    /** Sends a form as an English reader does. */
    public MvcTestResult post(String address, Map<String, String> form) {
        MvcTestResult shown = get("/basket", "en");
        Matcher token = TOKEN.matcher(text(shown));
        assertThat(token.find()).as("a form on the page").isTrue();
        MockMvcTester.MockMvcRequestBuilder request =
                pages.post()
                        .uri(URI.create(address))
                        .param("_csrf", token.group(1))
                        .header("Accept", AS_BROWSERS_DO)
                        .header("Accept-Language", "en")
                        .cookie(
                                cookie(),
                                requireNonNull(shown.getResponse().getCookie("XSRF-TOKEN")));
        form.forEach(request::param);
        return request.exchange();
    }

    /** The cookie itself. */
    public Cookie cookie() {
        return new Cookie(COOKIE, shopper.toString());
    }

    /** What an answer says. */
    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /**
     * A page has no barriers and fits its screen: a desktop in English, a phone in Chinese. Its
     * pictures lie in {@code target/screenshots}.
     *
     * @param site its address without the path
     */
    public void assertFits(Browsers browsers, String site, String address, String name) {
        assertFits(browsers, Browsers.WIDE, "en", site, address, name);
        assertFits(browsers, Browsers.NARROW, "zh-CN", site, address, name);
    }

    private void assertFits(
            Browsers browsers,
            int width,
            String language,
            String site,
            String address,
            String name) {
        Page page = browsers.visitor(width, language);
        page.context()
                .addCookies(
                        List.of(
                                new com.microsoft.playwright.options.Cookie(
                                                COOKIE, shopper.toString())
                                        .setUrl(site)));
        page.navigate(site + address);
        String shot = "%s-%d-%s".formatted(name, width, language);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", shot + ".png"))
                        .setFullPage(true));
        assertThat(page.title()).as(shot).doesNotContain("Sorry", "抱歉");
        assertThat(Accessibility.barriers(page)).as(shot).isEmpty();
        assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth"))
                .as(shot + " scrolls sideways")
                .isEqualTo(0);
        page.context().close();
    }
}
