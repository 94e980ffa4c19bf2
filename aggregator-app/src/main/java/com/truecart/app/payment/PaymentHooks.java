package com.truecart.app.payment;

import com.truecart.app.web.HookAnswer;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what providers send us: has the provider's own kind say whether it is theirs, keeps it
 * under their name for it, and has the payment looked at. What a notification says of the payment
 * is never believed.
 */
@Service
public class PaymentHooks {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentHooks.class);
    private static final int LONGEST_ID = 200;

    /** Longer than any provider repeats itself. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final PaymentAccounts accounts;
    private final PaymentRecord record;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaymentHooks(
            PaymentAccounts accounts,
            PaymentRecord record,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.record = record;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is such an account. */
    public boolean isOpen(String account) {
        return accounts.find(account).isPresent();
    }

    /** Judges one delivery and keeps what it points at. */
    public HookAnswer take(String account, Delivery delivery) {
        if (!isOpen(account)) {
            return new HookAnswer.NobodyThere();
        }
        try {
            return switch (accounts.open(account).hear(delivery)) {
                case Heard.Forged(String why) -> {
                    LOG.warn("{}: a notification was refused as forged: {}", account, why);
                    yield new HookAnswer.Forged();
                }
                case Heard.NothingWeFollow nothing -> {
                    keep(account, nothing.eventId(), Optional.empty());
                    yield new HookAnswer.Taken(nothing.answer());
                }
                case Heard.Hint hint -> {
                    keep(account, hint.eventId(), Optional.of(hint.reference()));
                    yield new HookAnswer.Taken(hint.answer());
                }
            };
        } catch (UpstreamException e) {
            LOG.warn("{}: a notification cannot be judged now: {}", account, e.getMessage());
            return new HookAnswer.Later();
        }
    }

    private void keep(String account, String eventId, Optional<String> reference) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            boolean isNew =
                    jdbc.sql(
                                            """
                                            insert into payment_notice (account_id, event_id, payment, heard_at)
                                            values (:account, :event, :payment, :now) on conflict do nothing
                                            """)
                                    .param("account", account)
                                    .param(
                                            "event",
                                            eventId.length() <= LONGEST_ID
                                                    ? eventId
                                                    : eventId.substring(0, LONGEST_ID))
                                    .param("payment", reference.orElse(null), Types.VARCHAR)
                                    .param("now", PaymentRecord.utc(now))
                                    .update()
                            == 1;
            if (isNew) {
                // of this account only: nobody points at a payment elsewhere
                reference
                        .flatMap(record::find)
                        .filter(payment -> payment.account().equals(account))
                        .ifPresent(payment -> record.makeDue(payment.reference()));
            }
        });
    }

    /** Forgets what is long done. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void forgetWhatIsLongDone() {
        jdbc.sql("delete from payment_notice where heard_at < :before")
                .param("before", PaymentRecord.utc(clock.instant().minus(REMEMBERED)))
                .update();
    }
}
