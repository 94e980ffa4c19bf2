package com.truecart.app.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.payment.DelegatingProvider;
import com.truecart.app.payment.PaymentWorld.Rule;
import com.truecart.app.testing.HandClock;
import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Standing;
import com.truecart.payment.alipay.AlipayHoldKind;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.AlipayDesk;
import com.truecart.sandbox.pay.BookedPayment;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamOrder;
import com.truecart.testkit.LoopbackContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order over two stores is held at Alipay, and taken for the one that has it. */
class HeldAtAlipayTest {
    private static final int MOST_ROUNDS = 60;

    @TempDir private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-26T02:00:00Z"));
    private final DeskHost<AlipayDesk> alipay =
            DeskHost.open("alipay", 0, new Faults(), base -> new AlipayDesk(base, clock));

    @AfterEach
    void close() {
        alipay.close();
    }

    @Test
    void whatOneStoreRefusesIsLetGoAndWhatTheOtherHasIsTaken() {
        BookedPayment booked = paid(Rule.REAL);

        assertThat(booked.amount()).isEqualTo(25_80);
        assertThat(booked.taken()).isEqualTo(12_90);
        assertThat(booked.held()).isZero();
        assertThat(booked.refunded()).as("nothing had to be given back").isZero();
    }

    @Test
    void thisTestWouldSeeTooMuchTaken() {
        assertThat(paid(Rule.CAPTURES_ALL_THAT_IS_HELD).taken()).isEqualTo(25_80);
    }

    /** As Alipay's books have it in the end. */
    private BookedPayment paid(Rule rule) {
        LoopbackContext context =
                LoopbackContext.with(alipay.desk().settings())
                        .and("hold_days", "30")
                        .at(clock.instant());
        PaymentProvider provider = new InDollars(new AlipayHoldKind().open(context));
        try (OrderWorld world =
                new OrderWorld(
                        new OneOfTwo(),
                        clock,
                        folder,
                        new DoubtPolicy(OrderWorld.SETTINGS.quietPeriod()),
                        Map.of("alipay", provider),
                        rule)) {
            OrderId order =
                    world.open(
                            Map.of(
                                    DoubtClass.KEY,
                                    MerchantOfRecord.TRUECART,
                                    DoubtClass.UNIQUE_REFERENCE,
                                    MerchantOfRecord.TRUECART));
            world.payments().pay(order.value(), "alipay");
            String reference = world.payments().view(order.value()).tries().getFirst().reference();
            String name = reference.replace('-', '_');
            goOn(world, _ -> isWaiting(world, order));
            alipay.desk().pay(name);
            assertThat(books(name).held()).as("nothing is taken by agreeing").isEqualTo(25_80);
            goOn(world, _ -> books(name).held() == 0);
            return books(name);
        }
    }

    private static boolean isWaiting(OrderWorld world, OrderId order) {
        return world.payments().view(order.value()).tries().getFirst().state()
                instanceof com.truecart.app.payment.PaymentState.AwaitingShopper;
    }

    private BookedPayment books(String name) {
        return alipay.desk().books().stream()
                .filter(one -> one.reference().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void goOn(OrderWorld world, Predicate<OrderWorld> until) {
        for (int round = 0; round < MOST_ROUNDS && !until.test(world); round++) {
            clock.forward(Duration.ofSeconds(5));
            world.payments().due().forEach(world.payments()::advance);
            world.dueOrders().forEach(order -> world.desk().advance(order));
        }
        assertThat(until.test(world)).isTrue();
    }

    /** The orders of tests are in dollars; Alipay's books are in yuan, cent for cent. */
    private static final class InDollars extends DelegatingProvider {
        private InDollars(PaymentProvider alipay) {
            super(alipay);
        }

        @Override
        public Standing begin(PaymentRequest request) {
            return dollars(
                    super.begin(
                            new PaymentRequest(
                                    request.reference(),
                                    in("CNY", request.amount()),
                                    request.subject(),
                                    request.comeBack(),
                                    request.notifyAt(),
                                    request.until())));
        }

        @Override
        public Optional<Standing> find(String reference) {
            return super.find(reference).map(InDollars::dollars);
        }

        @Override
        public Standing capture(String reference, Money amount) {
            return dollars(super.capture(reference, in("CNY", amount)));
        }

        @Override
        public Standing release(String reference) {
            return dollars(super.release(reference));
        }

        private static Standing dollars(Standing one) {
            return new Standing(
                    one.reference(),
                    one.providerId(),
                    one.state(),
                    in("HKD", one.held()),
                    in("HKD", one.taken()),
                    in("HKD", one.refunded()),
                    one.holdsUntil(),
                    one.at());
        }

        private static Money in(String currency, Money amount) {
            return Money.of(amount.minor(), currency);
        }
    }

    /** Of two stores one takes the order. */
    private final class OneOfTwo extends OrderingStores {
        @Override
        OrderGateway storeOf(String connectionId) {
            boolean takes = connectionId.equals(UnreliableStores.nameOf(DoubtClass.KEY));
            return new OrderGateway() {
                @Override
                public Terms terms() {
                    throw new UnsupportedOperationException("nobody asks here");
                }

                @Override
                public QuoteResult quote(QuoteRequest request) {
                    throw new UnsupportedOperationException("nothing is quoted here");
                }

                @Override
                public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
                    return takes
                            ? new PlaceResult.Placed(track(new OrderHandle("7", new Secret(""))))
                            : new PlaceResult.Rejected("sold out", Optional.empty());
                }

                @Override
                public Lookup find(IdempotencyKey key, Optional<String> trace) {
                    return new Lookup.NotFound();
                }

                @Override
                public UpstreamOrder track(OrderHandle order) {
                    return new UpstreamOrder(
                            order,
                            UpstreamOrder.Status.ACCEPTED,
                            "new",
                            Money.of(12_90, "HKD"),
                            List.of(),
                            clock.instant());
                }
            };
        }
    }
}
