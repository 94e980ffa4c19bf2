package com.truecart.payment.wechat;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.payment.Looks;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import com.truecart.payment.wechat.Calls.Outcome;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One merchant at WeChat Pay. An order is keyed by our reference and a refund by the refund's:
 * asked for again they are the same. There is no hold for goods: it is paid in full, and what was
 * not sold is given back.
 */
final class WechatProvider implements PaymentProvider {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";
    private static final int LONGEST_SUBJECT = 127;

    private final Calls calls;
    private final Refunds refunds;
    private final Notifications notifications;
    private final Clock clock;
    private final String merchant;
    private final String appId;

    WechatProvider(ConnectorContext context) {
        Merchant own = Merchant.own(context);
        calls = new Calls(context, own);
        refunds = new Refunds(calls);
        notifications = new Notifications(context, own, "mchid", "out_trade_no");
        clock = context.clock();
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
        if (!request.until().isAfter(clock.instant())) {
            throw new PaymentRefused("too_late", "it could be paid until " + request.until());
        }
        if (!request.amount().currency().equals(CNY)) {
            throw new PaymentRefused("currency", "it takes CNY, not " + request.amount());
        }
        try {
            return switch (calls.post("/v3/pay/transactions/native", order(request))) {
                case Outcome.Done done ->
                        standing(
                                request.reference(),
                                Optional.empty(),
                                new State.AwaitingShopper(
                                        new Step.Scan(done.whole().text("code_url"))),
                                Money.zero(CNY),
                                done.at());
                case Outcome.Not not -> over(request).orElseThrow(not::refused);
            };
        } catch (Refused notLetIn) {
            // an order that is paid is refused too, with a 403
            return over(request).orElseThrow(() -> notLetIn);
        }
    }

    /** What was begun before and is no longer to be begun. */
    private Optional<Standing> over(PaymentRequest request) {
        return find(request.reference())
                .filter(found -> !(found.state() instanceof State.AwaitingShopper));
    }

    @Override
    public Optional<Standing> find(String reference) {
        return calls.get(ORDERS + reference + "?mchid=" + merchant)
                .map(done -> order(reference, done.about("out_trade_no", reference), done.at()));
    }

    @Override
    public Standing capture(String reference, Money amount) {
        throw new UnsupportedOperationException("WeChat Pay takes at once");
    }

    @Override
    public Standing release(String reference) {
        Standing standing = known(reference);
        if (!(standing.state() instanceof State.AwaitingShopper)) {
            return standing;
        }
        Outcome _ = calls.post(ORDERS + reference + "/close", Map.of("mchid", merchant));
        // whatever was answered, it may have been paid in between: WeChat Pay's record says
        return Looks.afterWriting(() -> known(reference));
    }

    @Override
    public RefundStanding refund(Refund refund) {
        Standing payment = known(refund.payment());
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
                PlainText.of(request.subject(), LONGEST_SUBJECT),
                "out_trade_no",
                request.reference(),
                "time_expire",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        request.until()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atOffset(ZoneOffset.ofHours(8))),
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
        return standing(reference, order.optionalText("transaction_id"), state, taken, at);
    }

    private static Standing standing(
            String reference, Optional<String> id, State state, Money taken, Instant at) {
        return new Standing(
                reference,
                id,
                state,
                Money.zero(CNY),
                taken,
                Money.zero(CNY),
                Optional.empty(),
                at);
    }

    private Standing known(String reference) {
        return find(reference)
                .orElseThrow(() ->
                        new PaymentRefused("ORDER_NOT_EXIST", "there is no order " + reference));
    }
}
