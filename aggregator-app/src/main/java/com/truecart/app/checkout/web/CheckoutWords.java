package com.truecart.app.checkout.web;

import com.truecart.app.checkout.OwnReason;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language why there is no quote; templates call it {@code @checkoutWords}.
 */
@Component
public class CheckoutWords {
    private final MessageSource messages;

    CheckoutWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Our own reason translated, a store's quoted. */
    public String reason(String recorded) {
        return OwnReason.of(recorded)
                .map(own -> say("checkout.own." + own.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> say("checkout.storeSays", recorded));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
