package com.truecart.chaos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody makes of a letter who may not speak for its sender. */
enum Forgery {
    /** A digit of what is signed is another one. */
    ALTERED {
        @Override
        Optional<Letter> of(Letter genuine, Letter other, Random random) {
            // no sender has its signature in the first third
            int at;
            do {
                at = random.nextInt(genuine.body().length() / 3);
            } while (!Character.isDigit(genuine.body().charAt(at)));
            char changed = (char) ('0' + (genuine.body().charAt(at) - '0' + 1) % 10);
            StringBuilder body = new StringBuilder(genuine.body());
            body.setCharAt(at, changed);
            return Optional.of(genuine.saying(body.toString()));
        }
    },
    /** Under the sender's good signature of something else. */
    OTHERS_SIGNATURE {
        @Override
        Optional<Letter> of(Letter genuine, Letter other, Random random) {
            if (!other.to().equals(genuine.to()) || other.body().equals(genuine.body())) {
                return Optional.empty();
            }
            Letter forged = genuine;
            for (String name : SIGNATURES) {
                if (genuine.header(name).isPresent()) {
                    forged = forged.with(name, other.header(name));
                }
            }
            Matcher field = SIGN_FIELD.matcher(other.body());
            return Optional.of(
                    field.find()
                            ? forged.saying(
                                    SIGN_FIELD
                                            .matcher(forged.body())
                                            .replaceFirst(Matcher.quoteReplacement(field.group())))
                            : forged);
        }
    },
    /** Without any signature. */
    UNSIGNED {
        @Override
        Optional<Letter> of(Letter genuine, Letter other, Random random) {
            Letter forged = genuine;
            for (String name : SIGNATURES) {
                forged = forged.with(name, Optional.empty());
            }
            return Optional.of(
                    forged.saying(SIGN_FIELD.matcher(forged.body()).replaceFirst("&sign=")));
        }
    },
    /** Well signed, for another account at the same provider, or by another store. */
    ANOTHERS {
        @Override
        Optional<Letter> of(Letter genuine, Letter other, Random random) {
            return Optional.ofNullable(OTHER_ACCOUNTS.get(genuine.to())).map(genuine::sentTo);
        }
    };

    /** Where letters go, and where another account of the same kind has its letters. */
    static final Map<String, String> OTHER_ACCOUNTS =
            Map.of(
                    "/hooks/payments/card", "/hooks/payments/card-b",
                    "/hooks/payments/wechat", "/hooks/payments/wechat-b",
                    "/hooks/payments/alipay", "/hooks/payments/alipay-b",
                    "/hooks/everyday-home", "/hooks/voltage");

    private static final List<String> SIGNATURES =
            List.of("Stripe-Signature", "Wechatpay-Signature", "Signature", "Signature-Input");

    private static final Pattern SIGN_FIELD = Pattern.compile("&sign=[^&]*");

    /**
     * Forges it; empty where this cannot be done with these two.
     *
     * @param other another letter, perhaps to somebody else
     */
    abstract Optional<Letter> of(Letter genuine, Letter other, Random random);
}
