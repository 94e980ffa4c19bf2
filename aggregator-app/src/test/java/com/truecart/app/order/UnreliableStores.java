package com.truecart.app.order;

import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Event;
import com.truecart.spi.UpstreamOrder.Parcel;
import com.truecart.spi.UpstreamOrder.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Stores that misbehave in every way the reference names, one per doubt class, with books of their
 * own: the only witness of what was really ordered.
 */
final class UnreliableStores extends OrderingStores {

    /** What a store may do to an order sent to it. */
    enum Mood {
        FINE,
        DROPS_AFTER_WORK,
        LATE,
        FAILS_AFTER_WORK,
        FAILS_WITHOUT_WORK,
        GARBLES_AFTER_WORK,
        REFUSES,
        WANTS_THE_BUYER,
        THROTTLES,
        IS_DOWN,
        KILLS_US_BEFORE_WORK,
        KILLS_US_AFTER_WORK
    }

    /** The application is killed at this very moment. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    record Booked(String number, Money charged, Instant at) {}

    private static final List<Mood> TROUBLES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Mood.FINE)));

    private record Late(DoubtClass store, String key, Money total, Instant at) {}

    private final Random random;
    private final Clock clock;
    private final int faultyPercent;
    private int soldOutPercent;
    private final Map<DoubtClass, Map<String, List<Booked>>> books =
            new EnumMap<>(DoubtClass.class);
    private final List<Late> underWay = new ArrayList<>();
    private final Map<Mood, Integer> moods = new EnumMap<>(Mood.class);
    private final Map<String, Money> givenBack = new HashMap<>();
    private final Set<String> calledOff = new HashSet<>();
    private int numbers = 1000;

    /** From now on so many of the orders that come to no harm find nothing on the shelf. */
    void sellOut(int percent) {
        soldOutPercent = percent;
    }

    UnreliableStores(long seed, Clock clock, int faultyPercent) {
        random = new Random(seed);
        this.clock = clock;
        this.faultyPercent = faultyPercent;
        for (DoubtClass each : DoubtClass.values()) {
            books.put(each, new HashMap<>());
        }
    }

    static String nameOf(DoubtClass doubtClass) {
        return doubtClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the store's books say was ordered under this key. */
    List<Booked> booked(DoubtClass store, String key) {
        land();
        return books.getOrDefault(store, Map.of()).getOrDefault(key, List.of());
    }

    /**
     * A store gives back a part of what it charged for this order, once, or calls it off as well.
     */
    void giveBack(String number, Money amount, boolean callsOff) {
        if (givenBack.putIfAbsent(number, amount) == null && callsOff) {
            calledOff.add(number);
        }
    }

    /** What a store keeps of an order: one called off before anybody paid it keeps nothing. */
    Money kept(Booked order) {
        Money back = givenBack.getOrDefault(order.number(), Money.zero(order.charged().currency()));
        return calledOff.contains(order.number()) && back.isZero()
                ? back
                : order.charged().minus(back);
    }

    /** Orders in the books of all stores. */
    int bookedInAll() {
        land();
        return books.values().stream()
                .flatMap(book -> book.values().stream())
                .mapToInt(List::size)
                .sum();
    }

    Map<Mood, Integer> moods() {
        return moods;
    }

    @Override
    OrderGateway storeOf(String connectionId) {
        return new Desk(
                DoubtClass.valueOf(connectionId.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private void land() {
        Instant now = clock.instant();
        for (Late late : List.copyOf(underWay)) {
            if (!late.at().isAfter(now)) {
                underWay.remove(late);
                book(late.store(), late.key(), late.total());
            }
        }
    }

    private Booked book(DoubtClass store, String key, Money total) {
        List<Booked> same = books.getOrDefault(store, Map.of()).getOrDefault(key, List.of());
        boolean tellsRepeatsApart = store == DoubtClass.KEY || store == DoubtClass.UNIQUE_REFERENCE;
        if (tellsRepeatsApart && !same.isEmpty()) {
            return same.getFirst();
        }
        Booked booked = new Booked("S" + numbers++, total, clock.instant());
        List<Booked> more = new ArrayList<>(same);
        more.add(booked);
        books.computeIfAbsent(store, _ -> new HashMap<>()).put(key, more);
        return booked;
    }

    private final class Desk implements OrderGateway {
        private final DoubtClass store;

        Desk(DoubtClass store) {
            this.store = store;
        }

        @Override
        public Terms terms() {
            return new Terms(store, Set.of(PaymentMethod.CASH_ON_DELIVERY));
        }

        @Override
        public QuoteResult quote(QuoteRequest request) {
            throw new UnsupportedOperationException("nothing is quoted here");
        }

        @Override
        public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
            land();
            Mood mood =
                    random.nextInt(100) < faultyPercent
                            ? TROUBLES.get(random.nextInt(TROUBLES.size()))
                            : soldOutPercent > 0 && random.nextInt(100) < soldOutPercent
                                    ? Mood.REFUSES
                                    : Mood.FINE;
            moods.merge(mood, 1, Integer::sum);
            Money total = request.agreedTotal();
            return switch (mood) {
                case FINE -> new PlaceResult.Placed(state(book(store, key.value(), total)));
                case DROPS_AFTER_WORK -> {
                    book(store, key.value(), total);
                    throw new UpstreamException.Unanswered("connection closed");
                }
                case LATE -> {
                    late(key, total, 1 + random.nextInt(85));
                    throw new UpstreamException.Unanswered("no answer in 15 s");
                }
                case FAILS_AFTER_WORK -> {
                    book(store, key.value(), total);
                    yield new PlaceResult.InDoubt("503 after a write");
                }
                case FAILS_WITHOUT_WORK ->
                        throw new UpstreamException.Unanswered("500 after a write");
                case GARBLES_AFTER_WORK -> {
                    book(store, key.value(), total);
                    throw new UpstreamException.Drifted("half an answer");
                }
                case REFUSES -> new PlaceResult.Rejected("out of stock", Optional.empty(), true);
                case WANTS_THE_BUYER -> {
                    late(key, total, 40);
                    yield new PlaceResult.NeedsBuyer(URI.create("https://store.example/go-on"));
                }
                case THROTTLES ->
                        throw new UpstreamException.Throttled("slow down", Optional.empty());
                case IS_DOWN -> throw new UpstreamException.Unavailable("no connection");
                case KILLS_US_BEFORE_WORK -> throw new Killed();
                case KILLS_US_AFTER_WORK -> {
                    book(store, key.value(), total);
                    throw new Killed();
                }
            };
        }

        private void late(IdempotencyKey key, Money total, int seconds) {
            underWay.add(
                    new Late(
                            store,
                            key.value(),
                            total,
                            clock.instant().plus(Duration.ofSeconds(seconds))));
        }

        @Override
        public Lookup find(IdempotencyKey key, Optional<String> trace) {
            land();
            if (store == DoubtClass.WRITE_ONLY) {
                return new Lookup.CannotAsk("no list of orders");
            }
            if (random.nextInt(100) < faultyPercent / 4) {
                throw new UpstreamException.Unanswered("busy");
            }
            List<Booked> found = booked(store, key.value());
            return found.isEmpty()
                    ? new Lookup.NotFound()
                    : new Lookup.Found(state(found.getFirst()));
        }

        @Override
        public UpstreamOrder track(OrderHandle order) {
            return books.getOrDefault(store, Map.of()).values().stream()
                    .flatMap(List::stream)
                    .filter(booked -> booked.number().equals(order.upstreamOrderId()))
                    .map(this::state)
                    .findFirst()
                    .orElseThrow(() -> new UpstreamException.Drifted("no such order"));
        }

        private UpstreamOrder state(Booked booked) {
            Duration age = Duration.between(booked.at(), clock.instant());
            Status status =
                    calledOff.contains(booked.number())
                            ? Status.CANCELLED
                            : age.toSeconds() < 20
                                    ? Status.ACCEPTED
                                    : age.toSeconds() < 60 ? Status.SHIPPED : Status.DELIVERED;
            List<Event> events = new ArrayList<>();
            events.add(new Event(booked.at(), "accepted", "Received"));
            if (status == Status.SHIPPED || status == Status.DELIVERED) {
                events.add(new Event(booked.at().plusSeconds(20), "shipped", "On its way"));
            }
            if (status == Status.DELIVERED) {
                events.add(new Event(booked.at().plusSeconds(60), "delivered", "Handed over"));
            }
            return new UpstreamOrder(
                    new OrderHandle(booked.number(), new Secret("key-" + booked.number())),
                    status,
                    status.name().toLowerCase(Locale.ROOT),
                    booked.charged(),
                    givenBack.getOrDefault(
                            booked.number(), Money.zero(booked.charged().currency())),
                    List.of(
                            new Parcel(
                                    Optional.of("SF"),
                                    Optional.of("SF" + booked.number()),
                                    Optional.empty(),
                                    events)),
                    clock.instant());
        }
    }
}
