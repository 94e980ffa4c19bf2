package com.truecart.pricing;

import com.truecart.model.Money;

/**
 * Whether a promotion's conditions hold: met, missed by so much, unknown until somebody answers, or
 * out of the question.
 */
public sealed interface Verdict {

    /** Every condition holds. */
    record Met() implements Verdict {}

    /** The cart is too small, by this much. */
    record Missed(Shortfall shortfall) implements Verdict {}

    /**
     * Nobody knows yet; the shopper may be asked.
     *
     * @param subject what the question is about: the code, the programme, the method, the store's
     *     own words
     */
    record Unknown(Question question, String subject) implements Verdict {}

    /** It does not apply, and nothing the shopper adds or answers changes that. */
    record RuledOut(Reason reason) implements Verdict {}

    /** How much is missing. */
    sealed interface Shortfall {
        /** This much more must be spent on lines in scope. */
        record Spend(Money missing) implements Shortfall {}

        /** This many more units in scope are needed. */
        record Units(int missing) implements Shortfall {}
    }

    /** What would have to be asked. */
    enum Question {
        CODE,
        MEMBERSHIP,
        NEW_CUSTOMER,
        PAYMENT_METHOD,
        /** The fee is not stated, so nothing can be taken off it. */
        DELIVERY_FEE,
        /** The store's words are not understood; a person has to read them. */
        WORDS
    }

    /** Why a promotion is out of the question. */
    enum Reason {
        NOT_VALID_NOW,
        OTHER_CURRENCY,
        NOTHING_IN_SCOPE,
        NOT_A_NEW_CUSTOMER,
        OTHER_PAYMENT_METHOD,
        /** It would not lower the price. */
        NO_GAIN,
        /** Another promotion of the same stage saves more, and only one of a stage applies. */
        ANOTHER_SAVES_MORE
    }
}
