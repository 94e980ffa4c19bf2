package com.truecart.app.desk.web;

import com.truecart.app.desk.ExceptionDesk;
import com.truecart.app.desk.ExceptionDesk.AtStore;
import com.truecart.app.desk.ExceptionKind;
import com.truecart.app.desk.OpenException;
import com.truecart.app.desk.Redaction;
import com.truecart.app.order.OwnReason;
import com.truecart.app.order.SubOrderState.InDoubt;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language what waits for a person; templates call it as {@code
 * @exceptionWords}.
 */
@Component
public class ExceptionWords {
    private final MessageSource messages;
    private final ExceptionDesk desk;

    ExceptionWords(MessageSource messages, ExceptionDesk desk) {
        this.messages = messages;
        this.desk = desk;
    }

    public String kind(ExceptionKind kind) {
        return say("desk.kind." + word(kind));
    }

    /** What it means, and what is to be done. */
    public String meaning(ExceptionKind kind) {
        return say("desk.meaning." + word(kind));
    }

    /** The recorded reason: ours in the reader's language, others' redacted. */
    public String words(OpenException one) {
        return OwnReason.of(one.words())
                .map(own -> say("order.own." + own.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> redacted(one, one.words()));
    }

    /** What was said at the store, without whatever is personal. */
    public String redacted(AtStore at, String words) {
        return new Redaction(at.sent().quote().recipient()).of(words);
    }

    /** What a payment provider said. */
    public String redacted(OpenException one, String words) {
        return desk.redaction(one).of(words);
    }

    public String recipient(AtStore at) {
        return Redaction.initials(at.sent().quote().recipient());
    }

    /** What was last told by the store, where that is in doubt; blank elsewhere. */
    public String doubt(AtStore at) {
        return at.part().state() instanceof InDoubt doubt ? redacted(at, doubt.why()) : "";
    }

    private static String word(ExceptionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
