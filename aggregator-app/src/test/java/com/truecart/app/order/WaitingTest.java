package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.OrderView.Parcel;
import com.truecart.app.order.OrderView.ParcelEvent;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.app.order.Waiting.Expected;
import com.truecart.app.order.Waiting.Late;
import com.truecart.app.order.Waiting.Stuck;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Money PRICE = Money.of(12_90, "HKD");
    private static final Placed PLACED = new Placed("1", PRICE, "");
    private static final Shipped SHIPPED = new Shipped("1", PRICE, "");

    @Test
    void whatShouldHaveBeenThereIsLateWhetherItIsOnItsWayOrNot() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        assertThat(waiting(PLACED, Optional.of(yesterday))).hasValue(new Late(yesterday));
        assertThat(waiting(SHIPPED, Optional.of(yesterday))).hasValue(new Late(yesterday));
        assertThat(waiting(new Delivered("1", PRICE, ""), Optional.of(yesterday))).isEmpty();
        assertThat(
                        waiting(
                                new SubOrderState.Rejected("no", Optional.empty()),
                                Optional.of(yesterday)))
                .isEmpty();
    }

    @Test
    void aPromiseNotYetDueIsShown() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(waiting(PLACED, Optional.of(tomorrow))).hasValue(new Expected(tomorrow));
        assertThat(waiting(PLACED, Optional.empty())).isEmpty();
    }

    @Test
    void aParcelNobodyHeardOfForFourDaysMayBeStuck() {
        Instant shipped = NOW.minus(Duration.ofDays(6));
        Instant scanned = NOW.minus(Duration.ofDays(4)).minusSeconds(1);
        assertThat(waiting(SHIPPED, shipped, scanned)).hasValue(new Stuck(scanned));
        assertThat(waiting(SHIPPED, shipped, NOW.minus(Duration.ofDays(3)))).isEmpty();
        assertThat(waiting(SHIPPED, shipped, NOW.plus(Duration.ofDays(1))))
                .as("a scan of tomorrow tells nothing")
                .hasValue(new Stuck(shipped));
        assertThat(waiting(PLACED, shipped, scanned)).as("not on its way yet").isEmpty();
    }

    private static Optional<Waiting> waiting(SubOrderState state, Optional<Instant> promised) {
        return Waiting.of(part(state, NOW.minus(Duration.ofDays(2))), promised, List.of(), NOW);
    }

    private static Optional<Waiting> waiting(
            SubOrderState state, Instant changed, Instant scanned) {
        Parcel parcel =
                new Parcel(
                        Optional.of("SF"),
                        Optional.of("1"),
                        Optional.empty(),
                        List.of(new ParcelEvent(scanned, "in_transit", "", "kuaidi100")));
        return Waiting.of(part(state, changed), Optional.empty(), List.of(parcel), NOW);
    }

    private static SubOrder part(SubOrderState state, Instant changed) {
        Money none = Money.of(0, "HKD");
        Amounts amounts = new Amounts(PRICE, none, none, none, PRICE);
        return new SubOrder(
                new SubOrderId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                new StoreId("shop", "shop"),
                Localized.of("en", "Shop"),
                DoubtClass.KEY,
                MerchantOfRecord.THE_STORE,
                PaymentMethod.CASH_ON_DELIVERY,
                state,
                1,
                new IdempotencyKey("tc-" + UUID.randomUUID()),
                amounts,
                amounts,
                Optional.empty(),
                none,
                changed,
                changed);
    }
}
