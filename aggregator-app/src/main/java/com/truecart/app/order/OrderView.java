package com.truecart.app.order;

import com.truecart.app.catalog.ProductId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An order as its shopper sees it.
 *
 * @param handOff what the shopper buys alone, at stores that take no orders from us
 * @param shortage what was agreed to for the case that a store has too few; empty where it was
 *     ordered before that could be chosen
 */
public record OrderView(
        OrderId id,
        String number,
        Instant placedAt,
        Currency currency,
        List<Part> parts,
        List<HandOff> handOff,
        Optional<ShortagePolicy> shortage) {
    public OrderView {
        parts = List.copyOf(parts);
        handOff = List.copyOf(handOff);
    }

    /** Where the whole stands: worked out, never stored. */
    public OrderStatus status() {
        return OrderStatus.of(
                parts.stream()
                        .filter(part -> !part.isOrderedAnew())
                        .map(part -> part.subOrder().state())
                        .toList());
    }

    /** Whether something may still happen soon. */
    public boolean isOpen() {
        return parts.stream()
                .anyMatch(part -> !part.subOrder().state().hasEnded() || isBeingReplaced(part));
    }

    /** Waiting for a store to have something takes days; the others come to something at once. */
    private boolean isBeingReplaced(Part part) {
        return part.shortage().filter(one -> one.step() == Shortage.Step.ACTING).isPresent()
                && part.canBePlannedAgain()
                && shortage.filter(one -> one.choice() != ShortagePolicy.Choice.WAIT).isPresent();
    }

    /** Whether some part may still be called off, by us at once or by its store. */
    public boolean mayBeCalledOff() {
        return parts.stream().anyMatch(Part::mayBeCalledOff);
    }

    /** What the shopper agreed to, over all stores, as it stands now. */
    public Money quoted() {
        return parts.stream()
                .filter(part -> !part.isOrderedAnew())
                .map(part -> part.subOrder().quoted().total())
                .reduce(new Money(0, currency), Money::plus);
    }

    /**
     * The part at one store.
     *
     * @param differences why promised, quoted and charged are not the same, where they are not
     * @param waiting how the waiting for it stands
     * @param shortage what becomes of its goods, where it was not placed
     */
    public record Part(
            SubOrder subOrder,
            List<Line> lines,
            List<Happening> history,
            List<Parcel> parcels,
            List<Difference> differences,
            Optional<Waiting> waiting,
            Optional<Shortage> shortage) {
        public Part {
            lines = List.copyOf(lines);
            history = List.copyOf(history);
            parcels = List.copyOf(parcels);
            differences = List.copyOf(differences);
        }

        /** Whether its goods were ordered anew within this order, as agreed for that case. */
        public boolean isOrderedAnew() {
            return canBePlannedAgain()
                    && shortage.filter(one -> one.step().isOrderedAnew()).isPresent();
        }

        /** Whether its store can be asked to call it off, or nothing has to be asked. */
        public boolean mayBeCalledOff() {
            return switch (subOrder.state()) {
                case SubOrderState.AwaitingBuyer _, SubOrderState.Placed _ -> true;
                case SubOrderState.AwaitingPayment _,
                        SubOrderState.Placing _,
                        SubOrderState.InDoubt _,
                        SubOrderState.Shipped _,
                        SubOrderState.Delivered _,
                        SubOrderState.Cancelled _,
                        SubOrderState.Rejected _ ->
                        false;
            };
        }

        /** Whether the store surely does not deliver this, so that it may be bought elsewhere. */
        public boolean canBePlannedAgain() {
            return switch (subOrder.state()) {
                case SubOrderState.Rejected _, SubOrderState.Cancelled _ -> true;
                case SubOrderState.AwaitingPayment _,
                        SubOrderState.Placing _,
                        SubOrderState.AwaitingBuyer _,
                        SubOrderState.InDoubt _,
                        SubOrderState.Placed _,
                        SubOrderState.Shipped _,
                        SubOrderState.Delivered _ ->
                        false;
            };
        }
    }

    /**
     * A line with what was promised, quoted and charged for all its units; a charge is only known
     * where the whole was charged as quoted.
     */
    public record Line(
            ProductId product,
            Localized title,
            int quantity,
            Money promised,
            Money quoted,
            Optional<Money> charged) {}

    /**
     * One thing that happened; {@code kind} is translated, {@code detail} is the store's or our own
     * words.
     */
    public record Happening(Instant at, String kind, String detail) {}

    /**
     * One thing that happened to a parcel.
     *
     * @param source 'store', or the service that asked the carrier
     */
    public record ParcelEvent(Instant at, String kind, String text, String source) {}

    /** One parcel; {@code page} only where it is a web address. */
    public record Parcel(
            Optional<String> carrier,
            Optional<String> trackingNumber,
            Optional<URI> page,
            List<ParcelEvent> events) {
        public Parcel {
            events = List.copyOf(events);
        }
    }

    /** A difference as the ledger has it; {@code kind} says between what. */
    public record Difference(String kind, Money amount, String explanation) {}
}
