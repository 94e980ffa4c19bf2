package com.truecart.payment;

import com.truecart.model.Money;

/**
 * A refund as the provider's record has it.
 *
 * @param reference ours
 * @param providerWord the provider's own word for where it stands
 */
public record RefundStanding(String reference, State state, Money amount, String providerWord) {

    /** Where a refund stands. */
    public enum State {
        /** Surely given back, or surely on its way. */
        DONE,
        /** The provider is still working on it. */
        PROCESSING,
        /** Surely not given back; a person has to see to it. */
        FAILED
    }
}
