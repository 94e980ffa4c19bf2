package com.truecart.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.payment.PaymentContract;
import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.payment.RepeatingDesk;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.Reason;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.DeskKeys;
import com.truecart.sandbox.pay.WechatDesk;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WechatContractTest extends PaymentContract<WechatDesk> {
    /** Making keys takes longer than all the rest. */
    private static final DeskKeys KEYS = new DeskKeys();

    @Override
    protected DeskHost<WechatDesk> openDesk() {
        return DeskHost.open("wechat", 0, new Faults(), base -> new WechatDesk(base, clock, KEYS));
    }

    @Override
    protected PaymentKind kind() {
        return new WechatKind();
    }

    @Override
    protected String currency() {
        return "CNY";
    }

    @Override
    protected void pay(Standing begun) {
        desk().pay(begun.reference());
    }

    /** WeChat Pay tells the shopper on the telephone, and no merchant. */
    @Override
    protected Map<Reason, Consumer<Standing>> declines() {
        return Map.of();
    }

    @Override
    protected void notifyAt(URI address) {
        // each request says so
    }

    @Override
    protected List<Delivery> forgeries(Delivery genuine, String reference) {
        return WechatForgeries.of(genuine);
    }

    @Test
    void aNotificationThatIsNotForUsIsNotHeardThoughWechatPaySignedIt() {
        Standing _ = paid(10_000);
        Delivery genuine = postbox.await(1).getFirst();

        assertThat(heardWith(WechatKind.MERCHANT, "1900000002", genuine))
                .isInstanceOf(Heard.Forged.class);
        assertThat(heardWith(WechatKind.API_V3_KEY, "x".repeat(32), genuine))
                .isInstanceOf(Heard.Forged.class);
    }

    @Test
    void anAnswerSignedByAnotherKeyIsNotBelieved() {
        Standing paid = paid(10_000);
        try (DeskHost<WechatDesk> another = stranger()) {
            String key = another.desk().settings().getOrDefault(WechatKind.PLATFORM_KEY, "");

            assertThatThrownBy(() ->
                            kind().open(
                                            LoopbackContext.with(settings())
                                                    .and(WechatKind.PLATFORM_KEY, key))
                                    .find(paid.reference()))
                    .isInstanceOf(UpstreamException.Drifted.class);
        }
    }

    @Test
    void aKeyOfOursThatDoesNotFitIsRefused() {
        try (DeskHost<WechatDesk> another = stranger()) {
            String key = another.desk().settings().getOrDefault(WechatKind.PRIVATE_KEY, "");

            assertThatThrownBy(() ->
                            kind().open(
                                            LoopbackContext.with(settings())
                                                    .and(WechatKind.PRIVATE_KEY, key))
                                    .find("truecart-test-1"))
                    .isInstanceOf(UpstreamException.Refused.class);
        }
    }

    @Test
    void aKeyThatIsNoneIsNamedAndNotShown() {
        for (String setting :
                List.of(
                        WechatKind.PRIVATE_KEY,
                        WechatKind.PLATFORM_KEY,
                        WechatKind.API_V3_KEY,
                        WechatKind.API)) {
            assertThatThrownBy(() ->
                            kind().open(LoopbackContext.with(settings()).and(setting, "s3cret")))
                    .isInstanceOfSatisfying(
                            UpstreamException.Misconfigured.class,
                            e -> {
                                assertThat(e.setting()).isEqualTo(setting);
                                assertThat(e.toString()).doesNotContain("s3cret");
                            });
        }
    }

    private Heard heardWith(String setting, String value, Delivery delivery) {
        return kind().open(LoopbackContext.with(settings()).and(setting, value)).hear(delivery);
    }

    @Test
    void aWellSignedAnswerAboutAnotherPaymentIsNotBelieved() {
        WechatDesk behind = new WechatDesk(URI.create("http://127.0.0.1"), clock, KEYS);
        try (DeskHost<RepeatingDesk> between =
                DeskHost.open("between", 0, new Faults(), _ -> new RepeatingDesk(behind))) {
            PaymentProvider provider =
                    kind().open(LoopbackContext.with(settings()).and("api", between.base() + ""));
            Standing paid = provider.begin(request(10_000));
            Standing unpaid = provider.begin(request(10_000));
            behind.pay(paid.reference());
            assertThat(provider.find(paid.reference()))
                    .hasValueSatisfying(one ->
                            assertThat(one.state()).isInstanceOf(Standing.State.Taken.class));

            between.desk().repeatItself();
            assertThatThrownBy(() -> provider.find(unpaid.reference()))
                    .isInstanceOf(UpstreamException.Drifted.class)
                    .hasMessageContaining("out_trade_no");
        }
    }

    /** Another desk, with other keys. */
    private DeskHost<WechatDesk> stranger() {
        return DeskHost.open("stranger", 0, new Faults(), base -> new WechatDesk(base, clock));
    }
}
