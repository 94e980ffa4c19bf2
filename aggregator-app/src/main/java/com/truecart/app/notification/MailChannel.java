package com.truecart.app.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail: plain text, with the order's number, the stores' names and what happened, no more. */
@Component
class MailChannel implements NoticeChannel {
    private final ObjectProvider<JavaMailSender> sender;
    private final NoticeSettings settings;
    private final MessageSource messages;
    private final NoticeWords words;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            NoticeSettings settings,
            MessageSource messages,
            NoticeWords words) {
        this.sender = sender;
        this.settings = settings;
        this.messages = messages;
        this.words = words;
    }

    @Override
    public void tell(Digest digest) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(digest.recipient().email());
        mail.setSubject(
                digest.languages().stream()
                        .map(language -> subject(digest, language))
                        .collect(Collectors.joining(" · ")));
        mail.setText(
                digest.languages().stream()
                        .map(language -> in(language, () -> text(digest, language)))
                        .collect(Collectors.joining("\n\n")));
        try {
            sender.getObject().send(mail);
        } catch (MailException e) {
            throw new NotTold("the mail server did not take it", e);
        }
    }

    private String subject(Digest digest, Locale language) {
        return messages.getMessage(
                "notification.mail.subject", new Object[] {digest.orderNumber()}, language);
    }

    private String text(Digest digest, Locale language) {
        String news =
                digest.notices().stream()
                        .map(notice -> "- " + words.sentence(notice))
                        .collect(Collectors.joining("\n"));
        String link = page().map(page -> "\n\n" + page + "/orders/" + digest.order()).orElse("");
        String wishes =
                page().map(page ->
                                messages.getMessage(
                                        "notification.mail.wishes",
                                        new Object[] {page + "/notifications"},
                                        language))
                        .orElseGet(() ->
                                messages.getMessage(
                                        "notification.mail.wishes.here", null, language));
        return subject(digest, language) + "\n\n" + news + link + "\n\n" + wishes;
    }

    private Optional<String> page() {
        return Optional.of(settings.address())
                .filter(address -> !address.isBlank())
                .map(address -> address.replaceAll("/+$", ""));
    }

    /** Amounts and names are formatted for whoever is being spoken to. */
    private static String in(Locale language, java.util.function.Supplier<String> text) {
        LocaleContextHolder.setLocale(language);
        try {
            return text.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
