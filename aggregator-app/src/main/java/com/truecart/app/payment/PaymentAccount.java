package com.truecart.app.payment;

import com.truecart.model.Localized;
import java.util.Map;

/**
 * One account at a payment provider: a row, not code.
 *
 * @param id short, stable, lower case
 * @param kind which kind of provider it is with
 * @param name as shoppers know the way of paying
 * @param settings without secrets
 */
public record PaymentAccount(
        String id, String kind, Localized name, Map<String, String> settings, boolean enabled) {
    public PaymentAccount {
        settings = Map.copyOf(settings);
    }
}
