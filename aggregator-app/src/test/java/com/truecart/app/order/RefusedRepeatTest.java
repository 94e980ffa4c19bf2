package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.testing.HandClock;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refused repeat says of the attempts before it. */
class RefusedRepeatTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir private Path folder;

    private final HandClock clock = new HandClock(START);
    private final Counter counter = new Counter();
    private OrderWorld world;

    @BeforeEach
    void loseTheFirstAnswer() {
        world = new OrderWorld(counter, clock, folder);
        world.open(Set.of(DoubtClass.KEY));
        advanceWhatIsDue();
        assertThat(state()).isInstanceOf(InDoubt.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStoreThatCannotBeAskedIsNeverBelievedToHaveRefused() {
        counter.lookup = new Lookup.CannotAsk("no list of orders");
        counter.refuses = true;

        Instant end = START.plus(Duration.ofHours(23));
        for (Instant due = due(); due.isBefore(end); due = due()) {
            clock.set(due);
            advanceWhatIsDue();
            assertThat(state()).as("at " + due).isInstanceOf(InDoubt.class);
        }
        assertThat(counter.sent).as("it was sent again").isGreaterThan(3);

        clock.set(START.plus(Duration.ofDays(2)));
        advanceWhatIsDue();
        assertThat(state())
                .isInstanceOfSatisfying(
                        InDoubt.class, doubt -> assertThat(doubt.parked()).isPresent());
    }

    @Test
    void aRefusalIsBelievedOnceTheLatestAttemptCanNoLongerArrive() {
        for (int seconds : List.of(2, 10, 30)) {
            clock.set(START.plusSeconds(seconds));
            advanceWhatIsDue();
        }
        assertThat(counter.sent).isEqualTo(4);

        counter.refuses = true;
        clock.set(START.plus(OrderWorld.SETTINGS.quietPeriod()));
        advanceWhatIsDue();
        assertThat(counter.sent).isEqualTo(5);
        assertThat(state())
                .as("what was sent 90 s ago may still arrive")
                .isInstanceOf(InDoubt.class);

        clock.forward(OrderWorld.SETTINGS.quietPeriod().multipliedBy(2));
        advanceWhatIsDue();
        assertThat(counter.sent).isEqualTo(6);
        assertThat(state()).isInstanceOf(Rejected.class);
        assertThat(world.nextDue())
                .as("the store is not asked about it any more, only the shopper, until then")
                .contains(clock.instant().plus(ShortageRecord.TO_CHOOSE));
    }

    @Test
    void theShopperIsSentOnOnlyWhenNoAttemptCanArriveAnyMore() {
        counter.sendsOn = true;
        for (int seconds : List.of(2, 10, 30)) {
            clock.set(START.plusSeconds(seconds));
            advanceWhatIsDue();
            assertThat(state())
                    .as("declined now, the first attempt might still become an order")
                    .isInstanceOf(InDoubt.class);
        }
        clock.forward(OrderWorld.SETTINGS.quietPeriod().multipliedBy(3));
        advanceWhatIsDue();
        assertThat(state()).isInstanceOf(AwaitingBuyer.class);
    }

    private void advanceWhatIsDue() {
        world.dueOrders().forEach(world.desk()::advance);
    }

    private Instant due() {
        return world.nextDue().orElseThrow();
    }

    private SubOrderState state() {
        return world.subOrders().getFirst().state();
    }

    /** A store whose answers get lost until it refuses. */
    private static final class Counter extends OneStore {
        private Lookup lookup = new Lookup.NotFound();
        private boolean refuses;
        private boolean sendsOn;
        private int sent;

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            sent++;
            if (refuses) {
                return new PlaceResult.Rejected("sold out", Optional.empty());
            }
            if (sendsOn) {
                return new PlaceResult.NeedsBuyer(URI.create("https://store.example/go-on"));
            }
            throw new UpstreamException.Unanswered("no answer");
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            return lookup;
        }

        @Override
        public UpstreamOrder track(OrderHandle handle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Terms terms() {
            return new Terms(DoubtClass.KEY, Set.of(PaymentMethod.CASH_ON_DELIVERY));
        }
    }
}
