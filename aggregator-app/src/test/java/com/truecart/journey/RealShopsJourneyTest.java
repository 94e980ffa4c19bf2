package com.truecart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.truecart.journey.Steps.button;
import static com.truecart.journey.Steps.card;
import static com.truecart.journey.Steps.cents;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import com.truecart.realshops.medusa.MedusaOrders;
import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.MedusaShowcase;
import com.truecart.realshops.vendure.VendureAdmin;
import com.truecart.realshops.vendure.VendureOrders;
import com.truecart.realshops.vendure.VendureShop;
import com.truecart.realshops.vendure.VendureShowcase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A shopper and an operator before two shop systems that nobody here wrote: a real Vendure and a
 * real Medusa, whose keepers send, call off and give back through their own back offices.
 */
@Tag("heavy-shop")
class RealShopsJourneyTest {
    private static final double PATIENCE_MS = 180_000;
    private static final String GARDEN = "Garden Street";
    private static final String HILL = "Hill House";

    @TempDir private static Path folder;

    private static VendureShop vendure;
    private static MedusaShop medusa;
    private static Map<String, String> medusaTold;
    private static JdbcClient record;
    private static RunningApp app;
    private static Browsers browsers;

    @BeforeAll
    static void open() throws Exception {
        vendure = VendureShop.start();
        VendureShowcase.fill(vendure);
        medusa = MedusaShop.start();
        medusaTold =
                MedusaShowcase.fill(medusa).stream()
                        .map(line -> line.split(": ", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        String database = TestDatabase.freshUrl();
        record = JdbcClient.create(new DriverManagerDataSource(database));
        app = RunningApp.start(folder, database);
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable one : Arrays.asList(browsers, app, medusa, vendure)) {
            if (one != null) {
                one.close();
            }
        }
    }

    @Test
    void bothAreConnectedByFormAndABasketOverBothIsBoughtAndFollowed() {
        Page operator = browsers.visitor(Browsers.WIDE, "en");
        connect(
                operator,
                "vendure",
                GARDEN,
                "5",
                Map.of(
                        "shop_api",
                        vendure.shopApi().toString(),
                        "shop_name",
                        GARDEN,
                        "admin_key",
                        vendure.admin().readOnlyKey(),
                        "customer",
                        "orders@example.com",
                        "customer_password",
                        VendureAdmin.CUSTOMER_PASSWORD,
                        "payment_method",
                        "on-delivery"));
        connect(
                operator,
                "medusa",
                HILL,
                "30",
                Map.of(
                        "shop", medusaTold.get("shop"),
                        "publishable_key", medusaTold.get("publishable_key"),
                        "secret_key", medusaTold.get("secret_key"),
                        "country", "HK",
                        "shop_name", HILL));

        Page shopper = browsers.visitor(Browsers.WIDE, "en");
        String first =
                buy(shopper, Map.of("Chef's knife", 2, "Whistling kettle", 1, "Rice cooker", 1));
        sentAndDelivered(shopper, first);

        String second = buy(shopper, Map.of("Enamel mug", 2, "Wok", 1));
        calledOffAndGivenBack(shopper, second);
    }

    private static void connect(
            Page page, String kind, String name, String fee, Map<String, String> settings) {
        page.navigate(app.at("/connections").toString());
        page.locator("#kind").selectOption(kind);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next")).click();
        page.locator("#id").fill(kind);
        page.locator("#name").fill(name);
        settings.forEach(
                (setting, value) -> page.locator("[name='setting." + setting + "']").fill(value));
        page.locator("#deliveryFee").fill(fee);
        page.locator("#deliveryCurrency").fill("HKD");
        button(page.getByRole(AriaRole.MAIN), "Test without saving").click();
        assertThat(page.locator("#tested"))
                .containsText(
                        "Nothing is saved yet",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        shoot(page, "real-" + kind + "-tested");
        button(page.getByRole(AriaRole.MAIN), "Add and pull").click();
        page.waitForURL("**/connections/" + kind);
        page.waitForCondition(
                () -> pulled(kind), new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
        page.reload();
        assertThat(page.getByRole(AriaRole.MAIN))
                .containsText("Nothing was skipped in the last pull.");
        shoot(page, "real-" + kind + "-pulled");
    }

    private static boolean pulled(String connection) {
        return record.sql(
                        """
                        select exists (select 1 from pull_run
                                       where connection_id = :connection and state = 'succeeded')
                        """)
                .param("connection", connection)
                .query(Boolean.class)
                .single();
    }

    /** Searches, takes, plans, asks the shops, agrees; the order's address. */
    private static String buy(Page page, Map<String, Integer> goods) {
        goods.forEach(
                (words, quantity) -> Steps.take(page, app.at("/").toString(), words, quantity));
        Locator cheapest = page.getByRole(AriaRole.ARTICLE).first();
        assertThat(cheapest).containsText("Proven: no other plan over these offers costs less.");
        String promised = cheapest.locator(".price-hero").textContent();
        shoot(page, "real-basket");
        button(cheapest, "Choose this plan").click();
        Steps.fillIn(page, "mei@example.com");
        button(page.getByRole(AriaRole.MAIN), "Ask the stores").click();
        page.waitForURL(Pattern.compile(".*/checkout/[0-9a-f-]+"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("To the cent");
        shoot(page, "real-consent");
        button(page.getByRole(AriaRole.MAIN), "Order for " + promised).click();
        page.waitForURL(Pattern.compile(".*/orders/.*"));
        for (String store : List.of(GARDEN, HILL)) {
            assertThat(card(page, store).locator("header .badge"))
                    .hasText(
                            "placed",
                            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        }
        return page.url();
    }

    private static void sentAndDelivered(Page page, String order) {
        VendureOrders garden = vendure.admin().orders();
        String gardens = codeAtGarden(order);
        garden.settle(gardens);
        garden.ship(gardens, "Post", "GS-1");
        MedusaOrders hill = medusa.admin().orders();
        String hills = hill.newest();
        hill.capture(hills);
        String parcel = hill.fulfil(hills);
        hill.ship(hills, parcel, "HH-1", "https://parcels.example/HH-1");
        assertThat(card(page, GARDEN)).containsText("GS-1", soon());
        assertThat(card(page, HILL)).containsText("HH-1", soon());

        garden.deliver(gardens);
        hill.deliver(hills, parcel);
        assertThat(page.locator("#order-state > p .badge"))
                .hasText(
                        "delivered",
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        shoot(page, "real-delivered");
        for (String store : List.of(GARDEN, HILL)) {
            List<Long> total =
                    card(page, store)
                            .locator("tbody tr")
                            .last()
                            .locator("td")
                            .allTextContents()
                            .stream()
                            .map(Steps::cents)
                            .toList();
            assertThat(total)
                    .as("promised, quoted, charged at " + store)
                    .hasSize(3)
                    .allMatch(total.getFirst()::equals);
        }
        // 2 × 24.90 and 45.00, 15 % less for the kitchen, sent for nothing
        assertThat(
                        cents(
                                card(page, GARDEN)
                                        .locator("tbody tr")
                                        .last()
                                        .locator("td")
                                        .last()
                                        .textContent()))
                .isEqualTo(80_58);
        // 399.00 less 25.00, and the post
        assertThat(
                        cents(
                                card(page, HILL)
                                        .locator("tbody tr")
                                        .last()
                                        .locator("td")
                                        .last()
                                        .textContent()))
                .isEqualTo(404_00);
    }

    private static void calledOffAndGivenBack(Page page, String order) {
        vendure.admin().orders().cancel(codeAtGarden(order));
        MedusaOrders hill = medusa.admin().orders();
        String hills = hill.newest();
        hill.capture(hills);
        hill.refund(hills, new BigDecimal("10"));
        assertThat(card(page, GARDEN)).containsText("cancelled", soon());
        assertThat(card(page, HILL)).containsText("HK$10.00", soon());
        assertThat(card(page, HILL)).containsText("given back", soon());
        shoot(page, "real-called-off");
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    /** The code the Vendure knows its part of an order by. */
    private static String codeAtGarden(String order) {
        return record.sql(
                        """
                        select upstream_id from sub_order
                        where connection_id = 'vendure' and order_id = :order::uuid
                        """)
                .param("order", order.replaceFirst(".*/orders/([0-9a-f-]+).*", "$1"))
                .query(String.class)
                .single();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png"))
                        .setFullPage(true));
    }
}
