package com.truecart.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.AlipayFundAuthOperationDetailQueryModel;
import com.alipay.api.domain.AlipayFundAuthOrderUnfreezeModel;
import com.alipay.api.domain.AlipayFundAuthOrderVoucherCreateModel;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradePayModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayFundAuthOperationDetailQueryRequest;
import com.alipay.api.request.AlipayFundAuthOrderUnfreezeRequest;
import com.alipay.api.request.AlipayFundAuthOrderVoucherCreateRequest;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayFundAuthOperationDetailQueryResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.payment.Postbox;
import com.truecart.payment.signature.Rsa;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.AlipayDesk;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.spi.Delivery;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alipay's own library says whether our signatures, and the stand-in, are as Alipay's are. */
class AlipayOracleTest {
    private final DeskHost<AlipayDesk> host =
            DeskHost.open(
                    "alipay", 0, new Faults(), base -> new AlipayDesk(base, Clock.systemUTC()));
    private final Postbox postbox = new Postbox();
    private final AlipayClient client =
            new DefaultAlipayClient(
                    setting("gateway"),
                    setting("app_id"),
                    setting("private_key"),
                    "json",
                    "utf-8",
                    setting("alipay_public_key"),
                    "RSA2");

    @BeforeAll
    static void quiet() {
        AlipayLogger.setNeedEnableLogger(false);
    }

    @AfterEach
    void close() {
        host.close();
        postbox.close();
    }

    @Test
    void theLibraryPaysQueriesAndGivesBackAtTheStandIn() throws AlipayApiException {
        AlipayTradePrecreateRequest precreate = new AlipayTradePrecreateRequest();
        precreate.setBizModel(precreate("trade_1"));
        precreate.setNotifyUrl(postbox.address().toString());
        assertThat(client.execute(precreate).getQrCode()).startsWith(host.base().toString());
        assertThat(queried("trade_1").getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");

        host.desk().scan("trade_1");
        assertThat(queried("trade_1").getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");
        host.desk().pay("trade_1");
        assertThat(queried("trade_1").getTradeStatus()).isEqualTo("TRADE_SUCCESS");

        AlipayTradeRefundModel refund = new AlipayTradeRefundModel();
        refund.setOutTradeNo("trade_1");
        refund.setOutRequestNo("refund_1");
        refund.setRefundAmount("12.34");
        AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
        request.setBizModel(refund);
        assertThat(client.execute(request).getFundChange()).isEqualTo("Y");
        assertThat(client.execute(request).getFundChange()).isEqualTo("N");

        AlipayTradeFastpayRefundQueryModel asked = new AlipayTradeFastpayRefundQueryModel();
        asked.setOutTradeNo("trade_1");
        asked.setOutRequestNo("refund_1");
        AlipayTradeFastpayRefundQueryRequest query = new AlipayTradeFastpayRefundQueryRequest();
        query.setBizModel(asked);
        assertThat(client.execute(query).getRefundAmount()).isEqualTo("12.34");
        assertThat(client.execute(query).getRefundStatus()).isEqualTo("REFUND_SUCCESS");
    }

    @Test
    void theLibraryClosesAtTheStandIn() throws AlipayApiException {
        AlipayTradePrecreateRequest precreate = new AlipayTradePrecreateRequest();
        precreate.setBizModel(precreate("trade_2"));
        assertThat(client.execute(precreate).isSuccess()).isTrue();
        AlipayTradeCloseModel model = new AlipayTradeCloseModel();
        model.setOutTradeNo("trade_2");
        AlipayTradeCloseRequest close = new AlipayTradeCloseRequest();
        close.setBizModel(model);

        assertThat(client.execute(close).getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");
        host.desk().scan("trade_2");
        assertThat(client.execute(close).isSuccess()).isTrue();
        assertThat(queried("trade_2").getTradeStatus()).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void theLibraryHoldsTakesAPartAndLetsGoAtTheStandIn() throws AlipayApiException {
        AlipayFundAuthOrderVoucherCreateModel model = new AlipayFundAuthOrderVoucherCreateModel();
        model.setOutOrderNo("hold_1");
        model.setOutRequestNo("hold_1");
        model.setOrderTitle("订单");
        model.setAmount("100.00");
        model.setProductCode("PREAUTH_PAY");
        model.setPayeeUserId(AlipayDesk.SELLER_ID);
        model.setPayTimeout("30m");
        AlipayFundAuthOrderVoucherCreateRequest create =
                new AlipayFundAuthOrderVoucherCreateRequest();
        create.setBizModel(model);
        create.setNotifyUrl(postbox.address().toString());
        assertThat(client.execute(create).getCodeValue()).startsWith(host.base().toString());
        assertThat(held("hold_1").getSubCode()).isEqualTo("AUTH_ORDER_NOT_EXIST");

        host.desk().pay("hold_1");
        AlipayFundAuthOperationDetailQueryResponse held = held("hold_1");
        assertThat(held.getRestAmount()).isEqualTo("100.00");
        Map<String, String> told = Fields.read(postbox.await(1).getFirst().body()).orElseThrow();
        assertThat(
                        AlipaySignature.rsaCheckV1(
                                new HashMap<>(told), setting("alipay_public_key"), "utf-8", "RSA2"))
                .isTrue();

        AlipayTradePayModel part = new AlipayTradePayModel();
        part.setOutTradeNo("hold_1");
        part.setAuthNo(held.getAuthNo());
        part.setProductCode("PREAUTH_PAY");
        part.setSubject("订单");
        part.setTotalAmount("60.00");
        part.setBuyerId(held.getPayerUserId());
        part.setSellerId(AlipayDesk.SELLER_ID);
        part.setAuthConfirmMode("NOT_COMPLETE");
        AlipayTradePayRequest pay = new AlipayTradePayRequest();
        pay.setBizModel(part);
        assertThat(client.execute(pay).isSuccess()).isTrue();
        assertThat(held("hold_1").getTotalPayAmount()).isEqualTo("60.00");

        AlipayFundAuthOrderUnfreezeModel rest = new AlipayFundAuthOrderUnfreezeModel();
        rest.setAuthNo(held.getAuthNo());
        rest.setOutRequestNo("hold_1_rest");
        rest.setAmount("40.00");
        rest.setRemark("rest");
        AlipayFundAuthOrderUnfreezeRequest unfreeze = new AlipayFundAuthOrderUnfreezeRequest();
        unfreeze.setBizModel(rest);
        assertThat(client.execute(unfreeze).getStatus()).isEqualTo("SUCCESS");
        assertThat(held("hold_1").getRestAmount()).isEqualTo("0.00");
        assertThat(held("hold_1").getOrderStatus()).isEqualTo("FINISH");
    }

    @Test
    void theLibrarysPageAddressIsTakenByTheStandIn() throws Exception {
        AlipayTradePagePayModel model = new AlipayTradePagePayModel();
        model.setOutTradeNo("trade_3");
        model.setTotalAmount("100.00");
        model.setSubject("订单 & 3");
        model.setProductCode("FAST_INSTANT_TRADE_PAY");
        model.setTimeExpire(Fields.time(Instant.now().plus(Duration.ofHours(1))));
        AlipayTradePagePayRequest request = new AlipayTradePagePayRequest();
        request.setBizModel(model);
        URI page = URI.create(client.pageExecute(request, "GET").getBody());

        try (var in = page.toURL().openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("订单 &amp; 3", "CNY 100.00");
        }
    }

    @Test
    void theLibraryTakesTheStandInsNotificationAndSoDoWe() throws AlipayApiException {
        AlipayTradePrecreateRequest precreate = new AlipayTradePrecreateRequest();
        precreate.setBizModel(precreate("trade_4"));
        precreate.setNotifyUrl(postbox.address().toString());
        assertThat(client.execute(precreate).isSuccess()).isTrue();
        host.desk().pay("trade_4");
        Delivery delivery = postbox.await(1).getFirst();
        Map<String, String> fields = Fields.read(delivery.body()).orElseThrow();

        assertThat(
                        AlipaySignature.rsaCheckV1(
                                new HashMap<>(fields),
                                setting("alipay_public_key"),
                                "utf-8",
                                "RSA2"))
                .isTrue();
        assertThat(
                        new AlipayCodeKind()
                                .open(LoopbackContext.with(host.desk().settings()))
                                .hear(delivery))
                .isInstanceOfSatisfying(
                        Heard.Hint.class,
                        hint -> {
                            assertThat(hint.reference()).isEqualTo("trade-4");
                            assertThat(hint.answer()).isEqualTo("success");
                        });
    }

    @Test
    void ourSignatureIsTheLibrarys() throws AlipayApiException {
        Map<String, String> fields =
                Map.of("b", "2", "a", "中文 & =", "empty", "", "biz_content", "{\"x\":\"y\"}");

        assertThat(
                        Rsa.sign(
                                Rsa.privateKey("private_key", setting("private_key")),
                                Fields.toSign(fields, _ -> true)))
                .isEqualTo(
                        AlipaySignature.rsaSign(
                                AlipaySignature.getSignContent(new HashMap<>(fields)),
                                setting("private_key"),
                                "utf-8",
                                "RSA2"));
    }

    private AlipayFundAuthOperationDetailQueryResponse held(String hold) throws AlipayApiException {
        AlipayFundAuthOperationDetailQueryModel model =
                new AlipayFundAuthOperationDetailQueryModel();
        model.setOutOrderNo(hold);
        model.setOutRequestNo(hold);
        AlipayFundAuthOperationDetailQueryRequest query =
                new AlipayFundAuthOperationDetailQueryRequest();
        query.setBizModel(model);
        return client.execute(query);
    }

    private AlipayTradeQueryResponse queried(String trade) throws AlipayApiException {
        AlipayTradeQueryModel model = new AlipayTradeQueryModel();
        model.setOutTradeNo(trade);
        AlipayTradeQueryRequest query = new AlipayTradeQueryRequest();
        query.setBizModel(model);
        return client.execute(query);
    }

    private static AlipayTradePrecreateModel precreate(String trade) {
        AlipayTradePrecreateModel model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(trade);
        model.setTotalAmount("100.00");
        model.setSubject("订单");
        model.setTimeExpire(Fields.time(Instant.now().plus(Duration.ofHours(1))));
        return model;
    }

    private String setting(String name) {
        return host.desk().settings().getOrDefault(name, "");
    }
}
