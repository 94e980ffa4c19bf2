package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.Shortage.Step;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.payment.PaymentWorld.Rule;
import com.truecart.app.testing.HandClock;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store has too few after the consent: what was chosen for that case is done, and no more. */
class ShortagesTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final Money AGREED = Money.of(12_90, "HKD");
    private static final Money NOTHING = Money.of(0, "HKD");

    @TempDir private Path folder;

    private final HandClock clock = new HandClock(START);
    private final Shelf shelf = new Shelf();
    private OrderWorld world;

    @BeforeEach
    void open() {
        world = new OrderWorld(shelf, clock, folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsToBeCancelledIsLeftOutWithoutAsking() {
        OrderId order = refused(ShortagePolicy.cancelling());

        assertThat(step(order)).isEqualTo(Step.CANCELLED);
        assertThat(world.rests().of(order)).as("nothing to decide about").isEmpty();
        assertThat(world.nextDue()).as("nothing more is expected").isEmpty();
        assertThat(told(order)).contains(Step.CANCELLED);
    }

    @Test
    void whatIsToBeReplacedIsOrderedElsewhereWithinTheSameOrder() {
        world.offers(new For(12_90));
        OrderId order = refused(ShortagePolicy.replacing(0));

        assertThat(step(order)).isEqualTo(Step.REPLACED);
        OrderView view = view(order);
        assertThat(view.parts()).hasSize(2);
        assertThat(view.status()).as("nothing is missing").isEqualTo(OrderStatus.PLACED);
        assertThat(view.quoted()).isEqualTo(AGREED);
        assertThat(world.rests().of(order)).isEmpty();
        assertThat(world.rests().boughtAgain(order)).as("it is the same order").isEmpty();
        assertThat(shelf.placed).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeReplacedWithinTheLimitIsAskedAboutUntilTheDeadline() {
        world.offers(new For(14_20));
        OrderId order = refused(ShortagePolicy.replacing(10));

        assertThat(step(order))
                .as("14.20 is dearer than 12.90 and ten per cent")
                .isEqualTo(Step.ASKING);
        assertThat(world.rests().of(order)).as("today's choices").hasSize(1);
        Instant until = START.plus(ShortageRecord.TO_CHOOSE);
        assertThat(view(order).parts().getFirst().shortage()).map(Shortage::until).contains(until);
        assertThat(world.nextDue()).contains(until);

        clock.set(until.plusSeconds(5));
        assertThat(world.due().wakeForgotten(clock.instant(), Duration.ofSeconds(2), 10))
                .as("the sweep finds the deadline whatever became of the wake-up")
                .isEqualTo(1);
        advance();
        assertThat(step(order)).isEqualTo(Step.CANCELLED);
        assertThat(world.rests().of(order)).isEmpty();
        assertThat(shelf.placed).hasSize(1);
    }

    @Test
    void whatIsWaitedForIsOrderedOnceUnderAKeyOfItsOwnWhenItIsThereAgain() {
        OrderId order = refused(ShortagePolicy.waiting(7));
        assertThat(step(order)).isEqualTo(Step.ACTING);
        int looks = 0;
        for (Instant end = START.plus(Duration.ofDays(2)); clock.instant().isBefore(end); looks++) {
            clock.set(world.nextDue().orElseThrow());
            advance();
        }
        assertThat(looks).as("it is looked after, but not all the time").isBetween(10, 60);
        assertThat(shelf.placed).as("nothing is sent as long as the store has none").hasSize(1);

        world.offers(new For(12_90));
        shelf.soldOut = false;
        clock.set(world.nextDue().orElseThrow());
        advance();
        assertThat(step(order)).isEqualTo(Step.TRIED_AGAIN);
        assertThat(shelf.placed).hasSize(2).doesNotHaveDuplicates();
        assertThat(view(order).parts())
                .extracting(part -> part.subOrder().state() instanceof Placed)
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void whatIsNotThereWhenTheWaitingEndsIsLeftOut() {
        OrderId order = refused(ShortagePolicy.waiting(7));
        Instant until = START.plus(Duration.ofDays(7));
        while (step(order) == Step.ACTING) {
            Instant next = world.nextDue().orElseThrow();
            assertThat(next).isBeforeOrEqualTo(until);
            clock.set(next);
            advance();
        }
        assertThat(step(order)).isEqualTo(Step.CANCELLED);
        assertThat(clock.instant()).isEqualTo(until);
    }

    @Test
    void aStoreThatQuotesWhatItThenRefusesIsNotTriedForEverNorBeyondTheDeadline() {
        world.offers(new For(12_90));
        OrderId order = refused(ShortagePolicy.waiting(7));
        while (world.nextDue().isPresent()) {
            clock.set(world.nextDue().orElseThrow());
            advance();
        }
        assertThat(shelf.placed).hasSizeBetween(2, 7).doesNotHaveDuplicates();
        assertThat(clock.instant()).isBeforeOrEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(world.rests().of(order)).isEmpty();
        assertThat(view(order).status()).isEqualTo(OrderStatus.REFUSED);
    }

    @Test
    void aRefusalForAnotherReasonIsAskedAboutAndHasADeadlineToo() {
        world.offers(new For(12_90));
        shelf.outOfStock = false;
        OrderId order = refused(ShortagePolicy.replacing(20));

        assertThat(step(order)).as("nothing was agreed to for this case").isEqualTo(Step.ASKING);
        assertThat(shelf.placed).hasSize(1);
        world.rests().leaveOut(world.rests().of(order));
        assertThat(step(order))
                .as("from that moment nothing is left to choose")
                .isEqualTo(Step.DECIDED);
        assertThat(world.nextDue()).isEmpty();
        clock.forward(ShortageRecord.TO_CHOOSE);
        advance();
        assertThat(step(order)).as("the shopper was first").isEqualTo(Step.DECIDED);
    }

    @Test
    void itIsOrderedInItsPlaceOnceFromHoweverManyInstances() throws Exception {
        OrderId order = refused(ShortagePolicy.waiting(7));
        world.offers(new For(12_90));
        SubOrder part = world.record().ofOrder(order).getFirst();
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> see =
                    () -> {
                        world.shortages().see(part);
                        return true;
                    };
            for (Future<Boolean> one :
                    instances.invokeAll(Stream.generate(() -> see).limit(16).toList())) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(world.record().ofOrder(order)).hasSize(2);
    }

    @Test
    void theShopperWhoDecidesAtTheDeadlineWaitsForNobodyWhoWaitsForThem() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 12; round++) {
                OrderId order = refusedJustNow();
                SubOrder part = world.record().ofOrder(order).getFirst();
                List<RestLine> rest = world.rests().of(order);
                assertThat(rest).hasSize(1);
                Callable<Boolean> worker =
                        () -> {
                            world.shortages().see(part);
                            return true;
                        };
                Callable<Boolean> shopper =
                        () -> {
                            world.rests().leaveOut(rest);
                            return true;
                        };
                for (Future<Boolean> one :
                        both.invokeAll(List.of(worker, shopper, worker, shopper))) {
                    assertThat(one.get()).isTrue();
                }
                assertThat(step(order)).isNotEqualTo(Step.ACTING);
                assertThat(world.rests().of(order)).isEmpty();
            }
        }
    }

    @Test
    void theShopperWhoBuysItElsewhereMeanwhileIsNotBoughtForASecondTime() {
        OrderId order = refused(ShortagePolicy.waiting(7));
        OrderId other = world.open(List.of(DoubtClass.KEY));
        assertThat(world.rests().buyAgain(world.rests().of(order), other)).isTrue();
        assertThat(step(order)).isEqualTo(Step.DECIDED);
        world.offers(new For(12_90));
        clock.set(world.nextDue().orElseThrow());
        advance();
        clock.forward(Duration.ofMinutes(20));
        advance();
        assertThat(step(order)).isEqualTo(Step.DECIDED);
        assertThat(world.record().ofOrder(order)).hasSize(1);
    }

    @Test
    void whatIsPaidToUsIsKeptWhileItMayBeOrderedAndLetGoWhenItIsNot() {
        SubOrderId part = new SubOrderId(UUID.randomUUID());
        SubOrder refused = refusedPaidToUs(part);
        assertThat(Settlement.of(List.of(refused), Set.of(part), AGREED.currency()).atMost())
                .isEqualTo(AGREED);
        assertThat(Settlement.of(List.of(refused), Set.of(), AGREED.currency()).atMost())
                .isEqualTo(NOTHING);
    }

    @Test
    void theShopperNeverPaysMoreThanAgreedAndTheAllowance() {
        assertThat(paidTooMuch(world, 1)).isEmpty();
    }

    @Test
    void thatWouldBeSeen() {
        // each replacement measured from the one before it
        ConsentLimit compounding =
                new ConsentLimit() {
                    @Override
                    boolean covers(
                            Agreed agreed,
                            Map<ProductId, Integer> wanted,
                            Collection<NewSubOrder> offered) {
                        ShortagePolicy policy = agreed.policy();
                        return super.covers(
                                new Agreed(
                                        agreed.merchant(),
                                        agreed.paymentMethod(),
                                        policy.ceiling(agreed.total()),
                                        agreed.others(),
                                        agreed.lines().stream()
                                                .map(line ->
                                                        new SoldParts.SoldLine(
                                                                line.line(),
                                                                line.product(),
                                                                line.upstreamId(),
                                                                line.title(),
                                                                line.quantity(),
                                                                policy.ceiling(line.quoted())))
                                                .toList(),
                                        policy),
                                wanted,
                                offered);
                    }
                };
        try (OrderWorld planted =
                new OrderWorld(
                        shelf,
                        clock,
                        folder,
                        new DoubtPolicy(OrderWorld.SETTINGS.quietPeriod()),
                        Map.of(),
                        Rule.REAL,
                        compounding)) {
            assertThat(paidTooMuch(planted, 1)).isNotEmpty();
        }
    }

    /**
     * Many orders, stores that refuse what they were to replace again and again, and prices around
     * the limit; what came to more than it.
     */
    private List<String> paidTooMuch(OrderWorld tried, long seed) {
        Random dice = new Random(seed);
        List<String> wrong = new ArrayList<>();
        int replaced = 0;
        for (int i = 0; i < 60; i++) {
            ShortagePolicy policy = ShortagePolicy.replacing(dice.nextInt(21));
            tried.shortage(policy);
            tried.offers(new For(() -> 10_00 + dice.nextInt(7_00)));
            shelf.dice = Optional.of(dice);
            OrderId order = tried.open(List.of(DoubtClass.KEY));
            for (int step = 0; step < 12; step++) {
                tried.desk().advance(order);
            }
            shelf.dice = Optional.empty();
            List<SubOrder> parts = tried.record().ofOrder(order);
            replaced += parts.size() - 1;
            long standing =
                    parts.stream()
                            .filter(part -> !(part.state() instanceof Rejected))
                            .mapToLong(part -> part.quoted().total().minor())
                            .sum();
            if (standing > AGREED.minor() * (100 + policy.percent()) / 100) {
                wrong.add(standing + " with " + policy);
            }
        }
        assertThat(replaced).as("replacements that were tried").isGreaterThan(10);
        return wrong;
    }

    private OrderId refused(ShortagePolicy policy) {
        world.shortage(policy);
        OrderId order = world.open(List.of(DoubtClass.KEY));
        for (int step = 0; step < 4; step++) {
            world.desk().advance(order);
            if (step == 0 && policy.choice() == ShortagePolicy.Choice.REPLACE) {
                shelf.soldOut = false;
            }
        }
        return order;
    }

    /** Its goods are to be left out, and nobody came by to do so yet. */
    private OrderId refusedJustNow() {
        world.shortage(ShortagePolicy.cancelling());
        OrderId order = world.open(List.of(DoubtClass.KEY));
        world.desk().advance(order);
        assertThat(step(order)).isEqualTo(Step.ACTING);
        return order;
    }

    private void advance() {
        world.dueOrders().forEach(world.desk()::advance);
        world.dueOrders().forEach(world.desk()::advance);
    }

    private Step step(OrderId order) {
        return view(order).parts().stream()
                .filter(part -> part.subOrder().state() instanceof Rejected)
                .findFirst()
                .flatMap(OrderView.Part::shortage)
                .map(Shortage::step)
                .orElseThrow();
    }

    private List<Step> told(OrderId order) {
        return world.changed().after(ChangedParts.Position.before(START), 10).stream()
                .filter(changed -> changed.subOrder().order().equals(order))
                .flatMap(changed -> changed.shortage().stream())
                .map(Shortage::step)
                .toList();
    }

    private OrderView view(OrderId order) {
        return world.orders().find(order, OrderWorld.SHOPPER).orElseThrow();
    }

    private static SubOrder refusedPaidToUs(SubOrderId id) {
        Amounts amounts = new Amounts(AGREED, NOTHING, NOTHING, NOTHING, AGREED);
        return new SubOrder(
                id,
                new OrderId(UUID.randomUUID()),
                new StoreId("key", "shop"),
                Localized.of("en", "Store"),
                DoubtClass.KEY,
                MerchantOfRecord.TRUECART,
                PaymentMethod.BANK_TRANSFER,
                new Rejected("out of stock", Optional.empty(), true),
                1,
                new IdempotencyKey("tc-" + id),
                amounts,
                amounts,
                Optional.empty(),
                NOTHING,
                START,
                START);
    }

    /** Every store asks so much for anything. */
    private final class For implements OtherOffers {
        private final IntSupplier price;

        For(int price) {
            this(() -> price);
        }

        For(IntSupplier price) {
            this.price = price;
        }

        @Override
        public Optional<NewSubOrder> again(SubOrderId part) {
            SubOrder was = world.record().find(part).orElseThrow();
            return elsewhere(
                            world.rests().of(was.order()).stream()
                                    .filter(line -> line.part().equals(part))
                                    .toList(),
                            Set.of())
                    .stream()
                    .findFirst();
        }

        @Override
        public List<NewSubOrder> elsewhere(Collection<RestLine> lines, Set<StoreId> without) {
            if (lines.isEmpty()) {
                return List.of();
            }
            Money asked = Money.of(price.getAsInt(), "HKD");
            Amounts amounts = new Amounts(asked, NOTHING, NOTHING, NOTHING, asked);
            RestLine line = lines.iterator().next();
            return List.of(
                    new NewSubOrder(
                            new StoreId("key", "shop"),
                            Localized.of("en", "Another store"),
                            DoubtClass.KEY,
                            MerchantOfRecord.THE_STORE,
                            amounts,
                            amounts,
                            "",
                            List.of(
                                    new NewLine(
                                            line.product(),
                                            "sku-1",
                                            line.title(),
                                            line.quantity(),
                                            asked,
                                            asked)),
                            new PlaceRequest(
                                    new QuoteRequest(
                                            List.of(new OrderLine("sku-1", 1)),
                                            Set.of(),
                                            OrderWorld.RECIPIENT),
                                    "token",
                                    asked,
                                    PaymentMethod.CASH_ON_DELIVERY)));
        }
    }

    /** A store that has the goods, or not. */
    private static final class Shelf extends OneStore {
        private final List<String> placed = new ArrayList<>();
        private final Map<String, UpstreamOrder> books = new HashMap<>();
        private Optional<Random> dice = Optional.empty();
        private boolean soldOut = true;
        private boolean outOfStock = true;

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            placed.add(key.value());
            if (dice.map(one -> one.nextInt(10) < 6).orElse(soldOut)) {
                return new PlaceResult.Rejected("sold out", Optional.empty(), outOfStock);
            }
            UpstreamOrder order =
                    new UpstreamOrder(
                            new OrderHandle("S" + placed.size(), new Secret("access")),
                            UpstreamOrder.Status.ACCEPTED,
                            "processing",
                            request.agreedTotal(),
                            NOTHING,
                            List.of(),
                            START);
            books.put(order.handle().upstreamOrderId(), order);
            return new PlaceResult.Placed(order);
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            return new Lookup.NotFound();
        }

        @Override
        public UpstreamOrder track(OrderHandle handle) {
            return Objects.requireNonNull(books.get(handle.upstreamOrderId()));
        }

        @Override
        public Terms terms() {
            return new Terms(DoubtClass.KEY, Set.of(PaymentMethod.CASH_ON_DELIVERY));
        }
    }
}
