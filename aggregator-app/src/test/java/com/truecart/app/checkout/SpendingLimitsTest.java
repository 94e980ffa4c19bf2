package com.truecart.app.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        limits.check(SHOPPER, hkd(1_000_000_00));
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
        limits.check(SHOPPER, hkd(40_00));
        assertThatThrownBy(() -> limits.check(SHOPPER, hkd(40_01)))
                .isInstanceOf(SpendingLimits.Passed.class);
        limits.lift(SHOPPER, HKD);
        limits.check(SHOPPER, hkd(40_01));
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
                            limits.check(SHOPPER, hkd(30_00));
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

    private void ordered(
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
        jdbc.sql(
                        """
                        insert into sub_order (id, order_id, connection_id, seller_id, store_name, doubt_class, merchant_of_record,
                            payment_method, state, details,
                            idempotency_key, currency, promised, quoted, charged, refunded, breakdown, request, created_at, changed_at)
                        values (gen_random_uuid(), :order, 'shop', 'shop', '{}', 'KEY', 'THE_STORE', 'cod', :state, '{}', :key, 'HKD', :quoted, :quoted,
                                :charged, :refunded, '{}', '', :at, :at)
                        """)
                .param("order", order)
                .param("state", state)
                .param("key", order.toString())
                .param("quoted", quoted)
                .param("charged", charged, java.sql.Types.BIGINT)
                .param("refunded", refunded)
                .param("at", placed.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }
}
