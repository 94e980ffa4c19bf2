package com.truecart.payment.alipay;

import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.spi.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Alipay's notifications: a signed form. They are repeated for a day until they are answered {@code
 * success}. What they say of amounts is not used: the trade is looked up.
 */
final class Notifications {
    private static final String ANSWER = "success";

    private final Gateway gateway;
    private final String appId;
    private final String sellerId;

    Notifications(Gateway gateway, String appId, String sellerId) {
        this.gateway = gateway;
        this.appId = appId;
        this.sellerId = sellerId;
    }

    Heard hear(Delivery delivery) {
        Optional<Map<String, String>> read = Fields.read(delivery.body());
        if (read.isEmpty()) {
            return new Heard.Forged("it is no form");
        }
        Map<String, String> fields = read.get();
        if (!field(fields, "sign_type").equals("RSA2")
                || !gateway.isAlipays(fields, field(fields, "sign"))) {
            return new Heard.Forged("the signature does not fit");
        }
        if (!same(field(fields, "app_id"), appId)) {
            return new Heard.Forged("it is for another application");
        }
        // what is held is no trade yet, and its fields have names of their own
        boolean isHold = field(fields, "notify_type").startsWith("fund_auth_");
        if (!same(field(fields, isHold ? "payee_user_id" : "seller_id"), sellerId)) {
            return new Heard.Forged("it is for another seller");
        }
        String id = field(fields, "notify_id");
        String reference = field(fields, isHold ? "out_order_no" : "out_trade_no");
        return id.isEmpty() || reference.isEmpty()
                ? new Heard.NothingWeFollow(id, ANSWER)
                : new Heard.Hint(id, Names.ours(reference), ANSWER);
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
