package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.ucp.UcpPolicy.Escalation;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteResult.Notice;
import com.truecart.spi.QuoteResult.Quoted;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** And shops that want the buyer in person, and what they want the buyer to read. */
abstract class HandOffContract extends UcpContract {

    @ParameterizedTest
    @EnumSource(
            value = Escalation.class,
            names = {"INPUT", "REVIEW"})
    void whatOnlyTheBuyerCanSettleIsQuotedAndHandedOver(Escalation why) {
        sandbox.ucp(SHOP).adopt(policy().with(why));
        assertIsHandedOver();
    }

    @Test
    void aShopWithoutAWayToPayThatWeHaveIsHandedOver() {
        sandbox.ucp(SHOP).adopt(policy().withoutCash());
        assertIsHandedOver();
    }

    @Test
    void aShopThatEscalatesAfterTheQuoteIsHandedOverToo() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(quoted.notices()).isEmpty();
        sandbox.ucp(SHOP).adopt(policy().with(Escalation.REVIEW));
        assertThat(gateway.place(request(quoted), newKey()))
                .isInstanceOf(PlaceResult.NeedsBuyer.class);
    }

    @Test
    void aHigherTotalIsRejectedBeforeAnybodyIsHandedOver() {
        sandbox.ucp(SHOP).adopt(policy().with(Escalation.REVIEW));
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(
                        gateway.place(
                                new PlaceRequest(
                                        goodsRequest(),
                                        quoted.resumeToken(),
                                        quoted.payable().minus(hkd(1)),
                                        PaymentMethod.CASH_ON_DELIVERY),
                                newKey()))
                .isInstanceOf(PlaceResult.Rejected.class);
    }

    @Test
    void aDisclosureStandsBesideItsLineAndStays() {
        sandbox.ucp(SHOP).adopt(policy().disclosing("Not for children under three"));
        assertThat(quoted(gateway(context())).notices())
                .containsExactly(
                        new Notice(
                                Optional.of(goods().getFirst().upstreamId()),
                                "Not for children under three",
                                true));
    }

    private void assertIsHandedOver() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(quoted.payable()).isEqualTo(payable());
        assertThat(quoted.notices())
                .extracting(Notice::text)
                .anyMatch(text -> text.contains("its own page"));
        IdempotencyKey key = newKey();
        assertThat(gateway.place(request(quoted), key))
                .isInstanceOfSatisfying(
                        PlaceResult.NeedsBuyer.class,
                        needed ->
                                assertThat(needed.at().toString())
                                        .startsWith(sandbox.shop(SHOP).base() + "/buyer/"));
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOf(Lookup.NotFound.class);

        sandbox.ucp(SHOP).completeInPerson(quoted.resumeToken());
        assertThat(gateway.find(key, Optional.of(quoted.resumeToken())))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.order().charged()).isEqualTo(quoted.payable()));
    }
}
