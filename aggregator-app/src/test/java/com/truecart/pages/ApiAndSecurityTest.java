package com.truecart.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The interface for programs, and what keeps other sites out. */
@SpringBootTest(
        classes = PagesApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class ApiAndSecurityTest {

    private static final String RICE = Shelf.RICE.toString();

    @Autowired MockMvcTester mvc;

    @Test
    void searchAnswersWithPricesInMinorUnits() {
        MvcTestResult result = mvc.get().uri("/api/v1/search?q=noodles").exchange();
        assertThat(result).hasStatusOk();
        assertThat(result).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.products[0].best.payable.minor")
                .isEqualTo(1990);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.products[0].best.payable.text")
                .isEqualTo("19.90");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.products[0].best.deliveryKnown")
                .isEqualTo(false);
    }

    @Test
    void theApiRanksForTheAskedQuantityAndSaysWhy() {
        MvcTestResult one = mvc.get().uri("/api/v1/products/{id}", Shelf.NOODLES).exchange();
        assertThat(one).bodyJson().extractingPath("$.quantity").isEqualTo(1);
        assertThat(one).bodyJson().extractingPath("$.offers[0].store").isEqualTo("watch/PEAK");
        assertThat(one)
                .bodyJson()
                .extractingPath("$.offers[1].waysToPayLess[0].quantity")
                .isEqualTo(3);

        MvcTestResult three =
                mvc.get().uri("/api/v1/products/{id}?quantity=3", Shelf.NOODLES).exchange();
        assertThat(three).bodyJson().extractingPath("$.offers[0].store").isEqualTo("watch/NORTH");
        assertThat(three).bodyJson().extractingPath("$.offers[0].payable.minor").isEqualTo(5400);
        assertThat(three).bodyJson().extractingPath("$.offers[0].perUnit.minor").isEqualTo(1800);
        assertThat(three).bodyJson().extractingPath("$.offers[0].placeKind").isEqualTo("FIRST");
        assertThat(three).bodyJson().extractingPath("$.offers[0].engine.name").isEqualTo("ours");
        assertThat(three)
                .bodyJson()
                .extractingPath("$.offers[1].placeKind")
                .isEqualTo("COSTS_MORE");
        assertThat(three)
                .bodyJson()
                .extractingPath("$.offers[1].placeReason")
                .isEqualTo("HK$5.70 more than North Point Market");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "many", "1e2", "1,2"})
    void aQuantityThatIsNoneIsRefusedWithTheRemedy(String quantity) {
        MvcTestResult result =
                mvc.get().uri("/api/v1/products/{id}?quantity={q}", RICE, quantity).exchange();
        assertThat(result).hasStatus(400);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .startsWith("quantity: must be a whole number from 1 to 999");
    }

    @Test
    void aProductTellsEveryStepOfItsPrice() {
        MvcTestResult result = mvc.get().uri("/api/v1/products/" + RICE).exchange();
        assertThat(result).bodyJson().extractingPath("$.offers[0].store").isEqualTo("harbour/shop");
        // 98.00 struck through, 88.00 asked, a tenth off, 30.00 delivery
        assertThat(result)
                .bodyJson()
                .extractingPath("$.offers[0].steps[*].change.minor")
                .asArray()
                .containsExactly(9800, -1000, -880, 3000);
        assertThat(result).bodyJson().extractingPath("$.offers[0].payable.minor").isEqualTo(10920);
    }

    @Test
    void historyAndComparisonAreThereForPrograms() {
        assertThat(mvc.get().uri("/api/v1/products/" + RICE + "/history?days=7").exchange())
                .bodyJson()
                .extractingPath("$.observations.length()")
                .isEqualTo(35);
        assertThat(mvc.get().uri("/api/v1/compare?ids=" + RICE + "," + Shelf.NOODLES).exchange())
                .bodyJson()
                .extractingPath("$.products.length()")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/products/not-an-id, 404, There is no product",
        "/api/v1/products/00000000-0000-4000-8000-999999999999, 404, There is no product",
        "/api/v1/search?min=cheap, 400, min: must be an amount",
        "/api/v1/search?sort=best, 400, sort: must be",
        "/api/v1/search?page=0, 400, page: must be",
        "/api/v1/compare?ids=x, 404, There is no product",
        "/api/v1/nothing, 404, ''",
    })
    void aRefusalNamesTheFieldAndTheRemedy(String address, int status, String detail) {
        MvcTestResult result = mvc.get().uri(address).exchange();
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyText().contains(detail).doesNotContain("Exception");
    }

    @Test
    void aPageThatIsNotThereSaysWhatToDo() {
        MvcTestResult result =
                mvc.get().uri("/products/nonsense").header("Accept-Language", "zh-CN").exchange();
        assertThat(result).hasStatus(404);
        assertThat(result).bodyText().contains("这里什么也没有").doesNotContain("Exception");
    }

    @Test
    void aPageRunsOnlyOurOwnScriptsAndFramesNowhere() {
        MvcTestResult result = mvc.get().uri("/").exchange();
        assertThat(result)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "same-origin");
        String policy = result.getResponse().getHeader("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(result).bodyText().doesNotContain("style=", "onclick", "<style");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        assertThat(mvc.post().uri("/language").param("language", "zh-CN").exchange())
                .hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, https://evil.example", "same-site, http://localhost:9999"})
    void anotherSiteWritesNothingThroughTheInterface(String site, String origin) {
        assertThat(
                        mvc.post()
                                .uri("/api/v1/anything")
                                .header("Sec-Fetch-Site", site)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}")
                                .exchange())
                .hasStatus(403);
        assertThat(
                        mvc.post()
                                .uri("/api/v1/anything")
                                .header("Origin", origin)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}")
                                .exchange())
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "garbage", "application/x-www-form-urlencoded"})
    void aFormCannotPretendToBeAProgram(String type) {
        assertThat(
                        mvc.post()
                                .uri("/api/v1/anything")
                                .header("Content-Type", type)
                                .content("{}")
                                .exchange())
                .hasStatus(415);
    }

    @Test
    void anotherSpellingOfTheAddressOpensNoDoor() {
        assertThat(
                        mvc.post()
                                .uri(URI.create("/%61pi/v1/anything"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}")
                                .exchange())
                .hasStatus(403);
    }

    @Test
    void aNameWeAreNotCalledByReachesNothing() {
        assertThat(
                        mvc.get()
                                .uri("/")
                                .with(request -> {
                                    request.setServerName("rebound.example");
                                    return request;
                                })
                                .exchange())
                .hasStatus(400);
    }

    @Test
    void aStoresWordsAreNeverMarkup() {
        MvcTestResult result = mvc.get().uri("/products/" + Shelf.HOSTILE).exchange();
        assertThat(result).hasStatusOk();
        assertThat(result)
                .bodyText()
                .doesNotContain("<script>alert", "A&B <i>")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void theLanguageCookieBeatsTheBrowser() {
        assertThat(
                        mvc.get()
                                .uri("/")
                                .header("Accept-Language", "en")
                                .cookie(new Cookie("truecart-language", "zh-CN"))
                                .exchange())
                .bodyText()
                .contains("<html lang=\"zh-CN\"");
    }
}
