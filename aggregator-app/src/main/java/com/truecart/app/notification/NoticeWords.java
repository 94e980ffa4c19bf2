package com.truecart.app.notification;

import com.truecart.app.web.Format;
import com.truecart.model.Money;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a notice in the reader's language; templates call it as {@code @noticeWords}. */
@Component
public class NoticeWords {
    private final MessageSource messages;
    private final Format format;

    NoticeWords(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    /** "Harbour Grocer: on its way". */
    public String sentence(Notice notice) {
        return messages.getMessage(
                "notification.news." + notice.news().name().toLowerCase(Locale.ROOT),
                new Object[] {
                    format.text(notice.storeName()).replaceAll("\\s+", " "),
                    notice.amount().map(this::amount).orElse("")
                },
                LocaleContextHolder.getLocale());
    }

    private String amount(Money money) {
        return format.money(money);
    }

    /** How it is marked. */
    public String badge(News news) {
        return switch (news) {
            case REFUSED, CANCELLED, SHORT_CANCELLED -> "badge-bad";
            case NEEDS_YOU, WITH_A_PERSON, SHORT_ASKED -> "badge-warn";
            case PLACED,
                    SHIPPED,
                    DELIVERED,
                    GIVEN_BACK,
                    SHORT_WAITING,
                    SHORT_REPLACED,
                    SHORT_TRIED_AGAIN ->
                    "";
        };
    }
}
