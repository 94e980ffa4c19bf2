package com.truecart.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Postbox;
import com.truecart.payment.signature.Rsa;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.WechatDesk;
import com.truecart.spi.Delivery;
import com.truecart.testkit.LoopbackContext;
import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RSAPublicKeyNotificationConfig;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WeChat Pay's own library says whether the stand-in signs and encrypts as WeChat Pay does. */
class WechatOracleTest {
    private final DeskHost<WechatDesk> host =
            DeskHost.open(
                    "wechat", 0, new Faults(), base -> new WechatDesk(base, Clock.systemUTC()));
    private final Postbox postbox = new Postbox();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PaymentProvider provider =
            new WechatKind().open(LoopbackContext.with(host.desk().settings()));

    @AfterEach
    void close() {
        host.close();
        postbox.close();
        http.close();
    }

    @Test
    void theStandInTakesTheLibrarysSignatureAndTheLibraryItsAnswers() throws Exception {
        begin();
        URI order =
                host.base()
                        .resolve(
                                "/v3/pay/transactions/out-trade-no/oracle-test-1?mchid="
                                        + setting("mchid"));

        HttpResponse<String> answer = get(order, setting("private_key"));

        assertThat(answer.statusCode()).isEqualTo(200);
        // the library's map of headers minds the case of their names
        HttpHeaders headers = new HttpHeaders();
        for (String name :
                List.of(
                        "Wechatpay-Serial",
                        "Wechatpay-Signature",
                        "Wechatpay-Timestamp",
                        "Wechatpay-Nonce")) {
            headers.addHeader(name, answer.headers().firstValue(name).orElseThrow());
        }
        headers.addHeader("Request-ID", "none");
        WechatPay2Validator validator =
                new WechatPay2Validator(
                        new RSAVerifier(
                                Rsa.publicKey("key", setting("platform_public_key")),
                                setting("platform_serial")));
        assertThat(validator.validate(headers, answer.body())).isTrue();
        assertThat(validator.validate(headers, answer.body() + " ")).isFalse();
    }

    @Test
    void theLibraryReadsTheStandInsNotification() {
        begin();
        host.desk().pay("oracle-test-1");
        Delivery delivery = postbox.await(1).getFirst();

        Transaction transaction =
                new NotificationParser(
                                new RSAPublicKeyNotificationConfig.Builder()
                                        .publicKey(
                                                Rsa.publicKey(
                                                        "key", setting("platform_public_key")))
                                        .publicKeyId(setting("platform_serial"))
                                        .apiV3Key(setting("api_v3_key"))
                                        .build())
                        .parse(
                                new RequestParam.Builder()
                                        .serialNumber(header(delivery, "Wechatpay-Serial"))
                                        .nonce(header(delivery, "Wechatpay-Nonce"))
                                        .timestamp(header(delivery, "Wechatpay-Timestamp"))
                                        .signature(header(delivery, "Wechatpay-Signature"))
                                        .body(delivery.body())
                                        .build(),
                                Transaction.class);

        assertThat(transaction.getOutTradeNo()).isEqualTo("oracle-test-1");
        assertThat(transaction.getTradeState()).isEqualTo(Transaction.TradeStateEnum.SUCCESS);
        assertThat(transaction.getAmount().getTotal()).isEqualTo(12_345);
    }

    private void begin() {
        provider.begin(
                new PaymentRequest(
                        "oracle-test-1",
                        Money.of(12_345, "CNY"),
                        "订单 1",
                        postbox.address(),
                        postbox.address(),
                        Instant.now().plus(Duration.ofHours(1))));
    }

    private HttpResponse<String> get(URI address, String key)
            throws IOException, InterruptedException {
        WechatPay2Credential credential =
                new WechatPay2Credential(
                        setting("mchid"),
                        new RSASigner(setting("serial"), Rsa.privateKey("key", key)));
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", credential.getAuthorization(address, "GET", ""))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(Delivery delivery, String name) {
        return delivery.header(name).orElseThrow();
    }

    private String setting(String name) {
        return host.desk().settings().getOrDefault(name, "");
    }
}
