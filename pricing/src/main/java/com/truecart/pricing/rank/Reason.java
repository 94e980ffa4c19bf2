package com.truecart.pricing.rank;

import com.truecart.model.Money;
import com.truecart.model.Promotion.Evidence;
import java.time.Instant;
import java.util.Currency;

/** Why an offer stands where it stands: what keeps it behind the one before it. */
public sealed interface Reason {

    /** Nothing is before it. */
    record First() implements Reason {}

    /** More is paid. */
    record CostsMore(Money by) implements Reason {}

    /**
     * Its delivery fee is unknown and that of the one before is not: the totals are not alike, and
     * an unknown fee is not a free one.
     */
    record DeliveryUnknown() implements Reason {}

    /** It asks another currency, and amounts of two currencies have no order. */
    record OtherCurrency(Currency currency) implements Reason {}

    /** Nobody can buy it at present. */
    record NotAvailable() implements Reason {}

    /** As dear, but a promotion in its price is known less surely. */
    record WeakerEvidence(Evidence own, Evidence before) implements Reason {}

    /** As dear and as sure, but its price was stated earlier. */
    record OlderPrice(Instant own, Instant before) implements Reason {}

    /** Nothing tells the two apart; our number of the offer decides, so that the order stays. */
    record NothingElse() implements Reason {}
}
