package com.truecart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.truecart.app.testing.Accessibility;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.JarBuilder;
import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A connector that the repository has never seen: built with plain javac, dropped in beside broken
 * ones, used by the whole application as a process of its own.
 */
class PluginJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient PROGRAM = HttpClient.newHttpClient();

    @TempDir static Path folder;

    private static CornerShop shop;
    private static JdbcClient record;
    private static RunningApp app;

    @BeforeAll
    static void dropInAndStart() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path built = OutsideBuild.corner(Files.createDirectories(folder.resolve("elsewhere")));
        Files.copy(built, plugins.resolve("corner-1.0.jar"));
        Files.writeString(plugins.resolve("torn.jar"), "half a download");
        new JarBuilder().stating("0").entry("readme", "of old").in(plugins, "stale.jar");
        shop = new CornerShop();
        String database = TestDatabase.freshUrl();
        record = JdbcClient.create(new DriverManagerDataSource(database));
        app = RunningApp.start(folder.resolve("home"), database, "--truecart.plugins=" + plugins);
        connect(
                "corner",
                "\"shop\": \"%s\", \"key\": \"%s\"".formatted(shop.address(), CornerShop.KEY));
        app.json("POST", "/api/v1/connections/corner/pulls", "");
        await(
                "the first pull",
                () -> count("select count(*) from pull_run where state = 'succeeded'") == 1);
        assertThat(price()).isEqualTo(12_90);
    }

    @AfterAll
    static void close() {
        if (app != null) {
            app.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void theJarIsListedAndUsedAndTheBrokenOnesSayWhatToDo() {
        String page = app.page("/connections", "en").body();
        assertThat(page)
                .contains("Corner shop", "From the plug-in corner-1.0.jar", "contract-green")
                .contains("torn.jar", "It is no jar, or cannot be read.", "get it anew")
                .contains(
                        "stale.jar", "another version of the contract", "Truecart-Spi: 0; ours: 1");
        assertThat(app.page("/connections", "zh-CN").body())
                .contains("来自插件 corner-1.0.jar", "为另一版契约构建", "请向作者");
        assertThat(app.page("/search?q=candle", "en").body()).contains("Beeswax candle", "HK$1");
    }

    @Test
    void theKeyIsKeptEncryptedAndNeverShown() {
        byte[] sealed =
                record.sql("select secrets from connection where id = 'corner'")
                        .query(byte[].class)
                        .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(CornerShop.KEY);
        assertThat(
                        record.sql("select settings::text from connection where id = 'corner'")
                                .query(String.class)
                                .single())
                .contains(shop.address())
                .doesNotContain(CornerShop.KEY);
        assertThat(app.page("/connections/corner", "en").body())
                .contains("Kept; fill in only to change it")
                .doesNotContain(CornerShop.KEY);
        assertThat(app.json("GET", "/api/v1/connections", "").toString())
                .contains(shop.address())
                .doesNotContain(CornerShop.KEY);
    }

    @Test
    void anOperatorTriesTheSettingsBeforeAnythingIsSaved() {
        try (Browsers browsers = Browsers.open()) {
            Page page = browsers.visitor(Browsers.WIDE, "en");
            page.navigate(app.at("/connections").toString());
            page.locator("#kind").selectOption("corner");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next")).click();
            page.getByLabel("Address of the shop").fill(shop.address());
            page.getByLabel("Key the shop gave you").fill("wrong");
            test(page);
            says(page, "It does not work so");
            says(page, "credentials");

            page.getByLabel("Key the shop gave you").fill(CornerShop.KEY);
            test(page);
            says(page, "2 goods");
            says(page, "Nothing is saved yet");
            assertThat(count("select count(*) from connection where id = 'second'")).isZero();
            looksWell(browsers, page, "new-connection");

            page.getByLabel("Short name").fill("second");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Second");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add and pull"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/connections/second"));
            assertThat(page.locator("main")).containsText("/hooks/second");

            // a key left blank is the one on record
            test(page);
            says(page, "2 goods");

            // but only for the address it was entered with
            page.getByLabel("Address of the shop").fill("http://127.0.0.1:9");
            test(page);
            says(page, "key must be entered again because the address changed");
            page.context().close();
        }
    }

    @Test
    void withoutScriptTheSettingsAreTriedAsWell() {
        try (Browsers browsers = Browsers.open()) {
            Page page = browsers.visitorWithoutScript(Browsers.NARROW, "zh-CN");
            page.navigate(app.at("/connections/new?kind=corner").toString());
            page.locator("[name='setting.shop']").fill(shop.address());
            page.locator("[name='setting.key']").fill(CornerShop.KEY);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("测试但不保存")).click();
            says(page, "尚未保存任何内容");
            assertThat(page.locator("[name='setting.shop']")).hasValue(shop.address());
            assertThat(page.locator("[name='setting.key']")).hasValue("");
            page.context().close();
        }
    }

    @Test
    void theConnectionPagesHaveNoBarriersAndFitTheirScreens() {
        try (Browsers browsers = Browsers.open()) {
            for (Map.Entry<String, String> one :
                    Map.of(
                                    "connections",
                                    "/connections",
                                    "connection-plugin",
                                    "/connections/corner",
                                    "go-plugin",
                                    go(),
                                    "product-plugin",
                                    product())
                            .entrySet()) {
                Page page = browsers.visitor(Browsers.WIDE, "en");
                page.navigate(app.at(one.getValue()).toString());
                looksWell(browsers, page, one.getKey());
                page.context().close();
            }
        }
    }

    /** The page as it stands, and the same address on a phone and in Chinese. */
    private static void looksWell(Browsers browsers, Page page, String name) {
        shoot(page, name + "-1280-en");
        for (String language : new String[] {"en", "zh-CN"}) {
            Page phone = browsers.visitor(Browsers.NARROW, language);
            phone.navigate(page.url());
            shoot(phone, name + "-390-" + language);
            phone.context().close();
        }
    }

    private static void shoot(Page page, String shot) {
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

    private static void says(Page page, String words) {
        assertThat(page.locator("#tested"))
                .containsText(
                        words, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private static void test(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test without saving"))
                .click();
    }

    @Test
    void aLinkTheStorePaysForIsShownAsAdvertisingWithTheStoresOwnPageBeside() {
        assertThat(app.page(product(), "en").body())
                .contains("rel=\"sponsored nofollow noopener\"", "Buy it at the store")
                .contains("See it at the store");
        String page = app.page(go(), "en").body();
        assertThat(page)
                .contains("/buy?code=C1&amp;count=2&amp;partner=truecart")
                .contains(">Ad<", "pays us nothing for ranking")
                .contains(shop.address() + "/goods/C1");
        assertThat(app.page(go(), "zh-CN").body()).contains(">广告<", "不为排名付费");

        app.json(
                "PUT",
                "/api/v1/basket",
                "{\"wants\": [{\"productId\": \"%s\", \"quantity\": 2}], \"codes\": []}"
                        .formatted(product().replace("/products/", "")));
        assertThat(app.page("/basket?stores=all", "en").body())
                .contains("href=\"" + go() + "\" rel=\"sponsored nofollow noopener\"");
    }

    @Test
    void onlyTheShopIsHeardAndItsHintIsActedOnOnce() throws Exception {
        assertThat(hook("corner", "e-forged", "0000").statusCode()).isEqualTo(401);
        assertThat(hook("nowhere", "e-1", "").statusCode()).isEqualTo(404);
        connect("plain", "\"products\": \"" + shop.address() + "/goods\"", "feed");
        assertThat(hook("plain", "e-1", "").statusCode()).isEqualTo(404);
        assertThat(send("corner", "x".repeat(300_000), "").statusCode()).isEqualTo(413);
        assertThat(app.page("/hooks/corner", "en").statusCode()).isEqualTo(405);
        assertThat(count("select count(*) from hint")).isZero();

        shop.asks("11.90");
        HttpResponse<String> first = hook("corner", "e-1", null);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().map()).doesNotContainKey("set-cookie");
        assertThat(hook("corner", "e-1", null).statusCode()).isEqualTo(200);
        await("the new price", () -> price() == 11_90);
        await("the hint to be done", () -> undone() == 0);
        assertThat(count("select count(*) from hint where event_id = 'e-1'")).isEqualTo(1);
        assertThat(hook("corner", "e-1", null).statusCode()).isEqualTo(200);
        assertThat(undone()).as("sent once more, nothing to do").isZero();
        long pulls = count("select count(*) from pull_run where trigger = 'hint'");
        assertThat(pulls).isEqualTo(1);
        assertThat(app.page("/connections/corner", "en").body())
                .contains("/hooks/corner")
                .doesNotContain("none came yet");

        app.kill();
        shop.asks("10.90");
        record.sql(
                        """
                        insert into hint (connection_id, event_id, about, heard_at, attempts, next_try_at)
                        values ('corner', 'e-2', 'catalogue', now(), 1, now() + interval '1 second')
                        """)
                .update();
        app.restart();
        await("what was left undone", () -> price() == 10_90);
        await("the hint to be done", () -> undone() == 0);
        assertThat(count("select count(*) from pull_run where trigger = 'hint'"))
                .isEqualTo(pulls + 1);
    }

    @Test
    void aFloodIsTurnedAway() throws Exception {
        int turnedAway = 0;
        for (int i = 0; i < 130 && turnedAway == 0; i++) {
            HttpResponse<String> answer = send("flood", "{}", "");
            if (answer.statusCode() == 429) {
                turnedAway++;
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            } else {
                assertThat(answer.statusCode()).isEqualTo(404);
            }
        }
        assertThat(turnedAway).isEqualTo(1);
    }

    private static String product() {
        return record.sql(
                        """
                        select '/products/' || product_id from listing
                        where connection_id = 'corner' and upstream_id = 'C1'
                        """)
                .query(String.class)
                .single();
    }

    private static String go() {
        return record.sql(
                        """
                        select '/go/' || l.product_id || '/' || o.id || '?quantity=2' from listing l
                        join offer o on o.listing_id = l.id
                        where l.connection_id = 'corner' and l.upstream_id = 'C1'
                        """)
                .query(String.class)
                .single();
    }

    private static HttpResponse<String> hook(
            String connection, String event, @org.jspecify.annotations.Nullable String signature)
            throws Exception {
        String body = "{\"event\": \"%s\", \"topic\": \"goods\"}".formatted(event);
        return send(connection, body, signature == null ? signed(body) : signature);
    }

    private static HttpResponse<String> send(String connection, String body, String signature)
            throws IOException, InterruptedException {
        return PROGRAM.send(
                HttpRequest.newBuilder(app.at("/hooks/" + connection))
                        .header("Content-Type", "application/json")
                        .header("X-Corner-Signature", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String signed(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(CornerShop.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void connect(String id, String settings) {
        connect(id, settings, "corner");
    }

    private static void connect(String id, String settings, String kind) {
        app.json(
                "POST",
                "/api/v1/connections",
                """
                {"id": "%s", "kind": "%s", "name": {"en": "Store %s"}, "settings": {%s}, "pullEverySeconds": 86400}
                """
                        .formatted(id, kind, id, settings));
    }

    private static long price() {
        return record.sql(
                        """
                        select coalesce(max(o.price), 0) from listing l join offer o on o.listing_id = l.id
                        where l.connection_id = 'corner' and l.upstream_id = 'C1'
                        """)
                .query(Long.class)
                .single();
    }

    private static long undone() {
        return count("select count(*) from hint where next_try_at is not null");
    }

    private static long count(String sql) {
        return record.sql(sql).query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
