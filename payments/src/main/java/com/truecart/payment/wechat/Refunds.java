package com.truecart.payment.wechat;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.wechat.Calls.Outcome;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Refunds of one merchant's orders: WeChat Pay gives back from the account of who asks. */
final class Refunds {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final String PATH = "/v3/refund/domestic/refunds";
    private static final int LONGEST_REASON = 80;

    private final Calls calls;

    Refunds(Calls calls) {
        this.calls = calls;
    }

    /**
     * @param order the merchant's name for the order
     * @param total what was paid for the order
     */
    RefundStanding refund(String order, Money total, Refund refund) {
        if (!refund.amount().currency().equals(CNY)) {
            throw new PaymentRefused("currency", "it was paid in CNY, not " + refund.amount());
        }
        Optional<RefundStanding> before = find(refund);
        if (before.isPresent()) {
            return before.get();
        }
        Outcome outcome =
                calls.post(
                        PATH,
                        Map.of(
                                "out_trade_no",
                                order,
                                "out_refund_no",
                                refund.reference(),
                                "reason",
                                PlainText.of(refund.why(), LONGEST_REASON),
                                "amount",
                                Map.of(
                                        "refund",
                                        refund.amount().minor(),
                                        "total",
                                        total.minor(),
                                        "currency",
                                        "CNY")));
        return switch (outcome) {
            case Outcome.Done done -> read(refund.reference(), done);
            case Outcome.Not not -> throw not.refused();
        };
    }

    Optional<RefundStanding> find(Refund refund) {
        return calls.get(PATH + "/" + refund.reference())
                .map(done -> read(refund.reference(), done));
    }

    private static RefundStanding read(String reference, Outcome.Done answer) {
        Json refund = answer.about("out_refund_no", reference);
        String word = refund.text("status");
        RefundStanding.State state =
                switch (word) {
                    case "SUCCESS" -> RefundStanding.State.DONE;
                    case "CLOSED", "ABNORMAL" -> RefundStanding.State.FAILED;
                    default -> RefundStanding.State.PROCESSING;
                };
        return new RefundStanding(
                reference, state, new Money(refund.at("amount").number("refund"), CNY), word);
    }
}
