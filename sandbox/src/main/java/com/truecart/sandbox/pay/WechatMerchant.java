package com.truecart.sandbox.pay;

import java.util.List;

/**
 * A merchant at the stand-in for WeChat Pay. Each signs with its own key and is answered with a key
 * that WeChat Pay has for it alone.
 */
record WechatMerchant(String number, String serial, String platformSerial, DeskKeys keys) {

    /** The ones here, the first of which starts combined payments. */
    static List<WechatMerchant> all(DeskKeys first, DeskKeys second, DeskKeys third) {
        return List.of(numbered(1, first), numbered(2, second), numbered(3, third));
    }

    private static WechatMerchant numbered(int at, DeskKeys keys) {
        return new WechatMerchant(
                "190000000" + at,
                "5157F09EFDC096DE15EBE81A47057A7232F1B8E" + at,
                "PUB_KEY_ID_011900000" + at + "2026112600000000",
                keys);
    }

    /** What is filled in for it where payments are combined. */
    String line() {
        return String.join(
                " ", number, serial, keys.merchantPrivate(), platformSerial, keys.providerPublic());
    }
}
