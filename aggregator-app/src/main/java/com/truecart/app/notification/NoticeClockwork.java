package com.truecart.app.notification;

import com.truecart.app.notification.MailQueue.Held;
import com.truecart.app.notification.NoticeChannel.Digest;
import com.truecart.app.notification.NoticeRecord.Addressee;
import com.truecart.app.order.ChangedParts;
import com.truecart.app.order.ChangedParts.ChangedPart;
import com.truecart.app.order.ChangedParts.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes changes of orders into notices, and notices into e-mails. Where it left off is in the
 * record; reading a change again adds nothing.
 */
@Component
class NoticeClockwork {
    /**
     * A change is read this long again: its transaction may have been committed after a later
     * one's.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 6;
    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(NoticeClockwork.class);

    private final ChangedParts parts;
    private final NoticeRecord record;
    private final MailQueue queue;
    private final WishRecord wishes;
    private final NoticeChannel channel;
    private final NoticeSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;

    NoticeClockwork(
            ChangedParts parts,
            NoticeRecord record,
            MailQueue queue,
            WishRecord wishes,
            NoticeChannel channel,
            NoticeSettings settings,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${truecart.zone}") ZoneId zone) {
        this.parts = parts;
        this.record = record;
        this.queue = queue;
        this.wishes = wishes;
        this.channel = channel;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    /** What changed since it was looked last. */
    @Scheduled(fixedDelay = 3_000)
    void gather() {
        Instant begun = clock.instant();
        Position position = Position.before(record.mark(begun).minus(OVERLAP));
        List<ChangedPart> changed;
        do {
            changed = parts.after(position, AT_ONCE);
            for (ChangedPart one : changed) {
                News.of(one).forEach(item -> add(one, item));
                position = Position.of(one.subOrder());
            }
            record.moveMark(position.at());
        } while (changed.size() == AT_ONCE);
        // all up to here was read, whether or not anything followed
        record.moveMark(begun);
    }

    private void add(ChangedPart changed, News.Item item) {
        Instant due =
                clock.instant()
                        .plus(item.news().isUrgent() ? settings.gatherUrgent() : settings.gather());
        transaction.executeWithoutResult(_ -> {
            if (record.add(changed, item, settings.sendsMail()) && settings.sendsMail()) {
                queue.want(changed.subOrder().order(), due);
            }
        });
    }

    /** The e-mails that are due. */
    @Scheduled(fixedDelay = 5_000)
    void mail() {
        for (int sent = 0; sent < AT_ONCE; sent++) {
            Optional<Held> held = queue.next(clock.instant());
            if (held.isEmpty()) {
                return;
            }
            see(held.get());
        }
    }

    private void see(Held held) {
        List<Notice> notices = record.toMail(held.order());
        Optional<Addressee> addressee = record.addressee(held.order());
        if (notices.isEmpty() || addressee.isEmpty()) {
            queue.done(held);
            return;
        }
        Wishes wished = wishes.of(addressee.get().shopper());
        if (!wished.byMail()) {
            record.mailed(notices, "unwanted");
            queue.done(held);
            return;
        }
        Instant now = clock.instant();
        Instant notBefore = wished.quiet().map(quiet -> quiet.endAfter(now, zone)).orElse(now);
        if (notBefore.isAfter(now)) {
            queue.later(held, notBefore, false);
            return;
        }
        tell(held, addressee.get(), wished, notices);
    }

    private void tell(Held held, Addressee addressee, Wishes wished, List<Notice> notices) {
        try {
            channel.tell(
                    new Digest(
                            held.order(),
                            notices.getFirst().orderNumber(),
                            parts.recipient(addressee.part()),
                            wished.languages(),
                            notices));
            record.mailed(notices, "sent");
            queue.done(held);
        } catch (NoticeChannel.NotTold e) {
            if (held.attempt() >= MOST_ATTEMPTS) {
                LOG.error("No e-mail of order {} could be sent; it is given up", held.order(), e);
                record.mailed(notices, "failed");
                queue.done(held);
            } else {
                LOG.warn(
                        "No e-mail of order {} could be sent for now: {}",
                        held.order(),
                        e.getMessage());
                queue.later(
                        held,
                        clock.instant().plus(FIRST_RETRY.multipliedBy(1L << (held.attempt() - 1))),
                        true);
            }
        }
    }
}
