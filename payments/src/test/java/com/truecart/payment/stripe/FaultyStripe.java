package com.truecart.payment.stripe;

import com.truecart.model.Money;
import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.spi.Call;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.Document;
import com.truecart.spi.Secret;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamHttp;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The contract over a Stripe in which one mistake is planted. */
class FaultyStripe extends StripeContractTest {
    static final ScopedValue<PlantedFault> PLANTED = ScopedValue.newInstance();

    @Override
    protected PaymentKind kind() {
        return new FaultyKind(new StripeKind(), PLANTED.orElse(PlantedFault.NONE));
    }

    private record FaultyKind(PaymentKind honest, PlantedFault fault) implements PaymentKind {
        @Override
        public String kind() {
            return honest.kind();
        }

        @Override
        public String displayName() {
            return honest.displayName();
        }

        @Override
        public List<Setting> settings() {
            return honest.settings();
        }

        @Override
        public Set<Currency> currencies() {
            return honest.currencies();
        }

        @Override
        public PaymentProvider open(ConnectorContext context) {
            return new FaultyProvider(
                    honest.open(
                            fault == PlantedFault.NEW_KEY_EACH_TIME
                                    ? new ForgetfulContext(context)
                                    : context),
                    fault,
                    new HashSet<>());
        }
    }

    private record FaultyProvider(PaymentProvider honest, PlantedFault fault, Set<String> begun)
            implements PaymentProvider {
        private boolean has(PlantedFault planted) {
            return fault == planted;
        }

        private <T> T asking(Supplier<T> question) {
            try {
                return question.get();
            } catch (UpstreamException.Unanswered | UpstreamException.Drifted doubt) {
                throw has(PlantedFault.DOUBT_IS_NOT_DONE)
                        ? new UpstreamException.Unavailable("surely nothing happened", doubt)
                        : doubt;
            }
        }

        @Override
        public Set<Ability> abilities() {
            Set<Ability> abilities = EnumSet.copyOf(honest.abilities());
            if (has(PlantedFault.HIDES_ITS_HOLD)) {
                abilities.remove(Ability.HOLD);
            }
            if (has(PlantedFault.HIDES_WHAT_IT_KNOWS)) {
                abilities.remove(Ability.KNOWN_AT_ONCE);
            }
            return abilities;
        }

        @Override
        public Standing begin(PaymentRequest request) {
            begun.add(request.reference());
            return asking(() -> honest.begin(request));
        }

        @Override
        public Optional<Standing> find(String reference) {
            return has(PlantedFault.REMEMBERS_ONLY) && !begun.contains(reference)
                    ? Optional.empty()
                    : asking(() -> honest.find(reference));
        }

        @Override
        public Standing capture(String reference, Money amount) {
            Money taken =
                    has(PlantedFault.TAKES_ALL)
                            ? honest.find(reference)
                                    .map(Standing::held)
                                    .filter(Money::isPositive)
                                    .orElse(amount)
                            : amount;
            return asking(() -> honest.capture(reference, taken));
        }

        @Override
        public Standing release(String reference) {
            if (has(PlantedFault.LETS_NOTHING_GO)) {
                Standing now = honest.find(reference).orElseThrow();
                Money nothing = Money.zero(now.taken().currency());
                return new Standing(
                        reference,
                        now.providerId(),
                        new State.Closed(),
                        nothing,
                        nothing,
                        nothing,
                        Optional.empty(),
                        now.at());
            }
            return asking(() -> honest.release(reference));
        }

        @Override
        public RefundStanding refund(Refund refund) {
            String name =
                    has(PlantedFault.REFUNDS_ANEW)
                            ? "anew-" + UUID.randomUUID().toString().substring(0, 8)
                            : refund.reference();
            return asking(() ->
                    honest.refund(
                            new Refund(
                                    refund.payment(),
                                    name,
                                    refund.amount(),
                                    refund.total(),
                                    refund.why())));
        }

        @Override
        public Optional<RefundStanding> findRefund(Refund refund) {
            return asking(() -> honest.findRefund(refund));
        }

        @Override
        public Heard hear(Delivery delivery) {
            Heard heard = honest.hear(delivery);
            return has(PlantedFault.HEARS_ANYBODY) && heard instanceof Heard.Forged
                    ? new Heard.Hint("evt_any", "any-reference", "")
                    : heard;
        }
    }

    /** Gives each call another key of idempotency. */
    private record ForgetfulContext(ConnectorContext honest) implements ConnectorContext {
        @Override
        public String connectionId() {
            return honest.connectionId();
        }

        @Override
        public Optional<String> setting(String name) {
            return honest.setting(name);
        }

        @Override
        public Optional<Secret> secret(String name) {
            return honest.secret(name);
        }

        @Override
        public UpstreamHttp http() {
            return call ->
                    honest.http().send(call.method().equals("POST") ? withNewKey(call) : call);
        }

        private static Call withNewKey(Call call) {
            return call.header("Idempotency-Key", UUID.randomUUID().toString());
        }

        @Override
        public List<Document> documents(String settingName) {
            return honest.documents(settingName);
        }

        @Override
        public Clock clock() {
            return honest.clock();
        }

        @Override
        public void pace(Duration between) {
            honest.pace(between);
        }
    }
}
