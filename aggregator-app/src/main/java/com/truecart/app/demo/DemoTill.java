package com.truecart.app.demo;

import com.truecart.app.connection.AddressGuard;
import com.truecart.app.payment.PaymentAccount;
import com.truecart.app.payment.PaymentAccountDesk;
import com.truecart.model.Localized;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** An account at the sandbox's Stripe, so that orders can be paid with its test cards. */
@Component
@ConditionalOnBooleanProperty("truecart.demo.enabled")
class DemoTill {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTill.class);
    private static final String CARD = "card";
    private static final String ADDRESS = "api";

    private final AddressGuard guard;
    private final PaymentAccountDesk accounts;
    private final Environment environment;

    DemoTill(AddressGuard guard, PaymentAccountDesk accounts, Environment environment) {
        this.guard = guard;
        this.accounts = accounts;
        this.environment = environment;
    }

    /** What an operator changed of the account stays; only its address follows this start. */
    void open(DeskHost<StripeDesk> stripe) {
        guard.allow(stripe.base().getHost(), stripe.base().getPort());
        Optional<PaymentAccount> present =
                accounts.all().stream().filter(one -> one.id().equals(CARD)).findFirst();
        Map<String, String> settings =
                new HashMap<>(present.map(PaymentAccount::settings).orElse(Map.of()));
        if (present.isPresent() && !isSandbox(settings.getOrDefault(ADDRESS, ""))) {
            LOG.info("The account '{}' is no longer the sandbox's and stays as it is", CARD);
            return;
        }
        settings.put(ADDRESS, stripe.base().toString());
        try {
            accounts.save(
                    new PaymentAccount(
                            CARD,
                            "stripe",
                            present.map(PaymentAccount::name)
                                    .orElseGet(() ->
                                            Localized.of("en", "a card").and("zh-Hans", "银行卡")),
                            settings,
                            present.map(PaymentAccount::enabled).orElse(true)),
                    Map.of(
                            "secret_key", StripeDesk.SECRET_KEY,
                            "webhook_secret", StripeDesk.WEBHOOK_SECRET));
        } catch (UpstreamException.Misconfigured e) {
            LOG.warn("Nothing can be paid by card: {}", e.getMessage());
            return;
        }
        Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create("http://localhost:" + port + "/hooks/payments/" + CARD))
                .ifPresent(stripe.desk()::tell);
    }

    /** Where the sandbox has ever been; anything else an operator has typed. */
    private static boolean isSandbox(String address) {
        return address.startsWith("http://127.0.0.1:");
    }
}
