package com.truecart.payment.wechat;

import com.truecart.spi.Delivery;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A notification of WeChat Pay in forms nobody may take. */
final class WechatForgeries {
    private WechatForgeries() {}

    static List<Delivery> of(Delivery genuine) {
        String body = genuine.body();
        return List.of(
                with(genuine, body + " "),
                with(genuine, body.replace("TRANSACTION.SUCCESS", "REFUND.SUCCESS")),
                with(genuine, "wechatpay-signature", "AAAA"),
                with(genuine, "wechatpay-signature", ""),
                with(genuine, "wechatpay-signature", "no base64 !"),
                with(genuine, "wechatpay-serial", "PUB_KEY_ID_another"),
                with(genuine, "wechatpay-timestamp", "1"),
                with(genuine, "wechatpay-timestamp", "now"),
                with(genuine, "wechatpay-nonce", "another"),
                new Delivery(genuine.method(), genuine.uri(), Map.of(), body, genuine.at()),
                new Delivery(
                        genuine.method(),
                        genuine.uri(),
                        genuine.headers(),
                        body,
                        genuine.at().plus(Duration.ofMinutes(6))));
    }

    private static Delivery with(Delivery delivery, String body) {
        return new Delivery(
                delivery.method(), delivery.uri(), delivery.headers(), body, delivery.at());
    }

    private static Delivery with(Delivery delivery, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(delivery.headers());
        headers.put(header, List.of(value));
        return new Delivery(
                delivery.method(), delivery.uri(), headers, delivery.body(), delivery.at());
    }
}
