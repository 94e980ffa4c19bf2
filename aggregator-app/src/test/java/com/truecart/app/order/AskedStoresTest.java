package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.AskedStores.Outcome;
import com.truecart.app.order.SubOrderEvent.Decision;
import com.truecart.app.order.SubOrderEvent.PersonFoundNone;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks a store that can only be written to; the store's own books are the witness. */
class AskedStoresTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration QUIET = OrderWorld.SETTINGS.quietPeriod();
    private static final Money PRICE = Money.of(12_90, "HKD");
    private static final Decision LAM = new Decision("Lam", "asked by phone");

    @TempDir private Path folder;

    private final HandClock clock = new HandClock(START);
    private final LateStore store = new LateStore();
    private OrderWorld world;

    @BeforeEach
    void loseTheAnswerAndPark() {
        world = new OrderWorld(store, clock, folder);
        world.open(Set.of(DoubtClass.WRITE_ONLY));
        advance();
        clock.forward(Duration.ofSeconds(3));
        advance();
        assertThat(part().state())
                .isInstanceOfSatisfying(
                        InDoubt.class, doubt -> assertThat(doubt.parked()).isPresent());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStoreAskedBeforeTheQuietPeriodIsOverProvesNothing() {
        assertThat(none(clock.instant(), true)).isEqualTo(Outcome.ASKED_TOO_EARLY);
        assertThat(none(clock.instant(), false)).isEqualTo(Outcome.ASKED_TOO_EARLY);
        Instant asked = clock.instant();
        clock.forward(QUIET.multipliedBy(2));
        assertThat(none(asked, true))
                .as("told later, asked as early as before")
                .isEqualTo(Outcome.ASKED_TOO_EARLY);
        assertThat(store.booked()).isEqualTo(1);
        assertThat(part().state()).isInstanceOf(InDoubt.class);
    }

    @Test
    void whatNeverArrivedIsSentAgainOnceAndOrderedOnce() {
        store.swallowFirst();
        clock.forward(QUIET.plusMinutes(1));
        assertThat(none(clock.instant(), true)).isEqualTo(Outcome.DONE);
        assertThat(none(clock.instant(), true)).as("decided before").isEqualTo(Outcome.MOVED);
        assertThat(part().state()).isInstanceOf(Placing.class);
        store.answers = true;
        advance();
        assertThat(part().state()).isInstanceOf(Placed.class);
        assertThat(store.booked()).isEqualTo(1);
        assertThat(history()).contains("person_sends_again Lam: asked by phone");
    }

    /** Whoever asked within the quiet period may say so as much as a minute later. */
    @Test
    void aStoreAskedLessThanAMinuteAfterTheQuietPeriodProvesNothing() {
        clock.forward(QUIET.plusSeconds(56));
        assertThat(none(clock.instant(), true)).isEqualTo(Outcome.ASKED_TOO_EARLY);
        assertThat(world.asked().tellsFrom(part()).orElseThrow()).isAfter(clock.instant());
        clock.forward(Duration.ofSeconds(4));
        assertThat(world.asked().tellsFrom(part()).orElseThrow())
                .isBeforeOrEqualTo(clock.instant());
        assertThat(none(clock.instant(), true)).isEqualTo(Outcome.DONE);
    }

    /** The rule taken away: the same decision, believed too early, orders twice. */
    @Test
    void withoutTheQuietPeriodADecisionWouldDoubleTheOrder() {
        SubOrder parked = part();
        assertThat(
                        world.record()
                                .apply(
                                        parked,
                                        new PersonFoundNone(clock.instant(), true, LAM),
                                        clock.instant()))
                .isPresent();
        store.answers = true;
        advance();
        clock.forward(QUIET);
        assertThat(store.booked()).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanTheConsentIsNotSentAgainButCanBeGivenUp() {
        clock.forward(Duration.ofHours(2));
        assertThat(none(clock.instant(), true)).isEqualTo(Outcome.TOO_OLD_TO_SEND);
        assertThat(none(clock.instant(), false)).isEqualTo(Outcome.DONE);
        assertThat(part().state())
                .isEqualTo(new Rejected(OwnReason.STORE_HAS_NONE.sentence(), Optional.empty()));
        assertThat(history()).contains("person_found_none Lam: asked by phone");
        assertThat(world.rests().of(part().order())).hasSize(1);
    }

    @Test
    void whatTheStoreHasIsPlacedUnderItsNumberAndCharged() {
        assertThat(world.asked().hasIt(part().id(), "W-7", PRICE, LAM)).isEqualTo(Outcome.DONE);
        assertThat(part().state()).isEqualTo(new Placed("W-7", PRICE, "found by asking"));
        assertThat(part().charged()).contains(PRICE);
        assertThat(history()).contains("person_found_it #W-7 Lam: asked by phone");
        assertThat(world.asked().hasIt(part().id(), "W-8", PRICE, LAM)).isEqualTo(Outcome.MOVED);
        clock.forward(Duration.ofMinutes(1));
        advance();
        assertThat(part().state()).as("the store cannot be asked").isInstanceOf(Placed.class);

        world.open(Set.of(DoubtClass.WRITE_ONLY));
        advance();
        clock.forward(Duration.ofSeconds(3));
        advance();
        SubOrder other =
                world.subOrders().stream()
                        .filter(one -> one.state() instanceof InDoubt)
                        .findFirst()
                        .orElseThrow();
        assertThat(world.asked().hasIt(other.id(), "W-7", PRICE, LAM))
                .isEqualTo(Outcome.NUMBER_TAKEN);
    }

    @Test
    void oneStoreNumberGivenToTwoPartsAtOnceIsTakenByOne() throws Exception {
        world.open(Set.of(DoubtClass.WRITE_ONLY));
        advance();
        clock.forward(Duration.ofSeconds(3));
        advance();
        List<SubOrder> parked = world.subOrders();
        assertThat(parked).hasSize(2);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Outcome> second =
                    world.record()
                            .inOneTransaction(() -> {
                                assertThat(
                                                world.asked()
                                                        .hasIt(
                                                                parked.get(0).id(),
                                                                "W-9",
                                                                PRICE,
                                                                LAM))
                                        .isEqualTo(Outcome.DONE);
                                Future<Outcome> sameNumber =
                                        other.submit(() ->
                                                world.asked()
                                                        .hasIt(
                                                                parked.get(1).id(),
                                                                "W-9",
                                                                PRICE,
                                                                LAM));
                                assertThat(waits(sameNumber))
                                        .as("as long as the first goes on")
                                        .isTrue();
                                return sameNumber;
                            });
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.NUMBER_TAKEN);
        }
        assertThat(world.subOrders()).filteredOn(one -> one.state() instanceof Placed).hasSize(1);
    }

    /** Whether somebody waits for a lock of ours; false where it is over instead. */
    private boolean waits(Future<Outcome> one) {
        Instant limit = Instant.now().plusSeconds(10);
        while (!one.isDone() && Instant.now().isBefore(limit)) {
            if (world.jdbc()
                    .sql(
                            """
                            select count(*) from pg_locks where locktype = 'advisory' and not granted
                                and database = (select oid from pg_database where datname = current_database())
                            """)
                    .query(Integer.class)
                    .single()
                    .equals(1)) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return false;
    }

    private Outcome none(Instant askedAt, boolean sendAgain) {
        return world.asked().hasNone(part().id(), askedAt, sendAgain, LAM);
    }

    private SubOrder part() {
        return world.subOrders().getFirst();
    }

    private List<String> history() {
        return world.jdbc()
                .sql("select kind || ' ' || detail from sub_order_event order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void advance() {
        world.dueOrders().forEach(world.desk()::advance);
    }

    /** Loses its answer, and books what it was sent a minute later. */
    private final class LateStore extends OneStore {
        private final List<Instant> books = new ArrayList<>();
        private boolean answers;

        long booked() {
            return books.stream().filter(at -> !at.isAfter(clock.instant())).count();
        }

        void swallowFirst() {
            books.clear();
        }

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            if (!answers) {
                books.add(clock.instant().plusSeconds(60));
                throw new UpstreamException.Unanswered("no answer");
            }
            books.add(clock.instant());
            return new PlaceResult.Placed(
                    new UpstreamOrder(
                            new OrderHandle("W-1", new Secret("key")),
                            UpstreamOrder.Status.ACCEPTED,
                            "taken",
                            PRICE,
                            List.of(),
                            clock.instant()));
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            return new Lookup.CannotAsk("it only takes orders");
        }

        @Override
        public UpstreamOrder track(OrderHandle handle) {
            throw new UpstreamException.Refused("who asks?");
        }

        @Override
        public Terms terms() {
            return new Terms(DoubtClass.WRITE_ONLY, Set.of(PaymentMethod.CASH_ON_DELIVERY));
        }
    }
}
