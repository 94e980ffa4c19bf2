package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.payment.DelegatingProvider;
import com.truecart.app.payment.PaymentWorld.Rule;
import com.truecart.app.payment.UnreliableProvider;
import com.truecart.app.testing.HandClock;
import com.truecart.model.Money;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.spi.Terms.DoubtClass;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shopper paid twice, and the second payment cannot be given back at once. */
class RefundsThatDoNotGoThroughTest {
    private static final Money PAID = Money.of(12_90, "HKD");

    @TempDir private Path folder;
    private final HandClock clock = new HandClock(Instant.parse("2026-11-26T02:00:00Z"));
    private final Slow wallet = new Slow(new UnreliableProvider(1, clock, 0, false));
    private final UnreliableProvider other = new UnreliableProvider(2, clock, 0, false);

    private UUID order = new UUID(0, 0);

    @Test
    void aRefundThatTakesDaysIsAskedAboutMoreAndMoreRarelyUntilItIsDone() {
        try (OrderWorld world = paidTwice()) {
            goOn(world, Duration.ofHours(1));
            int firstHour = wallet.asked;
            assertThat(firstHour).isBetween(5, 40);
            goOn(world, Duration.ofDays(3));
            assertThat(wallet.asked - firstHour).as("in three days").isBetween(5, 40);

            wallet.refunds = RefundStanding.State.DONE;
            goOn(world, Duration.ofHours(7));
            assertThat(world.payments().events(order))
                    .containsOnlyOnce("refund_done")
                    .doesNotContain("refund_failed");
        }
    }

    @Test
    void aRefundThatIsRefusedIsKeptWithTheReasonAndNotAskedAgain() {
        wallet.refuses = true;
        try (OrderWorld world = paidTwice()) {
            goOn(world, Duration.ofHours(1));
            int asked = wallet.asked;
            goOn(world, Duration.ofDays(3));

            assertThat(wallet.asked).as("a final answer").isEqualTo(asked);
            assertThat(world.payments().payments().happened(order))
                    .filteredOn(one -> one.kind().equals("refund_failed"))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.detail())
                                    .contains(PAID.toString(), "the account is closed"));
        }
    }

    private OrderWorld paidTwice() {
        OrderWorld world =
                new OrderWorld(
                        new UnreliableStores(1, clock, 0),
                        clock,
                        folder,
                        new DoubtPolicy(OrderWorld.SETTINGS.quietPeriod()),
                        Map.of("wallet", wallet, "other", other),
                        Rule.REAL);
        order = world.open(Map.of(DoubtClass.KEY, MerchantOfRecord.TRUECART)).value();
        wallet.provider.letsNothingGo(true);
        world.payments().pay(order, "wallet");
        clock.forward(Duration.ofSeconds(1));
        world.payments().pay(order, "other");
        goOn(world, Duration.ofSeconds(30));
        var tries = world.payments().view(order).tries();
        assertThat(other.pay(tries.getLast().reference())).isTrue();
        goOn(world, Duration.ofSeconds(30));
        assertThat(wallet.provider.pay(tries.getFirst().reference())).isTrue();
        wallet.provider.letsNothingGo(false);
        return world;
    }

    private void goOn(OrderWorld world, Duration time) {
        Instant end = clock.instant().plus(time);
        while (true) {
            world.payments().due().forEach(world.payments()::advance);
            world.dueOrders().forEach(world.desk()::advance);
            Instant soon = clock.instant().plusSeconds(1);
            Instant next = world.payments().nextDue().orElse(end);
            if (!next.isBefore(end) || soon.isAfter(end)) {
                clock.set(end);
                return;
            }
            clock.set(next.isAfter(soon) ? next : soon);
        }
    }

    /** A wallet whose refunds go as is said. */
    private static final class Slow extends DelegatingProvider {
        private final UnreliableProvider provider;
        private RefundStanding.State refunds = RefundStanding.State.PROCESSING;
        private boolean refuses;
        private int asked;

        Slow(UnreliableProvider provider) {
            super(provider);
            this.provider = provider;
        }

        @Override
        public RefundStanding refund(Refund refund) {
            asked++;
            if (refuses) {
                throw new PaymentRefused("closed", "the account is closed");
            }
            return new RefundStanding(refund.reference(), refunds, refund.amount(), "as said");
        }

        @Override
        public Optional<RefundStanding> findRefund(Refund refund) {
            return Optional.empty();
        }
    }
}
