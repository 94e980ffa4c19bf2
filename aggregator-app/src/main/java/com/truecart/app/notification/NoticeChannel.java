package com.truecart.app.notification;

import com.truecart.app.order.OrderId;
import com.truecart.spi.Recipient;
import java.util.List;
import java.util.Locale;

/** A way to tell a shopper beside the pages. */
interface NoticeChannel {

    /**
     * Tells it. Whoever calls may have told the same before, and died before it was written down.
     *
     * @throws NotTold where it could not be handed on; it is tried again
     */
    void tell(Digest digest);

    /**
     * What is told at once.
     *
     * @param languages in which; at least one
     * @param notices of one order, the earliest first; at least one
     */
    record Digest(
            OrderId order,
            String orderNumber,
            Recipient recipient,
            List<Locale> languages,
            List<Notice> notices) {
        public Digest {
            languages = List.copyOf(languages);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Whoever hands messages on did not take it: the operator, or a later try, has to see to it.
     */
    final class NotTold extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTold(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
