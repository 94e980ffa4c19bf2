package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps that takes orders when the call that places one goes wrong, or the one
 * that asks for it. A part of {@link OrderContract}, which a concrete test extends.
 */
public abstract class DoubtContract extends QuoteContract {

    DoubtContract() {}

    /** How it is paid in these tests. */
    protected PaymentMethod paymentMethod() {
        return PaymentMethod.CASH_ON_DELIVERY;
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void aLostAnswerIsDoubtAndTheWayOutIsAsTheTermsSay() {
        assertDoubtHasItsWayOutAfter(Fault.LOST_ANSWER);
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void aFailureAfterTheOrderWasTakenIsDoubtAndTheWayOutIsAsTheTermsSay() {
        assertDoubtHasItsWayOutAfter(Fault.FAILED_AFTER_WORK);
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void aConnectionResetAfterTheOrderWasTakenIsDoubtAndTheWayOutIsAsTheTermsSay() {
        assertDoubtHasItsWayOutAfter(Fault.RESET);
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void anAnswerAfterTheTimeLimitIsDoubtAndTheWayOutIsAsTheTermsSay() {
        assertDoubtHasItsWayOutAfter(Fault.SLOW);
    }

    @Test
    @Shows(Behaviour.LATE_SUCCESS)
    void anOrderThatArrivesAfterWeGaveUpIsFoundThenAndNotBoughtAgain() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        context.breakNextOrder(Fault.LATE);
        assertIsDoubt(context, gateway, quoted, key);
        Lookup before = gateway.find(key, Optional.of(quoted.resumeToken()));
        assertThat(before).as("before it arrived").isNotInstanceOf(Lookup.Found.class);

        context.letArrive();
        if (gateway.terms().doubt() == DoubtClass.WRITE_ONLY) {
            return;
        }
        UpstreamOrder arrived = found(gateway, quoted, key);
        assertThat(arrived.charged()).isEqualTo(quoted.payable());
        UpstreamOrder again = placed(gateway.place(request(quoted), key));
        assertThat(again.handle().upstreamOrderId()).isEqualTo(arrived.handle().upstreamOrderId());
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void placingAgainAfterALostAnswerNeverBuysTwice() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        if (gateway.terms().doubt() == DoubtClass.WRITE_ONLY) {
            return;
        }
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        context.breakNextOrder(Fault.LOST_ANSWER);
        assertIsDoubt(context, gateway, quoted, key);
        UpstreamOrder first = found(gateway, quoted, key);
        UpstreamOrder again = placed(gateway.place(request(quoted), key));
        assertThat(again.handle().upstreamOrderId()).isEqualTo(first.handle().upstreamOrderId());
        assertThat(found(gateway, quoted, key).handle().upstreamOrderId())
                .isEqualTo(first.handle().upstreamOrderId());
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void anUnreadableAnswerToPlacingIsDoubt() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.breakNextOrder(Fault.HTML);
        assertIsDoubt(context, gateway, quoted, newKey());
    }

    @Test
    @Shows(Behaviour.PLACE)
    void whatNeverLeftIsSurelyNotPlaced() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        context.breakNextOrder(Fault.NEVER_LEFT);
        Throwable thrown = catchThrowable(() -> gateway.place(request(quoted), key));
        assertWasBroken(context);
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        UpstreamException.class,
                        problem -> assertThat(problem.surelyNotDone()).isTrue());
        if (gateway.terms().doubt() != DoubtClass.WRITE_ONLY) {
            assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                    .isInstanceOf(Lookup.NotFound.class);
        }
    }

    @Test
    @Shows(Behaviour.THROTTLED)
    void aThrottledOrderIsSurelyNotPlacedAndSaysHowLongToWait() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.breakNextOrder(Fault.THROTTLED);
        Throwable thrown = catchThrowable(() -> gateway.place(request(quoted), newKey()));
        assertWasBroken(context);
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        UpstreamException.Throttled.class,
                        throttled -> {
                            assertThat(throttled.retryAfter())
                                    .contains(LoopbackContext.RETRY_AFTER);
                            assertThat(throttled.surelyNotDone()).isTrue();
                        });
    }

    @Test
    @Shows(Behaviour.REFUSED)
    void anOrderThatIsNotLetInIsSurelyNotPlaced() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.breakNextOrder(Fault.FORBIDDEN);
        Throwable thrown = catchThrowable(() -> gateway.place(request(quoted), newKey()));
        assertWasBroken(context);
        assertThat(thrown).isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    @Shows(Behaviour.LOST_ANSWER)
    void aFaultWhileAnOrderIsLookedForIsNeverTakenForNoOrder() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        placed(gateway.place(request(quoted), key));
        Optional<String> trace = Optional.of(quoted.resumeToken());
        int answers =
                answersTo(connector -> {
                    connector.orders().orElseThrow().find(key, trace);
                    return 1;
                });
        for (Fault fault : List.of(Fault.HTML, Fault.TRUNCATED, Fault.THROTTLED, Fault.FORBIDDEN)) {
            for (int healthy = 0; healthy < answers; healthy++) {
                LoopbackContext context = context();
                context.breakAfter(healthy, fault);
                assertThatNoNotFoundIsSaid(gateway(context), key, trace, fault);
            }
        }
    }

    protected final PlaceRequest request(Quoted quoted) {
        return new PlaceRequest(
                goodsRequest(), quoted.resumeToken(), quoted.payable(), paymentMethod());
    }

    protected static UpstreamOrder placed(PlaceResult result) {
        assertThat(result).isInstanceOf(PlaceResult.Placed.class);
        return ((PlaceResult.Placed) result).order();
    }

    private static UpstreamOrder found(OrderGateway gateway, Quoted quoted, IdempotencyKey key) {
        Lookup lookup = gateway.find(key, Optional.of(quoted.resumeToken()));
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) lookup).order();
    }

    private void assertDoubtHasItsWayOutAfter(Fault fault) {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        context.breakNextOrder(fault);
        assertIsDoubt(context, gateway, quoted, key);
        if (gateway.terms().doubt() == DoubtClass.WRITE_ONLY) {
            assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                    .isInstanceOf(Lookup.CannotAsk.class);
        } else {
            assertThat(found(gateway, quoted, key).charged()).isEqualTo(quoted.payable());
        }
    }

    private static void assertThatNoNotFoundIsSaid(
            OrderGateway gateway, IdempotencyKey key, Optional<String> trace, Fault fault) {
        try {
            assertThat(gateway.find(key, trace))
                    .as("after " + fault)
                    .isNotInstanceOf(Lookup.NotFound.class);
        } catch (UpstreamException asItShouldBe) {
            assertThat(asItShouldBe).hasMessageNotContaining("null");
        }
    }

    private void assertIsDoubt(
            LoopbackContext context, OrderGateway gateway, Quoted quoted, IdempotencyKey key) {
        try {
            PlaceResult result = gateway.place(request(quoted), key);
            assertWasBroken(context);
            assertThat(result).isInstanceOf(PlaceResult.InDoubt.class);
        } catch (UpstreamException problem) {
            assertWasBroken(context);
            assertThat(problem.surelyNotDone()).as(problem.toString()).isFalse();
        }
    }

    private static void assertWasBroken(LoopbackContext context) {
        assertThat(context.isFaultPlanned())
                .as("no call of ONE_SHOT_WRITE was sent; placing must be one")
                .isFalse();
    }
}
