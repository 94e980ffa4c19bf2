package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every connector that takes orders keeps, on top of {@link ConnectorContract}. Each behaviour
 * places at most one order.
 */
public abstract class OrderContract extends ConnectorContract {

    /** Invented, and deliverable at the stand-in. */
    protected static final Recipient RECIPIENT =
            new Recipient(
                    "Ka Yan",
                    "Chan",
                    "kayan.chan@example.com",
                    "+85255550123",
                    "Flat 5, 12 Harbour Road",
                    "Wan Chai",
                    "HK",
                    "",
                    "HK");

    /** Lines the upstream can sell, of at least two listings. */
    protected abstract List<OrderLine> goods();

    /** What the upstream asks for {@link #goods()} delivered, worked out by hand. */
    protected abstract Money payable();

    /** A line nobody can buy there now. */
    protected abstract OrderLine soldOut();

    /** How it is paid in these tests. */
    protected String paymentMethod() {
        return "cod";
    }

    @Test
    void aQuoteStatesEachLineOfTheRequestAndAddsUp() {
        Quoted quoted = quoted(gateway(context()));
        assertThat(quoted.lines()).extracting(QuoteResult.QuotedLine::line).isEqualTo(goods());
        assertThat(quoted.payable()).isEqualTo(payable());
        assertThat(quoted.lines().stream().map(QuoteResult.QuotedLine::total).reduce(Money::plus))
                .contains(quoted.goods());
    }

    @Test
    void quotingBuysNothing() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(gateway.find(newKey(), Optional.of(quoted.resumeToken())))
                .isNotInstanceOf(Lookup.Found.class);
    }

    @Test
    void whatCannotBeBoughtIsNamed() {
        QuoteResult answer =
                gateway(context()).quote(new QuoteRequest(List.of(soldOut()), Set.of(), RECIPIENT));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        QuoteResult.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.problems())
                                        .anySatisfy(problem -> {
                                            assertThat(problem.upstreamId())
                                                    .contains(soldOut().upstreamId());
                                            assertThat(problem.reason()).isNotBlank();
                                        }));
    }

    @Test
    void aCodeTheStoreDoesNotKnowIsRefusedAndTheQuoteStands() {
        QuoteResult answer =
                gateway(context())
                        .quote(new QuoteRequest(goods(), Set.of("NO-SUCH-CODE"), RECIPIENT));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Quoted.class,
                        quoted -> {
                            assertThat(quoted.refusedCodes())
                                    .singleElement()
                                    .satisfies(refused -> {
                                        assertThat(refused.code())
                                                .isEqualToIgnoringCase("NO-SUCH-CODE");
                                        assertThat(refused.reason()).isNotBlank();
                                    });
                            assertThat(quoted.payable()).isEqualTo(payable());
                        });
    }

    @Test
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
    void aLostAnswerIsDoubtAndTheWayOutIsAsTheTermsSay() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        context.breakNextOrder(Fault.LOST_ANSWER);
        assertIsDoubt(gateway, quoted, key);

        Lookup lookup = gateway.find(key, Optional.of(quoted.resumeToken()));
        if (gateway.terms().doubt() == DoubtClass.WRITE_ONLY) {
            assertThat(lookup).isInstanceOf(Lookup.CannotAsk.class);
        } else {
            assertThat(lookup)
                    .isInstanceOfSatisfying(
                            Lookup.Found.class,
                            found ->
                                    assertThat(found.order().charged())
                                            .isEqualTo(quoted.payable()));
        }
    }

    @Test
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
        UpstreamOrder again = placed(gateway.place(request(quoted), key));
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found ->
                                assertThat(found.order().handle().upstreamOrderId())
                                        .isEqualTo(again.handle().upstreamOrderId()));
    }

    @Test
    void anUnreadableAnswerToPlacingIsDoubt() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        Quoted quoted = quoted(gateway);
        context.breakNextOrder(Fault.HTML);
        assertIsDoubt(gateway, quoted, newKey());
    }

    @Test
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

    /** Orders of a fresh connection over this context. */
    protected final OrderGateway gateway(LoopbackContext context) {
        return open(context).orders().orElseThrow();
    }

    protected final QuoteRequest goodsRequest() {
        return new QuoteRequest(goods(), Set.of(), RECIPIENT);
    }

    protected final Quoted quoted(OrderGateway gateway) {
        QuoteResult result = gateway.quote(goodsRequest());
        assertThat(result).isInstanceOf(Quoted.class);
        return (Quoted) result;
    }

    protected final PlaceRequest request(Quoted quoted) {
        return new PlaceRequest(
                goodsRequest(), quoted.resumeToken(), quoted.payable(), paymentMethod());
    }

    protected static UpstreamOrder placed(PlaceResult result) {
        assertThat(result).isInstanceOf(PlaceResult.Placed.class);
        return ((PlaceResult.Placed) result).order();
    }

    protected static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private void assertIsDoubt(OrderGateway gateway, Quoted quoted, IdempotencyKey key) {
        try {
            assertThat(gateway.place(request(quoted), key)).isInstanceOf(PlaceResult.InDoubt.class);
        } catch (UpstreamException problem) {
            assertThat(problem.surelyNotDone()).as(problem.toString()).isFalse();
        }
    }
}
