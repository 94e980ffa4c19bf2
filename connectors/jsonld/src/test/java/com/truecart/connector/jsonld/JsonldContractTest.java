package com.truecart.connector.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.spi.Call;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Page;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a shop of eighty pages behind a sitemap index, one part of it gzipped. */
class JsonldContractTest extends ConnectorContract {
    private static final int PRODUCTS = 70;
    private static PageShop shop;

    @BeforeAll
    static void openShop() {
        shop = new PageShop();
        shop.robots(
                """
                User-agent: *
                Disallow: /private/
                Crawl-delay: 2
                Sitemap: %s/sitemap_index.xml
                """
                        .formatted(shop.base()));
        shop.sitemapIndex("/sitemap_index.xml", List.of("/pages.xml", "/products.xml.gz"));
        shop.sitemap(
                "/pages.xml",
                List.of("/", "/about", "/c/all", "/private/stock", "https://elsewhere.example/p"));
        shop.page("/", "<title>The shop</title><h1>Welcome</h1>");
        shop.page("/about", "<title>About us</title>");
        shop.page("/c/all", "<title>All we have</title><a href=\"/p/1\">1</a>");
        shop.page("/private/stock", PageShop.product("Secret", "1.00"));
        List<String> products = new ArrayList<>();
        for (int i = 1; i <= PRODUCTS; i++) {
            products.add("/p/" + i);
            shop.page("/p/" + i, PageShop.product("Thing " + i, "%d.90".formatted(10 + i)));
        }
        shop.page(
                "/p/3",
                PageShop.product("Thing 3", "13.90")
                        .replace(
                                "\"price\": \"13.90\", ",
                                """
                                "price": "13.90", "priceSpecification": {"price": "11.90",
                                "validForMemberTier": {"name": "Friends"}},\
                                """));
        products.add("/p/range");
        shop.page(
                "/p/range",
                PageShop.product("Range", "1")
                        .replace("\"price\": \"1\"", "\"lowPrice\": \"1\", \"highPrice\": \"9\""));
        products.add("/p/gone");
        shop.sitemap("/products.xml.gz", products);
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new JsonldProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(Map.of("shop", shop.base() + "/", "shop_name", "The shop"))
                .sparing("/robots.txt");
    }

    /** All that is called for is pages; robots.txt is spared, the sitemaps are documents. */
    @Override
    protected boolean isOneRecord(Call call) {
        return true;
    }

    @Override
    protected int listings() {
        return PRODUCTS;
    }

    @Override
    protected int unusable() {
        return 3;
    }

    @Override
    protected int promotions() {
        return 1;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of("/p/1", Money.of(1_190, "HKD"), "/p/70", Money.of(8_090, "HKD"));
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        assertThat(pull().skipped())
                .extracting(Page.Skipped::upstreamRef, Page.Skipped::field)
                .containsExactlyInAnyOrder(
                        tuple("/pages.xml line 7", "loc"),
                        tuple("/p/range", "offers"),
                        tuple("/p/gone", "page"));
    }

    @Test
    void aPageTheShopClosesToRobotsIsNeverAskedFor() {
        shop.forgetRequests();
        pull();
        assertThat(shop.paths())
                .contains("/p/1", "/p/70", "/about")
                .noneMatch(path -> path.startsWith("/private/"));
    }

    @Test
    void everyPageIsAskedForOnceAndRobotsFirst() {
        shop.forgetRequests();
        pull();
        assertThat(shop.paths()).doesNotHaveDuplicates();
        assertThat(shop.paths().getFirst()).isEqualTo("/robots.txt");
    }

    @Test
    void theShopperGoesOnAtThePageItself() {
        assertThat(pull().entries())
                .filteredOn(listing -> listing.upstreamId().equals("/p/7"))
                .singleElement()
                .extracting(Listing::page)
                .isEqualTo(Optional.of(URI.create(shop.base() + "/p/7")));
    }
}
