package com.truecart.app.payment;

import com.truecart.payment.PaymentProvider;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The accounts at payment providers, and the way to them. */
public interface PaymentAccounts {

    Optional<PaymentAccount> find(String id);

    /** The accounts by which a shopper can pay in this currency now. */
    List<PaymentAccount> offered(Currency currency);

    /**
     * Opens an account; every call of it goes through its own limits.
     *
     * @throws com.truecart.spi.UpstreamException.Misconfigured where it is gone, its kind is not
     *     installed, or a setting is unusable
     */
    PaymentProvider open(String id);
}
