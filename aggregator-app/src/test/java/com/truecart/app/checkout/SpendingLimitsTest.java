package com.truecart.app.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderWorld;
import com.truecart.app.testing.HandClock;
import com.truecart.app.testing.TestDatabase;
import com.truecart.model.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SpendingLimitsTest {
    private static final UUID SHOPPER = OrderWorld.SHOPPER;
    private static final OrderId NEW = new OrderId(UUID.randomUUID());
    private static final Currency HKD = Currency.getInstance("HKD");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    // 1 December in Hong Kong, still November in London
    private final HandClock clock = new HandClock(Instant.parse("2026-11-30T17:00:00Z"));
    private final SpendingLimits limits =
            new SpendingLimits(jdbc, clock, ZoneId.of("Asia/Hong_Kong"));

    @Test
    void whoeverHasNoLimitMaySpendAnything() {
        assertThat(limits.of(SHOPPER, HKD)).isEmpty();
        limits.check(SHOPPER, NEW, hkd(1_000_000_00));
    }

    @Test
    void theMonthIsTheOneOfTheStores() {
        limits.set(SHOPPER, hkd(100_00));
        ordered("2026-11-30T15:00:00Z", "placed", 90_00, null, 0);
        assertThat(limits.of(SHOPPER, HKD).orElseThrow().spent()).isEqualTo(hkd(0));
        ordered("2026-11-30T16:30:00Z", "placed", 60_00, null, 0);
        assertThat(limits.of(SHOPPER, HKD).orElseThrow().left()).isEqualTo(hkd(40_00));
    }

    @Test
    void whatWasChargedCountsAndWhatCameBackDoesNot() {
        limits.set(SHOPPER, hkd(100_00));
        ordered("2026-11-30T16:30:00Z", "delivered", 60_00, 55_00L, 5_00);
        ordered("2026-11-30T16:30:00Z", "rejected", 60_00, null, 0);
        ordered("2026-11-30T16:30:00Z", "cancelled", 30_00, 30_00L, 28_00);
        assertThat(limits.of(SHOPPER, HKD).orElseThrow().spent()).isEqualTo(hkd(52_00));
    }

    @Test
    void toTheCentIsAllowedAndACentMoreIsNot() {
        limits.set(SHOPPER, hkd(100_00));
        ordered("2026-11-30T16:30:00Z", "placed", 60_00, null, 0);
        limits.check(SHOPPER, NEW, hkd(40_00));
        assertThatThrownBy(() -> limits.check(SHOPPER, NEW, hkd(40_01)))
                .isInstanceOf(SpendingLimits.Passed.class);
        limits.lift(SHOPPER, HKD);
        limits.check(SHOPPER, NEW, hkd(40_01));
    }

    @Test
    void whatMayStillBeOrderedWithoutAskingCountsWithTheMostThatMayBecomeOfIt() {
        limits.set(SHOPPER, hkd(100_00));
        UUID waits = ordered("2026-11-30T16:30:00Z", "rejected", 60_00, null, 0);
        shortage(waits, "ACTING", "WAIT", 30, 0);
        assertThat(spent()).as("a store is waited for").isEqualTo(hkd(60_00));
        assertThatThrownBy(() -> limits.check(SHOPPER, NEW, hkd(40_01)))
                .isInstanceOf(SpendingLimits.Passed.class);
        shortage(waits, "DECIDED", "WAIT", 30, 0);
        assertThat(spent()).as("the shopper decided").isEqualTo(hkd(0));

        UUID replaced = ordered("2026-11-30T16:30:00Z", "in_doubt", 50_00, null, 0);
        policy(replaced, "REPLACE", 0, 20);
        assertThat(spent())
                .as("it may be refused, and replaced by something dearer")
                .isEqualTo(hkd(60_00));
        state(replaced, "rejected");
        shortage(replaced, "ASKING", "REPLACE", 0, 20);
        assertThat(spent()).as("nothing is ordered without asking").isEqualTo(hkd(0));
        state(replaced, "placed");
        assertThat(spent()).as("nothing more becomes of it").isEqualTo(hkd(50_00));
    }

    @Test
    void whatIsOrderedInThePlaceOfSomethingCountsOnceWithIt() {
        limits.set(SHOPPER, hkd(100_00));
        UUID agreed = ordered("2026-11-30T16:30:00Z", "rejected", 50_00, null, 0);
        shortage(agreed, "REPLACED", "REPLACE", 0, 20);
        UUID order =
                jdbc.sql("select order_id from sub_order where id = :id")
                        .param("id", agreed)
                        .query(UUID.class)
                        .single();
        UUID instead =
                part(order, Instant.parse("2026-11-30T16:31:00Z"), "placing", 55_00, null, 0);
        jdbc.sql("update sub_order set instead_of = :agreed where id = :id")
                .param("agreed", agreed)
                .param("id", instead)
                .update();
        assertThat(spent()).as("it may be replaced once more").isEqualTo(hkd(60_00));
        state(instead, "placed");
        assertThat(spent()).isEqualTo(hkd(55_00));
        limits.check(SHOPPER, new OrderId(order), hkd(100_00));
    }

    private Money spent() {
        return limits.of(SHOPPER, HKD).orElseThrow().spent();
    }

    private void state(UUID part, String state) {
        jdbc.sql("update sub_order set state = :state where id = :part")
                .param("state", state)
                .param("part", part)
                .update();
    }

    private void policy(UUID part, String choice, int days, int percent) {
        jdbc.sql(
                        """
                        update customer_order set shortage_choice = :choice, shortage_days = :days, shortage_percent = :percent
                        where id = (select order_id from sub_order where id = :part)
                        """)
                .param("choice", choice)
                .param("days", days)
                .param("percent", percent)
                .param("part", part)
                .update();
    }

    private void shortage(UUID part, String step, String choice, int days, int percent) {
        policy(part, choice, days, percent);
        jdbc.sql(
                        """
                        insert into shortage (sub_order_id, short, step, until, opened_at, changed_at)
                        values (:part, true, :step, now(), now(), now())
                        on conflict (sub_order_id) do update set step = excluded.step
                        """)
                .param("part", part)
                .param("step", step)
                .update();
    }

    @Test
    void tenWindowsAtOnceDoNotPassItTogether() throws InterruptedException {
        limits.set(SHOPPER, hkd(100_00));
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(database));
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService windows = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                windows.execute(() -> {
                    try {
                        transaction.executeWithoutResult(_ -> {
                            limits.check(SHOPPER, NEW, hkd(30_00));
                            ordered("2026-11-30T16:30:00Z", "placed", 30_00, null, 0);
                        });
                    } catch (SpendingLimits.Passed _) {
                        passed.incrementAndGet();
                    }
                });
            }
            windows.shutdown();
            assertThat(windows.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(passed).hasValue(7);
        assertThat(limits.of(SHOPPER, HKD).orElseThrow().spent()).isEqualTo(hkd(90_00));
    }

    private UUID ordered(
            String at,
            String state,
            long quoted,
            @org.jspecify.annotations.Nullable Long charged,
            long refunded) {
        Instant placed = Instant.parse(at);
        UUID order = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into customer_order (id, number, shopper, checkout_id, currency, placed_at)
                        values (:id, :number, :shopper, :checkout, 'HKD', :at)
                        """)
                .param("id", order)
                .param("number", order.toString())
                .param("shopper", SHOPPER)
                .param("checkout", OrderWorld.checkout(jdbc, placed))
                .param("at", placed.atOffset(ZoneOffset.UTC))
                .update();
        return part(order, placed, state, quoted, charged, refunded);
    }

    private UUID part(
            UUID order,
            Instant placed,
            String state,
            long quoted,
            @org.jspecify.annotations.Nullable Long charged,
            long refunded) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into sub_order (id, order_id, connection_id, seller_id, store_name, doubt_class, merchant_of_record,
                            payment_method, state, details,
                            idempotency_key, currency, promised, quoted, charged, refunded, breakdown, request, created_at, changed_at)
                        values (:id, :order, 'shop', 'shop', '{}', 'KEY', 'THE_STORE', 'cod', :state, '{}', :key, 'HKD', :quoted, :quoted,
                                :charged, :refunded, '{}', '', :at, :at)
                        """)
                .param("id", id)
                .param("order", order)
                .param("state", state)
                .param("key", id.toString())
                .param("quoted", quoted)
                .param("charged", charged, java.sql.Types.BIGINT)
                .param("refunded", refunded)
                .param("at", placed.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }
}
