package com.truecart.app.notification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a shopper was told, and how the shopper wants to be told. */
@Service
public class Notices {
    private final NoticeRecord record;
    private final WishRecord wishes;
    private final NoticeSettings settings;
    private final Clock clock;

    Notices(NoticeRecord record, WishRecord wishes, NoticeSettings settings, Clock clock) {
        this.record = record;
        this.wishes = wishes;
        this.settings = settings;
        this.clock = clock;
    }

    /** The latest, newest first, as they were before this look; from now on they are read. */
    public List<Notice> show(UUID shopper, int atMost) {
        List<Notice> latest = record.latest(shopper, atMost);
        if (!latest.isEmpty()) {
            record.read(shopper, latest.getFirst().id(), clock.instant());
        }
        return latest;
    }

    /** The latest, newest first; they stay as they are. */
    public List<Notice> latest(UUID shopper, int atMost) {
        return record.latest(shopper, atMost);
    }

    /** How many the shopper has not seen. */
    public int unread(UUID shopper) {
        return record.unread(shopper);
    }

    public Wishes wishes(UUID shopper) {
        return wishes.of(shopper);
    }

    public void wish(UUID shopper, Wishes wished) {
        wishes.put(shopper, wished);
    }

    /** Whether the operator has set up e-mail. */
    public boolean sendsMail() {
        return settings.sendsMail();
    }
}
