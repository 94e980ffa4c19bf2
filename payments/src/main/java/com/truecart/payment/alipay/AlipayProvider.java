package com.truecart.payment.alipay;

import com.truecart.kit.Json;
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
import com.truecart.spi.UpstreamException.Unanswered;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One application at Alipay.
 *
 * <p>Alipay makes a trade only when the shopper scans the code or signs in on the page; until then
 * it knows of none, and nobody can close it. It is keyed by our reference: however often it is
 * begun, one trade comes of it, and one refund of a refund's reference.
 */
final class AlipayProvider implements PaymentProvider {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final String UNKNOWN = "ACQ.TRADE_NOT_EXIST";
    private static final String TRADE = "out_trade_no";

    private final Gateway gateway;
    private final Refunds refunds;
    private final Notifications notifications;
    private final Clock clock;
    private final Way way;

    /** How the shopper comes to Alipay. */
    enum Way {
        CODE,
        PAGE
    }

    AlipayProvider(ConnectorContext context, Way way) {
        gateway = new Gateway(context);
        refunds = new Refunds(gateway);
        notifications =
                new Notifications(
                        gateway,
                        context.required(AlipaySettings.APP_ID),
                        context.required(AlipaySettings.SELLER_ID));
        clock = context.clock();
        this.way = way;
    }

    @Override
    public Set<Ability> abilities() {
        return switch (way) {
            case CODE -> Set.of(Ability.SCAN);
            case PAGE -> Set.of(Ability.REDIRECT);
        };
    }

    @Override
    public Standing begin(PaymentRequest request) {
        request.refuseShares();
        if (!request.until().isAfter(clock.instant())) {
            throw new PaymentRefused("too_late", "it could be paid until " + request.until());
        }
        return switch (way) {
            case CODE -> code(request);
            case PAGE -> page(request);
        };
    }

    private Standing code(PaymentRequest request) {
        Outcome outcome =
                gateway.write(
                        "alipay.trade.precreate",
                        trade(request, "QR_CODE_OFFLINE"),
                        Map.of("notify_url", request.notifyAt().toString()));
        return switch (outcome) {
            case Outcome.Done done -> {
                Json code = done.about(TRADE, request.reference());
                yield waiting(request, new Step.Scan(code.text("qr_code")), done.at());
            }
            case Outcome.Not not -> {
                if (!not.code().equals("ACQ.TRADE_HAS_SUCCESS")
                        && !not.code().equals("ACQ.TRADE_HAS_CLOSE")) {
                    throw not.refused();
                }
                yield Looks.afterWriting(() -> find(request.reference()))
                        .orElseThrow(() -> new Unanswered("begun before, and not to be found"));
            }
        };
    }

    /** No call: the address itself is the request, and the shopper's browser makes it. */
    private Standing page(PaymentRequest request) {
        Optional<Standing> before = find(request.reference());
        if (before.isPresent() && !(before.get().state() instanceof State.AwaitingShopper)) {
            return before.get();
        }
        URI page =
                gateway.page(
                        "alipay.trade.page.pay",
                        trade(request, "FAST_INSTANT_TRADE_PAY"),
                        Map.of(
                                "notify_url",
                                request.notifyAt().toString(),
                                "return_url",
                                request.comeBack().toString()));
        return waiting(request, new Step.GoTo(page), clock.instant());
    }

    @Override
    public Optional<Standing> find(String reference) {
        return switch (gateway.read("alipay.trade.query", Map.of(TRADE, Names.sent(reference)))) {
            case Outcome.Done done ->
                    Optional.of(standing(reference, done.about(TRADE, reference), done.at()));
            case Outcome.Not not -> {
                if (not.code().equals(UNKNOWN)) {
                    yield Optional.empty();
                }
                throw new Drifted("Alipay refuses a question: " + not.code());
            }
        };
    }

    @Override
    public Standing capture(String reference, Money amount) {
        throw new UnsupportedOperationException("Alipay takes at once");
    }

    @Override
    public Standing release(String reference) {
        Standing standing = known(reference);
        if (!(standing.state() instanceof State.AwaitingShopper)) {
            return standing;
        }
        Outcome _ =
                gateway.write("alipay.trade.close", Map.of(TRADE, Names.sent(reference)), Map.of());
        // whatever was answered, it may have been paid in between: Alipay's record says
        return Looks.afterWriting(() -> known(reference));
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

    private static Map<String, Object> trade(PaymentRequest request, String product) {
        if (!request.amount().currency().equals(CNY)) {
            throw new PaymentRefused("currency", "Alipay takes CNY, not " + request.amount());
        }
        return Map.of(
                TRADE,
                Names.sent(request.reference()),
                "total_amount",
                request.amount().major().toPlainString(),
                "subject",
                request.subject(),
                "product_code",
                product,
                "time_expire",
                Fields.time(request.until()));
    }

    private static Standing standing(String reference, Json trade, Instant at) {
        Money total = Fields.yuan(trade.text("total_amount"));
        // after it was given back in full a trade is closed too, but it was paid once
        boolean wasPaid = trade.optionalText("send_pay_date").isPresent();
        State state =
                switch (trade.text("trade_status")) {
                    case "WAIT_BUYER_PAY" -> new State.AwaitingShopper(new Step.AsBegun());
                    case "TRADE_SUCCESS", "TRADE_FINISHED" -> new State.Taken();
                    case "TRADE_CLOSED" -> wasPaid ? new State.Taken() : new State.Closed();
                    default -> new State.Processing();
                };
        return new Standing(
                reference,
                trade.optionalText("trade_no"),
                state,
                Money.zero(CNY),
                state instanceof State.Taken ? total : Money.zero(CNY),
                Money.zero(CNY),
                Optional.empty(),
                at);
    }

    private static Standing waiting(PaymentRequest request, Step step, Instant at) {
        Money nothing = Money.zero(CNY);
        return new Standing(
                request.reference(),
                Optional.empty(),
                new State.AwaitingShopper(step),
                nothing,
                nothing,
                nothing,
                Optional.empty(),
                at);
    }

    private Standing known(String reference) {
        return find(reference)
                .orElseThrow(() ->
                        new PaymentRefused(
                                UNKNOWN, "Alipay knows of no trade before the shopper came to it"));
    }
}
