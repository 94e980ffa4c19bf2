package com.truecart.payment.wechat;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** WeChat Pay by one code for several merchants, each paid its own part ("combine pay"). */
public final class WechatCombineKind implements PaymentKind {
    static final String MERCHANTS = "merchants";

    @Override
    public String kind() {
        return "wechat_combine";
    }

    @Override
    public String displayName() {
        return "微信支付合单";
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(
                        WechatKind.SETTINGS.stream(),
                        Stream.of(
                                Setting.required(
                                        MERCHANTS,
                                        "The other merchants, ; between two: mchid, serial, private key,"
                                                + " name of WeChat Pay's key, WeChat Pay's key",
                                        Setting.Type.SECRET)))
                .toList();
    }

    @Override
    public Set<Currency> currencies() {
        return Set.of(Currency.getInstance("CNY"));
    }

    @Override
    public PaymentProvider open(ConnectorContext context) {
        return new WechatCombineProvider(context);
    }
}
