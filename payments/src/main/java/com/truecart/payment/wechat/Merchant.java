package com.truecart.payment.wechat;

import com.truecart.payment.signature.Rsa;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who signs: each merchant has a key of its own, and WeChat Pay answers each with a key of its own.
 *
 * @param number "mchid"
 * @param serial of the merchant's certificate
 */
record Merchant(String number, String serial, PrivateKey key, PlatformKey platform) {
    private static final int WORDS = 5;

    /** The one that the account is opened for. */
    static Merchant own(ConnectorContext context) {
        return new Merchant(
                context.required(WechatKind.MERCHANT),
                context.required(WechatKind.SERIAL),
                Rsa.privateKey(
                        WechatKind.PRIVATE_KEY,
                        context.requiredSecret(WechatKind.PRIVATE_KEY).reveal()),
                new PlatformKey(
                        context.required(WechatKind.PLATFORM_SERIAL),
                        Rsa.publicKey(
                                WechatKind.PLATFORM_KEY,
                                context.required(WechatKind.PLATFORM_KEY))));
    }

    /**
     * The others, by number: of five words each, with keys in base64 without line breaks, and a
     * semicolon between two, as fields of a form take no lines.
     *
     * @throws Misconfigured saying which, never what it says
     */
    static Map<String, Merchant> others(ConnectorContext context) {
        String all = context.requiredSecret(WechatCombineKind.MERCHANTS).reveal();
        Map<String, Merchant> others = new LinkedHashMap<>();
        int at = 0;
        for (String one : all.split(";", -1)) {
            at++;
            if (one.isBlank()) {
                continue;
            }
            String[] words = one.strip().split("\\s+", -1);
            if (words.length != WORDS) {
                throw misconfigured(at, "is not mchid, serial, key, name and WeChat Pay's key");
            }
            Merchant merchant =
                    new Merchant(
                            words[0],
                            words[1],
                            Rsa.privateKey(WechatCombineKind.MERCHANTS, words[2]),
                            new PlatformKey(
                                    words[3],
                                    Rsa.publicKey(WechatCombineKind.MERCHANTS, words[4])));
            if (others.put(merchant.number(), merchant) != null) {
                throw misconfigured(at, "is a merchant that was named before");
            }
        }
        return others;
    }

    private static Misconfigured misconfigured(int at, String fault) {
        return new Misconfigured(WechatCombineKind.MERCHANTS, "merchant " + at + " " + fault);
    }
}
