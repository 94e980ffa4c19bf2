package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteResult.Quoted;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps that quotes and then hands the shopper over to the store, on top of
 * {@link QuoteContract}.
 */
public abstract class HandOffContract extends QuoteContract {

    /** How the store is paid once the shopper is there. */
    protected PaymentMethod paymentMethod() {
        return PaymentMethod.AT_THE_STORE;
    }

    @Test
    @Shows(Behaviour.PLACE)
    void theWayItIsPaidIsOneOfItsTerms() {
        assertThat(gateway(context()).terms().paymentMethods()).contains(paymentMethod());
    }

    @Test
    @Shows(Behaviour.PLACE)
    void placingLeadsTheShopperToTheStoreAndBuysNothing() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        PlaceResult result = gateway.place(request(quoted), key);
        assertThat(result)
                .isInstanceOfSatisfying(
                        PlaceResult.NeedsBuyer.class, buyer -> assertIsWebAddress(buyer.at()));
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isNotInstanceOf(Lookup.Found.class);
    }

    @Test
    @Shows(Behaviour.PLACE)
    void placingAgainLeadsToTheSamePlace() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        IdempotencyKey key = newKey();
        PlaceResult first = gateway.place(request(quoted), key);
        assertThat(gateway.place(request(quoted), key)).isEqualTo(first);
    }

    private PlaceRequest request(Quoted quoted) {
        return new PlaceRequest(
                goodsRequest(), quoted.resumeToken(), quoted.payable(), paymentMethod());
    }
}
