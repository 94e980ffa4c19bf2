package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.truecart.app.testing.HandClock;
import com.truecart.app.testing.TestDatabase;
import com.truecart.spi.Terms.DoubtClass;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wake-ups belong to the transaction they are made in, survive whoever worked on them, and can be
 * lost.
 */
class WakeUpsTest {
    private static final OrderId ORDER = OrderId.of("7d1c9a52-6a3f-4d1b-8c55-0f6f2b3c1a77");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final HandClock clock = new HandClock(Instant.now());
    private DataSource database;
    private JdbcClient jdbc;
    private DueRecord due;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        due = new DueRecord(jdbc);
    }

    @AfterEach
    void close() throws Exception {
        ((AutoCloseable) database).close();
    }

    @Test
    void aWakeUpIsRolledBackWithTheOrderItBelongsTo() {
        BlockingQueue<String> hurries = new LinkedBlockingQueue<>();
        WakeUps wakeUps = new CommittedWakeUps(due, () -> hurries.add("now"), clock);
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(database));

        transaction.executeWithoutResult(status -> {
            wakeUps.soon(ORDER);
            status.setRollbackOnly();
        });
        assertThat(wakeUpsInTheRecord()).isZero();
        assertThat(hurries).isEmpty();

        transaction.executeWithoutResult(_ -> {
            wakeUps.soon(ORDER);
            assertThat(hurries).as("nothing to hurry for yet").isEmpty();
        });
        assertThat(wakeUpsInTheRecord()).isEqualTo(1);
        assertThat(hurries).hasSize(1);
    }

    @Test
    void anEarlierWakeUpWinsAndOneThatIsWorkedOnIsLeftAlone() {
        due.wake(ORDER, clock.instant().plusSeconds(100));
        due.wake(ORDER, clock.instant().plusSeconds(50));
        due.wake(ORDER, clock.instant().plusSeconds(70));
        assertThat(secondsToWakeUp()).isEqualTo(50);

        jdbc.sql("update scheduled_tasks set picked = true").update();
        due.wake(ORDER, clock.instant());
        assertThat(secondsToWakeUp()).isEqualTo(50);
    }

    @Test
    void aLostWakeUpIsNotALostOrder() {
        try (OrderWorld world = new OrderWorld(new UnreliableStores(1, clock, 0), clock, folder)) {
            OrderId order = world.open(Set.of(DoubtClass.KEY, DoubtClass.WRITE_ONLY));
            clock.forward(Duration.ofSeconds(3));
            assertThat(world.wakeUps()).as("nobody ever made one").isZero();

            assertThat(world.due().wakeForgotten(clock.instant(), Duration.ofSeconds(2), 10))
                    .isEqualTo(1);
            assertThat(world.wakeUps()).isEqualTo(1);
            assertThat(world.due().wakeForgotten(clock.instant(), Duration.ofSeconds(2), 10))
                    .as("it has one now")
                    .isZero();

            world.desk().advance(order);
            clock.forward(Duration.ofSeconds(3));
            assertThat(world.due().wakeForgotten(clock.instant(), Duration.ofSeconds(2), 10))
                    .as("not due again so soon")
                    .isZero();
        }
    }

    @Test
    void whatADeadInstanceWorkedOnIsTakenOverByAnother() throws InterruptedException {
        CountDownLatch forEver = new CountDownLatch(1);
        BlockingQueue<String> workedOn = new LinkedBlockingQueue<>();
        Scheduler dead = scheduler(hanging(forEver, workedOn), Duration.ofHours(1));
        dead.start();
        due.wake(ORDER, Instant.now());
        dead.triggerCheckForDueExecutions();
        assertThat(workedOn.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("hangs");
        // a killed process sends no heartbeat any more
        jdbc.sql("update scheduled_tasks set last_heartbeat = last_heartbeat - interval '1 minute'")
                .update();
        Scheduler other = scheduler(finishing(workedOn), Duration.ofSeconds(1));
        other.start();
        try {
            assertThat(workedOn.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("finishes");
        } finally {
            forEver.countDown();
            other.stop();
            dead.stop();
        }
    }

    private Scheduler scheduler(Task<Void> task, Duration heartbeat) {
        return Scheduler.create(database, task)
                // one that hangs takes nothing else up
                .threads(1)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .pollingInterval(Duration.ofMillis(200))
                .pollUsingLockAndFetch(0.5, 1.0)
                .serializer(new NothingToSerialize())
                .build();
    }

    private static Task<Void> hanging(CountDownLatch until, BlockingQueue<String> workedOn) {
        return Tasks.custom(DueRecord.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((_, _) -> {
                    workedOn.add("hangs");
                    awaitQuietly(until);
                    return (CompletionHandler<Void>) (_, wakeUp) -> wakeUp.remove();
                });
    }

    private static Task<Void> finishing(BlockingQueue<String> workedOn) {
        return Tasks.custom(DueRecord.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((_, _) -> {
                    workedOn.add("finishes");
                    return (CompletionHandler<Void>) (_, wakeUp) -> wakeUp.remove();
                });
    }

    private static void awaitQuietly(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long wakeUpsInTheRecord() {
        return jdbc.sql("select count(*) from scheduled_tasks").query(Long.class).single();
    }

    private long secondsToWakeUp() {
        return Duration.between(
                        clock.instant(),
                        jdbc.sql("select execution_time from scheduled_tasks")
                                .query((row, _) -> row.getTimestamp(1).toInstant().plusMillis(500))
                                .single())
                .toSeconds();
    }
}
