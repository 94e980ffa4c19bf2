package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.Budget;
import com.truecart.spi.Call;
import com.truecart.spi.UpstreamException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reads that are nice to have keep to the connection's limits and wait for nothing. */
class AtOnceTest {
    private static final Budget BUDGET = new Budget(10, 4, Duration.ofSeconds(5), 1 << 16, 1 << 20);

    private final Limits limits = new Limits("shop", BUDGET, Duration.ofMillis(1));
    private final Turns atOnce = limits.atOnce();
    private final AtomicInteger made = new AtomicInteger();

    private int read() {
        return atOnce.run(Call.Safety.READ, made::incrementAndGet);
    }

    @Test
    void halfOfASecondsCallsAreLeftToPullsAndOrders() {
        for (int i = 0; i < 5; i++) {
            read();
        }
        assertThatThrownBy(this::read).isInstanceOf(NoRoomException.class);
        assertThat(made).hasValue(5);
        for (int i = 0; i < 5; i++) {
            assertThat(limits.run(Call.Safety.READ, () -> "a pull")).isEqualTo("a pull");
        }
    }

    @Test
    void halfOfThePlacesAreLeftToPullsAndOrders() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService pulls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                pulls.execute(() ->
                        limits.run(
                                Call.Safety.READ,
                                () -> {
                                    inside.countDown();
                                    return awaited(end);
                                }));
            }
            inside.await();
            assertThatThrownBy(this::read).isInstanceOf(NoRoomException.class);
            end.countDown();
        }
        assertThat(read()).as("once they are free").isEqualTo(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aStoreThatWantsTimeBetweenCallsIsNotHurried() {
        limits.pace(Duration.ofMinutes(1));
        assertThat(read()).isEqualTo(1);
        assertThatThrownBy(this::read).isInstanceOf(NoRoomException.class);
    }

    @Test
    void whatFailsIsNotAskedASecondTime() {
        assertThatThrownBy(() -> atOnce.run(Call.Safety.READ, this::fails))
                .isInstanceOf(UpstreamException.Unavailable.class);
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailsForPeopleWhoLookAroundDoesNotCutTheStoreOffFromThoseWhoOrder() {
        Limits large =
                new Limits(
                        "large",
                        new Budget(1_000, 4, Duration.ofSeconds(5), 1 << 16, 1 << 20),
                        Duration.ofMillis(1));
        Turns looks = large.atOnce();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> looks.run(Call.Safety.READ, this::fails))
                    .isInstanceOf(UpstreamException.Unavailable.class);
        }
        assertThat(large.run(Call.Safety.READ, () -> "an order")).isEqualTo("an order");
    }

    @Test
    void aStoreThatIsLeftAloneForAWhileIsNotAskedAndTakesNoTurn() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> limits.run(Call.Safety.ONE_SHOT_WRITE, this::fails))
                    .isInstanceOf(UpstreamException.class);
        }
        int before = made.get();
        assertThatThrownBy(this::read).isInstanceOf(NoRoomException.class);
        assertThat(made).hasValue(before);
    }

    @Test
    void theOnlyPlaceIsLeftToPullsAndOrders() {
        Limits narrow =
                new Limits(
                        "narrow",
                        new Budget(10, 1, Duration.ofSeconds(5), 1 << 16, 1 << 20),
                        Duration.ofMillis(1));
        assertThatThrownBy(() -> narrow.atOnce().run(Call.Safety.READ, made::incrementAndGet))
                .isInstanceOf(NoRoomException.class);
    }

    private String fails() {
        made.incrementAndGet();
        throw new UpstreamException.Unavailable("down");
    }

    @Test
    void aWriteIsNeverMadeSo() {
        assertThatThrownBy(() -> atOnce.run(Call.Safety.ONE_SHOT_WRITE, made::incrementAndGet))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(made).hasValue(0);
    }
}
