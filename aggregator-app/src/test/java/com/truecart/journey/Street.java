package com.truecart.journey;

import com.truecart.app.testing.RunningApp;
import com.truecart.app.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application, the stores beside it, and the stores' own books. */
final class Street implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DESK = Pattern.compile("control desk is (http\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningApp app;
    private final JdbcClient record;
    private final URI desk;

    private Street(RunningApp app, JdbcClient record, URI desk) {
        this.app = app;
        this.record = record;
        this.desk = desk;
    }

    /** A product, and how a shopper would search for it. */
    record Wanted(UUID product, String title, String upstreamId) {}

    /** Returns when every store's catalogue can be searched. */
    static Street open(Path folder) throws IOException {
        String database = TestDatabase.freshUrl();
        RunningApp app =
                RunningApp.startWithStores(
                        folder,
                        database,
                        "--truecart.demo.ship-after=3s",
                        "--truecart.demo.deliver-after=6s");
        JdbcClient record = JdbcClient.create(new DriverManagerDataSource(database));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Matcher logged = DESK.matcher(app.log());
            if (logged.find() && pulled(record) == 7) {
                return new Street(app, record, URI.create(logged.group(1)));
            }
            if (System.nanoTime() > end) {
                String log = app.log();
                app.close();
                throw new IllegalStateException("the catalogues are not there:\n" + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static long pulled(JdbcClient record) {
        return record.sql(
                        "select count(distinct connection_id) from pull_run where state = 'succeeded'")
                .query(Long.class)
                .single();
    }

    /** What the application answers to a program. */
    JsonNode json(String method, String path, String body, String... headers) {
        return app.json(method, path, body, headers);
    }

    /** Sends a form as a page has it. */
    void post(String path, String fields) {
        app.post(path, fields);
    }

    /** A page as an English reader sees it. */
    String page(String path) {
        return app.page(path, "en").body();
    }

    String at(String path) {
        return app.at(path).toString();
    }

    /** Products in stock that this store sells and no other store that takes orders. */
    List<Wanted> soldOnlyAt(String store, int count) {
        return record.sql(
                        """
                        select l.product_id, (select value from jsonb_each_text(p.title) order by key limit 1) as title, l.upstream_id
                        from listing l join offer o on o.listing_id = l.id join product p on p.id = l.product_id
                        where l.connection_id = :store and o.availability = 'IN_STOCK'
                          and not exists (select 1 from listing k join connection c on c.id = k.connection_id
                                          where k.product_id = l.product_id and k.connection_id <> l.connection_id
                                            and c.kind in ('woocommerce', 'ucp'))
                        order by l.id limit :count
                        """)
                .param("store", store)
                .param("count", count)
                .query((row, _) ->
                        new Wanted(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * The first product in stock that this store sells for less than any other, and that another
     * does which Truecart can pay.
     */
    Wanted cheapestAt(String store) {
        return record.sql(
                        """
                        select l.product_id, (select value from jsonb_each_text(p.title) order by key limit 1) as title, l.upstream_id
                        from listing l join offer o on o.listing_id = l.id join product p on p.id = l.product_id
                        where l.connection_id = :store and o.availability = 'IN_STOCK'
                          and o.price < all (select m.price from listing k join offer m on m.listing_id = k.id
                                             where k.product_id = l.product_id and k.connection_id <> l.connection_id)
                          and exists (select from listing k join offer m on m.listing_id = k.id join connection c on c.id = k.connection_id
                                      where k.product_id = l.product_id and k.connection_id <> l.connection_id
                                        and m.availability = 'IN_STOCK' and c.kind = 'woocommerce')
                          and not exists (select from listing k join connection c on c.id = k.connection_id
                                          where k.product_id = l.product_id and c.kind = 'ucp')
                        order by l.id limit 1
                        """)
                .param("store", store)
                .query((row, _) ->
                        new Wanted(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .single();
    }

    /** The store's own name on the shelf for something it sells. */
    String sku(String store, Wanted wanted) {
        for (JsonNode offer : shelf(store)) {
            if (offer.at("/itemId").asString().equals(wanted.upstreamId())) {
                return offer.at("/sku").asString();
            }
        }
        throw new IllegalStateException("not on the shelf of " + store + ": " + wanted);
    }

    /** What a store's books say it gave back, in cents by order. */
    JsonNode refunds(String store) {
        return ask(HttpRequest.newBuilder(desk.resolve("/refunds?shop=" + store)).build());
    }

    /** Nobody waits here until an order at its end is asked about again. */
    void letAnHourPass() {
        record.sql("update sub_order set looked_at = looked_at - interval '1 hour'").update();
    }

    /** What a store's books say, oldest order first. */
    JsonNode books(String store) {
        return ask(HttpRequest.newBuilder(desk.resolve("/orders?shop=" + store)).build());
    }

    /** What the books of the payment provider say, the first payment first. */
    JsonNode cardBooks() {
        return ask(HttpRequest.newBuilder(desk.resolve("/payments")).build()).at("/0/books");
    }

    /** What is on a store's shelf. */
    JsonNode shelf(String store) {
        return ask(HttpRequest.newBuilder(desk.resolve("/offers?shop=" + store)).build());
    }

    /** Something happens at a store, told to its control desk. */
    void tell(String path, String body) {
        ask(HttpRequest.newBuilder(desk.resolve(path)).POST(BodyPublishers.ofString(body)).build());
    }

    /** The number of the last finished pull of a store. */
    long lastRunOf(String store) {
        return record.sql("select max(id) from pull_run where connection_id = :store")
                .param("store", store)
                .query(Long.class)
                .single();
    }

    private JsonNode ask(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(request.uri() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from the control desk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        app.close();
    }
}
