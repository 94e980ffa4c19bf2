package com.truecart.app.order;

import java.time.Clock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wake-ups that are rolled back with the transaction they belong to, and hurry once it commits. */
final class CommittedWakeUps implements WakeUps {
    private final DueRecord due;
    private final Runnable hurry;
    private final Clock clock;

    /**
     * @param hurry has the scheduler look now rather than at its next poll
     */
    CommittedWakeUps(DueRecord due, Runnable hurry, Clock clock) {
        this.due = due;
        this.hurry = hurry;
        this.clock = clock;
    }

    @Override
    public void soon(OrderId order) {
        due.wake(order, clock.instant());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            hurry.run();
                        }
                    });
        } else {
            hurry.run();
        }
    }
}
