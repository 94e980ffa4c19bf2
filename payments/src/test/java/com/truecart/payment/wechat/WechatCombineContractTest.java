package com.truecart.payment.wechat;

import com.truecart.payment.PaymentContract;
import com.truecart.payment.PaymentKind;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.Reason;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.DeskKeys;
import com.truecart.sandbox.pay.WechatDesk;
import com.truecart.spi.Delivery;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Combine pay where all of it is the account's own. */
class WechatCombineContractTest extends PaymentContract<WechatDesk> {
    /** Making keys takes longer than all the rest. */
    private static final List<DeskKeys> KEYS =
            List.of(new DeskKeys(), new DeskKeys(), new DeskKeys());

    static DeskHost<WechatDesk> desk(java.time.Clock clock) {
        return DeskHost.open(
                "wechat",
                0,
                new Faults(),
                base -> new WechatDesk(base, clock, KEYS.get(0), KEYS.get(1), KEYS.get(2)));
    }

    @Override
    protected DeskHost<WechatDesk> openDesk() {
        return desk(clock);
    }

    @Override
    protected PaymentKind kind() {
        return new WechatCombineKind();
    }

    @Override
    protected Map<String, String> settings() {
        return desk().combineSettings();
    }

    @Override
    protected String currency() {
        return "CNY";
    }

    @Override
    protected void pay(Standing begun) {
        desk().pay(begun.reference());
    }

    /** WeChat Pay tells the shopper on the telephone, and no merchant. */
    @Override
    protected Map<Reason, Consumer<Standing>> declines() {
        return Map.of();
    }

    @Override
    protected void notifyAt(URI address) {
        // each request says so
    }

    @Override
    protected List<Delivery> forgeries(Delivery genuine, String reference) {
        return WechatForgeries.of(genuine);
    }
}
