package com.truecart.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider.Ability;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Reason;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.BookedPayment;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.PaymentDesk;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.Fault;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every provider keeps, shown against a stand-in of the sandbox: what the provider's own books
 * say counts, never what was answered.
 *
 * @param <D> the stand-in
 */
public abstract class PaymentContract<D extends PaymentDesk> {
    private static final URI SHOP = URI.create("http://127.0.0.1:9/paid");

    /** Answers that get lost or spoilt, after the work and before it. */
    private static final List<Fault> FAULTS =
            List.of(
                    Fault.LOST_ANSWER,
                    Fault.FAILED_AFTER_WORK,
                    Fault.TRUNCATED,
                    Fault.HTML,
                    Fault.RESET,
                    Fault.NEVER_LEFT,
                    Fault.THROTTLED,
                    Fault.FORBIDDEN);

    /** No call of the contract asks a provider more often than this. */
    private static final int MOST_ANSWERS = 12;

    private final AtomicInteger references = new AtomicInteger();
    protected final SteppedClock clock = new SteppedClock();
    protected final Postbox postbox = new Postbox();
    private DeskHost<D> host;
    private LoopbackContext context;
    private PaymentProvider provider;

    /** The stand-in, on any free port, by {@link #clock}. */
    protected abstract DeskHost<D> openDesk();

    protected abstract PaymentKind kind();

    /** What an operator fills in for the stand-in. */
    protected Map<String, String> settings() {
        return host.desk().settings();
    }

    protected abstract String currency();

    /** Whose the money is, where not all of it is the account's that is asked. */
    protected List<Share> shares(String reference, Money amount) {
        return List.of();
    }

    /** What the provider's books call a reference of ours. */
    protected String named(String reference) {
        return reference;
    }

    /** The shopper comes to the provider and does not pay yet. */
    protected void come(Standing begun) {
        // most providers learn nothing by it
    }

    /** The shopper does what the standing says, and pays. */
    protected abstract void pay(Standing begun);

    /** For each reason the provider tells, what the shopper does so that it is told. */
    protected abstract Map<Reason, Consumer<Standing>> declines();

    /** Has the provider send its notifications to this address, where requests do not say so. */
    protected abstract void notifyAt(URI address);

    @BeforeEach
    void open() {
        host = openDesk();
        context = LoopbackContext.with(settings());
        provider = kind().open(context);
        notifyAt(postbox.address());
        postbox.answering(delivery -> answer(provider.hear(delivery)));
    }

    @AfterEach
    void close() {
        host.close();
        postbox.close();
    }

    @Test
    void theKindIsFoundWithItsSettings() {
        PaymentKind found =
                ServiceLoader.load(PaymentKind.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(one -> one.kind().equals(kind().kind()))
                        .findFirst()
                        .orElseThrow();

        assertThat(found.settings()).isEqualTo(kind().settings());
        assertThat(found.settings().stream().map(setting -> setting.name()))
                .containsAll(settings().keySet());
        assertThat(found.displayName()).isNotBlank();
        assertThat(found.currencies()).contains(money(1).currency());
    }

    @Test
    void aMissingRequiredSettingIsNamed() {
        for (var setting : kind().settings()) {
            if (setting.required() && setting.defaultValue().isEmpty()) {
                assertThatThrownBy(() -> kind().open(context.without(setting.name())))
                        .isInstanceOfSatisfying(
                                UpstreamException.Misconfigured.class,
                                e -> assertThat(e.setting()).isEqualTo(setting.name()));
            }
        }
    }

    @Test
    void aBegunPaymentWaitsForTheShopper() {
        Standing begun = begin(10_000);

        assertThat(begun.state()).isInstanceOf(State.AwaitingShopper.class);
        assertThat(begun.held()).isEqualTo(money(0));
        assertThat(begun.taken()).isEqualTo(money(0));
        switch (((State.AwaitingShopper) begun.state()).step()) {
            case Step.Scan _ -> assertThat(provider.abilities()).contains(Ability.SCAN);
            case Step.GoTo _ -> assertThat(provider.abilities()).contains(Ability.REDIRECT);
            case Step.AsBegun _ -> fail("beginning says what to do");
        }
        come(begun);
        assertThat(booked(begun).amount()).isEqualTo(10_000);
    }

    @Test
    void beginningTwiceIsOnePayment() {
        PaymentRequest request = request(10_000);
        Standing first = provider.begin(request);
        Standing second = provider.begin(request);

        assertThat(second.state()).isInstanceOf(State.AwaitingShopper.class);
        assertThat(step(second).getClass()).isEqualTo(step(first).getClass());
        come(second);
        assertThat(books(request.reference())).hasSize(1);
    }

    @Test
    void whetherAPaymentIsKnownBeforeTheShopperComesIsDeclared() {
        Standing begun = begin(10_000);

        assertThat(provider.find(begun.reference()).isPresent()).isEqualTo(isKnownAtOnce());
        if (!isKnownAtOnce()) {
            assertThatThrownBy(() -> provider.release(begun.reference()))
                    .isInstanceOf(PaymentRefused.class);
        }
    }

    @Test
    void beginningAgainWhatIsPaidSaysThatItIsPaid() {
        PaymentRequest request = request(10_000);
        pay(provider.begin(request));

        assertThat(provider.begin(request).state()).isInstanceOf(paid());
        assertThat(books(request.reference())).hasSize(1);
    }

    @Test
    void anotherProcessFindsWhatWasBegun() {
        Standing begun = begun(10_000);

        Standing found = anotherProcess().find(begun.reference()).orElseThrow();

        assertThat(found.state()).isInstanceOf(State.AwaitingShopper.class);
        pay(found);
        assertThat(anotherProcess().find(begun.reference()).orElseThrow().state())
                .isInstanceOf(paid());
    }

    @Test
    void whatWasNeverBegunIsNotFound() {
        assertThat(provider.find("nobody-began-this")).isEmpty();
        assertThat(provider.findRefund(refund("nobody-began-this", 100, 100))).isEmpty();
        assertThatThrownBy(() -> provider.refund(refund("nobody-began-this", 100, 100)))
                .isInstanceOf(PaymentRefused.class);
        assertThatThrownBy(() -> provider.release("nobody-began-this"))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void whatIsPaidIsHeldWhereTheProviderHoldsAndElseTaken() {
        Standing paid = paid(10_000);

        if (holds()) {
            assertThat(paid.state()).isInstanceOf(State.Held.class);
            assertThat(paid.held()).isEqualTo(money(10_000));
            assertThat(paid.taken()).isEqualTo(money(0));
            assertThat(paid.holdsUntil().orElseThrow()).isAfter(Instant.now());
            assertThat(booked(paid).held()).isEqualTo(10_000);
        } else {
            assertThat(paid.state()).isInstanceOf(State.Taken.class);
            assertThat(paid.held()).isEqualTo(money(0));
            assertThat(paid.taken()).isEqualTo(money(10_000));
            assertThat(paid.holdsUntil()).isEmpty();
            assertThat(booked(paid).taken()).isEqualTo(10_000);
        }
    }

    @Test
    void aPartIsTakenOnceAndTheRestLetGo() {
        assumeThat(holds()).isTrue();
        Standing held = paid(10_000);

        Standing taken = provider.capture(held.reference(), money(7_001));

        assertThat(taken.state()).isInstanceOf(State.Taken.class);
        assertThat(taken.taken()).isEqualTo(money(7_001));
        assertThat(taken.held()).isEqualTo(money(0));
        assertThat(found(held).taken()).isEqualTo(money(7_001));
        assertThat(provider.capture(held.reference(), money(7_001)).taken())
                .isEqualTo(money(7_001));
        assertThatThrownBy(() -> provider.capture(held.reference(), money(7_002)))
                .isInstanceOf(PaymentRefused.class);
        assertThat(booked(held).taken()).isEqualTo(7_001);
        assertThat(booked(held).held()).isZero();
    }

    @Test
    void moreThanIsHeldIsNotTaken() {
        assumeThat(holds()).isTrue();
        Standing held = paid(10_000);

        assertThatThrownBy(() -> provider.capture(held.reference(), money(10_001)))
                .isInstanceOf(PaymentRefused.class);

        assertThat(booked(held).taken()).isZero();
        assertThat(found(held).held()).isEqualTo(money(10_000));
    }

    @Test
    void nothingIsTakenOfWhatIsNotPaid() {
        assumeThat(holds()).isTrue();
        Standing begun = begin(10_000);

        assertThatThrownBy(() -> provider.capture(begun.reference(), money(10_000)))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void aProviderThatDoesNotHoldSaysSo() {
        assumeThat(holds()).isFalse();
        Standing paid = paid(10_000);

        assertThatThrownBy(() -> provider.capture(paid.reference(), money(10_000)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aHoldIsLetGo() {
        assumeThat(holds()).isTrue();
        Standing held = paid(10_000);

        Standing closed = provider.release(held.reference());

        assertThat(closed.state()).isInstanceOf(State.Closed.class);
        assertThat(closed.held()).isEqualTo(money(0));
        assertThat(provider.release(held.reference()).state()).isInstanceOf(State.Closed.class);
        assertThatThrownBy(() -> provider.capture(held.reference(), money(1_000)))
                .isInstanceOf(PaymentRefused.class);
        assertThat(booked(held).held()).isZero();
        assertThat(booked(held).taken()).isZero();
    }

    @Test
    void whatWasNeverPaidIsClosedAndCannotBePaidAnyMore() {
        Standing begun = begun(10_000);

        assertThat(provider.release(begun.reference()).state()).isInstanceOf(State.Closed.class);
        assertThat(provider.release(begun.reference()).state()).isInstanceOf(State.Closed.class);

        assertThatThrownBy(() -> pay(begun)).isInstanceOf(RuntimeException.class);
        assertThat(booked(begun).held() + booked(begun).taken()).isZero();
    }

    @Test
    void whatIsTakenStaysTakenWhenItIsReleased() {
        Standing taken = taken(10_000);

        assertThat(provider.release(taken.reference()).state()).isInstanceOf(State.Taken.class);
        assertThat(booked(taken).taken()).isEqualTo(10_000);
    }

    @Test
    void whatIsNotPaidInTimeLapses() {
        Standing begun = begun(10_000);

        clock.step(Duration.ofHours(25));

        assertThat(anotherProcess().find(begun.reference()).orElseThrow().state())
                .isInstanceOf(State.Closed.class);
    }

    @Test
    void whatMustBePaidInThePastIsNotBegun() {
        PaymentRequest request = request(10_000);
        PaymentRequest late =
                new PaymentRequest(
                        request.reference(),
                        request.amount(),
                        request.subject(),
                        request.comeBack(),
                        request.notifyAt(),
                        Instant.now().minusSeconds(1),
                        request.shares());

        assertThatThrownBy(() -> provider.begin(late)).isInstanceOf(PaymentRefused.class);
        assertThat(books(request.reference())).isEmpty();
    }

    @Test
    void moneyOfSeveralMerchantsIsRefusedByWhoeverCannotKeepItApart() {
        assumeThat(provider.abilities()).doesNotContain(Ability.COMBINE);
        PaymentRequest shared =
                request(
                        "truecart-shared",
                        10_000,
                        List.of(
                                new Share("one", "truecart-one", money(6_000), "tea"),
                                new Share("another", "truecart-another", money(4_000), "rice")));

        assertThatThrownBy(() -> provider.begin(shared)).isInstanceOf(PaymentRefused.class);
        assertThat(books("truecart-shared")).isEmpty();
    }

    @Test
    void partsAreGivenBackUntilNothingIsLeft() {
        Standing taken = taken(10_000);
        Refund first = refund(taken.reference(), 3_333, 10_000);
        Refund rest = refund(taken.reference(), 6_667, 10_000);

        assertThat(provider.findRefund(first)).isEmpty();
        assertThat(provider.refund(first).amount()).isEqualTo(money(3_333));
        assertThat(found(taken).refunded()).isEqualTo(money(sumsRefunds() ? 3_333 : 0));
        assertThat(provider.refund(rest).reference()).isEqualTo(rest.reference());
        assertThat(found(taken).refunded()).isEqualTo(money(sumsRefunds() ? 10_000 : 0));
        assertThat(found(taken).taken()).isEqualTo(money(10_000));

        assertThatThrownBy(() -> provider.refund(refund(taken.reference(), 1, 10_000)))
                .isInstanceOf(PaymentRefused.class);
        assertThat(anotherProcess().findRefund(first).orElseThrow().amount())
                .isEqualTo(money(3_333));
        assertThat(anotherProcess().findRefund(first).orElseThrow().state())
                .isEqualTo(RefundStanding.State.DONE);
        assertThat(booked(taken).refunded()).isEqualTo(10_000);
    }

    @Test
    void oneRefundAskedForTwiceIsOneRefund() {
        Standing taken = taken(10_000);
        Refund refund = refund(taken.reference(), 2_500, 10_000);

        provider.refund(refund);
        RefundStanding again = anotherProcess().refund(refund);

        assertThat(again.amount()).isEqualTo(money(2_500));
        assertThat(booked(taken).refunds()).hasSize(1);
    }

    @Test
    void moreThanWasTakenIsNotGivenBack() {
        Standing taken = taken(10_000);

        assertThatThrownBy(() -> provider.refund(refund(taken.reference(), 10_001, 10_000)))
                .isInstanceOf(PaymentRefused.class);
        assertThat(booked(taken).refunds()).isEmpty();
    }

    @Test
    void aBeginningWhoseAnswerIsLostIsOnePayment() {
        whateverIsLost(
                () -> request(10_000),
                provider::begin,
                request -> books(request.reference()).size(),
                request -> {
                    Standing begun = provider.begin(request);
                    assertThat(begun.state()).isInstanceOf(State.AwaitingShopper.class);
                    come(begun);
                    assertThat(books(request.reference())).hasSize(1);
                });
    }

    @Test
    void aCaptureWhoseAnswerIsLostTakesOnce() {
        assumeThat(holds()).isTrue();
        whateverIsLost(
                () -> paid(10_000),
                held -> provider.capture(held.reference(), money(4_000)),
                held -> booked(held).taken(),
                held -> {
                    assertThat(provider.capture(held.reference(), money(4_000)).taken())
                            .isEqualTo(money(4_000));
                    assertThat(booked(held).taken()).isEqualTo(4_000);
                    assertThat(booked(held).held()).isZero();
                });
    }

    @Test
    void aReleaseWhoseAnswerIsLostLetsGo() {
        whateverIsLost(
                () -> holds() ? paid(10_000) : begun(10_000),
                held -> provider.release(held.reference()),
                held -> booked(held).state(),
                held -> {
                    assertThat(provider.release(held.reference()).state())
                            .isInstanceOf(State.Closed.class);
                    assertThat(booked(held).held() + booked(held).taken()).isZero();
                });
    }

    @Test
    void aRefundWhoseAnswerIsLostIsOneRefund() {
        whateverIsLost(
                () -> refund(taken(10_000).reference(), 1_500, 10_000),
                provider::refund,
                refund -> booked(refund.payment()).refunded(),
                refund -> {
                    assertThat(provider.refund(refund).amount()).isEqualTo(money(1_500));
                    assertThat(booked(refund.payment()).refunds()).hasSize(1);
                    assertThat(booked(refund.payment()).refunded()).isEqualTo(1_500);
                });
    }

    @Test
    void aBeginningThatArrivesLateIsStillOnePayment() {
        PaymentRequest request = request(10_000);
        context.breakNext(Fault.LATE);
        assertThatThrownBy(() -> provider.begin(request)).isInstanceOf(UpstreamException.class);

        come(provider.begin(request));
        context.letArrive();

        assertThat(books(request.reference())).hasSize(1);
    }

    @Test
    void aRefundThatArrivesLateIsStillOneRefund() {
        Standing taken = taken(10_000);
        Refund refund = refund(taken.reference(), 1_500, 10_000);
        int before = context.answers();
        provider.findRefund(refund);
        int looks = context.answers() - before;
        context.breakAfter(looks, Fault.LATE);
        assertThatThrownBy(() -> provider.refund(refund)).isInstanceOf(UpstreamException.class);

        provider.refund(refund);
        context.letArrive();

        assertThat(booked(taken).refunds()).hasSize(1);
    }

    @Test
    void aDeclineSaysWhatTheShopperCanDo() {
        declines()
                .forEach((reason, mishap) -> {
                    Standing begun = begin(10_000);

                    mishap.accept(begun);

                    Standing declined = found(begun);
                    assertThat(decline(declined).map(Decline::reason)).contains(reason);
                    assertThat(declined.held()).isEqualTo(money(0));
                    assertThat(declined.taken()).isEqualTo(money(0));
                });
    }

    @Test
    void afterADeclineThatLeavesItOpenItCanBePaid() {
        declines()
                .values()
                .forEach(mishap -> {
                    Standing begun = begin(10_000);
                    mishap.accept(begun);
                    if (found(begun).state() instanceof State.AwaitingShopper) {
                        pay(begun);
                        assertThat(found(begun).state()).isInstanceOf(paid());
                    }
                });
    }

    @Test
    void aGenuineNotificationSaysWhichPaymentToLookUp() {
        Standing paid = paid(10_000);

        assertThat(postbox.await(1).stream().map(provider::hear))
                .isNotEmpty()
                .allSatisfy(heard ->
                        assertThat(heard)
                                .isInstanceOfSatisfying(
                                        Heard.Hint.class,
                                        hint ->
                                                assertThat(hint.reference())
                                                        .isEqualTo(paid.reference())));
    }

    @Test
    void aRepeatedNotificationHasTheSameName() {
        host.desk().notices().copies(2);
        Standing _ = paid(10_000);

        List<String> ids = postbox.await(2).stream().map(this::name).limit(2).toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aNotificationNobodyTookComesAgainUnderItsName() {
        postbox.refusing(true);
        Standing _ = paid(10_000);
        Delivery first = postbox.await(1).getFirst();
        postbox.refusing(false);

        String name = name(first);
        assertThat(
                        postbox.await(came ->
                                came.stream().filter(next -> name(next).equals(name)).count() > 1))
                .isNotEmpty();
    }

    private String name(Delivery delivery) {
        return ((Heard.Hint) provider.hear(delivery)).eventId();
    }

    @Test
    void aForgedOrAlteredNotificationIsNotHeard() {
        Standing paid = paid(10_000);
        Delivery genuine = postbox.await(1).getFirst();

        for (Delivery forged : forgeries(genuine, paid.reference())) {
            assertThat(provider.hear(forged)).isInstanceOf(Heard.Forged.class);
        }
    }

    /** The same delivery in forms nobody may take: altered, unsigned, signed by another. */
    protected abstract List<Delivery> forgeries(Delivery genuine, String reference);

    /** Breaks the first answer of a call, then the second, and so on, in each way. */
    private <T> void whateverIsLost(
            Supplier<T> preparing,
            Consumer<T> call,
            Function<T, Object> booked,
            Consumer<T> again) {
        for (Fault fault : FAULTS) {
            int broken = 0;
            for (int healthy = 0; healthy < MOST_ANSWERS; healthy++) {
                T subject = preparing.get();
                Object before = booked.apply(subject);
                context.breakAfter(healthy, fault);
                try {
                    call.accept(subject);
                } catch (UpstreamException e) {
                    broken++;
                    if (e.surelyNotDone()) {
                        assertThat(booked.apply(subject))
                                .as("%s of answer %s, surely not done", fault, healthy + 1)
                                .isEqualTo(before);
                    }
                }
                if (context.isFaultPlanned()) {
                    // the call asks no more often than this: uses the fault up
                    useUp();
                    break;
                }
                again.accept(subject);
            }
            assertThat(broken).as("answers that %s broke", fault).isPositive();
        }
    }

    private void useUp() {
        while (context.isFaultPlanned()) {
            try {
                Optional<Standing> _ = provider.find("nobody-began-this");
            } catch (UpstreamException expected) {
                assertThat(context.isFaultPlanned()).isFalse();
            }
        }
    }

    private static String answer(Heard heard) {
        return switch (heard) {
            case Heard.Hint hint -> hint.answer();
            case Heard.NothingWeFollow other -> other.answer();
            case Heard.Forged forged -> "forged: " + forged.why();
        };
    }

    private static Optional<Decline> decline(Standing standing) {
        return switch (standing.state()) {
            case State.AwaitingShopper waiting -> waiting.lastDecline();
            case State.Declined declined -> Optional.of(declined.decline());
            case State.Processing _, State.Held _, State.Taken _, State.Closed _ ->
                    Optional.empty();
        };
    }

    private Class<? extends State> paid() {
        return holds() ? State.Held.class : State.Taken.class;
    }

    protected final boolean holds() {
        return provider.abilities().contains(Ability.HOLD);
    }

    /** What is still to go wrong at the desk. */
    protected final Faults faults() {
        return host.faults();
    }

    protected final D desk() {
        return host.desk();
    }

    protected final URI address() {
        return host.base();
    }

    private boolean isKnownAtOnce() {
        return provider.abilities().contains(Ability.KNOWN_AT_ONCE);
    }

    private boolean sumsRefunds() {
        return provider.abilities().contains(Ability.SUMS_REFUNDS);
    }

    private static Step step(Standing waiting) {
        return ((State.AwaitingShopper) waiting.state()).step();
    }

    protected final PaymentProvider provider() {
        return provider;
    }

    protected final LoopbackContext context() {
        return context;
    }

    /** Another process of ours, which knows nothing, by the clock of now. */
    protected final PaymentProvider anotherProcess() {
        return kind().open(LoopbackContext.with(settings()).at(clock.instant()));
    }

    protected final Money money(long minor) {
        return Money.of(minor, currency());
    }

    protected final PaymentRequest request(long minor) {
        String reference = "truecart-test-" + references.incrementAndGet();
        return request(reference, minor, shares(reference, money(minor)));
    }

    protected final PaymentRequest request(String reference, long minor, List<Share> shares) {
        return new PaymentRequest(
                reference,
                money(minor),
                "Truecart order A-1",
                SHOP,
                postbox.address(),
                Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS),
                shares);
    }

    protected final Refund refund(String payment, long minor, long total) {
        return new Refund(
                payment,
                "truecart-refund-" + references.incrementAndGet(),
                money(minor),
                money(total),
                "one line came back",
                shares(payment, money(total)).stream().findFirst());
    }

    protected final Standing begin(long minor) {
        return provider.begin(request(minor));
    }

    /** Begun, and the shopper came. */
    protected final Standing begun(long minor) {
        Standing begun = begin(minor);
        come(begun);
        return begun;
    }

    protected final Standing paid(long minor) {
        Standing begun = begin(minor);
        pay(begun);
        return found(begun);
    }

    protected final Standing taken(long minor) {
        Standing paid = paid(minor);
        return holds() ? provider.capture(paid.reference(), money(minor)) : paid;
    }

    protected final Standing found(Standing like) {
        return provider.find(like.reference()).orElseThrow();
    }

    protected final List<BookedPayment> books(String reference) {
        return host.desk().books().stream()
                .filter(payment -> payment.reference().equals(named(reference)))
                .toList();
    }

    protected final BookedPayment booked(Standing like) {
        return booked(like.reference());
    }

    protected final BookedPayment booked(String reference) {
        List<BookedPayment> found = books(reference);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
