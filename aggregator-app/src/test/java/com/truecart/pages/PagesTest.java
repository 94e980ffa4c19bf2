package com.truecart.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.ProductId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every page of search, product and comparison, rendered in both languages. */
@SpringBootTest(
        classes = PagesApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class PagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired ShelfClicks clicks;

    @ParameterizedTest
    @CsvSource({
        "/, en, What does it really cost?",
        "/, zh-CN, 到底要花多少钱？",
        "/search?q=rice, en, Narrow down",
        "/search?q=米, zh-TW, 筛选",
        "/search?q=nothing+like+it, en, Nothing found",
        "/search?q=nothing+like+it, zh, 没有找到",
        "/products/00000000-0000-4000-8000-000000000001, en, Price history",
        "/products/00000000-0000-4000-8000-000000000001, zh-CN, 价格走势",
        "/compare?ids=00000000-0000-4000-8000-000000000001&ids=00000000-0000-4000-8000-000000000003,"
                + " en, 2 products side by side",
        "/compare?ids=00000000-0000-4000-8000-000000000001&ids=00000000-0000-4000-8000-000000000003,"
                + " zh-CN, 2 种商品并排比较",
        "/compare, en, Tick two to six",
    })
    void aPageSpeaksTheReadersLanguage(String address, String language, String words) {
        MvcTestResult result =
                mvc.get()
                        .uri(java.net.URI.create(encoded(address)))
                        .header("Accept-Language", language)
                        .exchange();
        assertThat(result).hasStatusOk();
        assertThat(result).bodyText().contains(words).doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1 unit, 200",
        "3, for 3 units, 200",
        "３, for 3 units, 200",
        "0, from 1 to 999, 400",
        "1000, from 1 to 999, 400",
        "two, from 1 to 999, 400",
        "1.5, from 1 to 999, 400",
        "<script>, from 1 to 999, 400",
    })
    void aProductIsShownForTheAskedQuantityOrForOneWithAMessage(
            String quantity, String words, int status) {
        MvcTestResult result =
                mvc.get()
                        .uri("/products/{id}?quantity={q}", Shelf.RICE, quantity)
                        .header("Accept-Language", "en")
                        .exchange();
        assertThat(result).hasStatus(status);
        assertThat(result).bodyText().contains(words.replace("1 unit", "Quantity"));
        assertThat(result).bodyText().doesNotContain("??", "Exception", "<script>\"");
    }

    @Test
    void aPromotionTurnsTheOrderAndThePageSaysSo() {
        assertThat(mvc.get().uri("/products/{id}", Shelf.NOODLES).exchange())
                .bodyText()
                .contains("First because it comes to HK$0.10 less than")
                .doesNotContain("asks less on its shelf");
        assertThat(mvc.get().uri("/products/{id}?quantity=3", Shelf.NOODLES).exchange())
                .bodyText()
                .contains("First because 3 units come to HK$")
                .contains("asks less on its shelf, HK$19.90, but 3 units come to HK$59.70 there");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Price may have changed, last confirmed 2 hours ago', 'the store gives no answer', 'Was HK$20.90 on the shelf, now HK$19.90, asked just now'",
        "zh-CN, '价格可能已变，最后确认于 2 小时前', '商店没有答复', '货架价原为 HK$20.90，现为 HK$19.90，刚刚询问'",
    })
    void anOldPriceSaysSoAndWhyAndAChangedOneWhatItWas(
            String language, String stale, String reason, String changed) {
        assertThat(page(Shelf.RICE, language)).contains(stale, reason).doesNotContain("??");
        assertThat(page(Shelf.NOODLES, language)).contains(changed).doesNotContain(stale, "??");
        assertThat(page(Shelf.id(3), language)).doesNotContain(stale, reason);
    }

    private String page(ProductId product, String language) {
        return new String(
                mvc.get()
                        .uri("/products/{id}", product)
                        .header("Accept-Language", language)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                UTF_8);
    }

    @Test
    void whatWasSearchedForIsMarkedInTheNamesOnSearchPagesOnly() {
        assertThat(mvc.get().uri("/search?q=rice").header("Accept-Language", "en").exchange())
                .bodyText()
                .containsIgnoringCase("<mark>rice</mark>");
        assertThat(mvc.get().uri("/").exchange()).bodyText().doesNotContain("<mark>");
    }

    @Test
    void aLinkThatIsPaidForIsShownAsAdvertisingFirst() {
        MvcTestResult result = visitByPaidLink("3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d10");
        assertThat(result).hasStatusOk();
        assertThat(result)
                .bodyText()
                .contains("https://partner.example/t?n=3", "https://harbour.example/p/1")
                .contains("rel=\"sponsored nofollow noopener\"", ">Ad<")
                .contains("pays us nothing for ranking")
                .doesNotContain("??");
    }

    @Test
    void aVisitByALinkThatIsPaidForIsKeptWithWhatItWasToCostAndNoOther() {
        int before = clicks.all().size();
        mvc.get().uri("/go/{product}/300", Shelf.id(3)).exchange();
        assertThat(clicks.all()).hasSize(before);

        String shopper = "3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d11";
        visitByPaidLink(shopper);

        assertThat(clicks.all()).hasSize(before + 1);
        assertThat(clicks.all().getLast())
                .satisfies(click -> {
                    assertThat(click.shopper()).hasToString(shopper);
                    assertThat(click.connectionId()).isEqualTo("harbour");
                    assertThat(click.upstreamId()).isEqualTo("P1");
                    assertThat(click.quantity()).isEqualTo(3);
                    assertThat(click.predicted())
                            .hasValueSatisfying(amount -> assertThat(amount.isPositive()).isTrue());
                    assertThat(click.at()).isEqualTo(Shelf.NOW);
                });
    }

    /** Only so many links are made in a second: asked again until this visit is given one. */
    private MvcTestResult visitByPaidLink(String shopper) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            MvcTestResult result =
                    mvc.get()
                            .uri("/go/{product}/104?quantity=3", Shelf.RICE)
                            .header("Accept-Language", "en")
                            .cookie(new Cookie("truecart-shopper", shopper))
                            .exchange();
            String page = new String(result.getResponse().getContentAsByteArray(), UTF_8);
            if (page.contains("https://partner.example/") || System.nanoTime() > end) {
                return result;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 300, https://harbour.example/cart",
        "8, 801, https://harbour.example/p/8",
        "11, 1100, https://harbour.example/p/11",
    })
    void anyOtherWayIsSimplyFollowed(int product, int offer, String address) {
        MvcTestResult result =
                mvc.get().uri("/go/{product}/{offer}", Shelf.id(product), offer).exchange();
        assertThat(result).hasStatus(303).hasHeader("Location", address);
    }

    @ParameterizedTest
    @CsvSource({"200, 404", "999999, 404", "x, 404"})
    void whereNoWayIsThePageSaysSo(String offer, int status) {
        MvcTestResult result =
                mvc.get()
                        .uri("/go/{product}/{offer}", Shelf.NOODLES, offer)
                        .header("Accept-Language", "en")
                        .exchange();
        assertThat(result).hasStatus(status);
        assertThat(result).bodyText().doesNotContain("Exception", "??");
    }

    @Test
    void whereAStoreMakesLinksItsOwnPageStaysBesideThem() {
        assertThat(
                        mvc.get()
                                .uri("/products/{id}?quantity=2", Shelf.RICE)
                                .header("Accept-Language", "en")
                                .exchange())
                .bodyText()
                .contains("/go/" + Shelf.RICE + "/104?quantity=2", "Buy it at the store")
                .contains("https://harbour.example/p/1", "See it at the store");
    }

    private static String encoded(String address) {
        return address.replace("米", "%E7%B1%B3");
    }
}
