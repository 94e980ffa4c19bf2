package com.truecart.payment.alipay;

import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** What both ways to pay by Alipay share. */
final class AlipaySettings {
    static final String GATEWAY = "gateway";
    static final String APP_ID = "app_id";
    static final String PRIVATE_KEY = "private_key";
    static final String ALIPAY_PUBLIC_KEY = "alipay_public_key";
    static final String SELLER_ID = "seller_id";

    static final Set<Currency> CURRENCIES = Set.of(Currency.getInstance("CNY"));

    static final List<Setting> ALL =
            List.of(
                    Setting.required(APP_ID, "Application's id", Setting.Type.TEXT),
                    Setting.required(
                            PRIVATE_KEY, "Application's private key (PKCS#8)", Setting.Type.SECRET),
                    Setting.required(ALIPAY_PUBLIC_KEY, "Alipay's public key", Setting.Type.TEXT),
                    Setting.required(SELLER_ID, "Seller's id (2088…)", Setting.Type.TEXT),
                    Setting.optional(GATEWAY, "Address of the gateway", Setting.Type.URL)
                            .withDefault("https://openapi.alipay.com/gateway.do"));

    private AlipaySettings() {}
}
