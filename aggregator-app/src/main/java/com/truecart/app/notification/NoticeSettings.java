package com.truecart.app.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How shoppers are told.
 *
 * @param from the address e-mails come from; blank: none are sent
 * @param address of the pages, as https://truecart.example, for links in e-mails; blank: no links.
 *     Not the public address, which leads to the hooks alone
 * @param gather how long news of an order is gathered into one e-mail
 * @param gatherUrgent the same where the shopper may want to act
 */
@ConfigurationProperties("truecart.notices")
public record NoticeSettings(
        @DefaultValue("") String from,
        @DefaultValue("") String address,
        @DefaultValue("5m") Duration gather,
        @DefaultValue("30s") Duration gatherUrgent) {

    /** Whether e-mails are sent at all. */
    public boolean sendsMail() {
        return !from.isBlank();
    }
}
