package com.truecart.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody searched for before is offered again, and lies with them alone. */
@SpringBootTest(
        classes = PagesApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class RecentSearchesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)");
    private static final String COOKIE = "truecart-searches";

    @Autowired MockMvcTester mvc;

    @Test
    void whatFoundSomethingIsSuggestedBeforeAnythingIsTyped() {
        Cookie kept = searched("rice", searched("noodles"));
        assertThat(suggested("", kept)).bodyText().containsSubsequence("rice", "noodles");
        assertThat(suggested("noo", kept))
                .bodyText()
                .contains("value=\"noodles\" label=\"Searched before\"")
                .doesNotContain("value=\"rice\" label=\"Searched before\"");
        assertThat(suggested("", searched("noodles", kept)))
                .bodyText()
                .containsSubsequence("noodles", "rice")
                .containsOnlyOnce("value=\"noodles\"");
    }

    @Test
    void whatFoundNothingIsNotKept() {
        assertThat(answer("qqq").getResponse().getCookie(COOKIE)).isNull();
    }

    @Test
    void theCookieIsForTheSearchPagesAndNoScript() {
        Cookie kept = searched("rice");
        assertThat(kept.getPath()).isEqualTo("/search");
        assertThat(kept.isHttpOnly()).isTrue();
    }

    @Test
    void whoWantsThemForgottenHasThemForgotten() throws UnsupportedEncodingException {
        Cookie kept = searched("rice");
        MvcTestResult page =
                mvc.get().uri("/search").cookie(kept).header("Accept-Language", "en").exchange();
        assertThat(page).bodyText().contains("You searched for", "Forget them");
        Matcher token = TOKEN.matcher(page.getResponse().getContentAsString(UTF_8));
        assertThat(token.find()).isTrue();
        MvcTestResult forgotten =
                mvc.post()
                        .uri("/search/forget")
                        .param("_csrf", token.group(1))
                        .cookie(kept, requireNonNull(page.getResponse().getCookie("XSRF-TOKEN")))
                        .exchange();
        assertThat(forgotten).hasStatus3xxRedirection();
        assertThat(forgotten.getResponse().getHeader("Set-Cookie"))
                .contains(COOKIE + "=;", "Max-Age=0", "Path=/search");
    }

    @Test
    void aCookieThatIsNotOursIsReadAsNone() {
        for (String value : new String[] {"", "...", "%%%", "!", "x".repeat(5_000)}) {
            assertThat(suggested("", new Cookie(COOKIE, value)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Searched before");
        }
    }

    @Test
    void aMarkupSearchedForIsShownAsText() {
        String coded = "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg";
        assertThat(suggested("", new Cookie(COOKIE, coded)))
                .bodyText()
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    private Cookie searched(String words, Cookie... before) {
        return requireNonNull(answer(words, before).getResponse().getCookie(COOKIE), words);
    }

    private MvcTestResult answer(String words, Cookie... before) {
        var asked = mvc.get().uri("/search?q={words}", words);
        return (before.length == 0 ? asked : asked.cookie(before)).exchange();
    }

    private MvcTestResult suggested(String typed, Cookie kept) {
        return mvc.get()
                .uri("/search/suggestions?q={typed}", typed)
                .header("Accept-Language", "en")
                .cookie(kept)
                .exchange();
    }
}
