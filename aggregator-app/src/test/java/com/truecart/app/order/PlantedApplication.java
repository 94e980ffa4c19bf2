package com.truecart.app.order;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.truecart.app.TruecartApplication;
import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.payment.PlantedNotices;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * The application with one rule broken, {@code --plant=RULE}: what finds nothing wrong with this
 * finds nothing.
 */
public final class PlantedApplication {
    /** The rules that can be broken. */
    public static final List<String> BUGS =
            List.of("no-quiet-period", "plain-retry", "believed-errors", "no-sweeper");

    private PlantedApplication() {}

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication application =
                new SpringApplication(TruecartApplication.class, Bugs.class, PlantedNotices.class);
        application.setAllowBeanDefinitionOverriding(true);
        application.run(arguments);
    }

    /** One bean a bug, in the place of the right one. */
    static class Bugs {

        @Bean("reconciler")
        @ConditionalOnProperty(name = "plant", havingValue = "no-quiet-period")
        Reconciler hasty(OrderRecord record, StoreOrders stores, Placer placer, Clock clock) {
            return new Reconciler(record, stores, placer, new Hasty(), clock);
        }

        @Bean("reconciler")
        @ConditionalOnProperty(name = "plant", havingValue = "plain-retry")
        Reconciler retrying(OrderRecord record, StoreOrders stores, Placer placer, Clock clock) {
            return new Reconciler(record, stores, placer, new Retrying(), clock);
        }

        @Bean("placer")
        @ConditionalOnProperty(name = "plant", havingValue = "believed-errors")
        Placer believing(
                OrderRecord record, StoreOrders stores, OrderSettings settings, Clock clock) {
            return new Believing(record, stores, settings, clock);
        }

        @Bean("wakeUps")
        @ConditionalOnProperty(name = "plant", havingValue = "no-sweeper")
        WakeUps lost() {
            return _ -> {};
        }

        @Bean("orderSweep")
        @ConditionalOnProperty(name = "plant", havingValue = "no-sweeper")
        Task<Void> idleSweep() {
            return Tasks.recurring("order-sweep", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> {});
        }
    }

    /** Takes "not found" for "never arrived", as soon as it is said. */
    private static final class Hasty extends DoubtPolicy {
        Hasty() {
            super(Duration.ZERO);
        }

        @Override
        Move noneFound(InDoubt doubt, DoubtClass doubtClass, Instant now) {
            return doubtClass == DoubtClass.ECHOED_REFERENCE && doubt.attempt() < 2
                    ? new Move.SendAgain()
                    : super.noneFound(doubt, doubtClass, now);
        }
    }

    /** Sends again on any doubt. */
    private static final class Retrying extends DoubtPolicy {
        Retrying() {
            super(Duration.ZERO);
        }

        @Override
        Move noneFound(InDoubt doubt, DoubtClass doubtClass, Instant now) {
            return doubt.attempt() < 5 ? new Move.SendAgain() : new Move.Park("enough");
        }

        @Override
        Move cannotAsk(InDoubt doubt, DoubtClass doubtClass, String why, Instant now) {
            return noneFound(doubt, doubtClass, now);
        }
    }

    /** Takes a lost answer for a refusal. */
    private static final class Believing extends Placer {
        Believing(OrderRecord record, StoreOrders stores, OrderSettings settings, Clock clock) {
            super(record, stores, settings, clock);
        }

        @Override
        Learnt sendBegun(SubOrder claimed) {
            Learnt came = super.sendBegun(claimed);
            return came.event() instanceof AnswerLost lost
                    ? new Learnt(
                            new StoreRefused(lost.attempt(), lost.why(), Optional.empty()),
                            came.version())
                    : came;
        }
    }
}
