package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.connection.Hint;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.testing.HandClock;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import com.truecart.spi.Webhooks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store hints at, and what it gives back, of an order that it took. */
class OrderHintsTest {
    private static final String STORE = UnreliableStores.nameOf(DoubtClass.KEY);
    private static final Money TOTAL = Money.of(12_90, "HKD");

    @TempDir private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final Till till = new Till();
    private OrderWorld world;
    private OrderId order;

    @BeforeEach
    void placeAnOrder() {
        world = new OrderWorld(till, clock, folder);
        order = world.open(Set.of(DoubtClass.KEY));
        advanceWhatIsDue();
        assertThat(subOrder().state()).isInstanceOf(Placed.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aHintHasTheStoreAskedNowAndIsNotTheNews() {
        assertThat(world.dueOrders()).as("nothing is due yet").isEmpty();

        hint("S1");
        advanceWhatIsDue();
        assertThat(till.asked).isEqualTo(1);
        assertThat(subOrder().state()).as("the store says as before").isInstanceOf(Placed.class);

        till.status = Status.DELIVERED;
        assertThat(subOrder().state()).isInstanceOf(Placed.class);
        hint("S1");
        advanceWhatIsDue();
        assertThat(subOrder().state()).isInstanceOf(Delivered.class);
    }

    @Test
    void aHintThatComesWhileTheStoreIsBeingAskedHasItAskedOnceMore() {
        till.whileAsked = () -> hint("S1");
        hint("S1");
        advanceWhatIsDue();
        assertThat(world.nextDue()).hasValue(clock.instant());

        till.whileAsked = () -> {};
        till.status = Status.DELIVERED;
        advanceWhatIsDue();
        assertThat(till.asked).isEqualTo(2);
        assertThat(subOrder().state()).isInstanceOf(Delivered.class);
        assertThat(world.nextDue()).as("nobody hinted since").isEmpty();
    }

    @Test
    void aHintThatComesWhileAStoreIsAskedInVainAfterTheEndIsNotForgotten() {
        till.status = Status.DELIVERED;
        hint("S1");
        advanceWhatIsDue();

        till.silent = true;
        till.whileAsked = () -> hint("S1");
        hint("S1");
        advanceWhatIsDue();
        assertThat(world.nextDue()).hasValue(clock.instant());

        till.silent = false;
        till.whileAsked = () -> {};
        till.refunded = Money.of(5_00, "HKD");
        advanceWhatIsDue();
        assertThat(subOrder().refunded()).isEqualTo(Money.of(5_00, "HKD"));
        assertThat(world.nextDue()).isEmpty();
    }

    @Test
    void aHintAboutAnotherOrderAsksNothing() {
        hint("S2");
        advanceWhatIsDue();
        assertThat(till.asked).isZero();
    }

    @Test
    void whatIsGivenBackAfterDeliveryIsKeptBesideWhatWasCharged() {
        till.status = Status.DELIVERED;
        hint("S1");
        advanceWhatIsDue();
        assertThat(world.nextDue()).as("nothing more is expected").isEmpty();

        till.refunded = Money.of(5_00, "HKD");
        hint("S1");
        advanceWhatIsDue();
        hint("S1");
        advanceWhatIsDue();

        assertThat(subOrder().charged()).hasValue(TOTAL);
        assertThat(subOrder().refunded()).isEqualTo(Money.of(5_00, "HKD"));
        assertThat(subOrder().state()).isInstanceOf(Delivered.class);
        assertThat(ledger("shopper")).containsExactly(5_00L);
        assertThat(ledger("store:" + STORE + "/shop")).containsExactly(-5_00L);
        assertThat(happenings()).containsOnlyOnce("gave_back");
        assertThat(world.nextDue()).isEmpty();
    }

    @Test
    void whatAnOlderLookShowsDoesNotReplaceWhatANewerOneShowed() {
        till.status = Status.DELIVERED;
        hint("S1");
        advanceWhatIsDue();

        // one worker's answer is under way for so long that another worker asks, too
        till.whileAsked =
                () -> {
                    till.whileAsked = () -> {};
                    till.refunded = Money.of(5_00, "HKD");
                    hint("S1");
                    advanceWhatIsDue();
                };
        hint("S1");
        advanceWhatIsDue();

        assertThat(subOrder().refunded()).isEqualTo(Money.of(5_00, "HKD"));
        assertThat(world.nextDue()).as("the store is asked again").hasValue(clock.instant());
        advanceWhatIsDue();
        assertThat(subOrder().refunded()).isEqualTo(Money.of(5_00, "HKD"));
        assertThat(ledger("shopper")).containsExactly(5_00L);
    }

    @Test
    void aCancelledOrderDoesNotComeBackByAnOlderLook() {
        till.status = Status.SHIPPED;
        hint("S1");
        till.whileAsked =
                () -> {
                    till.whileAsked = () -> {};
                    till.status = Status.CANCELLED;
                    hint("S1");
                    advanceWhatIsDue();
                };
        advanceWhatIsDue();
        assertThat(subOrder().state()).isInstanceOf(Cancelled.class);
        advanceWhatIsDue();
        assertThat(subOrder().state()).isInstanceOf(Cancelled.class);
    }

    @Test
    void afterACancellationTheStoreIsAskedUntilTheMoneyIsBack() {
        till.status = Status.CANCELLED;
        hint("S1");
        advanceWhatIsDue();
        assertThat(subOrder().state()).isInstanceOf(Cancelled.class);
        assertThat(subOrder().refunded().isZero()).isTrue();

        till.refunded = TOTAL;
        clock.set(world.nextDue().orElseThrow());
        advanceWhatIsDue();
        assertThat(subOrder().refunded()).isEqualTo(TOTAL);
        assertThat(ledger("shopper")).containsExactly(12_90L);

        int looks = 0;
        for (; world.nextDue().isPresent(); looks++) {
            clock.set(world.nextDue().orElseThrow());
            advanceWhatIsDue();
        }
        assertThat(looks).isBetween(10, 80);
        assertThat(clock.instant()).isBefore(Instant.parse("2026-12-08T00:00:00Z"));
    }

    @Test
    void aStoreThatDoesNotAnswerAfterTheEndIsNotAskedForEver() {
        till.status = Status.CANCELLED;
        hint("S1");
        advanceWhatIsDue();
        till.silent = true;
        for (int looks = 0; world.nextDue().isPresent(); looks++) {
            clock.set(world.nextDue().orElseThrow());
            advanceWhatIsDue();
            assertThat(looks).isLessThan(100);
        }
        hint("S1");
        advanceWhatIsDue();
        assertThat(world.nextDue()).isEmpty();
    }

    @Test
    void whoeverLooksAtADeliveredOrderHasTheStoreAskedAgainButNotEachTime() {
        till.status = Status.DELIVERED;
        hint("S1");
        advanceWhatIsDue();
        int asked = till.asked;

        world.orders().looksAt(order);
        advanceWhatIsDue();
        assertThat(till.asked).as("asked just now").isEqualTo(asked);

        clock.forward(Duration.ofMinutes(11));
        world.orders().looksAt(order);
        advanceWhatIsDue();
        assertThat(till.asked).isEqualTo(asked + 1);
    }

    private void hint(String upstreamOrder) {
        assertThat(
                        world.hints()
                                .follow(
                                        new Hint(
                                                STORE,
                                                "e",
                                                new Webhooks.AnOrder(upstreamOrder),
                                                clock.instant())))
                .isTrue();
    }

    private void advanceWhatIsDue() {
        world.dueOrders().forEach(world.desk()::advance);
    }

    private SubOrder subOrder() {
        return world.subOrders().getFirst();
    }

    private List<Long> ledger(String account) {
        return world.jdbc()
                .sql(
                        "select amount from ledger_entry where kind = 'refunded' and account ="
                                + " :account")
                .param("account", account)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<String> happenings() {
        return world
                .orders()
                .find(order, OrderWorld.SHOPPER)
                .orElseThrow()
                .parts()
                .getFirst()
                .history()
                .stream()
                .map(OrderView.Happening::kind)
                .toList();
    }

    /** A store that says of its one order what the test wants it to say. */
    private final class Till extends OneStore {
        private Status status = Status.ACCEPTED;
        private Money refunded = Money.of(0, "HKD");
        private boolean silent;
        private Runnable whileAsked = () -> {};
        private int asked;

        private UpstreamOrder stated() {
            return new UpstreamOrder(
                    new OrderHandle("S1", new Secret("access")),
                    status,
                    status.name().toLowerCase(Locale.ROOT),
                    TOTAL,
                    refunded,
                    List.of(),
                    clock.instant());
        }

        @Override
        public UpstreamOrder track(OrderHandle handle) {
            asked++;
            UpstreamOrder underWay = stated();
            whileAsked.run();
            if (silent) {
                throw new UpstreamException.Unavailable("closed");
            }
            return underWay;
        }

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            return new PlaceResult.Placed(stated());
        }

        @Override
        public Terms terms() {
            return new Terms(DoubtClass.KEY, Set.of(PaymentMethod.CASH_ON_DELIVERY));
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            throw new UnsupportedOperationException();
        }
    }
}
