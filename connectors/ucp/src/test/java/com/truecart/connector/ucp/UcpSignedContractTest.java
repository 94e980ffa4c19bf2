package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.sandbox.ucp.UcpPolicy;
import com.truecart.sandbox.ucp.UcpPolicy.Answers;
import com.truecart.sandbox.ucp.UcpPolicy.Transport;
import com.truecart.spi.Call;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamOrder;
import com.truecart.testkit.LoopbackContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over REST with a shop that serves only signed requests and signs its answers. */
class UcpSignedContractTest extends UcpContract {
    private static Platform platform;

    @BeforeAll
    static void publishOurKey() {
        platform = new Platform();
    }

    @AfterAll
    static void closePlatform() {
        platform.close();
    }

    @Override
    UcpPolicy policy() {
        return UcpPolicy.plain().demandingSignatures().with(Answers.SIGNED);
    }

    @Override
    protected LoopbackContext context() {
        return super.context()
                .and("profile", platform.profile().toString())
                .and("signing_key", TestKeys.PRIVATE);
    }

    /** None: another word on its way would break the signature, and that is drift. */
    @Override
    protected String statusWord(UpstreamOrder order) {
        return "a word no answer says";
    }

    @Test
    void everyCallButTheProfilesIsSigned() {
        LoopbackContext context = context();
        quoted(gateway(context));
        assertThat(context.calls())
                .filteredOn(call -> !call.uri().getPath().equals("/.well-known/ucp"))
                .isNotEmpty()
                .allMatch(call -> call.headers().containsKey("Signature"))
                .filteredOn(call -> call.body().isPresent())
                .allMatch(call -> call.headers().containsKey("Content-Digest"));
    }

    @Test
    void withoutAKeyTheShopServesUsNothing() {
        LoopbackContext context = super.context().and("profile", platform.profile().toString());
        assertThatThrownBy(() -> quoted(gateway(context))).isInstanceOf(Refused.class);
        sandbox.ucp(SHOP).adopt(policy().over(Transport.MCP));
        assertThatThrownBy(() -> quoted(gateway(context)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("signature_missing");
    }

    @Test
    void theContractHoldsOverMcpWithSignaturesToo() {
        sandbox.ucp(SHOP).adopt(policy().over(Transport.MCP));
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        assertThat(placed(gateway.place(request(quoted), newKey())).charged())
                .isEqualTo(quoted.payable());
    }

    @Test
    void anAnswerThatWasAlteredIsDriftAndAfterPlacingInDoubt() {
        OrderGateway gateway = gateway(context());
        Quoted quoted = quoted(gateway);
        sandbox.ucp(SHOP).adopt(policy().with(Answers.ALTERED));
        assertThatThrownBy(() -> gateway.quote(goodsRequest()))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("digest_mismatch");

        LoopbackContext context = context();
        sandbox.ucp(SHOP).adopt(policy());
        OrderGateway again = gateway(context);
        context.beforeNextOrder(() -> sandbox.ucp(SHOP).adopt(policy().with(Answers.ALTERED)));
        PlaceResult result;
        try {
            result = again.place(request(quoted), newKey());
        } catch (Drifted drifted) {
            assertThat(drifted.surelyNotDone()).isFalse();
            return;
        }
        assertThat(result).isInstanceOf(PlaceResult.InDoubt.class);
    }

    @Test
    void aNewKeyOfTheShopIsFoundByReadingItsProfileOnceMore() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        quoted(gateway);
        sandbox.ucp(SHOP).rotateKeys();
        int before = profileReads(context);
        quoted(gateway);
        assertThat(profileReads(context)).isEqualTo(before + 1);
    }

    @Test
    void aKeyNobodyPublishesCostsOneMoreReadAndNotOneForEachAnswer() {
        LoopbackContext context = context();
        OrderGateway gateway = gateway(context);
        quoted(gateway);
        sandbox.ucp(SHOP).adopt(policy().with(Answers.BY_AN_UNKNOWN_KEY));
        int before = profileReads(context);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gateway.quote(goodsRequest()))
                    .isInstanceOf(Drifted.class)
                    .hasMessageContaining("key_not_found");
        }
        assertThat(profileReads(context)).isEqualTo(before + 1);
    }

    private static int profileReads(LoopbackContext context) {
        return Math.toIntExact(
                context.calls().stream()
                        .map(Call::uri)
                        .filter(uri -> uri.getPath().equals("/.well-known/ucp"))
                        .count());
    }
}
