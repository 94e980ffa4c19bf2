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

    /**
     * The rule contradicts itself, another or the store's engine, so nothing is computed from it.
     */
    record Refused(Flaw flaw, String detail) implements Verdict {}

    /** How much is missing. */
    sealed interface Shortfall {
        /** This much more must be spent on lines in scope. */
        record Spend(Money missing) implements Shortfall {}

        /** This many more units in scope are needed. */
        record Units(int missing) implements Shortfall {}

        /** This many more different offers in scope are needed. */
        record Distinct(int missing) implements Shortfall {}
    }

    /** What would have to be asked. */
    enum Question {
        CODE,
        MEMBERSHIP,
        NEW_CUSTOMER,
        PAYMENT_METHOD,
        COUPON_CLAIMED,
        GROUP,
        REGION,
        CHANNEL,
        TRADE_IN,
        SCHEME,
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
        /** The shopper has said no to what it needs. */
        DECLINED,
        /** The shopper has used it as often as one customer may. */
        USED_BEFORE,
        /** The stated quota is used up. */
        QUOTA_GONE,
        /** Fewer of the stated quota are left than would be bought. */
        TOO_FEW_LEFT,
        /** It would not lower the price. */
        NO_GAIN,
        /** It may not stand beside another promotion that applies. */
        DOES_NOT_COMBINE,
        /** Another promotion of the same stage saves more, and only one of a stage applies. */
        ANOTHER_SAVES_MORE
    }

    /** What is wrong with a rule. */
    enum Flaw {
        /** Its amounts are in two currencies. */
        TWO_CURRENCIES,
        /** A higher step of its ladder gives less than a lower one. */
        LADDER_FALLS,
        /** It takes off more than must be spent to get it. */
        GIVES_MORE_THAN_ASKED,
        /** Another window of the same price, on the same lines, holds at the same time. */
        OVERLAPPING_WINDOWS,
        /** An amount is too large to be meant. */
        TOO_LARGE,
        /**
         * The store's engine goes line by line and has no rule that counts several lines together,
         * so what it would do with one nobody can tell.
         */
        NO_SUCH_RULE,
        /**
         * The store's engine takes it and another one in an order that nobody can tell, and the
         * price depends on it.
         */
        NO_ORDER,
        /** Its deposit is more than what is left to pay. */
        DEPOSIT_ABOVE_DUE
    }
}
