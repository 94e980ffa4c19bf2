package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.connection.Exchanged;
import com.truecart.app.connection.Witness;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.testing.HandClock;
import com.truecart.model.Money;
import com.truecart.spi.Connector;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import java.nio.charset.StandardCharsets;
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

/** What goes over the wire is kept where it left an order in doubt, and nowhere else. */
class RawExchangesTest {
    @TempDir private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final WatchedStore store = new WatchedStore();
    private OrderWorld world;

    @BeforeEach
    void open() {
        world = new OrderWorld(store, clock, folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatWasSentAndAnsweredIsKeptOfAPartInDoubtTheNewestFirst() {
        SubOrder parked = parked();

        assertThat(world.asked().exchanges(parked.id()))
                .extracting(Exchanged::request)
                .containsExactly(
                        "GET https://shop.example/orders", "POST https://shop.example/orders");
        assertThat(world.asked().exchanges(parked.id()).getLast().failure()).isEqualTo("timed out");
    }

    @Test
    void itIsSealedInTheDatabase() {
        SubOrder parked = parked();

        assertThat(sealedWith("shop.example")).isZero();
        assertThat(sealedWith("")).isEqualTo(2);
        assertThat(world.asked().exchanges(parked.id())).isNotEmpty();
    }

    @Test
    void ofAnOrderThatIsPlacedNothingIsKept() {
        store.answers = true;
        world.open(Set.of(DoubtClass.LIST_ONLY));
        advance();

        assertThat(world.subOrders().getFirst().state()).isInstanceOf(SubOrderState.Placed.class);
        assertThat(kept()).isZero();
    }

    @Test
    void itIsForgottenAfterAMonth() {
        SubOrder parked = parked();
        clock.forward(RawExchanges.KEPT.minusMinutes(10));
        world.exchanges().forget();
        assertThat(world.asked().exchanges(parked.id())).hasSize(2);

        clock.forward(Duration.ofMinutes(20));
        assertThat(world.asked().exchanges(parked.id())).as("also before it is deleted").isEmpty();
        world.exchanges().forget();
        assertThat(kept()).isZero();
    }

    @Test
    void ofAPartTheNewestFewAreKept() {
        SubOrder parked = parked();
        for (int i = 0; i < 30; i++) {
            Exchanged one = exchanged("GET https://shop.example/" + i);
            world.exchanges().keep(parked.id(), List.of(() -> one));
        }

        assertThat(world.asked().exchanges(parked.id()))
                .hasSize(RawExchanges.MOST_OF_A_PART)
                .first()
                .extracting(Exchanged::request)
                .isEqualTo("GET https://shop.example/29");
        assertThat(kept()).isEqualTo(RawExchanges.MOST_OF_A_PART);
    }

    @Test
    void thatItCannotBeKeptChangesNothingOfTheOrder() {
        world.jdbc().sql("drop table raw_exchange").update();

        world.open(Set.of(DoubtClass.LIST_ONLY));
        advance();

        assertThat(world.subOrders().getFirst().state()).isInstanceOf(InDoubt.class);
    }

    private SubOrder parked() {
        world.open(Set.of(DoubtClass.WRITE_ONLY));
        advance();
        clock.forward(Duration.ofSeconds(3));
        advance();
        return world.subOrders().getFirst();
    }

    private void advance() {
        world.dueOrders().forEach(order -> world.desk().advance(order));
    }

    private long kept() {
        return world.jdbc().sql("select count(*) from raw_exchange").query(Long.class).single();
    }

    /** Rows that have these words in the open. */
    private long sealedWith(String words) {
        return world.jdbc()
                .sql(
                        "select count(*) from raw_exchange where position(:words in sealed) > 0 or length(:words) = 0")
                .param("words", words.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
    }

    private Exchanged exchanged(String request) {
        return new Exchanged(clock.instant(), request, "{}", 200, "{}", "");
    }

    /** Loses its answers, and shows nothing when it is asked. */
    private final class WatchedStore extends OneStore {
        private boolean answers;
        private Optional<Witness> watching = Optional.empty();

        @Override
        public Connector open(
                String connectionId, Instant lastDeparture, Optional<Witness> witness) {
            watching = witness;
            return open(connectionId);
        }

        @Override
        public Terms terms() {
            throw new UnsupportedOperationException("nobody asks here");
        }

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            tell(
                    new Exchanged(
                            clock.instant(),
                            "POST https://shop.example/orders",
                            "{}",
                            answers ? 200 : 0,
                            "",
                            answers ? "" : "timed out"));
            if (answers) {
                return new PlaceResult.Placed(
                        new UpstreamOrder(
                                new OrderHandle("7", new Secret("")),
                                UpstreamOrder.Status.ACCEPTED,
                                "new",
                                Money.of(12_90, "HKD"),
                                List.of(),
                                clock.instant()));
            }
            throw new UpstreamException.Unanswered("timed out");
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            tell(exchanged("GET https://shop.example/orders"));
            return new Lookup.CannotAsk("it shows no list");
        }

        @Override
        public UpstreamOrder track(OrderHandle order) {
            throw new UnsupportedOperationException("nobody asks here");
        }

        private void tell(Exchanged exchanged) {
            watching.orElseThrow().saw(() -> exchanged);
        }
    }
}
