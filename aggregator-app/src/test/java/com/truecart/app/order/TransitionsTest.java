package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.Step.Refusal;
import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.BuyerDeclined;
import com.truecart.app.order.SubOrderEvent.BuyerNeeded;
import com.truecart.app.order.SubOrderEvent.Decision;
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
import com.truecart.model.Money;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state meets every event. */
class TransitionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final Money PAID = Money.of(12_90, "HKD");
    private static final URI DESK = URI.create("https://store.example/pay");

    private static final Map<String, SubOrderState> STATES = new LinkedHashMap<>();
    private static final Map<String, SubOrderEvent> EVENTS = new LinkedHashMap<>();

    static {
        STATES.put("awaiting payment", new AwaitingPayment(NOW));
        STATES.put("intended", new Placing(2, Optional.empty(), 1));
        STATES.put("sent", new Placing(2, Optional.of(EARLIER), 1));
        STATES.put("in doubt", new InDoubt(2, EARLIER, EARLIER, "lost", false, Optional.empty()));
        STATES.put(
                "parked",
                new InDoubt(2, EARLIER, EARLIER, "lost", true, Optional.of("no way to ask")));
        STATES.put("awaiting buyer", new AwaitingBuyer(DESK, EARLIER));
        STATES.put("placed", new Placed("7", PAID, "processing"));
        STATES.put("shipped", new Shipped("7", PAID, "sent"));
        STATES.put("delivered", new Delivered("7", PAID, "done"));
        STATES.put("cancelled", new Cancelled("7", PAID, "cancelled"));
        STATES.put("rejected", new Rejected("out of stock", Optional.empty()));

        EVENTS.put("paid", new Paid());
        EVENTS.put("payment lapsed", new PaymentLapsed());
        EVENTS.put("send begun", new SendBegun(NOW));
        EVENTS.put("accepted", new StoreHasIt(order("7", Status.ACCEPTED)));
        EVENTS.put("shipped", new StoreHasIt(order("7", Status.SHIPPED)));
        EVENTS.put("delivered", new StoreHasIt(order("7", Status.DELIVERED)));
        EVENTS.put("cancelled", new StoreHasIt(order("7", Status.CANCELLED)));
        EVENTS.put("unrecognised", new StoreHasIt(order("7", Status.UNRECOGNISED)));
        EVENTS.put("another order", new StoreHasIt(order("8", Status.ACCEPTED)));
        EVENTS.put("refused", new StoreRefused(2, "out of stock", Optional.empty()));
        EVENTS.put("refused earlier", new StoreRefused(1, "out of stock", Optional.empty()));
        EVENTS.put("not reached", new NotReached(2, "no connection"));
        EVENTS.put("buyer needed", new BuyerNeeded(2, DESK, NOW));
        EVENTS.put("buyer declined", new BuyerDeclined());
        EVENTS.put("answer lost", new AnswerLost(2, "cut off"));
        EVENTS.put("lost earlier", new AnswerLost(1, "cut off"));
        EVENTS.put("none found", new NoneFound());
        EVENTS.put("not told", new NotTold("busy"));
        EVENTS.put("to a person", new HandedToPerson("no way to ask"));
        Decision decision = new Decision("Lam", "asked by phone");
        EVENTS.put("found", new PersonFoundIt(order("7", Status.ACCEPTED), decision));
        EVENTS.put("none", new PersonFoundNone(EARLIER, false, decision));
        EVENTS.put("none, again", new PersonFoundNone(EARLIER, true, decision));
        EVENTS.put("none, too early", new PersonFoundNone(EARLIER.minusMillis(1), true, decision));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    event           | awaiting payment | intended     | sent          | in doubt      | parked        | awaiting buyer   | placed             | shipped            | delivered          | cancelled          | rejected
                    paid            | Placing          | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT
                    payment lapsed  | Rejected         | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT | NOT_AWAITING_PAYMENT
                    send begun      | NOT_PAID         | Placing      | ALREADY_SENT  | InDoubt       | WITH_A_PERSON | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    accepted        | NOT_PAID         | Placed       | Placed        | Placed        | Placed        | Placed           | Placed             | Shipped            | Delivered          | Cancelled          | Placed
                    shipped         | NOT_PAID         | Shipped      | Shipped       | Shipped       | Shipped       | Shipped          | Shipped            | Shipped            | Delivered          | Shipped            | Shipped
                    delivered       | NOT_PAID         | Delivered    | Delivered     | Delivered     | Delivered     | Delivered        | Delivered          | Delivered          | Delivered          | Delivered          | Delivered
                    cancelled       | NOT_PAID         | Cancelled    | Cancelled     | Cancelled     | Cancelled     | Cancelled        | Cancelled          | Cancelled          | Cancelled          | Cancelled          | Cancelled
                    unrecognised    | NOT_PAID         | Placed       | Placed        | Placed        | Placed        | Placed           | Placed             | Shipped            | Delivered          | Cancelled          | Placed
                    another order   | NOT_PAID         | Placed       | Placed        | Placed        | Placed        | Placed           | SECOND_STORE_ORDER | SECOND_STORE_ORDER | SECOND_STORE_ORDER | SECOND_STORE_ORDER | Placed
                    refused         | NOT_PAID         | NEVER_SENT   | Rejected      | Rejected      | Rejected      | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | Rejected
                    refused earlier | NOT_PAID         | OTHER_ATTEMPT| OTHER_ATTEMPT | OTHER_ATTEMPT | OTHER_ATTEMPT | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | Rejected
                    not reached     | NOT_PAID         | NEVER_SENT   | Placing       | InDoubt       | InDoubt       | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    buyer needed    | NOT_PAID         | NEVER_SENT   | AwaitingBuyer | AwaitingBuyer | AwaitingBuyer | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    answer lost     | NOT_PAID         | NEVER_SENT   | InDoubt       | InDoubt       | InDoubt       | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    lost earlier    | NOT_PAID         | OTHER_ATTEMPT| OTHER_ATTEMPT | OTHER_ATTEMPT | OTHER_ATTEMPT | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    none found      | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | InDoubt       | InDoubt       | AwaitingBuyer    | NOT_IN_DOUBT       | NOT_IN_DOUBT       | NOT_IN_DOUBT       | NOT_IN_DOUBT       | NOT_IN_DOUBT
                    not told        | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | InDoubt       | InDoubt       | AwaitingBuyer    | NOT_IN_DOUBT       | NOT_IN_DOUBT       | NOT_IN_DOUBT       | NOT_IN_DOUBT       | NOT_IN_DOUBT
                    buyer declined  | NOT_PAID         | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER | Rejected         | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER | NOT_WITH_THE_SHOPPER
                    to a person     | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | InDoubt       | InDoubt       | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    found           | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | Placed        | Placed        | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    none            | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | NOT_WITH_A_PERSON | Rejected      | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    none, again     | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | NOT_WITH_A_PERSON | Placing       | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    none, too early | NOT_PAID         | NOT_IN_DOUBT | NOT_IN_DOUBT  | NOT_WITH_A_PERSON | MAY_STILL_ARRIVE | WITH_THE_SHOPPER | AT_STORE           | AT_STORE           | AT_STORE           | AT_STORE           | REJECTED
                    """)
    void everyStateMeetsEveryEvent(
            String event,
            String awaitingPayment,
            String intended,
            String sent,
            String inDoubt,
            String parked,
            String awaitingBuyer,
            String placed,
            String shipped,
            String delivered,
            String cancelled,
            String rejected) {
        List<String> expected =
                List.of(
                        awaitingPayment,
                        intended,
                        sent,
                        inDoubt,
                        parked,
                        awaitingBuyer,
                        placed,
                        shipped,
                        delivered,
                        cancelled,
                        rejected);
        SubOrderEvent happens = Objects.requireNonNull(EVENTS.get(event), event);
        List<String> seen =
                STATES.values().stream()
                        .map(state -> name(Transitions.after(state, happens)))
                        .toList();

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void sendingAgainKeepsWhenTheDoubtBegan() {
        InDoubt doubt = new InDoubt(1, EARLIER, EARLIER, "lost", true, Optional.empty());

        assertThat(Transitions.after(doubt, new SendBegun(NOW)))
                .isEqualTo(
                        new Step.To(new InDoubt(2, EARLIER, NOW, "lost", false, Optional.empty())));
    }

    @Test
    void aStoreThatCannotBeReachedLeavesTheIntentUnsent() {
        assertThat(
                        Transitions.after(
                                new Placing(1, Optional.of(EARLIER), 0), new NotReached(1, "down")))
                .isEqualTo(new Step.To(new Placing(2, Optional.empty(), 1)));
    }

    @Test
    void whatAPersonHasSentAgainIsAnotherAttemptThatHasNotLeft() {
        InDoubt parked = new InDoubt(2, EARLIER, EARLIER, "lost", true, Optional.of("no way"));

        assertThat(
                        Transitions.after(
                                parked,
                                new PersonFoundNone(EARLIER, true, new Decision("Lam", "asked"))))
                .isEqualTo(new Step.To(new Placing(3, Optional.empty(), 0)));
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.To to -> to.state().getClass().getSimpleName();
            case Step.Refused refused -> named(refused.reason());
        };
    }

    private static String named(Refusal refusal) {
        return refusal.name();
    }

    private static UpstreamOrder order(String number, Status status) {
        return new UpstreamOrder(
                new OrderHandle(number, new Secret("key")), status, "word", PAID, List.of(), NOW);
    }
}
