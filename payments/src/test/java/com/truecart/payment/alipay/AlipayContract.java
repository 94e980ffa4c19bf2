package com.truecart.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import com.truecart.payment.PaymentContract;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.RepeatingDesk;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.Reason;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.AlipayDesk;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.DeskKeys;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What both ways to pay by Alipay keep. */
abstract class AlipayContract extends PaymentContract<AlipayDesk> {
    /** Making keys takes longer than all the rest. */
    private static final DeskKeys KEYS = new DeskKeys();

    @Override
    protected DeskHost<AlipayDesk> openDesk() {
        return DeskHost.open("alipay", 0, new Faults(), base -> new AlipayDesk(base, clock, KEYS));
    }

    @Override
    protected String currency() {
        return "CNY";
    }

    @Override
    protected String named(String reference) {
        return Names.sent(reference);
    }

    @Override
    protected void come(Standing begun) {
        desk().scan(named(begun.reference()));
    }

    @Override
    protected void pay(Standing begun) {
        come(begun);
        desk().pay(named(begun.reference()));
    }

    /** Alipay tells the shopper on the telephone, and no merchant. */
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
        String body = genuine.body();
        return List.of(
                with(genuine, body.replace("amount=100.00", "amount=1.00")),
                with(genuine, body.replace(named(reference), "another_payment")),
                with(genuine, body.replace("SUCCESS", "FINISHED")),
                with(genuine, body.replaceFirst("&sign=[^&]+", "")),
                with(genuine, body.replaceFirst("&sign=[^&]+", "&sign=AAAA")),
                with(genuine, body.replaceFirst("&sign=[^&]+", "&sign=%2%")),
                with(genuine, body.replace("&sign_type=RSA2", "")),
                with(genuine, body.replace("&sign_type=RSA2", "&sign_type=MD5")),
                with(genuine, body + "&extra=1"),
                with(genuine, ""));
    }

    @Test
    void aNotificationForAnotherApplicationOrSellerIsNotHeardThoughAlipaySignedIt() {
        Standing _ = paid(10_000);
        Delivery genuine = postbox.await(1).getFirst();

        for (String setting : List.of(AlipaySettings.APP_ID, AlipaySettings.SELLER_ID)) {
            assertThat(
                            kind().open(LoopbackContext.with(settings()).and(setting, "another"))
                                    .hear(genuine))
                    .isInstanceOf(Heard.Forged.class);
        }
    }

    @Test
    void anAnswerSignedByAnotherKeyIsNotBelieved() {
        Standing paid = paid(10_000);
        try (DeskHost<AlipayDesk> another = stranger()) {
            String key =
                    another.desk().settings().getOrDefault(AlipaySettings.ALIPAY_PUBLIC_KEY, "");

            assertThatThrownBy(() ->
                            kind().open(
                                            LoopbackContext.with(settings())
                                                    .and(AlipaySettings.ALIPAY_PUBLIC_KEY, key))
                                    .find(paid.reference()))
                    .isInstanceOf(UpstreamException.Drifted.class);
        }
    }

    @Test
    void aKeyOfOursThatDoesNotFitIsNamed() {
        try (DeskHost<AlipayDesk> another = stranger()) {
            String key = another.desk().settings().getOrDefault(AlipaySettings.PRIVATE_KEY, "");

            assertThatThrownBy(() ->
                            kind().open(
                                            LoopbackContext.with(settings())
                                                    .and(AlipaySettings.PRIVATE_KEY, key))
                                    .find("truecart-test-1"))
                    .isInstanceOfSatisfying(
                            UpstreamException.Misconfigured.class,
                            e -> assertThat(e.setting()).isEqualTo(AlipaySettings.PRIVATE_KEY));
        }
    }

    @Test
    void anotherCurrencyIsRefused() {
        PaymentRequest yuan = request(10_000);

        assertThatThrownBy(() ->
                        provider()
                                .begin(
                                        new PaymentRequest(
                                                yuan.reference(),
                                                Money.of(10_000, "HKD"),
                                                yuan.subject(),
                                                yuan.comeBack(),
                                                yuan.notifyAt(),
                                                yuan.until())))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void aWellSignedAnswerAboutAnotherPaymentIsNotBelieved() {
        AlipayDesk behind = new AlipayDesk(URI.create("http://127.0.0.1"), clock, KEYS);
        try (DeskHost<RepeatingDesk> between =
                DeskHost.open("between", 0, new Faults(), _ -> new RepeatingDesk(behind))) {
            PaymentProvider provider =
                    kind().open(
                                    LoopbackContext.with(settings())
                                            .and("gateway", between.base() + "/gateway.do"));
            Standing paid = provider.begin(request(10_000));
            Standing unpaid = provider.begin(request(10_000));
            come(paid);
            behind.pay(named(paid.reference()));
            assertThat(provider.find(paid.reference()))
                    .hasValueSatisfying(one ->
                            assertThat(one.state())
                                    .isInstanceOfAny(
                                            Standing.State.Taken.class, Standing.State.Held.class));

            between.desk().repeatItself();
            assertThatThrownBy(() -> provider.find(unpaid.reference()))
                    .isInstanceOf(UpstreamException.Drifted.class)
                    .hasMessageContaining("answers about another out_");
        }
    }

    /** Another desk, with other keys. */
    private DeskHost<AlipayDesk> stranger() {
        return DeskHost.open("stranger", 0, new Faults(), base -> new AlipayDesk(base, clock));
    }

    private static Delivery with(Delivery delivery, String body) {
        return new Delivery(
                delivery.method(), delivery.uri(), delivery.headers(), body, delivery.at());
    }
}
