package com.truecart.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlipayHoldContractTest extends AlipayContract {
    @Override
    protected PaymentKind kind() {
        return new AlipayHoldKind();
    }

    @Override
    protected Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(super.settings());
        settings.put(AlipayHoldKind.HOLD_DAYS, "30");
        return settings;
    }

    @Test
    void aHoldLastsAsLongAsTheContractWithAlipaySays() {
        Standing held = paid(10_000);

        assertThat(held.holdsUntil().orElseThrow())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(30)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(30)).plusSeconds(1));
    }

    @Test
    void aHoldThatLapsedIsLetGoAndNothingCanBeTakenOfIt() {
        Standing held = paid(10_000);

        clock.step(Duration.ofDays(31));

        assertThat(anotherProcess().find(held.reference()).orElseThrow().state())
                .isInstanceOf(State.Closed.class);
        assertThatThrownBy(() -> anotherProcess().capture(held.reference(), money(1_000)))
                .isInstanceOf(PaymentRefused.class);
        assertThat(booked(held).held() + booked(held).taken()).isZero();
    }

    @Test
    void aRestThatAlipayKeepsThoughItShouldNotIsLetGoOf() {
        desk().keepRests();
        Standing held = paid(10_000);

        Standing taken = provider().capture(held.reference(), money(7_001));

        assertThat(taken.held()).isEqualTo(money(0));
        assertThat(booked(held).taken()).isEqualTo(7_001);
        assertThat(booked(held).held()).isZero();
    }

    @Test
    void aHoldThatTheShopperAgreesToWhileItIsCancelledIsLetGo() {
        Standing begun = begun(10_000);
        pay(begun);

        assertThat(provider().release(begun.reference()).state()).isInstanceOf(State.Closed.class);
        assertThat(booked(begun).held()).isZero();
    }

    @Test
    void howLongAHoldLastsIsANumberOfDays() {
        for (String days : List.of("0", "366", "a week", "-1", "1.5")) {
            assertThatThrownBy(() ->
                            kind().open(
                                            LoopbackContext.with(settings())
                                                    .and(AlipayHoldKind.HOLD_DAYS, days)))
                    .isInstanceOfSatisfying(
                            UpstreamException.Misconfigured.class,
                            e -> assertThat(e.setting()).isEqualTo(AlipayHoldKind.HOLD_DAYS));
        }
    }
}
