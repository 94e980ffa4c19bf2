package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.spi.Connector;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.UpstreamOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every connector that takes orders keeps, on top of {@link QuoteContract}. Each behaviour
 * places at most one order.
 */
public abstract class OrderContract extends DoubtContract {

    @Test
    @Shows(Behaviour.PLACE)
    void theWayItIsPaidIsOneOfItsTerms() {
        assertThat(gateway(context()).terms().paymentMethods()).contains(paymentMethod());
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

    @Test
    @Shows(Behaviour.DRIFT)
    void whereAnOrderStandsIsDriftWhereTheAnswerCannotBeRead() {
        Errand following = followingAnOrder();
        assertDrifts(Fault.HTML, following);
        assertDrifts(Fault.TRUNCATED, following);
    }

    @Test
    @Shows(Behaviour.THROTTLED)
    void aThrottledQuestionWhereAnOrderStandsSaysHowLongToWait() {
        assertSaysHowLongToWait(followingAnOrder());
    }

    @Test
    @Shows(Behaviour.REFUSED)
    void whereAnOrderStandsIsRefusedWhereItIsKeptFromUs() {
        assertIsRefused(followingAnOrder());
    }

    /** The upstream's own word for where this order stands, as its answers write it. */
    protected String statusWord(UpstreamOrder order) {
        return order.statusText();
    }

    private Errand followingAnOrder() {
        OrderGateway gateway = gateway(context());
        OrderHandle handle = placed(gateway.place(request(quoted(gateway)), newKey())).handle();
        return connector -> {
            connector.orders().orElseThrow().track(handle);
            return 1;
        };
    }
}
