package com.truecart.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.truecart.app.TruecartApplication;
import com.truecart.app.catalog.CatalogRecorder;
import com.truecart.app.connection.ConnectionDesk;
import com.truecart.app.connection.ConnectionDraft;
import com.truecart.app.testing.AppSettings;
import com.truecart.model.Localized;
import com.truecart.search.OfferSearch;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = TruecartApplication.class,
        properties = {
            "truecart.demo.enabled=false",
            "truecart.pipeline.scheduled=false",
            "truecart.http.allowed-hosts=127.0.0.1"
        })
@AutoConfigureMockMvc
class PullTest {
    private static final String HEADER =
            "Category 1,Category 2,Category 3,Product Code,Brand,Product Name,Supermarket Code,Price,Offers\n";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static Upstream upstream;

    @Autowired private ConnectionDesk desk;
    @Autowired private Pulls pulls;
    @Autowired private PullRuns runs;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvcTester pages;
    @Autowired private OfferSearch search;
    @Autowired private CatalogRecorder recorder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AppSettings.fresh(registry, "pulls");
    }

    @BeforeAll
    static void open() {
        upstream = new Upstream();
    }

    @AfterAll
    static void close() {
        upstream.close();
    }

    /**
     * A price watch whose prices are at this address; the names are, too, so that nothing outside
     * is asked.
     */
    private void connectPrices(String id, String address) {
        connect(id, "pricewatch", Map.of("prices", address, "names", address));
    }

    private void connect(String id, String kind, Map<String, String> settings) {
        desk.create(
                new ConnectionDraft(
                        id,
                        kind,
                        Localized.of("en", "Store " + id),
                        settings,
                        Optional.empty(),
                        Duration.ofHours(1),
                        true));
    }

    private PullRun pull(String id) {
        long run = pulls.request(id, PullRun.Trigger.DEMAND).id();
        await(() -> runs.find(run).orElseThrow().state() != PullRun.State.RUNNING);
        return runs.find(run).orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private String page(String address) {
        return new String(
                pages.get().uri(address).exchange().getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void tenDaysOfPriceWatchAreRecordedExactlyAndOnce() {
        Path days =
                Path.of(
                                System.getProperty("truecart.root", ".."),
                                "..",
                                "shared",
                                "data",
                                "hk-pricewatch")
                        .toAbsolutePath()
                        .normalize();
        if (!Files.isDirectory(days)) {
            assertThat(System.getenv("CI")).as(days + " is needed").isNotEqualTo("true");
            assumeThat(days).as("skipped: no price-watch files in " + days).isDirectory();
        }
        connect("watch", "pricewatch", Map.of("prices", days.toString()));
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);

        PullRun first = pull("watch");

        long peak =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
        long words =
                count(
                        "select count(*) from price_observation p where cardinality(p.promotions) > 0 and p.offer_id in (select id from offer where connection_id = 'watch')");
        long modelled =
                count(
                        """
                        select count(*) from offer o, jsonb_array_elements(o.promotions) p
                        where o.connection_id = 'watch' and p #>> '{benefit,kind}' <> 'unmodelled'
                            and p #>> '{scope,kind}' <> 'unmodelled' and p #>> '{trigger,kind}' <> 'unmodelled'
                        """);
        long stated =
                count(
                        "select count(*) from offer o, jsonb_array_elements(o.promotions) p where o.connection_id = 'watch'");
        System.out.printf(
                "ten days of price watch: %.1f s, at most %d MiB of heap; %d observations with promotion words;"
                        + " %d of %d promotions of the last state modelled (%.1f %%)%n",
                first.took().toMillis() / 1000.0,
                peak >> 20,
                words,
                modelled,
                stated,
                100.0 * modelled / stated);

        assertThat(first.failure()).isEmpty();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from price_observation p join offer o on o.id = p.offer_id
                                        where o.connection_id = 'watch'
                                        group by p.seen_at order by p.seen_at
                                        """)
                                .query(Long.class)
                                .list())
                .containsExactly(
                        7090L, 7087L, 7096L, 7101L, 7101L, 7099L, 7095L, 7098L, 7098L, 7225L);
        assertThat(count("select count(*) from listing where connection_id = 'watch'"))
                .isEqualTo(2623);
        assertThat(
                        count(
                                "select count(*) from listing where connection_id = 'watch' and withdrawn_at is null"))
                .isEqualTo(2619);
        assertThat(
                        count(
                                "select count(distinct product_id) from listing where connection_id = 'watch' and withdrawn_at is null"))
                .isEqualTo(2619);
        assertThat(count("select count(*) from seller where connection_id = 'watch'")).isEqualTo(9);
        assertThat(
                        count(
                                "select count(*) from offer where connection_id = 'watch' and withdrawn_at is null"))
                .isEqualTo(7225);
        assertThat(count("select count(*) from raw_snapshot where connection_id = 'watch'"))
                .isEqualTo(11);
        assertThat(recorder.pending(1).products()).isEmpty();

        // a pull of everything once more, not only of what changed
        jdbc.sql("delete from pull_watermark where connection_id = 'watch'").update();
        PullRun again = pull("watch");

        assertThat(again.everything()).isTrue();
        assertThat(again.listings()).isEqualTo(first.listings());
        assertThat(again.changed()).isZero();
        assertThat(again.observations()).isZero();
        assertThat(again.withdrawn()).isZero();
        assertThat(count("select count(*) from raw_snapshot where connection_id = 'watch'"))
                .isEqualTo(11);
    }

    @Test
    void aBrokenRowIsShownWithItsFieldAndTheRestIsTaken() {
        String url =
                upstream.serve(
                        "/broken-rows.csv",
                        200,
                        HEADER
                                + "Sauces,Soy,Light,P000000001,Pearl,LIGHT SOY,WELLCOME,12.90,\n"
                                + "Sauces,Soy,Light,P000000002,Pearl,DARK SOY,WELLCOME,a dollar,\n"
                                + "Sauces,Soy,Light,P000000003,Pearl,SEASONED SOY,PARKNSHOP,13.90,\n");
        connectPrices("broken-rows", url);

        PullRun run = pull("broken-rows");

        assertThat(run.state()).isEqualTo(PullRun.State.SUCCEEDED);
        assertThat(run.listings()).isEqualTo(2);
        assertThat(run.skipped()).isEqualTo(1);
        assertThat(page("/connections/broken-rows")).contains("a dollar");
        assertThat(page("/api/v1/connections/broken-rows/skipped")).contains("a dollar");
    }

    @Test
    void whatCannotBePulledSaysWhyAndLeavesOthersAlone() {
        connectPrices(
                "good",
                upstream.serve(
                        "/good.csv",
                        200,
                        HEADER + "Sauces,Soy,Light,P000000009,Pearl,LIGHT SOY,WELLCOME,12.90,\n"));
        connectPrices(
                "answers-html",
                upstream.serve("/page.csv", 200, "<!DOCTYPE html><html><body>Hi</body></html>"));
        connectPrices("refuses-connection", "http://127.0.0.1:1/prices.csv");
        connectPrices("empty", upstream.serve("/empty.csv", 200, ""));
        connectPrices("missing", upstream.serve("/gone.csv", 404, "gone"));
        connectPrices(
                "huge-field",
                upstream.serve(
                        "/huge.csv",
                        200,
                        out -> {
                            out.write(
                                    (HEADER + "Sauces,\"")
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                            byte[] block = new byte[1 << 20];
                            Arrays.fill(block, (byte) 'x');
                            for (int i = 0; i < 200; i++) {
                                out.write(block);
                            }
                        }));
        Map<String, String> expected =
                Map.of(
                        "answers-html", "answers a web page, not a feed",
                        "refuses-connection", "no connection",
                        "empty", "is empty",
                        "missing", "nothing is found (404)",
                        "huge-field", "larger than the 64 MiB");

        expected.forEach((id, words) -> {
            PullRun run = pull(id);
            assertThat(run.state()).as(id).isEqualTo(PullRun.State.FAILED);
            assertThat(run.failure())
                    .as(id)
                    .hasValueSatisfying(text -> assertThat(text).contains(words));
            assertThat(run.remedy()).as(id).isPresent();
        });

        assertThat(pull("good").failure()).isEmpty();
        String page = page("/connections");
        expected.values().forEach(words -> assertThat(page).contains(words));
        assertThat(page).contains("Store good");
    }

    @Test
    void aConnectionIsRefusedWithTheSettingAndTheRemedy() {
        assertThat(
                        pages.post()
                                .uri("/api/v1/connections")
                                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"id": "x", "kind": "pricewatch", "name": {"en": "X"},
                                         "settings": {"prices": "/no/such/folder"}}
                                        """)
                                .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("prices names the folder /no/such/folder, which does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": {\"en\": null}",
                "\"name\": {\"en\": \"X\"}, \"settings\": {\"prices\": null}",
                "\"name\": {\"en\": \"X\"}, \"pullEverySeconds\": 99999999999",
                "\"name\": {\"en\": \"X\"}, \"deliveryFee\": 3000"
            })
    void aConnectionThatCannotBeReadIsRefused(String rest) {
        assertThat(
                        pages.post()
                                .uri("/api/v1/connections")
                                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                                .content("{\"id\": \"x\", \"kind\": \"pricewatch\", " + rest + "}")
                                .exchange())
                .hasStatus(400);
    }

    @Test
    void theBrokenRecordsOfTheLatestRunsAreKept() {
        connectPrices(
                "ever-broken",
                upstream.serve(
                        "/ever-broken.csv",
                        200,
                        HEADER
                                + "Sauces,Soy,Light,P000000004,Pearl,LIGHT SOY,WELLCOME,12.90,\n"
                                + "Sauces,Soy,Light,P000000005,Pearl,DARK SOY,WELLCOME,a dollar,\n"));
        PullRun first = pull("ever-broken");
        assertThat(runs.quarantined(first.id(), 0, 10)).hasSize(1);
        jdbc.sql(
                        """
                        insert into pull_run (connection_id, trigger, owner, state, phase, everything, started_at,
                            last_progress_at)
                        select 'ever-broken', 'demand', 1, 'failed', 'done', true, now(), now()
                        from generate_series(1, :runs)
                        """)
                .param("runs", PullRuns.RUNS_WITH_QUARANTINE)
                .update();

        PullRun latest = pull("ever-broken");

        assertThat(runs.quarantined(first.id(), 0, 10)).isEmpty();
        assertThat(runs.quarantined(latest.id(), 0, 10)).hasSize(1);
    }

    @Test
    void whatIsRecordedIsFound() {
        connectPrices(
                "findable",
                upstream.serve(
                        "/findable.csv",
                        200,
                        HEADER
                                + "Snacks,Crisps,Crisps,P000000777,Zanzibar,QUOKKA CRISPS,WELLCOME,12.90,\n"));
        pull("findable");

        assertThat(search.search(com.truecart.search.SearchQuery.of("quokka")).hits()).hasSize(1);
    }

    @Test
    void thePagesSpeakBothLanguages() {
        connectPrices("bilingual", "http://127.0.0.1:1/prices.csv");
        PullRun run = pull("bilingual");
        for (String address :
                List.of(
                        "/connections",
                        "/connections/bilingual",
                        "/connections/new?kind=pricewatch",
                        "/runs/" + run.id())) {
            for (String language : List.of("en", "zh-CN")) {
                String html =
                        new String(
                                pages.get()
                                        .uri(address)
                                        .header("Accept-Language", language)
                                        .exchange()
                                        .getResponse()
                                        .getContentAsByteArray(),
                                java.nio.charset.StandardCharsets.UTF_8);
                assertThat(html)
                        .as(address + " in " + language)
                        .contains("</html>")
                        .doesNotContain("??");
            }
        }
    }
}
