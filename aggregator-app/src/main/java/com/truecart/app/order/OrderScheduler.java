package com.truecart.app.order;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wakes orders by db-scheduler, on as many instances as there are: one at a time looks after an
 * order, and where that one dies, another takes over after four missed heartbeats.
 */
@Configuration(proxyBeanMethods = false)
class OrderScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(OrderScheduler.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration OVERDUE = Duration.ofSeconds(2);
    private static final int MOST_AT_A_SWEEP = 1000;

    /** The wake-up of one order, named by its id and carrying nothing. */
    @Bean
    Task<Void> orderTask(OrderDesk desk) {
        return Tasks.custom(DueRecord.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .onDeadExecutionRevive()
                .execute((wakeUp, _) -> again(desk, OrderId.of(wakeUp.getId())));
    }

    private static CompletionHandler<Void> again(OrderDesk desk, OrderId order) {
        return desk.advance(order)
                .<CompletionHandler<Void>>map(
                        next -> (done, wakeUp) -> wakeUp.reschedule(done, next))
                .orElse((_, wakeUp) -> wakeUp.remove());
    }

    /** Makes lost wake-ups again, out of what the record says is due. */
    @Bean
    Task<Void> orderSweep(DueRecord due, Clock clock) {
        return Tasks.recurring("order-sweep", FixedDelay.of(SWEEP_EVERY))
                .execute((_, _) -> {
                    int woken = due.wakeForgotten(clock.instant(), OVERDUE, MOST_AT_A_SWEEP);
                    if (woken > 0) {
                        LOG.info("Woke {} orders that had no wake-up when they were due", woken);
                    }
                });
    }

    /** Whoever is woken mostly waits for stores; nothing is ever read out of a row. */
    @Bean
    DbSchedulerCustomizer schedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newVirtualThreadPerTaskExecutor());
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new NothingToSerialize());
            }
        };
    }

    @Bean
    WakeUps wakeUps(DueRecord due, Scheduler scheduler, Clock clock) {
        return new CommittedWakeUps(due, scheduler::triggerCheckForDueExecutions, clock);
    }
}
