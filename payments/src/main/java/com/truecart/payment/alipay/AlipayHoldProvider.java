package com.truecart.payment.alipay;

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
import com.truecart.payment.alipay.Gateway.Outcome;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One application at Alipay that has money held first. The shopper scans a code and agrees; what is
 * taken of the hold is a trade under the same name of ours, and the rest is let go with it.
 */
final class AlipayHoldProvider implements PaymentProvider {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final String ORDER = "out_order_no";
    private static final String OPERATION = "out_request_no";
    private static final String PRODUCT = "PREAUTH_PAY";
    private static final Set<String> UNKNOWN =
            Set.of("AUTH_ORDER_NOT_EXIST", "AUTH_OPERATION_NOT_EXIST");
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_DAYS = 365;

    private final Gateway gateway;
    private final Refunds refunds;
    private final Notifications notifications;
    private final Clock clock;
    private final String seller;
    private final Duration lasts;

    AlipayHoldProvider(ConnectorContext context) {
        gateway = new Gateway(context);
        refunds = new Refunds(gateway);
        seller = context.required(AlipaySettings.SELLER_ID);
        notifications = new Notifications(gateway, context.required(AlipaySettings.APP_ID), seller);
        clock = context.clock();
        lasts = days(context.required(AlipayHoldKind.HOLD_DAYS));
    }

    private static Duration days(String text) {
        if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MOST_DAYS) {
            return Duration.ofDays(Integer.parseInt(text));
        }
        throw new Misconfigured(
                AlipayHoldKind.HOLD_DAYS, "must be a number of days from 1 to " + MOST_DAYS);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.HOLD, Ability.SCAN);
    }

    @Override
    public Standing begin(PaymentRequest request) {
        request.refuseShares();
        Duration left = Duration.between(clock.instant(), request.until());
        if (!left.isPositive()) {
            throw new PaymentRefused("too_late", "it could be paid until " + request.until());
        }
        if (!request.amount().currency().equals(CNY)) {
            throw new PaymentRefused("currency", "Alipay takes CNY, not " + request.amount());
        }
        Outcome outcome =
                gateway.write(
                        "alipay.fund.auth.order.voucher.create",
                        Map.of(
                                ORDER,
                                Names.sent(request.reference()),
                                OPERATION,
                                Names.sent(request.reference()),
                                "order_title",
                                PlainText.of(request.subject(), LONGEST_TITLE),
                                "amount",
                                request.amount().major().toPlainString(),
                                "product_code",
                                PRODUCT,
                                "payee_user_id",
                                seller,
                                "pay_timeout",
                                Math.max(1, left.toMinutes()) + "m"),
                        Map.of("notify_url", request.notifyAt().toString()));
        return switch (outcome) {
            case Outcome.Done done ->
                    new Standing(
                            request.reference(),
                            Optional.empty(),
                            new State.AwaitingShopper(
                                    new Step.Scan(
                                            done.about(ORDER, request.reference())
                                                    .text("code_value"))),
                            Money.zero(CNY),
                            Money.zero(CNY),
                            Money.zero(CNY),
                            Optional.empty(),
                            done.at());
            case Outcome.Not not ->
                    Looks.afterWriting(() -> hold(request.reference()))
                            .filter(hold -> !(hold.state() instanceof State.AwaitingShopper))
                            .orElseThrow(not::refused)
                            .standing(lasts);
        };
    }

    @Override
    public Optional<Standing> find(String reference) {
        return hold(reference).map(hold -> hold.standing(lasts));
    }

    @Override
    public Standing capture(String reference, Money amount) {
        Hold hold = known(reference);
        if (hold.paid().isPositive()) {
            if (!hold.paid().equals(amount)) {
                throw new PaymentRefused("taken", hold.paid() + " was taken already");
            }
            return letGo(hold).standing(lasts);
        }
        if (!(hold.state() instanceof State.Held) || amount.compareTo(hold.rest()) > 0) {
            throw new PaymentRefused("not_held", "held is " + hold.standing(lasts).held());
        }
        if (gateway.write("alipay.trade.pay", trade(hold, amount), Map.of())
                        instanceof Outcome.Not not
                && !not.code().equals("ACQ.TRADE_HAS_SUCCESS")) {
            throw not.refused();
        }
        return Looks.afterWriting(() -> letGo(known(reference))).standing(lasts);
    }

    private Map<String, Object> trade(Hold hold, Money amount) {
        return Map.of(
                "out_trade_no",
                Names.sent(hold.reference()),
                "auth_no",
                named(hold),
                "product_code",
                PRODUCT,
                "subject",
                hold.reference(),
                "total_amount",
                amount.major().toPlainString(),
                "buyer_id",
                hold.payer().orElseThrow(() -> new Drifted("a hold of Alipay's is nobody's")),
                "seller_id",
                seller,
                // the rest is let go with it
                "auth_confirm_mode",
                "COMPLETE");
    }

    @Override
    public Standing release(String reference) {
        Hold hold = known(reference);
        if (!(hold.state() instanceof State.AwaitingShopper)) {
            return letGo(hold).standing(lasts);
        }
        // should the shopper agree meanwhile, this lets go of it as well
        Outcome _ =
                gateway.write(
                        "alipay.fund.auth.operation.cancel",
                        Map.of(
                                ORDER,
                                Names.sent(reference),
                                OPERATION,
                                Names.sent(reference),
                                "remark",
                                "not ordered"),
                        Map.of());
        // whatever was answered, Alipay's record says
        return Looks.afterWriting(() -> known(reference)).standing(lasts);
    }

    /** Lets go of what is still held; as it is then. */
    private Hold letGo(Hold hold) {
        if (!hold.rest().isPositive()) {
            return hold;
        }
        Outcome _ =
                gateway.write(
                        "alipay.fund.auth.order.unfreeze",
                        Map.of(
                                "auth_no",
                                named(hold),
                                OPERATION,
                                Names.sent(hold.reference()) + "_rest",
                                "amount",
                                hold.rest().major().toPlainString(),
                                "remark",
                                "not ordered"),
                        Map.of());
        return Looks.afterWriting(() -> known(hold.reference()));
    }

    @Override
    public RefundStanding refund(Refund refund) {
        return refunds.refund(refund);
    }

    @Override
    public Optional<RefundStanding> findRefund(Refund refund) {
        return refunds.find(refund);
    }

    @Override
    public Heard hear(Delivery delivery) {
        return notifications.hear(delivery);
    }

    private Optional<Hold> hold(String reference) {
        Outcome outcome =
                gateway.read(
                        "alipay.fund.auth.operation.detail.query",
                        Map.of(ORDER, Names.sent(reference), OPERATION, Names.sent(reference)));
        return switch (outcome) {
            case Outcome.Done done ->
                    Optional.of(Hold.read(reference, done.about(ORDER, reference), done.at()));
            case Outcome.Not not -> {
                if (UNKNOWN.contains(not.code())) {
                    yield Optional.empty();
                }
                throw new Drifted("Alipay refuses a question: " + not.code());
            }
        };
    }

    private Hold known(String reference) {
        return hold(reference)
                .orElseThrow(() ->
                        new PaymentRefused(
                                "AUTH_ORDER_NOT_EXIST",
                                "Alipay knows of no hold before the shopper came to it"));
    }

    private static String named(Hold hold) {
        return hold.authNo().orElseThrow(() -> new Drifted("a hold of Alipay's has no name"));
    }
}
