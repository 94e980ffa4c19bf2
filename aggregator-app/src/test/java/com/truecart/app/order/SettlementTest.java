package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.payment.Due;
import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be kept of what a shopper paid for one store. */
class SettlementTest {
    private static final Currency HKD = Currency.getInstance("HKD");
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Money AGREED = hkd(100_00);
    private static final Money NOTHING = hkd(0);

    @Test
    void whatIsPlacedIsDueAsCharged() {
        assertThat(due(new Placed("7", hkd(100_00), ""), NOTHING)).isEqualTo(exactly(100_00));
        assertThat(due(new Delivered("7", hkd(95_00), ""), NOTHING)).isEqualTo(exactly(95_00));
    }

    @Test
    void neverMoreThanWasAgreedWhateverTheStoreCharges() {
        assertThat(due(new Placed("7", hkd(120_00), ""), NOTHING)).isEqualTo(exactly(100_00));
    }

    @Test
    void whatTheStoreGivesBackIsNotDue() {
        assertThat(due(new Delivered("7", hkd(100_00), ""), hkd(30_00))).isEqualTo(exactly(70_00));
        assertThat(due(new Delivered("7", hkd(100_00), ""), hkd(130_00))).isEqualTo(exactly(0));
    }

    @Test
    void ofACancelledOrderOnlyWhatTheStoreSaysItKeepsIsDue() {
        assertThat(due(new Cancelled("7", hkd(100_00), ""), hkd(90_00))).isEqualTo(exactly(10_00));
        assertThat(due(new Cancelled("7", hkd(100_00), ""), NOTHING)).isEqualTo(exactly(0));
    }

    @Test
    void whatIsStillOpenMayCostNothingOrWhatWasAgreed() {
        Due open = new Due(NOTHING, AGREED);
        assertThat(due(Placing.FIRST, NOTHING)).isEqualTo(open);
        assertThat(due(new InDoubt(1, NOW, NOW, "lost", false, Optional.empty()), NOTHING))
                .isEqualTo(open);
        assertThat(due(new InDoubt(1, NOW, NOW, "lost", true, Optional.of("ask")), NOTHING))
                .as("parked")
                .isEqualTo(open);
        assertThat(due(new AwaitingBuyer(URI.create("https://store.example"), NOW), NOTHING))
                .isEqualTo(open);
        assertThat(open.isSettled()).isFalse();
    }

    @Test
    void whatWasRejectedCostsNothing() {
        assertThat(due(new Rejected("out of stock", Optional.empty()), NOTHING))
                .isEqualTo(exactly(0));
    }

    private static Due due(SubOrderState state, Money refunded) {
        return Settlement.of(state, AGREED, refunded, HKD);
    }

    private static Due exactly(long cents) {
        return new Due(hkd(cents), hkd(cents));
    }

    private static Money hkd(long cents) {
        return new Money(cents, HKD);
    }
}
