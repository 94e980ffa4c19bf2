package com.truecart.payment.alipay;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.payment.Looks;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.alipay.Gateway.Outcome;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.Map;
import java.util.Optional;

/** Giving back of trades, whichever way they were paid. */
final class Refunds {
    private static final String UNKNOWN = "ACQ.TRADE_NOT_EXIST";
    private static final String TRADE = "out_trade_no";
    private static final String REFUND = "out_request_no";
    private static final int WORDS = 100;

    private final Gateway gateway;

    Refunds(Gateway gateway) {
        this.gateway = gateway;
    }

    RefundStanding refund(Refund refund) {
        Optional<RefundStanding> before = find(refund);
        if (before.isPresent()) {
            return before.get();
        }
        Outcome outcome =
                gateway.write(
                        "alipay.trade.refund",
                        Map.of(
                                TRADE,
                                Names.sent(refund.payment()),
                                REFUND,
                                Names.sent(refund.reference()),
                                "refund_amount",
                                refund.amount().major().toPlainString(),
                                "refund_reason",
                                PlainText.of(refund.why(), WORDS)),
                        Map.of());
        return switch (outcome) {
            case Outcome.Done done ->
                    done.about(TRADE, refund.payment())
                                    .optionalText("fund_change")
                                    .filter("Y"::equals)
                                    .isPresent()
                            ? new RefundStanding(
                                    refund.reference(),
                                    RefundStanding.State.DONE,
                                    refund.amount(),
                                    "fund_change Y")
                            : Looks.afterWriting(() -> find(refund))
                                    .orElseGet(() ->
                                            new RefundStanding(
                                                    refund.reference(),
                                                    RefundStanding.State.PROCESSING,
                                                    refund.amount(),
                                                    "fund_change N"));
            case Outcome.Not not -> throw not.refused();
        };
    }

    Optional<RefundStanding> find(Refund refund) {
        Outcome outcome =
                gateway.read(
                        "alipay.trade.fastpay.refund.query",
                        Map.of(
                                TRADE,
                                Names.sent(refund.payment()),
                                REFUND,
                                Names.sent(refund.reference())));
        return switch (outcome) {
            // an answer without an amount says that there is no such refund
            case Outcome.Done done ->
                    done.body()
                            .optionalText("refund_amount")
                            .map(amount ->
                                    read(refund, done.about(REFUND, refund.reference()), amount));
            case Outcome.Not not -> {
                if (not.code().equals(UNKNOWN)) {
                    yield Optional.empty();
                }
                throw new Drifted("Alipay refuses a question: " + not.code());
            }
        };
    }

    private static RefundStanding read(Refund refund, Json body, String amount) {
        String word = body.optionalText("refund_status").orElse("");
        return new RefundStanding(
                refund.reference(),
                word.equals("REFUND_SUCCESS")
                        ? RefundStanding.State.DONE
                        : RefundStanding.State.PROCESSING,
                Fields.yuan(amount),
                word);
    }
}
