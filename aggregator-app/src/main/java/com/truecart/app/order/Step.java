package com.truecart.app.order;

/** What an event means to a state. */
public sealed interface Step {

    /** It leads to this state, which may equal the one before. */
    record To(SubOrderState state) implements Step {}

    /** It must not happen here. */
    record Refused(Refusal reason) implements Step {}

    /** Why an event is refused. */
    enum Refusal {
        /** Something may already have left; sending again would risk a second order. */
        ALREADY_SENT,
        /** An answer to something that was never sent. */
        NEVER_SENT,
        /** The answer belongs to an earlier attempt. */
        OTHER_ATTEMPT,
        /** Only a sub-order in doubt is asked about. */
        NOT_IN_DOUBT,
        /** An attempt could still have arrived after the store was asked. */
        MAY_STILL_ARRIVE,
        /** A person is asking the store; nothing is sent meanwhile. */
        WITH_A_PERSON,
        /** No person was asked to find out: the store is still being asked automatically. */
        NOT_WITH_A_PERSON,
        /** The store already has it. */
        AT_STORE,
        /** Nothing was sent to a store yet: the order is to be paid first. */
        NOT_PAID,
        /** Only an order that waits for payment is paid, or not. */
        NOT_AWAITING_PAYMENT,
        /** It was surely not placed, and stays so. */
        REJECTED,
        /** Only a sub-order that waits for its shopper is called off by the shopper. */
        NOT_WITH_THE_SHOPPER,
        /** The shopper goes on at the store; we send nothing. */
        WITH_THE_SHOPPER,
        /** The store shows an order under another number: one too many. */
        SECOND_STORE_ORDER
    }
}
