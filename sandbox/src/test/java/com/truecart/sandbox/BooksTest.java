package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {
    private static final String HARBOUR = "harbour-grocer";
    private static final String VOLTAGE = "voltage";

    @TempDir private Path folder = Path.of("");

    @Test
    void booksSurviveARestartAndWhatWasSoldStaysSold() {
        BookedOrder before;
        int stock;
        String path;
        try (Sandbox sandbox = open()) {
            Offer offer = sandbox.offers(HARBOUR).getFirst();
            stock = offer.stock();
            path = order(sandbox, "ref 1");
            before = sandbox.orders(HARBOUR).getFirst();
        }
        try (Sandbox sandbox = open()) {
            assertThat(sandbox.orders(HARBOUR)).containsExactly(before);
            assertThat(sandbox.offers(HARBOUR).getFirst().stock()).isEqualTo(stock - 2);
            assertThat(new WooBuyer(sandbox.shop(HARBOUR)).get(path).status()).isEqualTo(200);
            order(sandbox, "ref 2");
            assertThat(sandbox.orders(HARBOUR))
                    .extracting(BookedOrder::orderId)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
        }
    }

    @Test
    void aKeyIsStillKnownAfterARestart() {
        UUID key = UUID.randomUUID();
        String told;
        try (Sandbox sandbox = open()) {
            UcpBuyer buyer = buyer(sandbox);
            buyer.create("standard");
            told = buyer.complete(key).text();
        }
        try (Sandbox sandbox = open()) {
            UcpBuyer back = new UcpBuyer(sandbox.shop(VOLTAGE));
            String session = sandbox.orders(VOLTAGE).getFirst().checkoutId().orElseThrow();
            assertThat(back.get("/checkout-sessions/" + session).text()).isEqualTo(told);
            assertThat(back.completeSession(session, key).text()).isEqualTo(told);
            assertThat(sandbox.orders(VOLTAGE)).hasSize(1);
        }
    }

    @Test
    void theSamePortsCanBeTakenAgainAtOnce() {
        // below the ports the system deals out itself, and not those of another build
        int base = 20_000 + Math.toIntExact(ProcessHandle.current().pid() % 1_000) * 10;
        for (int i = 0; i < 3; i++) {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBasePort(base))) {
                assertThat(sandbox.shop(HARBOUR).base().getPort()).isEqualTo(base + 1);
                assertThat(new WooBuyer(sandbox.shop(HARBOUR)).cart().has("items")).isTrue();
            }
        }
    }

    @Test
    void halfALineLeftByAKillIsCutOff() throws IOException {
        try (Sandbox sandbox = open()) {
            order(sandbox, "whole");
        }
        Path journal = folder.resolve(HARBOUR + ".jsonl");
        Files.writeString(journal, "{\"shopId\":\"harb", StandardOpenOption.APPEND);
        try (Sandbox sandbox = open()) {
            assertThat(sandbox.orders(HARBOUR)).hasSize(1);
            order(sandbox, "next");
        }
        try (Sandbox sandbox = open()) {
            assertThat(sandbox.orders(HARBOUR))
                    .extracting(o -> o.note().orElse(""))
                    .containsExactly("whole", "next");
        }
    }

    @Test
    void twentyBuyersAtOnceCannotBuyMoreThanThereIs() throws Exception {
        try (Sandbox sandbox = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Offer offer = sandbox.offers(HARBOUR).getFirst();
            sandbox.setStock(HARBOUR, offer.sku(), 7);
            List<Callable<Integer>> checkouts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                WooBuyer buyer = new WooBuyer(sandbox.shop(HARBOUR));
                buyer.add(offer.product().number(), 1).livesInHongKong();
                String total = buyer.cart().path("totals").path("total_price").asString();
                checkouts.add(() -> buyer.checkout(total, "").status());
            }

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> future : threads.invokeAll(checkouts)) {
                statuses.add(status(future));
            }

            assertThat(statuses).filteredOn(s -> s == 200).hasSize(7);
            assertThat(statuses).filteredOn(s -> s == 409).hasSize(13);
            assertThat(sandbox.orders(HARBOUR))
                    .extracting(BookedOrder::orderId)
                    .hasSize(7)
                    .doesNotHaveDuplicates();
            assertThat(sandbox.offers(HARBOUR).getFirst().stock()).isZero();
            assertThat(Files.readAllLines(folder.resolve(HARBOUR + ".jsonl"))).hasSize(7);
        }
    }

    @Test
    void ordersTakenAtTheSameTimeHaveNumbersOfTheirOwn() throws Exception {
        int buyers = 60;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Offer offer = sandbox.offers(HARBOUR).getFirst();
            sandbox.setStock(HARBOUR, offer.sku(), buyers);
            List<Callable<Integer>> checkouts = new ArrayList<>();
            for (int i = 0; i < buyers; i++) {
                WooBuyer buyer = new WooBuyer(sandbox.shop(HARBOUR));
                buyer.add(offer.product().number(), 1).livesInHongKong();
                String total = buyer.cart().path("totals").path("total_price").asString();
                checkouts.add(() -> buyer.checkout(total, "").status());
            }

            for (Future<Integer> future : threads.invokeAll(checkouts)) {
                assertThat(status(future)).isEqualTo(200);
            }

            assertThat(sandbox.orders(HARBOUR))
                    .extracting(BookedOrder::orderId)
                    .hasSize(buyers)
                    .doesNotHaveDuplicates();
        }
    }

    private static int status(Future<Integer> future)
            throws ExecutionException, InterruptedException {
        return future.get();
    }

    private SandboxOptions options() {
        return SandboxOptions.defaults().withJournal(folder);
    }

    private Sandbox open() {
        return Sandbox.start(options());
    }

    private static UcpBuyer buyer(Sandbox sandbox) {
        Offer offer = sandbox.offers(VOLTAGE).getFirst();
        return new UcpBuyer(sandbox.shop(VOLTAGE)).wants(offer.itemId(), 1);
    }

    /** Orders two of the first product and answers where the order can be seen. */
    private static String order(Sandbox sandbox, String note) {
        Offer offer = sandbox.offers(HARBOUR).getFirst();
        WooBuyer buyer = new WooBuyer(sandbox.shop(HARBOUR));
        buyer.add(offer.product().number(), 2).livesInHongKong();
        var placed =
                buyer.checkout(buyer.cart().path("totals").path("total_price").asString(), note)
                        .json();
        return "/order/%d?billing_email=mei%%40buyer.example&key=%s"
                .formatted(placed.path("order_id").asInt(), placed.path("order_key").asString());
    }
}
