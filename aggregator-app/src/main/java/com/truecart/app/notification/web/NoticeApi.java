package com.truecart.app.notification.web;

import com.truecart.app.notification.Notice;
import com.truecart.app.notification.Notices;
import com.truecart.app.web.MoneyView;
import com.truecart.app.web.ShopperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices for programs. */
@RestController
class NoticeApi {
    private static final int LATEST = 100;
    private final Notices notices;

    NoticeApi(Notices notices) {
        this.notices = notices;
    }

    /**
     * The latest notices, newest first; asking leaves them unread.
     *
     * @param unread how many of all the shopper has not seen on a page
     */
    record NoticesBody(int unread, List<NoticeBody> notices) {}

    /** See {@link Notice}. */
    record NoticeBody(
            UUID order,
            String orderNumber,
            String news,
            Optional<MoneyView> amount,
            Instant at,
            boolean read) {
        static NoticeBody of(Notice one) {
            return new NoticeBody(
                    one.order().value(),
                    one.orderNumber(),
                    one.news().name(),
                    one.amount().map(MoneyView::of),
                    one.at(),
                    one.read());
        }
    }

    @GetMapping("/api/v1/notifications")
    NoticesBody latest(ShopperId shopper) {
        return new NoticesBody(
                notices.unread(shopper.value()),
                notices.latest(shopper.value(), LATEST).stream().map(NoticeBody::of).toList());
    }
}
