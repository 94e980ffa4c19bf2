package com.truecart.payment.alipay;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Alipay on its own page, to which the shopper is sent and back. */
public final class AlipayPageKind implements PaymentKind {
    @Override
    public String kind() {
        return "alipay_page";
    }

    @Override
    public String displayName() {
        return "支付宝网页";
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
        return new AlipayProvider(context, AlipayProvider.Way.PAGE);
    }
}
