package com.truecart.connector.woocommerce;

import com.truecart.spi.PaymentMethod;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways of paying that every WooCommerce brings along and that need no payment page. Which of
 * them a shop has switched on, its carts say.
 */
enum Payment {
    CASH_ON_DELIVERY(PaymentMethod.CASH_ON_DELIVERY, "cod"),
    BANK_TRANSFER(PaymentMethod.BANK_TRANSFER, "bacs"),
    CHEQUE(PaymentMethod.CHEQUE, "cheque");

    private final PaymentMethod method;
    private final String code;

    Payment(PaymentMethod method, String code) {
        this.method = method;
        this.code = code;
    }

    /** The shop's word for it. */
    String code() {
        return code;
    }

    static Set<PaymentMethod> all() {
        return Arrays.stream(values()).map(one -> one.method).collect(Collectors.toSet());
    }

    /** Ours for this way, empty where WooCommerce brings none along. */
    static Optional<Payment> of(PaymentMethod method) {
        return Arrays.stream(values()).filter(one -> one.method == method).findFirst();
    }
}
