package com.truecart.payment.alipay;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Alipay by a code that the shopper scans. */
public final class AlipayCodeKind implements PaymentKind {
    @Override
    public String kind() {
        return "alipay";
    }

    @Override
    public String displayName() {
        return "支付宝";
    }

    @Override
    public List<Setting> settings() {
        return AlipaySettings.ALL;
    }

    @Override
    public Set<Currency> currencies() {
        return AlipaySettings.CURRENCIES;
    }

    @Override
    public PaymentProvider open(ConnectorContext context) {
        return new AlipayProvider(context, AlipayProvider.Way.CODE);
    }
}
