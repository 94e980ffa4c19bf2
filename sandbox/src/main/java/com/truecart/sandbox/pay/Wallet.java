package com.truecart.sandbox.pay;

import com.truecart.sandbox.pay.Trades.Status;

/** What a shopper's app sees of a provider's books, and does there. */
interface Wallet {
    /**
     * What is to be paid.
     *
     * @param comeBack the merchant's page; empty where there is none
     */
    record Shown(
            String reference,
            String subject,
            long amount,
            String currency,
            Status status,
            String comeBack) {}

    /** What is to be paid under the merchant's name for it. */
    Shown shown(String reference);

    /** The shopper agrees. */
    void pay(String reference);
}
