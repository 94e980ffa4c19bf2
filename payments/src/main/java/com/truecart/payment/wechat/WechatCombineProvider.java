package com.truecart.payment.wechat;

import static com.truecart.payment.wechat.NativeOrders.CNY;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.payment.Looks;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Share;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.wechat.Calls.Outcome;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One payment for several merchants at WeChat Pay. The shopper scans one code; each share is an
 * order of its merchant's own, in its own account. All are paid or none. What is given back of a
 * share is asked for by its merchant, with that merchant's key.
 */
final class WechatCombineProvider implements PaymentProvider {
    private static final String ORDERS = "/v3/combine-transactions/out-trade-no/";
    private static final String COMBINED = "combine_out_trade_no";
    private static final int MOST_SHARES = 50;

    private final Calls calls;
    private final Map<String, Refunds> refunds = new HashMap<>();
    private final Notifications notifications;
    private final NativeOrders orders;
    private final String merchant;
    private final String appId;

    WechatCombineProvider(ConnectorContext context) {
        Merchant own = Merchant.own(context);
        calls = new Calls(context, own);
        refunds.put(own.number(), new Refunds(calls));
        Merchant.others(context)
                .forEach((number, other) ->
                        refunds.put(number, new Refunds(new Calls(context, other))));
        notifications = new Notifications(context, own, "combine_mchid", COMBINED);
        orders = new NativeOrders(calls, context.clock(), this::find);
        merchant = own.number();
        appId = context.required(WechatKind.APP_ID);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.SCAN, Ability.KNOWN_AT_ONCE, Ability.COMBINE);
    }

    @Override
    public Standing begin(PaymentRequest request) {
        if (request.shares().size() > MOST_SHARES) {
            throw new PaymentRefused("shares", "it takes up to " + MOST_SHARES + " shares");
        }
        // a share that could not be given back is not taken either
        request.shares().forEach(this::refunds);
        return orders.begin(request, "/v3/combine-transactions/native", order(request));
    }

    @Override
    public Optional<Standing> find(String reference) {
        return asked(reference).map(done -> read(reference, done));
    }

    @Override
    public Standing capture(String reference, Money amount) {
        throw NativeOrders.takesAtOnce();
    }

    @Override
    public Standing release(String reference) {
        Outcome.Done order = known(reference);
        Standing standing = read(reference, order);
        if (!(standing.state() instanceof State.AwaitingShopper)) {
            return standing;
        }
        List<Map<String, String>> parts =
                parts(order).stream()
                        .map(part ->
                                Map.of(
                                        "mchid",
                                        part.text("mchid"),
                                        "out_trade_no",
                                        part.text("out_trade_no")))
                        .toList();
        Outcome _ =
                calls.post(
                        ORDERS + reference + "/close",
                        Map.of("combine_appid", appId, "sub_orders", parts));
        // whatever was answered, it may have been paid in between: WeChat Pay's record says
        return Looks.afterWriting(() -> orders.known(reference));
    }

    @Override
    public RefundStanding refund(Refund refund) {
        Share share = share(refund);
        Refunds merchants = refunds(share);
        Outcome.Done order = known(refund.payment());
        if (parts(order).stream()
                .noneMatch(part ->
                        part.text("mchid").equals(share.merchant())
                                && part.text("out_trade_no").equals(share.reference()))) {
            throw new PaymentRefused("share", "it is no share of " + refund.payment());
        }
        return merchants.refund(share.reference(), share.amount(), refund);
    }

    @Override
    public Optional<RefundStanding> findRefund(Refund refund) {
        return refunds(share(refund)).find(refund);
    }

    @Override
    public Heard hear(Delivery delivery) {
        return notifications.hear(delivery);
    }

    /** Where nothing is said of shares all of it is ours. */
    private List<Share> shares(PaymentRequest request) {
        return request.shares().isEmpty()
                ? List.of(
                        new Share(
                                merchant, request.reference(), request.amount(), request.subject()))
                : request.shares();
    }

    private Share share(Refund refund) {
        return refund.of()
                .orElseGet(
                        () -> new Share(merchant, refund.payment(), refund.total(), refund.why()));
    }

    private Refunds refunds(Share share) {
        return Optional.ofNullable(refunds.get(share.merchant()))
                .orElseThrow(() ->
                        new PaymentRefused("merchant", "there is no key of " + share.merchant()));
    }

    private Map<String, Object> order(PaymentRequest request) {
        return Map.of(
                "combine_appid",
                appId,
                "combine_mchid",
                merchant,
                COMBINED,
                request.reference(),
                "sub_orders",
                shares(request).stream().map(WechatCombineProvider::part).toList(),
                "time_expire",
                NativeOrders.until(request),
                "notify_url",
                request.notifyAt().toString());
    }

    private static Map<String, Object> part(Share share) {
        return Map.of(
                "mchid",
                share.merchant(),
                "out_trade_no",
                share.reference(),
                // required, and given back unchanged
                "attach",
                share.reference(),
                "description",
                NativeOrders.subject(share.subject()),
                "amount",
                Map.of("total_amount", share.amount().minor(), "currency", "CNY"));
    }

    private Outcome.Done known(String reference) {
        return asked(reference)
                .orElseThrow(() ->
                        new PaymentRefused("ORDER_NOT_EXIST", "there is no order " + reference));
    }

    private Optional<Outcome.Done> asked(String reference) {
        return calls.get(ORDERS + reference);
    }

    private static List<Json> parts(Outcome.Done order) {
        return order.whole().list("sub_orders");
    }

    private static Standing read(String reference, Outcome.Done answer) {
        Json _ = answer.about(COMBINED, reference);
        List<Json> parts = parts(answer);
        Set<State> states =
                parts.stream()
                        .map(part -> TradeState.of(part.text("trade_state")))
                        .collect(Collectors.toSet());
        State state =
                states.contains(new State.Processing())
                        ? new State.Processing()
                        : states.stream()
                                .findFirst()
                                .filter(_ -> states.size() == 1)
                                .orElseThrow(() ->
                                        new Drifted("the parts of " + reference + " stand apart"));
        Money taken =
                state instanceof State.Taken
                        ? parts.stream()
                                .map(part ->
                                        new Money(part.at("amount").number("total_amount"), CNY))
                                .reduce(Money.zero(CNY), Money::plus)
                        : Money.zero(CNY);
        return NativeOrders.standing(reference, names(parts), state, taken, answer.at());
    }

    /** Each part has a name at WeChat Pay, the whole has none. */
    private static Optional<String> names(List<Json> parts) {
        String names =
                parts.stream()
                        .flatMap(part -> part.optionalText("transaction_id").stream())
                        .collect(Collectors.joining(" "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
