package com.truecart.connector.magento;

import com.truecart.spi.UpstreamException.Misconfigured;

/** A way of paying that needs nothing of us at the moment of ordering. */
enum Payment {
    CASH_ON_DELIVERY("cod", "cashondelivery"),
    BANK_TRANSFER("bank-transfer", "banktransfer"),
    CHECK("check", "checkmo");

    private final String method;
    private final String code;

    Payment(String method, String code) {
        this.method = method;
        this.code = code;
    }

    /** Our word for it. */
    String method() {
        return method;
    }

    /** The platform's code for it. */
    String code() {
        return code;
    }

    static Payment of(String method) {
        for (Payment payment : values()) {
            if (payment.method.equals(method.strip())) {
                return payment;
            }
        }
        throw new Misconfigured(MagentoProvider.PAYMENT, "is one of cod, bank-transfer and check");
    }
}
