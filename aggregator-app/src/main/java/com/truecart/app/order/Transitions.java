package com.truecart.app.order;

import static com.truecart.app.order.Step.Refusal.ALREADY_SENT;
import static com.truecart.app.order.Step.Refusal.AT_STORE;
import static com.truecart.app.order.Step.Refusal.MAY_STILL_ARRIVE;
import static com.truecart.app.order.Step.Refusal.NEVER_SENT;
import static com.truecart.app.order.Step.Refusal.NOT_AWAITING_PAYMENT;
import static com.truecart.app.order.Step.Refusal.NOT_IN_DOUBT;
import static com.truecart.app.order.Step.Refusal.NOT_PAID;
import static com.truecart.app.order.Step.Refusal.NOT_WITH_A_PERSON;
import static com.truecart.app.order.Step.Refusal.NOT_WITH_THE_SHOPPER;
import static com.truecart.app.order.Step.Refusal.OTHER_ATTEMPT;
import static com.truecart.app.order.Step.Refusal.REJECTED;
import static com.truecart.app.order.Step.Refusal.SECOND_STORE_ORDER;
import static com.truecart.app.order.Step.Refusal.WITH_A_PERSON;
import static com.truecart.app.order.Step.Refusal.WITH_THE_SHOPPER;

import com.truecart.app.order.Step.Refused;
import com.truecart.app.order.Step.To;
import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.BuyerDeclined;
import com.truecart.app.order.SubOrderEvent.BuyerNeeded;
import com.truecart.app.order.SubOrderEvent.HandedToPerson;
import com.truecart.app.order.SubOrderEvent.NoneFound;
import com.truecart.app.order.SubOrderEvent.NotReached;
import com.truecart.app.order.SubOrderEvent.NotTold;
import com.truecart.app.order.SubOrderEvent.Paid;
import com.truecart.app.order.SubOrderEvent.PaymentLapsed;
import com.truecart.app.order.SubOrderEvent.PersonFoundIt;
import com.truecart.app.order.SubOrderEvent.PersonFoundNone;
import com.truecart.app.order.SubOrderEvent.SendBegun;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.spi.UpstreamOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The rules by which a sub-order moves. */
public final class Transitions {

    private Transitions() {}

    /** What this event means to a sub-order in this state. */
    public static Step after(SubOrderState state, SubOrderEvent event) {
        return switch (state) {
            case AwaitingPayment _ -> fromAwaitingPayment(event);
            case Placing placing -> fromPlacing(placing, event);
            case InDoubt doubt -> fromDoubt(doubt, event);
            case AwaitingBuyer waiting -> fromAwaitingBuyer(waiting, event);
            case Placed placed -> atStore(placed, placed.storeOrder(), event);
            case Shipped shipped -> atStore(shipped, shipped.storeOrder(), event);
            case Delivered delivered -> atStore(delivered, delivered.storeOrder(), event);
            case Cancelled cancelled -> atStore(cancelled, cancelled.storeOrder(), event);
            case Rejected rejected -> fromRejected(rejected, event);
        };
    }

    private static Step fromAwaitingPayment(SubOrderEvent event) {
        return switch (event) {
            case Paid _ -> new To(Placing.FIRST);
            case PaymentLapsed _ ->
                    new To(new Rejected(OwnReason.NOT_PAID.sentence(), Optional.empty()));
            case SendBegun _,
                    StoreHasIt _,
                    StoreRefused _,
                    NotReached _,
                    BuyerNeeded _,
                    AnswerLost _,
                    NoneFound _,
                    NotTold _,
                    BuyerDeclined _,
                    HandedToPerson _,
                    PersonFoundIt _,
                    PersonFoundNone _ ->
                    new Refused(NOT_PAID);
        };
    }

    private static Step fromPlacing(Placing placing, SubOrderEvent event) {
        return switch (event) {
            case SendBegun begun ->
                    placing.sentAt().isPresent()
                            ? new Refused(ALREADY_SENT)
                            : new To(
                                    new Placing(
                                            placing.attempt(),
                                            Optional.of(begun.at()),
                                            placing.unreached()));
            case StoreHasIt has -> new To(asStated(has.order()));
            case StoreRefused refused ->
                    answered(placing, refused.attempt(), _ -> rejected(refused));
            case NotReached missed ->
                    answered(
                            placing,
                            missed.attempt(),
                            _ ->
                                    new Placing(
                                            placing.attempt() + 1,
                                            Optional.empty(),
                                            placing.unreached() + 1));
            case BuyerNeeded needed ->
                    answered(
                            placing,
                            needed.attempt(),
                            _ -> new AwaitingBuyer(needed.at(), needed.when()));
            case AnswerLost lost ->
                    answered(
                            placing,
                            lost.attempt(),
                            sentAt ->
                                    new InDoubt(
                                            placing.attempt(),
                                            sentAt,
                                            sentAt,
                                            lost.why(),
                                            false,
                                            Optional.empty()));
            case NoneFound _, NotTold _, HandedToPerson _, PersonFoundIt _, PersonFoundNone _ ->
                    new Refused(NOT_IN_DOUBT);
            case BuyerDeclined _ -> new Refused(NOT_WITH_THE_SHOPPER);
            case Paid _, PaymentLapsed _ -> new Refused(NOT_AWAITING_PAYMENT);
        };
    }

    private static Rejected rejected(StoreRefused refused) {
        return new Rejected(refused.reason(), refused.newTotal(), refused.outOfStock());
    }

    /** A refusal of an earlier attempt must not undo a later one's success. */
    private static Step answered(
            Placing placing, int attempt, Function<Instant, SubOrderState> next) {
        if (attempt != placing.attempt()) {
            return new Refused(OTHER_ATTEMPT);
        }
        return placing.sentAt()
                .<Step>map(sentAt -> new To(next.apply(sentAt)))
                .orElseGet(() -> new Refused(NEVER_SENT));
    }

    private static Step fromDoubt(InDoubt doubt, SubOrderEvent event) {
        return switch (event) {
            case SendBegun begun ->
                    doubt.parked().isPresent()
                            ? new Refused(WITH_A_PERSON)
                            : new To(
                                    new InDoubt(
                                            doubt.attempt() + 1,
                                            doubt.since(),
                                            begun.at(),
                                            doubt.why(),
                                            false,
                                            Optional.empty()));
            case StoreHasIt has -> new To(asStated(has.order()));
            case StoreRefused refused ->
                    refused.attempt() == doubt.attempt()
                            ? new To(rejected(refused))
                            : new Refused(OTHER_ATTEMPT);
            case BuyerNeeded needed ->
                    needed.attempt() == doubt.attempt()
                            ? new To(new AwaitingBuyer(needed.at(), needed.when()))
                            : new Refused(OTHER_ATTEMPT);
            // what an earlier attempt did is still unknown
            case NotReached missed -> told(doubt, missed.attempt(), missed.why());
            case AnswerLost lost -> told(doubt, lost.attempt(), lost.why());
            case NoneFound _ ->
                    new To(
                            new InDoubt(
                                    doubt.attempt(),
                                    doubt.since(),
                                    doubt.sentAt(),
                                    doubt.why(),
                                    true,
                                    doubt.parked()));
            case NotTold silent -> told(doubt, doubt.attempt(), silent.why());
            case HandedToPerson handed ->
                    new To(
                            new InDoubt(
                                    doubt.attempt(),
                                    doubt.since(),
                                    doubt.sentAt(),
                                    doubt.why(),
                                    doubt.missed(),
                                    Optional.of(handed.reason())));
            case PersonFoundIt found -> new To(asStated(found.order()));
            case PersonFoundNone none -> personFoundNone(doubt, none);
            case BuyerDeclined _ -> new Refused(NOT_WITH_THE_SHOPPER);
            case Paid _, PaymentLapsed _ -> new Refused(NOT_AWAITING_PAYMENT);
        };
    }

    /** Somebody who asked too early saw nothing of what was still on its way. */
    private static Step personFoundNone(InDoubt doubt, PersonFoundNone none) {
        if (doubt.parked().isEmpty()) {
            return new Refused(NOT_WITH_A_PERSON);
        }
        if (doubt.sentAt().isAfter(none.arrivedIfSentBy())) {
            return new Refused(MAY_STILL_ARRIVE);
        }
        return new To(
                none.sendAgain()
                        ? new Placing(doubt.attempt() + 1, Optional.empty(), 0)
                        : new Rejected(OwnReason.STORE_HAS_NONE.sentence(), Optional.empty()));
    }

    private static Step told(InDoubt doubt, int attempt, String why) {
        return attempt != doubt.attempt() ? new Refused(OTHER_ATTEMPT) : new To(doubt.saying(why));
    }

    private static Step fromAwaitingBuyer(AwaitingBuyer waiting, SubOrderEvent event) {
        return switch (event) {
            case StoreHasIt has -> new To(asStated(has.order()));
            // the shopper has not finished there
            case NoneFound _, NotTold _ -> new To(waiting);
            case BuyerDeclined _ ->
                    new To(new Rejected(OwnReason.DECLINED.sentence(), Optional.empty()));
            case SendBegun _,
                    StoreRefused _,
                    NotReached _,
                    BuyerNeeded _,
                    AnswerLost _,
                    HandedToPerson _,
                    PersonFoundIt _,
                    PersonFoundNone _ ->
                    new Refused(WITH_THE_SHOPPER);
            case Paid _, PaymentLapsed _ -> new Refused(NOT_AWAITING_PAYMENT);
        };
    }

    private static Step atStore(SubOrderState state, String storeOrder, SubOrderEvent event) {
        return switch (event) {
            case StoreHasIt has ->
                    has.order().handle().upstreamOrderId().equals(storeOrder)
                            ? new To(onward(state, has.order()))
                            : new Refused(SECOND_STORE_ORDER);
            case SendBegun _,
                    StoreRefused _,
                    NotReached _,
                    BuyerNeeded _,
                    AnswerLost _,
                    HandedToPerson _,
                    PersonFoundIt _,
                    PersonFoundNone _ ->
                    new Refused(AT_STORE);
            case BuyerDeclined _ -> new Refused(NOT_WITH_THE_SHOPPER);
            case NoneFound _, NotTold _ -> new Refused(NOT_IN_DOUBT);
            case Paid _, PaymentLapsed _ -> new Refused(NOT_AWAITING_PAYMENT);
        };
    }

    private static Step fromRejected(Rejected rejected, SubOrderEvent event) {
        return switch (event) {
            // the store's books win over what we believed
            case StoreHasIt has -> new To(asStated(has.order()));
            case StoreRefused _ -> new To(rejected);
            case SendBegun _,
                    NotReached _,
                    BuyerNeeded _,
                    AnswerLost _,
                    HandedToPerson _,
                    PersonFoundIt _,
                    PersonFoundNone _ ->
                    new Refused(REJECTED);
            case BuyerDeclined _ -> new Refused(NOT_WITH_THE_SHOPPER);
            case NoneFound _, NotTold _ -> new Refused(NOT_IN_DOUBT);
            case Paid _, PaymentLapsed _ -> new Refused(NOT_AWAITING_PAYMENT);
        };
    }

    /**
     * A word we do not know is neither success nor failure: the store has the order, and that is
     * all we say.
     */
    private static SubOrderState asStated(UpstreamOrder order) {
        return switch (order.status()) {
            case ACCEPTED, UNRECOGNISED -> placed(order);
            case SHIPPED -> shipped(order);
            case DELIVERED -> delivered(order);
            case CANCELLED -> cancelled(order);
        };
    }

    /** A parcel does not go backwards: an older word of the store changes only the word shown. */
    private static SubOrderState onward(SubOrderState state, UpstreamOrder order) {
        return switch (order.status()) {
            case ACCEPTED, UNRECOGNISED -> sameState(state, order);
            case SHIPPED -> state instanceof Delivered ? sameState(state, order) : shipped(order);
            case DELIVERED -> delivered(order);
            case CANCELLED -> cancelled(order);
        };
    }

    private static SubOrderState sameState(SubOrderState state, UpstreamOrder order) {
        return switch (state) {
            case Placed _ -> placed(order);
            case Shipped _ -> shipped(order);
            case Delivered _ -> delivered(order);
            case Cancelled _ -> cancelled(order);
            case AwaitingPayment _, Placing _, AwaitingBuyer _, InDoubt _, Rejected _ ->
                    throw new IllegalStateException("not at the store: " + state);
        };
    }

    private static Placed placed(UpstreamOrder order) {
        return new Placed(order.handle().upstreamOrderId(), order.charged(), order.statusText());
    }

    private static Shipped shipped(UpstreamOrder order) {
        return new Shipped(order.handle().upstreamOrderId(), order.charged(), order.statusText());
    }

    private static Delivered delivered(UpstreamOrder order) {
        return new Delivered(order.handle().upstreamOrderId(), order.charged(), order.statusText());
    }

    private static Cancelled cancelled(UpstreamOrder order) {
        return new Cancelled(order.handle().upstreamOrderId(), order.charged(), order.statusText());
    }
}
