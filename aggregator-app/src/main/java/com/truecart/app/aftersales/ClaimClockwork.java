package com.truecart.app.aftersales;

import com.truecart.app.aftersales.Claim.By;
import com.truecart.app.aftersales.ClaimEvent.MoneyCameBack;
import com.truecart.app.aftersales.ClaimEvent.RanOut;
import com.truecart.app.aftersales.ClaimEvent.SentOn;
import com.truecart.app.aftersales.ClaimEvent.StoreAgreed;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.ClaimState.Open;
import com.truecart.app.order.Orders;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SubOrder;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.model.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever has to act, ends what can no longer be done, and sees what stores did. The record
 * says what is due, so that a kill loses nothing, and every change is fenced, so that two of us do
 * nothing twice.
 */
@Component
class ClaimClockwork {
    /** Money comes back days after a claim has ended, too. */
    private static final Duration MONEY_MAY_COME = Duration.ofDays(60);

    private static final Logger LOG = LoggerFactory.getLogger(ClaimClockwork.class);
    private static final int AT_ONCE = 200;

    private final ClaimRecord record;
    private final Claims claims;
    private final SoldParts parts;
    private final Orders orders;
    private final Clock clock;

    ClaimClockwork(ClaimRecord record, Claims claims, SoldParts parts, Orders orders, Clock clock) {
        this.record = record;
        this.claims = claims;
        this.parts = parts;
        this.orders = orders;
        this.clock = clock;
    }

    /** What is due now. */
    @Scheduled(fixedDelay = 30_000)
    void seeToWhatIsDue() {
        Instant now = clock.instant();
        for (Claim claim : record.due(now, AT_ONCE)) {
            boolean over = claim.expiresAt().filter(end -> !end.isAfter(now)).isPresent();
            if (!(over && claims.apply(claim, new RanOut(), By.CLOCK))) {
                LOG.info("Claim {} waits for somebody in state {}", claim.id(), claim.state());
                record.remind(claim, now);
            }
        }
    }

    /** What stores did meanwhile, as far as we know. */
    @Scheduled(fixedDelay = 5_000)
    void seeWhatStoresDid() {
        Instant then = clock.instant().minus(MONEY_MAY_COME);
        for (Claim claim : record.withNews(then, AT_ONCE)) {
            parts.subOrder(claim.part()).ifPresent(part -> compare(claim, part));
        }
    }

    /** Stores that send no hints are asked whether money came back. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void askStores() {
        record.ordersRunning().forEach(orders::looksAt);
    }

    private void compare(Claim claim, SubOrder part) {
        Money since = part.refunded().minus(claim.refundedBefore());
        boolean known =
                claim.state() instanceof GivenBack back
                        ? back.actual().equals(since)
                        : !since.isPositive();
        if (!known) {
            claims.apply(claim, new MoneyCameBack(since), By.STORE);
        } else if (claim.state().isRunning() && claim.kind().runsOut()) {
            if (part.state() instanceof Shipped || part.state() instanceof Delivered) {
                claims.apply(claim, new RanOut(), By.STORE);
            } else if (part.state() instanceof Cancelled) {
                calledOff(claim);
            }
        }
    }

    private void calledOff(Claim claim) {
        if (claim.kind() == ClaimKind.CANCEL && claim.state() instanceof Open) {
            claims.apply(claim, new SentOn(), By.STORE);
        } else if (claim.kind() == ClaimKind.CANCEL
                && claim.state() instanceof ClaimState.SentToStore) {
            claims.apply(claim, new StoreAgreed(""), By.STORE);
        }
    }
}
