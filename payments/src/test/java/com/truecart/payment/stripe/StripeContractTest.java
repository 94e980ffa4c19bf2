package com.truecart.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.payment.PaymentContract;
import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.Reason;
import com.truecart.payment.Standing.State;
import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.TestCard;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StripeContractTest extends PaymentContract<StripeDesk> {
    @Override
    protected DeskHost<StripeDesk> openDesk() {
        return DeskHost.open("stripe", 0, new Faults(), base -> new StripeDesk(base, clock));
    }

    @Override
    protected PaymentKind kind() {
        return new StripeKind();
    }

    @Override
    protected String currency() {
        return "HKD";
    }

    @Override
    protected void pay(Standing begun) {
        submit(begun, TestCard.FINE);
    }

    @Override
    protected Map<Reason, Consumer<Standing>> declines() {
        return Map.of(
                Reason.REFUSED_BY_BANK, begun -> submit(begun, TestCard.DECLINED),
                Reason.NOT_ENOUGH_MONEY, begun -> submit(begun, TestCard.INSUFFICIENT_FUNDS),
                Reason.CHECK_DETAILS, begun -> submit(begun, TestCard.EXPIRED),
                Reason.TRY_LATER, begun -> submit(begun, TestCard.PROCESSING_ERROR),
                Reason.NOT_RECOGNISED,
                        begun -> {
                            submit(begun, TestCard.THREE_D_SECURE);
                            desk().authenticate(session(begun), false);
                        });
    }

    @Override
    protected void notifyAt(URI address) {
        desk().tell(address);
    }

    @Override
    protected List<Delivery> forgeries(Delivery genuine, String reference) {
        String signature = genuine.header("Stripe-Signature").orElseThrow();
        return List.of(
                with(genuine, genuine.body().replace(reference, "another-payment"), signature),
                with(genuine, genuine.body() + " ", signature),
                with(genuine, genuine.body(), signature.replaceFirst("v1=..", "v1=00")),
                with(genuine, genuine.body(), signature.replaceFirst("v1=[0-9a-f]+", "v1=")),
                with(genuine, genuine.body(), signature.replaceFirst("v1=", "v0=")),
                with(genuine, genuine.body(), signature.replaceFirst("t=\\d+", "t=1")),
                with(genuine, genuine.body(), signature.replaceFirst("t=\\d+,", "")),
                with(genuine, genuine.body(), ""),
                new Delivery(
                        genuine.method(), genuine.uri(), Map.of(), genuine.body(), genuine.at()));
    }

    @Test
    void aPaymentWhoseNameAtStripeIsKnownIsFoundWithoutASearch() {
        Standing begun = provider().begin(request(10_000));
        PaymentProvider restarted = kind().open(LoopbackContext.with(settings()));
        restarted.remember(begun.reference(), begun.providerId().orElseThrow());
        faults().inject(Fault.once("stripe", "/search", FaultKind.SERVER_ERROR));

        assertThat(restarted.find(begun.reference()))
                .hasValueSatisfying(
                        found -> assertThat(found.providerId()).isEqualTo(begun.providerId()));
        assertThat(faults().waiting()).as("nothing was searched").hasSize(1);
    }

    @Test
    void anOldEventIsNotHeardThoughItsSignatureFits() {
        Standing _ = paid(10_000);
        Delivery genuine = postbox.await(1).getFirst();

        assertThat(provider().hear(at(genuine, genuine.at().plus(Duration.ofMinutes(4)))))
                .isInstanceOf(Heard.Hint.class);
        assertThat(provider().hear(at(genuine, genuine.at().plus(Duration.ofMinutes(6)))))
                .isInstanceOf(Heard.Forged.class);
    }

    @Test
    void whileTheSecretIsRolledOneFittingSignatureIsEnough() {
        Standing _ = paid(10_000);
        Delivery genuine = postbox.await(1).getFirst();
        String signature = genuine.header("Stripe-Signature").orElseThrow();

        assertThat(
                        provider()
                                .hear(
                                        with(
                                                genuine,
                                                genuine.body(),
                                                signature.replace(
                                                        ",v1=", ",v1=" + "0".repeat(64) + ",v1="))))
                .isInstanceOf(Heard.Hint.class);
    }

    @Test
    void anEventAboutARefundNamesThePaymentAndNotTheRefund() {
        Standing taken = taken(10_000);
        provider().refund(refund(taken.reference(), 500, 10_000));

        assertThat(
                        postbox.await(6).stream()
                                .filter(delivery -> delivery.body().contains("refund.created"))
                                .map(provider()::hear))
                .singleElement()
                .isInstanceOfSatisfying(
                        Heard.Hint.class,
                        hint -> assertThat(hint.reference()).isEqualTo(taken.reference()));
    }

    @Test
    void aShopperWhoIsRecognisedByTheBankPays() {
        Standing begun = begin(10_000);
        submit(begun, TestCard.THREE_D_SECURE);
        assertThat(found(begun).state()).isInstanceOf(State.AwaitingShopper.class);

        desk().authenticate(session(begun), true);

        assertThat(found(begun).state()).isInstanceOf(State.Held.class);
    }

    @Test
    void aFailureThatStripeKeepsUnderItsKeyDoesNotHideWhatWasDone() {
        Standing held = paid(10_000);
        desk().failAndKeep("/capture");
        assertThatThrownBy(() -> provider().capture(held.reference(), money(6_000)))
                .isInstanceOf(UpstreamException.Unanswered.class);
        assertThat(provider().capture(held.reference(), money(6_000)).taken())
                .isEqualTo(money(6_000));

        Refund refund = refund(held.reference(), 1_000, 6_000);
        desk().failAndKeep("/refunds");
        assertThatThrownBy(() -> provider().refund(refund))
                .isInstanceOf(UpstreamException.Unanswered.class);
        assertThat(provider().refund(refund).state()).isEqualTo(RefundStanding.State.DONE);
        assertThat(booked(held).refunds()).hasSize(1);
    }

    @Test
    void aPaymentOfLastWeekIsFoundByAnotherProcess() {
        Standing taken = taken(10_000);

        clock.step(Duration.ofDays(6));

        assertThat(anotherProcess().find(taken.reference()).orElseThrow().taken())
                .isEqualTo(money(10_000));
    }

    @Test
    void anUnpaidOneIsFoundBehindManyNewerOnes() {
        Standing wanted = begin(10_000);
        for (int i = 0; i < 120; i++) {
            Standing _ = begin(1_000);
        }

        Standing found = anotherProcess().find(wanted.reference()).orElseThrow();

        assertThat(found.state()).isEqualTo(wanted.state());
    }

    @Test
    void aHoldLapsesAfterSevenDays() {
        Standing held = paid(10_000);
        assertThat(held.holdsUntil().orElseThrow())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(6)),
                        Instant.now().plus(Duration.ofDays(7)));

        clock.step(Duration.ofDays(7).plusSeconds(1));

        assertThat(found(held).state()).isInstanceOf(State.Closed.class);
        assertThatThrownBy(() -> provider().capture(held.reference(), money(10_000)))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void whatMustBePaidSoonerThanStripeClosesCanBeBegunTwiceAndClosed() {
        PaymentRequest long1 = request(10_000);
        PaymentRequest soon =
                new PaymentRequest(
                        long1.reference(),
                        long1.amount(),
                        long1.subject(),
                        long1.comeBack(),
                        long1.notifyAt(),
                        Instant.now().plusSeconds(300));
        provider().begin(soon);
        PaymentProvider later =
                kind().open(LoopbackContext.with(settings()).at(Instant.now().plusSeconds(120)));

        assertThat(later.begin(soon).state()).isInstanceOf(State.AwaitingShopper.class);
        assertThat(books(soon.reference())).hasSize(1);
        assertThat(provider().release(soon.reference()).state()).isInstanceOf(State.Closed.class);
    }

    @Test
    void aRefundTheBankSendsBackHasFailed() {
        Standing taken = taken(10_000);
        Refund refund = refund(taken.reference(), 1_000, 10_000);
        provider().refund(refund);

        desk().failRefund(booked(taken).refunds().getFirst().id());

        assertThat(provider().findRefund(refund).orElseThrow().state())
                .isEqualTo(RefundStanding.State.FAILED);
        assertThat(found(taken).refunded()).isEqualTo(money(0));
    }

    @Test
    void tooSmallAnAmountIsRefusedInStripesWords() {
        assertThatThrownBy(() -> provider().begin(request(399)))
                .isInstanceOfSatisfying(
                        PaymentRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("amount_too_small"));
    }

    @Test
    void aWrongKeyIsRefused() {
        assertThatThrownBy(() ->
                        kind().open(
                                        LoopbackContext.with(settings())
                                                .and(StripeKind.SECRET_KEY, "sk_test_other"))
                                .find("truecart-test-1"))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    private void submit(Standing begun, TestCard card) {
        desk().submit(session(begun), card);
    }

    private static String session(Standing begun) {
        return begun.providerId().orElseThrow();
    }

    private static Delivery at(Delivery delivery, Instant moment) {
        return new Delivery(
                delivery.method(), delivery.uri(), delivery.headers(), delivery.body(), moment);
    }

    private static Delivery with(Delivery delivery, String body, String signature) {
        Map<String, List<String>> headers = new HashMap<>(delivery.headers());
        headers.put("stripe-signature", List.of(signature));
        return new Delivery(delivery.method(), delivery.uri(), headers, body, delivery.at());
    }
}
