package com.truecart.app.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an operator does with accounts at payment providers. */
public interface PaymentAccountDesk {

    List<PaymentAccount> all();

    /** The names of the secrets that are filled in. */
    Set<String> filledSecrets(String id);

    /**
     * Saves an account, new or under the id of one that is there; secrets not given stay.
     *
     * @throws com.truecart.spi.UpstreamException.Misconfigured where it cannot be saved so, naming
     *     the setting
     */
    void save(PaymentAccount account, Map<String, String> secrets);
}
