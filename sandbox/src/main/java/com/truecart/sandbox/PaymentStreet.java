package com.truecart.sandbox;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.AlipayDesk;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.PaymentDesk;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.WechatDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The payment providers, on the ports behind the shops'. */
record PaymentStreet(
        DeskHost<StripeDesk> stripe, DeskHost<AlipayDesk> alipay, DeskHost<WechatDesk> wechat)
        implements AutoCloseable {

    /** Opens them on the ports after this one, or on any free ones where it is 0. */
    static PaymentStreet open(int before, Faults faults, Clock clock) {
        int step = before == 0 ? 0 : 1;
        List<DeskHost<?>> opened = new ArrayList<>();
        try {
            DeskHost<StripeDesk> stripe =
                    DeskHost.open(
                            "stripe", before + step, faults, base -> new StripeDesk(base, clock));
            opened.add(stripe);
            DeskHost<AlipayDesk> alipay =
                    DeskHost.open(
                            "alipay",
                            before + 2 * step,
                            faults,
                            base -> new AlipayDesk(base, clock));
            opened.add(alipay);
            return new PaymentStreet(
                    stripe,
                    alipay,
                    DeskHost.open(
                            "wechat",
                            before + 3 * step,
                            faults,
                            base -> new WechatDesk(base, clock)));
        } catch (RuntimeException e) {
            opened.forEach(DeskHost::close);
            throw e;
        }
    }

    List<DeskHost<? extends PaymentDesk>> all() {
        return List.of(stripe, alipay, wechat);
    }

    @Override
    public void close() {
        all().forEach(DeskHost::close);
    }
}
