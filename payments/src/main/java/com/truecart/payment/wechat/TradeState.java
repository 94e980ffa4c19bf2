package com.truecart.payment.wechat;

import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Reason;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;

/** WeChat Pay's words for where an order, or a part of a combined one, stands. */
final class TradeState {
    private TradeState() {}

    static State of(String word) {
        return switch (word) {
            // a paid order that was given back in part says REFUND
            case "SUCCESS", "REFUND" -> new State.Taken();
            case "NOTPAY" -> new State.AwaitingShopper(new Step.AsBegun());
            case "CLOSED", "REVOKED" -> new State.Closed();
            case "PAYERROR" -> new State.Declined(new Decline(Reason.UNRECOGNISED, word));
            // USERPAYING, ACCEPT, and whatever WeChat Pay may invent
            default -> new State.Processing();
        };
    }
}
