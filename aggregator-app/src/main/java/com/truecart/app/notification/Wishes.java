package com.truecart.app.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a shopper wants to be told.
 *
 * @param byMail whether by e-mail too, at the address given with the order
 * @param language of e-mails; empty: both
 * @param quiet when no e-mail is sent
 */
public record Wishes(boolean byMail, Optional<Locale> language, Optional<QuietHours> quiet) {
    /** The languages there are. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    static final Wishes NONE_STATED = new Wishes(true, Optional.empty(), Optional.empty());

    List<Locale> languages() {
        return language.map(List::of).orElse(LANGUAGES);
    }
}
