package com.truecart.payment.alipay;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Alipay by a code, by which the money is held first and taken later ("pre-authorisation"). */
public final class AlipayHoldKind implements PaymentKind {
    static final String HOLD_DAYS = "hold_days";

    @Override
    public String kind() {
        return "alipay_hold";
    }

    @Override
    public String displayName() {
        return "支付宝预授权";
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(
                        AlipaySettings.ALL.stream(),
                        Stream.of(
                                Setting.optional(
                                                HOLD_DAYS,
                                                "Days for which money stays held, by the contract",
                                                Setting.Type.TEXT)
                                        .withDefault("30")))
                .toList();
    }

    @Override
    public Set<Currency> currencies() {
        return AlipaySettings.CURRENCIES;
    }

    @Override
    public PaymentProvider open(ConnectorContext context) {
        return new AlipayHoldProvider(context);
    }
}
