package com.truecart.app.aftersales;

/** What an event means to a claim. */
public sealed interface ClaimStep {

    /** It leads to this state. */
    record To(ClaimState state) implements ClaimStep {}

    /** It must not happen here. */
    record Refused(Refusal why) implements ClaimStep {}

    /** Why an event is refused. */
    enum Refusal {
        /** The store was not told yet, so it cannot have answered. */
        NOT_WITH_THE_STORE,
        /** The store was told before. */
        ALREADY_SENT,
        /** Nobody asked for a judgement. */
        NOTHING_TO_JUDGE,
        /** It is being judged already. */
        BEING_JUDGED,
        /** There is one appeal, and only against a judgement. */
        NO_APPEAL,
        /** The store has agreed, so time does not run out on it. */
        AGREED,
        /** It has ended. */
        ENDED
    }
}
