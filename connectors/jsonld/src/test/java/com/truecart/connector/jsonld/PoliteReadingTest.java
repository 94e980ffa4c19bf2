package com.truecart.connector.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.sandbox.http.Request;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Health;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop allows, asks for and is spared. */
class PoliteReadingTest {
    private static final Instant FIRST_OF_NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    private PageShop shop;

    @BeforeEach
    void openShop() {
        shop = new PageShop();
        shop.robots("User-agent: *\nDisallow:\n");
        shop.sitemap("/sitemap.xml", List.of("/p/1", "/p/2"));
        shop.page("/p/1", PageShop.product("One", "1.00"));
        shop.page("/p/2", PageShop.product("Two", "2.00"));
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void withoutASitemapInRobotsTheUsualOneIsRead() {
        assertThat(names(pull(context()))).containsExactly("One", "Two");
    }

    @Test
    void withoutRobotsEverythingIsAllowed() {
        shop.status("/robots.txt", 404);
        assertThat(names(pull(context()))).containsExactly("One", "Two");
        shop.status("/robots.txt", 403);
        assertThat(names(pull(context()))).containsExactly("One", "Two");
    }

    @Test
    void whereRobotsCannotBeReadNothingIs() {
        for (int status : new int[] {500, 503}) {
            shop.status("/robots.txt", status);
            shop.forgetRequests();
            assertThatThrownBy(() -> pull(context()))
                    .isInstanceOf(UpstreamException.Unavailable.class);
            assertThat(shop.paths()).containsOnly("/robots.txt");
        }
    }

    @Test
    void aShopThatClosesItselfToUsIsRefusedWithTheRemedy() {
        shop.robots("User-agent: truecart\nDisallow: /\n\nUser-agent: *\nDisallow:\n");
        assertThat(new JsonldProvider().open(context()).check())
                .isInstanceOfSatisfying(
                        Health.Down.class,
                        down -> {
                            assertThat(down.problem()).contains("robots.txt");
                            assertThat(down.remedy()).contains("Ask the shop");
                        });
    }

    @Test
    void rulesForAnotherRobotAreNotOurs() {
        shop.robots("User-agent: otherbot\nDisallow: /\n\nUser-agent: *\nDisallow: /p/2\n");
        assertThat(names(pull(context()))).containsExactly("One");
    }

    @Test
    void theHostLeavesTheTimeRobotsAskFor() {
        shop.robots("User-agent: *\nCrawl-delay: 10\n");
        LoopbackContext context = context();
        pull(context);
        assertThat(context.pace()).contains(Duration.ofSeconds(10));
    }

    @Test
    void aShopThatWantsAnHourBetweenPagesIsNotRead() {
        shop.robots("User-agent: *\nCrawl-delay: 3600\n");
        assertThatThrownBy(() -> pull(context()))
                .isInstanceOf(UpstreamException.Refused.class)
                .hasMessageContaining("3600 s");
    }

    @Test
    void aShopThatAnswersEveryPathWithItsHomePageHasNoRules() {
        shop.page("/robots.txt", "<!doctype html><title>The shop</title><div id=root></div>");
        assertThat(names(pull(context()))).containsExactly("One", "Two");
    }

    @Test
    void eachRequestSaysWhoAsksAndHowToReachThem() {
        pull(context().and("contact", "https://operator.example/robot"));
        assertThat(shop.requests())
                .filteredOn(request -> request.path().startsWith("/p/"))
                .isNotEmpty()
                .allMatch(request ->
                        request.header("User-Agent")
                                .equals(
                                        Optional.of(
                                                "Truecart/1.0 (+https://operator.example/robot)")));
    }

    @Test
    void onlyPagesOfThePatternAreAskedFor() {
        shop.sitemap("/sitemap.xml", List.of("/", "/blog/1", "/p/1", "/p/2"));
        shop.forgetRequests();
        assertThat(names(pull(context().and("pages", "^/p/")))).containsExactly("One", "Two");
        assertThat(shop.paths()).doesNotContain("/", "/blog/1");
    }

    @Test
    void theOperatorsSitemapCountsMore() {
        shop.sitemap("/mine.xml.gz", List.of("/p/2"));
        assertThat(names(pull(context().and("sitemap", shop.base() + "/mine.xml.gz"))))
                .containsExactly("Two");
    }

    @Test
    void aPullOfChangesAsksOnlyForWhatMayHaveChanged() {
        shop.sitemap(
                "/sitemap.xml",
                List.of("/p/1 2026-10-01", "/p/2 2026-11-05T08:00:00+08:00", "/p/3", "/p/4"));
        shop.page("/p/3", PageShop.product("Three", "3.00"), FIRST_OF_NOVEMBER.minusSeconds(1));
        shop.page("/p/4", PageShop.product("Four", "4.00"), FIRST_OF_NOVEMBER.plusSeconds(1));
        shop.page("/p/2", PageShop.product("Two", "2.50"), FIRST_OF_NOVEMBER.plusSeconds(1));
        Pulled<Listing> changes = since(new Cursor("1 " + FIRST_OF_NOVEMBER.toEpochMilli()));
        assertThat(names(changes)).containsExactly("Two", "Four");
        assertThat(shop.paths()).doesNotContain("/p/1").contains("/p/3");
        assertThat(shop.requests())
                .filteredOn(request -> request.path().equals("/p/3"))
                .singleElement()
                .extracting((Request request) -> request.header("If-Modified-Since"))
                .isEqualTo(Optional.of("Sun, 01 Nov 2026 00:00:00 GMT"));
        assertThat(changes.end().completeAsOf()).isEmpty();
    }

    @Test
    void aWholePullEndsWithTheMarkFromWhichChangesAreAskedFor() {
        Pulled<Listing> whole = pull(context());
        Cursor mark = whole.end().watermark().orElseThrow();
        assertThat(Progress.watermark(mark).orElseThrow())
                .isBeforeOrEqualTo(Instant.now().plusSeconds(1));
        assertThat(since(mark).skipped()).isEmpty();
    }

    @Test
    void aMarkOfAnotherReleaseReadsEverything() {
        Pulled<Listing> pulled = since(new Cursor("mark of another release"));
        assertThat(names(pulled)).containsExactly("One", "Two");
        assertThat(pulled.end().completeAsOf()).isPresent();
    }

    @Test
    void onePageThatFailsIsPassedOverThreeInARowAreTheShop() {
        shop.sitemap("/sitemap.xml", List.of("/p/1", "/p/a", "/p/b", "/p/2", "/p/c"));
        shop.status("/p/a", 500).status("/p/b", 403).status("/p/c", 503);
        Pulled<Listing> pulled = pull(context());
        assertThat(names(pulled)).containsExactly("One", "Two");
        assertThat(pulled.skipped())
                .extracting(Page.Skipped::upstreamRef)
                .containsExactly("/p/a", "/p/b", "/p/c");
        shop.status("/p/2", 500);
        assertThatThrownBy(() -> pull(context())).isInstanceOf(UpstreamException.Unavailable.class);
    }

    @Test
    void aShopThatTestsForRobotsOnEveryPageStopsThePull() {
        String test = "<title>Just a moment...</title>";
        shop.sitemap("/sitemap.xml", List.of("/p/1", "/p/a", "/p/b", "/p/c", "/p/2"));
        shop.page("/p/a", test).page("/p/b", test).page("/p/c", test);
        assertThatThrownBy(() -> pull(context()))
                .isInstanceOf(UpstreamException.Drifted.class)
                .hasMessageContaining("test for robots");
    }

    @Test
    void aPageInAnotherCharsetIsReadByItsHeader() {
        shop.page("/p/1", PageShop.product("Käse", "1.00"), Charset.forName("windows-1252"));
        assertThat(names(pull(context()))).containsExactly("Käse", "Two");
    }

    private LoopbackContext context() {
        return LoopbackContext.with(Map.of("shop", shop.base().toString()));
    }

    private Pulled<Listing> pull(LoopbackContext context) {
        try (Connector connector = new JsonldProvider().open(context)) {
            return Pulled.everything(connector.catalog()::page);
        }
    }

    private Pulled<Listing> since(Cursor mark) {
        try (Connector connector = new JsonldProvider().open(context())) {
            Function<Pull, Page<Listing>> source = connector.catalog()::page;
            return Pulled.from(new Pull.Since(mark), source);
        }
    }

    private static List<String> names(Pulled<Listing> pulled) {
        return pulled.entries().stream()
                .map(listing -> listing.title().byLanguage().get("en"))
                .toList();
    }
}
