package com.truecart.app.order;

import com.truecart.app.order.SubOrderEvent.AnswerLost;
import com.truecart.app.order.SubOrderEvent.BuyerDeclined;
import com.truecart.app.order.SubOrderEvent.BuyerNeeded;
import com.truecart.app.order.SubOrderEvent.HandedToPerson;
import com.truecart.app.order.SubOrderEvent.NoneFound;
import com.truecart.app.order.SubOrderEvent.NotReached;
import com.truecart.app.order.SubOrderEvent.NotTold;
import com.truecart.app.order.SubOrderEvent.Paid;
import com.truecart.app.order.SubOrderEvent.PaymentLapsed;
import com.truecart.app.order.SubOrderEvent.PersonFoundIt;
import com.truecart.app.order.SubOrderEvent.PersonFoundNone;
import com.truecart.app.order.SubOrderEvent.SendBegun;
import com.truecart.app.order.SubOrderEvent.StoreHasIt;
import com.truecart.app.order.SubOrderEvent.StoreRefused;

/**
 * How an event is written into a sub-order's history: a kind that pages translate, and what the
 * store or we said.
 */
final class EventText {

    private EventText() {}

    static String kind(SubOrderEvent event) {
        return switch (event) {
            case Paid _ -> "paid";
            case PaymentLapsed _ -> "payment_lapsed";
            case SendBegun _ -> "send_begun";
            case StoreHasIt _ -> "store_has_it";
            case StoreRefused _ -> "store_refused";
            case NotReached _ -> "not_reached";
            case BuyerNeeded _ -> "buyer_needed";
            case AnswerLost _ -> "answer_lost";
            case NoneFound _ -> "none_found";
            case NotTold _ -> "not_told";
            case BuyerDeclined _ -> "buyer_declined";
            case HandedToPerson _ -> "handed_to_person";
            case PersonFoundIt _ -> "person_found_it";
            case PersonFoundNone none ->
                    none.sendAgain() ? "person_sends_again" : "person_found_none";
        };
    }

    static String detail(SubOrderEvent event) {
        return switch (event) {
            // the address may carry a session of the shopper's
            case Paid _,
                    PaymentLapsed _,
                    SendBegun _,
                    NoneFound _,
                    BuyerNeeded _,
                    BuyerDeclined _ ->
                    "";
            case StoreHasIt has ->
                    "#" + has.order().handle().upstreamOrderId() + " " + has.order().statusText();
            case StoreRefused refused -> refused.reason();
            case NotReached missed -> missed.why();
            case AnswerLost lost -> lost.why();
            case NotTold silent -> silent.why();
            case HandedToPerson handed -> handed.reason();
            case PersonFoundIt found ->
                    "#"
                            + found.order().handle().upstreamOrderId()
                            + " "
                            + found.decision().sentence();
            case PersonFoundNone none -> none.decision().sentence();
        };
    }
}
