package com.truecart.app.notification.web;

import com.truecart.app.notification.QuietHours;
import com.truecart.app.notification.Wishes;
import com.truecart.app.web.Problem;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Wishes as they are typed in.
 *
 * @param byMail missing where the box is not ticked
 * @param language a tag, or blank for both
 * @param quietFrom as 22:00, or blank where no hours are quiet
 * @param quietTo as 08:00
 */
record WishForm(
        @Nullable Boolean byMail,
        @Nullable String language,
        @Nullable String quietFrom,
        @Nullable String quietTo) {

    /**
     * What they mean.
     *
     * @throws org.springframework.web.ErrorResponseException naming the field that means nothing
     */
    Wishes read() {
        return new Wishes(Boolean.TRUE.equals(byMail), spoken(), quiet());
    }

    private Optional<Locale> spoken() {
        if (language == null || language.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Wishes.LANGUAGES.stream()
                        .filter(one -> one.toLanguageTag().equals(language))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.badRequest(
                                        "language", "must be en or zh-CN, or blank for both")));
    }

    private Optional<QuietHours> quiet() {
        Optional<LocalTime> from = time("quietFrom", quietFrom);
        Optional<LocalTime> to = time("quietTo", quietTo);
        if (from.isPresent() != to.isPresent()) {
            throw Problem.badRequest(
                    from.isPresent() ? "quietTo" : "quietFrom",
                    "quiet hours need a beginning and an end; leave both blank for none");
        }
        return from.map(begin -> {
            LocalTime end = to.orElseThrow();
            if (begin.equals(end)) {
                throw Problem.badRequest(
                        "quietTo",
                        "must differ from the beginning; switch e-mails off to get none at all");
            }
            return new QuietHours(begin, end);
        });
    }

    private static Optional<LocalTime> time(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeException _) {
            throw Problem.badRequest(field, "write a time of day as 22:00");
        }
    }
}
