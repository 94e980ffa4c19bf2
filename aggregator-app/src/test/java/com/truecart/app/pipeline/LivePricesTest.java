package com.truecart.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.truecart.app.TruecartApplication;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.ConnectionDesk;
import com.truecart.app.connection.ConnectionDraft;
import com.truecart.app.connection.Connections;
import com.truecart.app.testing.AppSettings;
import com.truecart.model.Localized;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.store.Offer;
import com.truecart.spi.Connector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A price that is older than its store's schedule promises says so, and is asked for anew when
 * somebody looks at it: within the store's budget, once for everybody, and never at the price of a
 * slow page. Each test looks at a product of its own in one real shop of the street.
 */
@SpringBootTest(
        classes = TruecartApplication.class,
        properties = {
            "truecart.demo.enabled=false",
            "truecart.pipeline.scheduled=false",
            "truecart.http.allowed-hosts=127.0.0.1",
            "truecart.live.deadline=1s"
        })
@AutoConfigureMockMvc
class LivePricesTest {
    private static final String SHOP = "harbour-grocer";
    private static final String SINGLE = "/store/v1/products/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So long takes a slow store, and so much less a page, on a machine that is busy, too. */
    private static final Duration SLOW = Duration.ofSeconds(8);

    private static final Duration WELL_BEFORE = Duration.ofSeconds(4);

    private static Sandbox street;

    @Autowired private ConnectionDesk desk;
    @Autowired private Connections connections;
    @Autowired private Pulls pulls;
    @Autowired private PullRuns runs;
    @Autowired private ListingLookups lookups;
    @Autowired private PullPromises promises;
    @Autowired private LivePrices live;
    @Autowired private Catalog catalog;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvcTester pages;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AppSettings.fresh(registry, "live-prices");
    }

    @BeforeAll
    static void open() {
        street = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void close() {
        street.close();
    }

    @BeforeEach
    void pullOnce() {
        if (connections.find(SHOP).isPresent()) {
            return;
        }
        desk.create(
                new ConnectionDraft(
                        SHOP,
                        "woocommerce",
                        Localized.of("en", "Harbour Grocer"),
                        Map.of("shop", street.shop(SHOP).base().toString()),
                        Optional.empty(),
                        Duration.ofHours(1),
                        true));
        long run = pulls.request(SHOP, PullRun.Trigger.DEMAND).id();
        await("the pull", () -> runs.find(run).orElseThrow().state() == PullRun.State.SUCCEEDED);
    }

    @AfterEach
    void calm() {
        street.faults().clear();
        jdbc.sql("update offer set last_seen_at = now()").update();
    }

    @Test
    void aPriceThatChangedAtTheStoreIsOnThePageAndInTheRecordAndInTheIndex() {
        Offer offer = aged(0);
        long dearer = offer.price() + 1_50;
        street.setPrice(SHOP, offer.sku(), dearer);

        String page = search(offer);

        assertThat(page)
                .contains(
                        "Was "
                                + hkd(offer.price())
                                + " on the shelf, now "
                                + hkd(dearer)
                                + ", asked just now")
                .doesNotContain("Price may have changed");
        assertThat(recorded(offer)).isEqualTo(dearer);
        assertThat(observations(offer)).containsExactly("pull", "lookup");
        assertThat(
                        jdbc.sql("select count(*) from raw_snapshot where run_id is null")
                                .query(Long.class)
                                .single())
                .isPositive();
        String byPrice =
                "/api/v1/search?q="
                        + words(offer)
                        + "&min="
                        + major(dearer)
                        + "&max="
                        + major(dearer);
        long begun = System.nanoTime();
        await("the index", () -> found(byPrice, offer).isPresent());
        System.out.printf(
                "searchable by the new price %d ms after the page that found it out%n",
                since(begun).toMillis());
        assertThat(page("/products/" + product(offer), "zh-CN"))
                .contains("货架价原为 " + hkd(offer.price()) + "，现为 " + hkd(dearer));
    }

    @Test
    void aSlowStoreNeverHoldsUpThePageAndItsLateAnswerIsThereAtTheNextLook() {
        Offer offer = aged(1);
        street.setPrice(SHOP, offer.sku(), offer.price() + 70);
        street.faults().inject(Fault.once(SHOP, SINGLE, FaultKind.SLOW).after(SLOW));

        long begun = System.nanoTime();
        String page = search(offer);

        Duration took = since(begun);
        System.out.printf(
                "a page beside a store that takes %d s: %d ms%n",
                SLOW.toSeconds(), took.toMillis());
        assertThat(took).as("what the page took").isLessThan(WELL_BEFORE);
        assertThat(page)
                .contains(
                        "Price may have changed, last confirmed 3 hours ago",
                        "The store has been asked and has not answered yet.");
        begun = System.nanoTime();
        search(offer);
        assertThat(since(begun))
                .as("a second look waits for the same question no longer")
                .isLessThan(Duration.ofSeconds(2));

        await("the late answer", () -> recorded(offer) == offer.price() + 70);
        await("no badge", () -> !search(offer).contains("Price may have changed"));
        assertThat(search(offer)).contains("now " + hkd(offer.price() + 70));
    }

    @Test
    void theDeadlineIsSeenToBeHeldAndItsAbsenceIsSeen() {
        assertHoldsTheDeadline(live, aged(2));
        LivePrices withoutDeadline =
                new LivePrices(lookups, promises, new LiveSettings(4, Duration.ofHours(1)), clock);
        try {
            assertThatThrownBy(() -> assertHoldsTheDeadline(withoutDeadline, aged(3)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the deadline");
        } finally {
            withoutDeadline.destroy();
        }
    }

    private void assertHoldsTheDeadline(LivePrices prices, Offer offer) {
        street.faults().inject(Fault.once(SHOP, SINGLE, FaultKind.SLOW).after(SLOW));
        List<OfferFacts> shown = catalog.products(List.of(product(offer))).getFirst().offers();
        long begun = System.nanoTime();
        assertThat(prices.ask(shown)).isTrue();
        assertThat(since(begun)).as("the deadline").isLessThan(WELL_BEFORE);
    }

    @Test
    void fiftySearchesAtOnceAskTheStoreOnce() {
        Offer offer = aged(4);
        street.faults()
                .inject(
                        Fault.once(SHOP, SINGLE, FaultKind.SLOW)
                                .after(Duration.ofMillis(300))
                                .times(1_000));
        List<String> seen;
        try (ExecutorService shoppers = Executors.newFixedThreadPool(50)) {
            seen =
                    IntStream.range(0, 50)
                            .mapToObj(_ -> shoppers.submit(() -> search(offer)))
                            .toList()
                            .stream()
                            .map(answer -> {
                                try {
                                    return answer.get();
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                            })
                            .toList();
        }
        assertThat(seen).hasSize(50).allSatisfy(page -> assertThat(page).contains(name(offer)));
        assertThat(1_000 - waiting(SINGLE)).as("requests at the store").isEqualTo(1);
    }

    @Test
    void aPageAsksForAFewOfItsOffersOnly() {
        jdbc.sql("update offer set last_seen_at = now() - interval '3 hours'").update();
        street.faults()
                .inject(
                        Fault.once(SHOP, SINGLE, FaultKind.SLOW)
                                .after(Duration.ofMillis(1))
                                .times(1_000));
        String page = page("/search?q=", "en");
        assertThat(page).contains("Price may have changed");
        assertThat(1_000 - waiting(SINGLE)).as("requests at the store").isBetween(1, 4);
    }

    @Test
    void whereTheBudgetIsUsedUpTheStoreIsNotAskedAndTheBadgeSaysWhy() {
        Offer offer = aged(5);
        String anything = "/store/v1/products";
        street.faults().inject(Fault.once(SHOP, anything, FaultKind.SLOW).after(SLOW).times(2));
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                others.execute(() -> {
                    try (Connector connector = connections.open(SHOP)) {
                        connector.check();
                    }
                });
            }
            await("half of the places taken", () -> waiting(anything) == 0);
            street.faults().inject(Fault.once(SHOP, SINGLE, FaultKind.SERVER_ERROR));

            String page = search(offer);

            assertThat(page)
                    .contains(
                            "Price may have changed, last confirmed 3 hours ago",
                            "we do not ask the store more often than it allows",
                            hkd(offer.price()));
            assertThat(waiting(SINGLE)).as("still to come: nobody asked").isEqualTo(1);
        }
    }

    @Test
    void aStoreThatFailsLosesNothingAndIsNotAskedAgainByTheNextVisitor() {
        Offer offer = aged(6);
        street.faults().inject(Fault.once(SHOP, SINGLE, FaultKind.DROP_BEFORE_WORK).times(2));

        assertThat(search(offer))
                .contains(
                        "Price may have changed, last confirmed 3 hours ago",
                        "Asked anew, but the store gives no answer.",
                        hkd(offer.price()));
        assertThat(page("/products/" + product(offer), "zh-CN"))
                .contains("价格可能已变，最后确认于 3 小时前", "已重新询问，但商店没有答复。");
        assertThat(waiting(SINGLE)).as("the second fault").isEqualTo(1);
        assertThat(recorded(offer)).isEqualTo(offer.price());
        assertThat(observations(offer)).containsExactly("pull");
    }

    @Test
    void programsAreToldHowOldEachPriceIs() {
        Offer offer = aged(7);
        street.faults().inject(Fault.once(SHOP, SINGLE, FaultKind.HTML));
        JsonNode best = found("/api/v1/search?q=" + words(offer), offer).orElseThrow();
        assertThat(best.at("/stale").asBoolean()).isTrue();
        assertThat(best.at("/pricesAsOf").asString()).isEqualTo(best.at("/seenAt").asString());
        assertThat(best.at("/asked/outcome").asString()).isEqualTo("FAILED");
        assertThat(best.at("/asked/reason").asString()).isEqualTo("UNUSABLE");

        JsonNode fresh = found("/api/v1/search?q=" + words(offer(8)), offer(8)).orElseThrow();
        assertThat(fresh.at("/stale").asBoolean()).isFalse();
        assertThat(fresh.at("/asked").isMissingNode() || fresh.at("/asked").isNull()).isTrue();
    }

    @Test
    void whereAStoreListsItsChangesAPullOfThemConfirmsWhatItDidNotName() {
        connect("changes", "pricewatch", "prices");
        OfferFacts like = any();
        Instant now = clock.instant();
        OfferFacts seen = at("changes", like, now.minus(Duration.ofHours(20)));

        succeeded("changes", now.minus(Duration.ofHours(5)));
        PullPromises late = new PullPromises(connections, catalog, runs, clock);
        assertThat(late.isStale(seen)).as("its pulls have failed since").isTrue();

        succeeded("changes", now.minus(Duration.ofMinutes(10)));
        PullPromises kept = new PullPromises(connections, catalog, runs, clock);
        assertThat(kept.isStale(seen)).isFalse();
        assertThat(kept.asOf(seen))
                .isCloseTo(
                        now.minus(Duration.ofMinutes(10)),
                        within(1, java.time.temporal.ChronoUnit.SECONDS));
        assertThat(kept.canBeAsked(seen)).as("for a single listing").isFalse();
        assertThat(kept.isStale(at(SHOP, like, now.minus(Duration.ofHours(2)))))
                .as("a store that lists all each time, and did not list this")
                .isTrue();
    }

    @Test
    void aChangeThatCouldNotBeReadLeavesNothingConfirmedUntilEverythingIsPulledAgain() {
        connect("leaky", "pricewatch", "prices");
        OfferFacts like = any();
        Instant now = clock.instant();
        OfferFacts seen = at("leaky", like, now.minus(Duration.ofHours(20)));
        succeeded("leaky", now.minus(Duration.ofMinutes(30)));
        jdbc.sql("update pull_run set skipped = 1 where connection_id = 'leaky'").update();
        succeeded("leaky", now.minus(Duration.ofMinutes(20)));
        assertThat(new PullPromises(connections, catalog, runs, clock).isStale(seen)).isTrue();

        succeeded("leaky", now.minus(Duration.ofMinutes(10)));
        jdbc.sql(
                        """
                        update pull_run set everything = true
                        where id = (select max(id) from pull_run where connection_id = 'leaky')
                        """)
                .update();
        assertThat(new PullPromises(connections, catalog, runs, clock).isStale(seen)).isFalse();
    }

    @Test
    void aDocumentOlderThanThePullThatFindsItUnchangedIsAsFreshAsThePull() {
        connect("nightly", "feed", "products");
        OfferFacts like = any();
        Instant now = clock.instant();
        Instant written =
                now.minus(Duration.ofHours(20)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        succeeded("nightly", now.minus(Duration.ofMinutes(10)));
        jdbc.sql("insert into catalog_completeness values ('nightly', :written)")
                .param("written", written.atOffset(java.time.ZoneOffset.UTC))
                .update();
        PullPromises promises = new PullPromises(connections, catalog, runs, clock);
        assertThat(promises.isStale(at("nightly", like, written))).isFalse();
        assertThat(promises.isStale(at("nightly", like, written.minus(Duration.ofHours(1)))))
                .as("what the document names no longer")
                .isTrue();
    }

    /** A connection that is pulled once an hour, but not in these tests. */
    private void connect(String id, String kind, String setting) {
        desk.create(
                new ConnectionDraft(
                        id,
                        kind,
                        Localized.of("en", id),
                        Map.of(setting, "https://prices.example/prices.csv"),
                        Optional.empty(),
                        Duration.ofHours(1),
                        false));
    }

    private OfferFacts any() {
        return catalog.products(List.of(product(offer(9)))).getFirst().offers().getFirst();
    }

    private void succeeded(String connection, Instant at) {
        jdbc.sql(
                        """
                        insert into pull_run (connection_id, trigger, owner, state, phase, everything, started_at,
                            ended_at, last_progress_at)
                        values (:connection, 'schedule', 1, 'succeeded', 'done', false, :at, :at, :at)
                        """)
                .param("connection", connection)
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static OfferFacts at(String connection, OfferFacts like, Instant seenAt) {
        return new OfferFacts(
                like.id(),
                like.productId(),
                new StoreId(connection, like.store().sellerId()),
                like.upstreamId(),
                like.listingTitle(),
                like.brand(),
                like.category(),
                like.price(),
                like.listPrice(),
                like.availability(),
                like.condition(),
                like.promotions(),
                like.page(),
                seenAt);
    }

    /** One of the shop's offers, as it is on the shelf now. */
    private static Offer offer(int which) {
        return street.offers(SHOP).stream()
                .filter(offer -> offer.stock() > 0)
                .skip(which * 3L)
                .findFirst()
                .orElseThrow();
    }

    /** The same, last seen three hours ago. */
    private Offer aged(int which) {
        Offer offer = offer(which);
        int aged =
                jdbc.sql(
                                """
                                update offer set last_seen_at = now() - interval '3 hours'
                                where listing_id = (select id from listing where upstream_id = :id)
                                """)
                        .param("id", offer.itemId())
                        .update();
        assertThat(aged).isEqualTo(1);
        return offer;
    }

    private ProductId product(Offer offer) {
        return new ProductId(
                jdbc.sql("select product_id from listing where upstream_id = :id")
                        .param("id", offer.itemId())
                        .query(UUID.class)
                        .single());
    }

    private long recorded(Offer offer) {
        return jdbc.sql(
                        "select o.price from offer o join listing l on l.id = o.listing_id where l.upstream_id = :id")
                .param("id", offer.itemId())
                .query(Long.class)
                .single();
    }

    private List<String> observations(Offer offer) {
        return jdbc.sql(
                        """
                        select p.source from price_observation p join offer o on o.id = p.offer_id
                        join listing l on l.id = o.listing_id where l.upstream_id = :id order by p.seen_at
                        """)
                .param("id", offer.itemId())
                .query((row, _) -> row.getString("source"))
                .list();
    }

    private String search(Offer offer) {
        return page("/search?q=" + words(offer), "en");
    }

    private String page(String address, String language) {
        return new String(
                pages.get()
                        .uri(java.net.URI.create(address))
                        .header("Accept-Language", language)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                UTF_8);
    }

    private Optional<JsonNode> found(String address, Offer offer) {
        String id = product(offer).toString();
        return Stream.of(JsonMapper.builder().build().readTree(page(address, "en")))
                .flatMap(answer -> answer.at("/products").valueStream())
                .filter(product -> product.at("/id").asString().equals(id))
                .map(product -> product.at("/best"))
                .findFirst();
    }

    private static int waiting(String path) {
        return street.faults().waiting().stream()
                .filter(fault -> fault.pathContains().equals(path))
                .mapToInt(Fault::times)
                .sum();
    }

    private static String name(Offer offer) {
        return org.springframework.web.util.HtmlUtils.htmlEscape(offer.product().name());
    }

    private static String words(Offer offer) {
        return java.net.URLEncoder.encode(offer.product().name(), UTF_8).replace("+", "%20");
    }

    private static String hkd(long cents) {
        return "HK$" + String.format(java.util.Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    }

    private static String major(long cents) {
        return java.math.BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static Duration since(long begunNanos) {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough for " + what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
