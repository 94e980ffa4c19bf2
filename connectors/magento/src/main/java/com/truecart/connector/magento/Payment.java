package com.truecart.connector.magento;

import com.truecart.spi.PaymentMethod;
import com.truecart.spi.UpstreamException.Misconfigured;

/** A way of paying that needs nothing of us at the moment of ordering. */
enum Payment {
    CASH_ON_DELIVERY(PaymentMethod.CASH_ON_DELIVERY, "cashondelivery"),
    BANK_TRANSFER(PaymentMethod.BANK_TRANSFER, "banktransfer"),
    CHECK(PaymentMethod.CHEQUE, "checkmo");

    private final PaymentMethod method;
    private final String code;

    Payment(PaymentMethod method, String code) {
        this.method = method;
        this.code = code;
    }

    /** What it is to others. */
    PaymentMethod method() {
        return method;
    }

    /** The platform's code for it. */
    String code() {
        return code;
    }

    static Payment of(String word) {
        for (Payment payment : values()) {
            if (payment.method.word().equals(word.strip())) {
                return payment;
            }
        }
        throw new Misconfigured(MagentoProvider.PAYMENT, "is one of cod, bank-transfer and check");
    }
}
