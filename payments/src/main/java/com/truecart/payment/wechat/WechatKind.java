package com.truecart.payment.wechat;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** WeChat Pay by a code that the shopper scans ("Native"). */
public final class WechatKind implements PaymentKind {
    static final String API = "api";
    static final String MERCHANT = "mchid";
    static final String APP_ID = "appid";
    static final String SERIAL = "serial";
    static final String PRIVATE_KEY = "private_key";
    static final String API_V3_KEY = "api_v3_key";
    static final String PLATFORM_SERIAL = "platform_serial";
    static final String PLATFORM_KEY = "platform_public_key";

    static final List<Setting> SETTINGS =
            List.of(
                    Setting.required(MERCHANT, "Merchant's number (mchid)", Setting.Type.TEXT),
                    Setting.required(APP_ID, "Application's id (appid)", Setting.Type.TEXT),
                    Setting.required(
                            SERIAL,
                            "Serial number of the merchant's certificate",
                            Setting.Type.TEXT),
                    Setting.required(
                            PRIVATE_KEY, "Merchant's private key (PKCS#8)", Setting.Type.SECRET),
                    Setting.required(API_V3_KEY, "APIv3 key, 32 bytes", Setting.Type.SECRET),
                    Setting.required(
                            PLATFORM_SERIAL,
                            "Name of WeChat Pay's key (PUB_KEY_ID_… or a certificate's serial)",
                            Setting.Type.TEXT),
                    Setting.required(PLATFORM_KEY, "WeChat Pay's public key", Setting.Type.TEXT),
                    Setting.optional(API, "Address of the API", Setting.Type.URL)
                            .withDefault("https://api.mch.weixin.qq.com"));

    @Override
    public String kind() {
        return "wechat";
    }

    @Override
    public String displayName() {
        return "微信支付";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public Set<Currency> currencies() {
        return Set.of(Currency.getInstance("CNY"));
    }

    @Override
    public PaymentProvider open(ConnectorContext context) {
        return new WechatProvider(context);
    }
}
