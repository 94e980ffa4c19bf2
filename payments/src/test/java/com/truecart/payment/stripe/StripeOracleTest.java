package com.truecart.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.payment.Postbox;
import com.truecart.payment.SteppedClock;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.TestCard;
import com.truecart.spi.Delivery;
import com.truecart.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stripe's own library says whether the stand-in, and our signature check, are as Stripe's are. */
class StripeOracleTest {
    private final SteppedClock clock = new SteppedClock();
    private final DeskHost<StripeDesk> host =
            DeskHost.open("stripe", 0, new Faults(), base -> new StripeDesk(base, clock));
    private final Postbox postbox = new Postbox();
    private final StripeClient client =
            StripeClient.builder()
                    .setApiKey(StripeDesk.SECRET_KEY)
                    .setApiBase(host.base().toString())
                    .build();

    @AfterEach
    void close() {
        host.close();
        postbox.close();
    }

    @Test
    void theVersionWeReadIsTheLibrarys() {
        assertThat(Calls.VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void theLibraryPaysAtTheStandIn() throws StripeException {
        Session made = client.v1().checkout().sessions().create(session().build());
        assertThat(made.getStatus()).isEqualTo("open");
        assertThat(made.getPaymentIntent()).isNull();
        assertThat(made.getAmountTotal()).isEqualTo(12_345);

        host.desk().submit(made.getId(), TestCard.FINE);
        Session paid =
                client.v1()
                        .checkout()
                        .sessions()
                        .retrieve(
                                made.getId(),
                                SessionRetrieveParams.builder()
                                        .addExpand("payment_intent.latest_charge")
                                        .build());
        PaymentIntent intent = paid.getPaymentIntentObject();
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getAmountCapturable()).isEqualTo(12_345);
        assertThat(
                        intent.getLatestChargeObject()
                                .getPaymentMethodDetails()
                                .getCard()
                                .getCaptureBefore())
                .isGreaterThan(Instant.now().getEpochSecond());

        PaymentIntent captured =
                client.v1()
                        .paymentIntents()
                        .capture(
                                intent.getId(),
                                PaymentIntentCaptureParams.builder()
                                        .setAmountToCapture(10_000L)
                                        .build());
        assertThat(captured.getAmountReceived()).isEqualTo(10_000);

        client.v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(intent.getId())
                                .setAmount(500L)
                                .putMetadata("truecart_reference", "refund-1")
                                .build());
        var refunds =
                client.v1()
                        .refunds()
                        .list(RefundListParams.builder().setPaymentIntent(intent.getId()).build());
        assertThat(refunds.getData())
                .singleElement()
                .satisfies(refund -> {
                    assertThat(refund.getStatus()).isEqualTo("succeeded");
                    assertThat(refund.getMetadata())
                            .containsEntry("truecart_reference", "refund-1");
                });
    }

    @Test
    void theLibraryListsSearchesAndExpires() throws StripeException {
        Session first = client.v1().checkout().sessions().create(session().build());
        Session second = client.v1().checkout().sessions().create(session().build());
        var page =
                client.v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder().setLimit(1L).build());
        assertThat(page.getHasMore()).isTrue();
        assertThat(page.getData()).extracting(Session::getId).containsExactly(second.getId());

        assertThat(client.v1().checkout().sessions().expire(first.getId()).getStatus())
                .isEqualTo("expired");
        host.desk().submit(second.getId(), TestCard.FINE);
        assertThat(searched().getData()).isEmpty();
        clock.step(Duration.ofMinutes(2));
        assertThat(searched().getData()).hasSize(1);
    }

    @Test
    void theLibraryUnderstandsItsRefusals() throws StripeException {
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("one-key").build();
        Session made = client.v1().checkout().sessions().create(session().build(), key);

        assertThat(client.v1().checkout().sessions().create(session().build(), key).getId())
                .isEqualTo(made.getId());
        assertThatThrownBy(() ->
                        client.v1()
                                .checkout()
                                .sessions()
                                .create(session().setClientReferenceId("other").build(), key))
                .isInstanceOf(IdempotencyException.class);
        assertThatThrownBy(() -> client.v1().paymentIntents().capture("pi_none"))
                .isInstanceOfSatisfying(
                        StripeException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("resource_missing"));
    }

    @Test
    void theLibraryReadsTheStandInsEvents() throws StripeException {
        host.desk().tell(postbox.address());
        Session made = client.v1().checkout().sessions().create(session().build());
        host.desk().submit(made.getId(), TestCard.INSUFFICIENT_FUNDS);
        Delivery delivery = postbox.await(1).getFirst();

        Event event =
                Webhook.constructEvent(
                        delivery.body(),
                        delivery.header("Stripe-Signature").orElseThrow(),
                        StripeDesk.WEBHOOK_SECRET);

        assertThat(event.getType()).isEqualTo("payment_intent.payment_failed");
        assertThat(event.getDataObjectDeserializer().getObject())
                .hasValueSatisfying(object ->
                        assertThat(((PaymentIntent) object).getLastPaymentError())
                                .satisfies(error ->
                                        assertThat(error.getDeclineCode())
                                                .isEqualTo("insufficient_funds")));
        assertThatThrownBy(() ->
                        Webhook.constructEvent(
                                delivery.body() + " ",
                                delivery.header("Stripe-Signature").orElseThrow(),
                                StripeDesk.WEBHOOK_SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void weHearWhatTheLibrarySigns() throws Exception {
        Instant now = Instant.now();
        String body =
                "{\"id\":\"evt_1\",\"data\":{\"object\":{\"metadata\":{\"truecart_reference\":\"a-reference\"}}}}";
        String signature =
                Webhook.Util.computeHmacSha256("whsec_x", now.getEpochSecond() + "." + body);

        assertThat(
                        new Events(Optional.of(new Secret("whsec_x")))
                                .hear(
                                        new Delivery(
                                                "POST",
                                                postbox.address(),
                                                Map.of(
                                                        "stripe-signature",
                                                        List.of(
                                                                "t="
                                                                        + now.getEpochSecond()
                                                                        + ",v1="
                                                                        + signature)),
                                                body,
                                                now)))
                .isEqualTo(new Heard.Hint("evt_1", "a-reference", ""));
    }

    private com.stripe.model.StripeSearchResult<PaymentIntent> searched() throws StripeException {
        return client.v1()
                .paymentIntents()
                .search(
                        PaymentIntentSearchParams.builder()
                                .setQuery("metadata['truecart_reference']:'order-1'")
                                .build());
    }

    private static SessionCreateParams.Builder session() {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setClientReferenceId("order-1")
                .setSuccessUrl("https://shop.example/paid")
                .setCancelUrl("https://shop.example/paid")
                .setPaymentIntentData(
                        PaymentIntentData.builder()
                                .setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL)
                                .putMetadata("truecart_reference", "order-1")
                                .build())
                .addLineItem(
                        LineItem.builder()
                                .setQuantity(1L)
                                .setPriceData(
                                        LineItem.PriceData.builder()
                                                .setCurrency("hkd")
                                                .setUnitAmount(12_345L)
                                                .setProductData(
                                                        LineItem.PriceData.ProductData.builder()
                                                                .setName("Order 1")
                                                                .build())
                                                .build())
                                .build());
    }
}
