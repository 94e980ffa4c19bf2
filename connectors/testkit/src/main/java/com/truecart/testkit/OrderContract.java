package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.truecart.model.Money;
import com.truecart.spi.Connector;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every connector that takes orders keeps, on top of {@link QuoteContract}. Each behaviour
 * places at most one order.
 */
public abstract class OrderContract extends QuoteContract {

    /** How it is paid in these tests. */
    protected PaymentMethod paymentMethod() {
        return PaymentMethod.CASH_ON_DELIVERY;
    }

    @Test
    @Shows(Behaviour.PLACE)
    void whatIsPlacedIsChargedAsQuotedAndCanBeFollowed() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        UpstreamOrder order = placed(gateway.place(request(quoted), newKey()));
        assertThat(order.charged()).isEqualTo(quoted.payable());
        UpstreamOrder followed = gateway.track(order.handle());
        assertThat(followed.handle()).isEqualTo(order.handle());
        assertThat(followed.charged()).isEqualTo(quoted.payable());
        assertThat(followed.status()).isEqualTo(UpstreamOrder.Status.ACCEPTED);
    }

    @Test
    @Shows(Behaviour.PLACE)
    void aStoreThatAsksForMoreThanAgreedIsRejectedBeforeAnythingIsBought() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        Money less = quoted.payable().minus(new Money(1, quoted.payable().currency()));
        IdempotencyKey key = newKey();
        PlaceResult result =
                gateway.place(
                        new PlaceRequest(
                                goodsRequest(), quoted.resumeToken(), less, paymentMethod()),
                        key);
        assertThat(result)
                .isInstanceOfSatisfying(
                        PlaceResult.Rejected.class,
                        rejected -> assertThat(rejected.newTotal()).contains(quoted.payable()));
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isNotInstanceOf(Lookup.Found.class);
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
        assertIsDoubt(gateway, quoted, key);
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
        assertIsDoubt(gateway, quoted, key);
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
        assertIsDoubt(gateway, quoted, newKey());
    }

    @Test
    @Shows(Behaviour.PLACE)
    void whatNeverLeftIsSurelyNotPlaced() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        context.breakNextOrder(Fault.NEVER_LEFT);
        assertThatThrownBy(() -> gateway.place(request(quoted), key))
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
        UpstreamException.Throttled throttled =
                catchThrowableOfType(
                        UpstreamException.Throttled.class,
                        () -> gateway.place(request(quoted), newKey()));
        assertThat(throttled.retryAfter()).contains(LoopbackContext.RETRY_AFTER);
        assertThat(throttled.surelyNotDone()).isTrue();
    }

    @Test
    @Shows(Behaviour.REFUSED)
    void anOrderThatIsNotLetInIsSurelyNotPlaced() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.breakNextOrder(Fault.FORBIDDEN);
        assertThatThrownBy(() -> gateway.place(request(quoted), newKey()))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    @Shows(Behaviour.PREDICTION)
    void whatOurRulesPredictIsCharged() {
        unpredictable().ifPresent(ConnectorContract::notShown);
        LoopbackContext context = context();
        Prediction prediction;
        try (Connector connector = open(context)) {
            prediction = Prediction.read(connector, provider().descriptor());
        }
        Money goods = prediction.goods(goodsRequest(), context.clock().instant());
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        UpstreamOrder order = placed(gateway.place(request(quoted), newKey()));
        assertThat(order.charged())
                .as("charged, which is our goods, their delivery and their tax on top")
                .isEqualTo(goods.plus(quoted.delivery()).plus(quoted.tax()));
    }

    @Test
    @Shows(Behaviour.UNKNOWN_STATUS)
    void aStatusWeDoNotKnowIsNeitherSuccessNorFailureAndKeepsItsWord() {
        OrderGateway gateway = gateway(context());
        UpstreamOrder order = placed(gateway.place(request(quoted(gateway)), newKey()));
        LoopbackContext context = context();
        context.saying("held-for-the-tide", statusWord(gateway.track(order.handle())));
        UpstreamOrder followed = gateway(context).track(order.handle());
        if (context.wordsReplaced() == 0) {
            notShown(
                    "no answer says \""
                            + statusWord(order)
                            + "\"; let statusWord(order) give the word the upstream sends");
        }
        assertThat(followed.status()).isEqualTo(UpstreamOrder.Status.UNRECOGNISED);
        assertThat(followed.statusText()).contains("held-for-the-tide");
    }

    /** The upstream's own word for where this order stands, as its answers write it. */
    protected String statusWord(UpstreamOrder order) {
        return order.statusText();
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
        assertIsDoubt(gateway, quoted, key);
        if (gateway.terms().doubt() == DoubtClass.WRITE_ONLY) {
            assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                    .isInstanceOf(Lookup.CannotAsk.class);
        } else {
            assertThat(found(gateway, quoted, key).charged()).isEqualTo(quoted.payable());
        }
    }

    private void assertIsDoubt(OrderGateway gateway, Quoted quoted, IdempotencyKey key) {
        try {
            assertThat(gateway.place(request(quoted), key)).isInstanceOf(PlaceResult.InDoubt.class);
        } catch (UpstreamException problem) {
            assertThat(problem.surelyNotDone()).as(problem.toString()).isFalse();
        }
    }
}
