package com.truecart.app.compare.web;

import com.truecart.app.catalog.Asked;
import com.truecart.app.catalog.Freshness;
import com.truecart.app.compare.PricedOffer;
import com.truecart.app.web.Format;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how far a price can be relied on; templates call it as {@code @freshnessWords}. */
@Component
public class FreshnessWords {

    private final MessageSource messages;
    private final Format format;

    FreshnessWords(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    /**
     * "Price may have changed, last confirmed 3 hours ago"; empty where it is as fresh as promised.
     */
    public Optional<String> stale(Freshness freshness) {
        return freshness.stale()
                ? Optional.of(say("compare.stale", format.age(freshness.asOf())))
                : Optional.empty();
    }

    /** Why a stale price was not renewed, where that was tried. */
    public Optional<String> reason(Freshness freshness) {
        return freshness.stale() ? freshness.asked().flatMap(this::reason) : Optional.empty();
    }

    private Optional<String> reason(Asked asked) {
        return switch (asked) {
            case Asked.Answered _ -> Optional.empty();
            case Asked.NoLongerListed _ -> Optional.of(say("compare.asked.gone"));
            case Asked.Waiting _ -> Optional.of(say("compare.asked.waiting"));
            case Asked.NoRoom _ -> Optional.of(say("compare.asked.noRoom"));
            case Asked.Failed failed -> Optional.of(say("compare.asked." + failed.reason()));
        };
    }

    /** "Was HK$12.00 on the shelf, now HK$13.50, asked just now". */
    public Optional<String> changed(PricedOffer priced) {
        return priced.changed()
                .map(answered ->
                        say(
                                "compare.asked.changed",
                                format.money(answered.was()),
                                format.money(answered.now()),
                                format.age(answered.at())));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
