package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.pricing.PricedCart;
import com.truecart.spi.Connector;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps that asks a store for its price. A concrete test extends {@link
 * OrderContract} where the store takes the order from us, {@link HandOffContract} where the shopper
 * goes on at the store.
 */
public abstract class QuoteContract extends ConnectorContract {

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

    QuoteContract() {}

    /** Lines the upstream can sell, of at least two listings. */
    protected abstract List<OrderLine> goods();

    /** What the upstream asks for {@link #goods()} delivered, worked out by hand. */
    protected abstract Money payable();

    /** A line nobody can buy there now. */
    protected abstract OrderLine soldOut();

    /**
     * Baskets whose goods our rules must price as the store does. Where the store states promotions
     * that our rules price, one basket at least reaches one of them.
     */
    protected List<QuoteRequest> baskets() {
        return List.of(goodsRequest());
    }

    /**
     * Why our rules cannot foretell what this upstream charges, where they cannot: then the table
     * says so instead of showing it.
     */
    protected Optional<String> unpredictable() {
        return Optional.empty();
    }

    @Test
    @Shows(Behaviour.QUOTE)
    void aQuoteStatesEachLineOfTheRequestAndAddsUp() {
        Quoted quoted = quoted(gateway(context()));
        assertThat(quoted.lines()).extracting(QuoteResult.QuotedLine::line).isEqualTo(goods());
        assertThat(quoted.payable()).isEqualTo(payable());
        assertThat(quoted.lines().stream().map(QuoteResult.QuotedLine::total).reduce(Money::plus))
                .contains(quoted.goods());
    }

    @Test
    @Shows(Behaviour.QUOTE)
    void quotingBuysNothing() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(gateway.find(newKey(), Optional.of(quoted.resumeToken())))
                .isNotInstanceOf(Lookup.Found.class);
    }

    @Test
    @Shows(Behaviour.QUOTE)
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
    @Shows(Behaviour.QUOTE)
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
    @Shows(Behaviour.DRIFT)
    void aQuoteThatCannotBeReadIsDriftAndNotUnavailable() {
        assertDrifts(Fault.HTML, this::askForAQuote);
        assertDrifts(Fault.TRUNCATED, this::askForAQuote);
    }

    @Test
    @Shows(Behaviour.THROTTLED)
    void aThrottledQuoteSaysHowLongToWait() {
        assertSaysHowLongToWait(this::askForAQuote);
    }

    @Test
    @Shows(Behaviour.REFUSED)
    void aQuoteThatIsKeptFromUsIsRefusedAndNotUnavailable() {
        assertIsRefused(this::askForAQuote);
    }

    @Test
    @Shows(Behaviour.PREDICTION)
    void whatOurRulesPredictIsWhatTheStoreQuotes() {
        unpredictable().ifPresent(ConnectorContract::notShown);
        LoopbackContext context = context();
        try (Connector connector = open(context)) {
            Prediction prediction = Prediction.read(connector, provider().descriptor());
            OrderGateway gateway = connector.orders().orElseThrow();
            boolean isOneReached = false;
            for (QuoteRequest basket : baskets()) {
                QuoteResult answer = gateway.quote(basket);
                assertThat(answer).as("quote for " + basket.lines()).isInstanceOf(Quoted.class);
                PricedCart predicted = prediction.cart(basket, context.clock().instant());
                assertThat(goodsAfterDiscounts((Quoted) answer))
                        .as(
                                "the store's goods for %s with codes %s; we counted %s, left out"
                                        + " %s",
                                basket.lines(),
                                basket.codes(),
                                predicted.steps(),
                                predicted.notApplied())
                        .isEqualTo(predicted.goods());
                isOneReached |= hasPromotion(predicted);
            }
            if (prediction.hasModelledPromotion() && !isOneReached) {
                notShown("promotions are stated that our rules price; let baskets() reach one");
            }
        }
    }

    private static boolean hasPromotion(PricedCart cart) {
        return cart.steps().stream().anyMatch(step -> step.promotion().isPresent());
    }

    private int askForAQuote(Connector connector) {
        connector.orders().orElseThrow().quote(goodsRequest());
        return 1;
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

    protected static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** What the store asks for the goods alone. */
    static Money goodsAfterDiscounts(Quoted quoted) {
        Money goods = quoted.goods();
        for (QuoteResult.Discount discount : quoted.discounts()) {
            goods = goods.minus(discount.amount());
        }
        return goods;
    }
}
