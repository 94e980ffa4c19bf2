package com.truecart.payment.stripe;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cards through Stripe. */
public final class StripeKind implements PaymentKind {
    static final String API = "api";
    static final String SECRET_KEY = "secret_key";
    static final String WEBHOOK_SECRET = "webhook_secret";

    /**
     * Those whose minor unit is for Stripe what it is for ISO 4217. Stripe counts some others its
     * own way (docs.stripe.com/currencies: ISK and UGX in hundredths, dinars in tenths).
     */
    private static final Set<Currency> CURRENCIES =
            Stream.of(
                            "AUD", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "HKD", "JPY", "KRW",
                            "MOP", "MYR", "NOK", "NZD", "PHP", "SEK", "SGD", "THB", "USD", "VND")
                    .map(Currency::getInstance)
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public String kind() {
        return "stripe";
    }

    @Override
    public String displayName() {
        return "Stripe";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(SECRET_KEY, "Secret key", Setting.Type.SECRET),
                Setting.optional(
                        WEBHOOK_SECRET, "Signing secret of the webhook", Setting.Type.SECRET),
                Setting.optional(API, "Address of the API", Setting.Type.URL)
                        .withDefault("https://api.stripe.com"));
    }

    @Override
    public Set<Currency> currencies() {
        return CURRENCIES;
    }

    @Override
    public PaymentProvider open(ConnectorContext context) {
        return new StripeProvider(context);
    }
}
