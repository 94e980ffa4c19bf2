package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.UnreliableStores.Killed;
import com.truecart.app.order.UnreliableStores.Mood;
import com.truecart.app.testing.HandClock;
import com.truecart.spi.Terms.DoubtClass;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders at stores that lose answers, work late, refuse, throttle and see us killed. The stores'
 * own books are the witness, never our tables.
 */
class NoOrderIsLostOrDoubledTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final int ORDERS = 500;
    private static final int FAULTY_PERCENT = 40;

    @TempDir private Path folder;

    @Test
    void whateverTheStoresDoNothingIsOrderedTwiceOrForgotten() {
        HandClock clock = new HandClock(START);
        UnreliableStores stores = new UnreliableStores(20261123, clock, FAULTY_PERCENT);
        try (OrderWorld world = new OrderWorld(stores, clock, folder)) {
            Run run = run(world, stores, clock, ORDERS);

            System.out.println("Unreliable stores: " + run + ", what they did: " + stores.moods());
            assertThat(run.doubled()).as("ordered twice").isEmpty();
            assertThat(run.lost()).as("ours without theirs, or theirs without ours").isEmpty();
            assertThat(run.unfinished()).as("neither at an end nor with a person").isEmpty();
            assertThat(run.subOrders()).as("the run did happen").isGreaterThan(ORDERS);
            assertThat(run.kills()).isGreaterThan(20);
            assertThat(stores.moods().keySet()).containsExactlyInAnyOrder(Mood.values());
            assertThat(ledgerOff(world)).as("cents between the books").isZero();
        }
    }

    @Test
    void thisTestWouldSeeADoubledOrder() {
        HandClock clock = new HandClock(START);
        UnreliableStores stores = new UnreliableStores(20261123, clock, FAULTY_PERCENT);
        try (OrderWorld world =
                new OrderWorld(stores, clock, folder, new SendAgainWhateverTheStore())) {
            Run run = run(world, stores, clock, 100);

            assertThat(run.doubled()).as("a placer that repeats on doubt").isNotEmpty();
        }
    }

    private static Run run(OrderWorld world, UnreliableStores stores, HandClock clock, int orders) {
        Random random = new Random(7);
        for (int i = 0; i < orders; i++) {
            List<DoubtClass> shops = new ArrayList<>(Arrays.asList(DoubtClass.values()));
            Collections.shuffle(shops, random);
            world.open(shops.subList(0, 1 + random.nextInt(3)));
        }
        int kills = 0;
        // after an hour a doubt is looked into once a day, and a store may be busy just then
        Instant end = clock.instant().plus(Duration.ofDays(8));
        Optional<Instant> due = world.nextDue();
        while (due.isPresent() && due.get().isBefore(end)) {
            if (due.get().isAfter(clock.instant())) {
                clock.set(due.get());
            }
            for (OrderId id : world.dueOrders()) {
                kills += advanceUntilItLives(world, clock, id);
            }
            due = world.nextDue();
        }
        clock.forward(Duration.ofHours(1));
        return judge(world, stores, kills);
    }

    /** A killed instance's order is taken over once its heartbeats have been missed. */
    private static int advanceUntilItLives(OrderWorld world, HandClock clock, OrderId id) {
        for (int kills = 0; ; kills++) {
            try {
                world.desk().advance(id);
                return kills;
            } catch (Killed _) {
                clock.forward(Duration.ofSeconds(20));
            }
        }
    }

    private static Run judge(OrderWorld world, UnreliableStores stores, int kills) {
        List<String> doubled = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        List<SubOrder> ours = world.subOrders();
        int parked = 0;
        int withShopper = 0;
        int theirs = 0;
        for (SubOrder one : ours) {
            int booked = stores.booked(one.doubtClass(), one.key().value()).size();
            theirs += booked;
            String story = one.doubtClass() + " " + one.state() + ", booked " + booked;
            if (booked > 1) {
                doubled.add(story);
            }
            if ((one.state().atStore() && booked == 0)
                    || (one.state() instanceof Rejected && booked > 0)) {
                lost.add(story);
            }
            if (one.state() instanceof InDoubt doubt && doubt.parked().isPresent()) {
                parked++;
            } else if (one.state() instanceof AwaitingBuyer
                    && one.doubtClass() == DoubtClass.WRITE_ONLY) {
                // only the shopper knows whether they finished there
                withShopper++;
            } else if (!one.state().hasEnded()) {
                unfinished.add(story);
            }
        }
        if (theirs != stores.bookedInAll()) {
            lost.add("the stores have " + stores.bookedInAll() + ", we know of " + theirs);
        }
        return new Run(ours.size(), kills, parked, withShopper, doubled, lost, unfinished);
    }

    private static long ledgerOff(OrderWorld world) {
        return world.jdbc()
                .sql(
                        """
                        select count(*) from sub_order s
                        where s.charged is not null and s.charged <> (
                            select -sum(amount) from ledger_entry l
                            where l.sub_order_id = s.id and l.account = 'shopper' and l.kind = 'charged')
                        """)
                .query(Long.class)
                .single();
    }

    private record Run(
            int subOrders,
            int kills,
            int parked,
            int withShopper,
            List<String> doubled,
            List<String> lost,
            List<String> unfinished) {}

    /** The planted bug: what a plain retry does. */
    private static final class SendAgainWhateverTheStore extends DoubtPolicy {
        SendAgainWhateverTheStore() {
            super(Duration.ofMinutes(2));
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
}
