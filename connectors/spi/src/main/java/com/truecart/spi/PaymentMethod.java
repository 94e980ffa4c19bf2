package com.truecart.spi;

import java.util.Arrays;
import java.util.Optional;

/** How a store is paid for an order. In the order of the constants Truecart prefers them. */
public enum PaymentMethod {
    /** To whoever brings the goods. */
    CASH_ON_DELIVERY("cod"),
    /** By bank transfer after ordering. */
    BANK_TRANSFER("bank-transfer"),
    /** By a cheque sent after ordering. */
    CHEQUE("check"),
    /** By the account at the platform that the connection buys with. */
    BUYING_ACCOUNT("account"),
    /** By the shopper at the store's own checkout, with whatever it offers there. */
    AT_THE_STORE("at-the-store");

    private final String word;

    PaymentMethod(String word) {
        this.word = word;
    }

    /** The word for it in records, settings and promotions; stays for ever. */
    public String word() {
        return word;
    }

    /** The one of this word, empty for a word of nobody. */
    public static Optional<PaymentMethod> of(String word) {
        return Arrays.stream(values()).filter(method -> method.word.equals(word)).findFirst();
    }
}
