package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.testing.HandClock;
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no store delivers is decided about once. */
class RestsTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir private Path folder;

    private final HandClock clock = new HandClock(START);
    private OrderWorld world;
    private OrderId order;

    @BeforeEach
    void openAnOrderAtTwoStores() {
        world = new OrderWorld(new UnreliableStores(1, clock, 0), clock, folder);
        order =
                world.open(
                        Map.of(
                                DoubtClass.KEY,
                                MerchantOfRecord.THE_STORE,
                                DoubtClass.LIST_ONLY,
                                MerchantOfRecord.THE_STORE));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void onlyWhatAStoreSurelyDoesNotDeliverIsTheRest() {
        assertThat(world.rests().of(order)).as("nobody can say yet").isEmpty();
        refuse(DoubtClass.KEY, "out of stock");

        List<RestLine> rest = world.rests().of(order);
        assertThat(rest).hasSize(1);
        RestTerms terms = world.rests().terms(rest);
        assertThat(terms.recipient()).isEqualTo(OrderWorld.RECIPIENT);
        assertThat(terms.payTruecart()).isFalse();
        assertThat(terms.without()).containsExactly(new StoreId("key", "shop"));
    }

    @Test
    void aStoreThatAsksForMoreOrWasNeverAskedIsPlannedWithAgain() {
        apply(DoubtClass.KEY, new SubOrderEvent.SendBegun(START));
        apply(DoubtClass.KEY, new StoreRefused(1, "dearer", Optional.of(Money.of(13_90, "HKD"))));
        refuse(DoubtClass.LIST_ONLY, OwnReason.TOO_LATE.sentence());
        assertThat(world.rests().terms(world.rests().of(order)).without()).isEmpty();
    }

    @Test
    void itIsBoughtAgainOnceFromHoweverManyWindows() throws Exception {
        refuse(DoubtClass.KEY, "out of stock");
        List<RestLine> rest = world.rests().of(order);
        OrderId again = world.open(List.of(DoubtClass.KEY));
        try (ExecutorService windows = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> buy = () -> world.rests().buyAgain(rest, again);
            long bought = 0;
            for (Future<Boolean> one :
                    windows.invokeAll(Stream.generate(() -> buy).limit(16).toList())) {
                bought += one.get() ? 1 : 0;
            }
            assertThat(bought).isEqualTo(1);
        }
        assertThat(world.rests().of(order)).isEmpty();
        assertThat(world.rests().boughtAgain(order))
                .extracting(Rests.BoughtAgain::order)
                .containsExactly(again);
    }

    @Test
    void whatItsStoreHasAfterAllIsNotBoughtAgain() {
        refuse(DoubtClass.KEY, "out of stock");
        List<RestLine> rest = world.rests().of(order);
        apply(
                DoubtClass.KEY,
                new StoreHasIt(
                        new UpstreamOrder(
                                new OrderHandle("S1", new Secret("access")),
                                Status.ACCEPTED,
                                "processing",
                                Money.of(12_90, "HKD"),
                                Money.of(0, "HKD"),
                                List.of(),
                                START)));
        assertThat(world.rests().buyAgain(rest, world.open(List.of(DoubtClass.KEY)))).isFalse();
        assertThat(world.rests().of(order)).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNotOfferedAgain() {
        refuse(DoubtClass.KEY, "out of stock");
        List<RestLine> rest = world.rests().of(order);
        world.rests().leaveOut(rest);
        world.rests().leaveOut(rest);
        assertThat(world.rests().of(order)).isEmpty();
        assertThat(world.rests().boughtAgain(order)).isEmpty();
        assertThat(world.rests().buyAgain(rest, order)).isFalse();
    }

    @Test
    void whatIsCalledOffIsNoRestAsLongAsItIsCalledOff() {
        refuse(DoubtClass.KEY, "out of stock");
        SubOrderId part = world.rests().of(order).getFirst().part();
        world.callOff(part, Map.of(0, 1));
        assertThat(world.rests().of(order)).isEmpty();
        world.callOff(part, Map.of());
        assertThat(world.rests().of(order)).as("its store refused to call it off").hasSize(1);
    }

    private void refuse(DoubtClass store, String reason) {
        apply(store, new SubOrderEvent.SendBegun(START));
        apply(store, new StoreRefused(1, reason, Optional.empty()));
    }

    private void apply(DoubtClass store, SubOrderEvent event) {
        SubOrder part =
                world.record().ofOrder(order).stream()
                        .filter(one -> one.doubtClass() == store)
                        .findFirst()
                        .orElseThrow();
        assertThat(world.record().apply(part, event, clock.instant())).isPresent();
    }
}
