package com.truecart.payment.wechat;

import static com.truecart.payment.wechat.NativeOrders.CNY;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.payment.Looks;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.wechat.Calls.Outcome;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One merchant at WeChat Pay. An order is keyed by our reference and a refund by the refund's:
 * asked for again they are the same. There is no hold for goods: it is paid in full, and what was
 * not sold is given back.
 */
final class WechatProvider implements PaymentProvider {
    private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";

    private final Calls calls;
    private final Refunds refunds;
    private final Notifications notifications;
    private final NativeOrders orders;
    private final String merchant;
    private final String appId;

    WechatProvider(ConnectorContext context) {
        Merchant own = Merchant.own(context);
        calls = new Calls(context, own);
        refunds = new Refunds(calls);
        notifications = new Notifications(context, own, "mchid", "out_trade_no");
        orders = new NativeOrders(calls, context.clock(), this::find);
        merchant = own.number();
        appId = context.required(WechatKind.APP_ID);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.SCAN, Ability.KNOWN_AT_ONCE);
    }

    @Override
    public Standing begin(PaymentRequest request) {
        request.refuseShares();
        return orders.begin(request, "/v3/pay/transactions/native", order(request));
    }

    @Override
    public Optional<Standing> find(String reference) {
        return calls.get(ORDERS + reference + "?mchid=" + merchant)
                .map(done -> order(reference, done.about("out_trade_no", reference), done.at()));
    }

    @Override
    public Standing capture(String reference, Money amount) {
        throw NativeOrders.takesAtOnce();
    }

    @Override
    public Standing release(String reference) {
        Standing standing = orders.known(reference);
        if (!(standing.state() instanceof State.AwaitingShopper)) {
            return standing;
        }
        Outcome _ = calls.post(ORDERS + reference + "/close", Map.of("mchid", merchant));
        // whatever was answered, it may have been paid in between: WeChat Pay's record says
        return Looks.afterWriting(() -> orders.known(reference));
    }

    @Override
    public RefundStanding refund(Refund refund) {
        Standing payment = orders.known(refund.payment());
        return refunds.refund(payment.reference(), refund.total(), refund);
    }

    @Override
    public Optional<RefundStanding> findRefund(Refund refund) {
        return refunds.find(refund);
    }

    @Override
    public Heard hear(Delivery delivery) {
        return notifications.hear(delivery);
    }

    private Map<String, Object> order(PaymentRequest request) {
        return Map.of(
                "appid",
                appId,
                "mchid",
                merchant,
                "description",
                NativeOrders.subject(request.subject()),
                "out_trade_no",
                request.reference(),
                "time_expire",
                NativeOrders.until(request),
                "notify_url",
                request.notifyAt().toString(),
                "amount",
                Map.of("total", request.amount().minor(), "currency", "CNY"));
    }

    private static Standing order(String reference, Json order, Instant at) {
        State state = TradeState.of(order.text("trade_state"));
        Money taken =
                state instanceof State.Taken
                        ? new Money(order.at("amount").number("total"), CNY)
                        : Money.zero(CNY);
        return NativeOrders.standing(
                reference, order.optionalText("transaction_id"), state, taken, at);
    }
}
