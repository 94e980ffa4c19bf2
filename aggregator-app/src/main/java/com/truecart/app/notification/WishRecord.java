package com.truecart.app.notification;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notice_wish}. */
@Repository
class WishRecord {
    private final JdbcClient jdbc;

    WishRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Wishes of(UUID shopper) {
        return jdbc.sql("select * from notice_wish where shopper = :shopper")
                .param("shopper", shopper)
                .query((row, _) ->
                        new Wishes(
                                row.getBoolean("by_mail"),
                                Optional.ofNullable(row.getString("language"))
                                        .map(Locale::forLanguageTag),
                                quiet(
                                        row.getObject("quiet_from", LocalTime.class),
                                        row.getObject("quiet_to", LocalTime.class))))
                .optional()
                .orElse(Wishes.NONE_STATED);
    }

    private static Optional<QuietHours> quiet(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new QuietHours(from, to));
    }

    void put(UUID shopper, Wishes wishes) {
        jdbc.sql(
                        """
                        insert into notice_wish (shopper, by_mail, language, quiet_from, quiet_to)
                        values (:shopper, :mail, :language, :from, :to)
                        on conflict (shopper) do update set by_mail = excluded.by_mail, language = excluded.language,
                            quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
                        """)
                .param("shopper", shopper)
                .param("mail", wishes.byMail())
                .param("language", wishes.language().map(Locale::toLanguageTag).orElse(null))
                .param("from", wishes.quiet().map(QuietHours::from).orElse(null))
                .param("to", wishes.quiet().map(QuietHours::to).orElse(null))
                .update();
    }
}
