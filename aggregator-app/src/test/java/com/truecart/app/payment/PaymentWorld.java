package com.truecart.app.payment;

import com.truecart.model.Localized;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The payment feature for tests of orders, on their database; nothing moves by itself. */
public final class PaymentWorld {
    private static final URI HERE = URI.create("http://localhost/");

    /** What may be done with the money: the real rule, or a planted bug. */
    public enum Rule {
        REAL,
        CAPTURES_ALL_THAT_IS_HELD,
        KEEPS_WHAT_IS_TOO_MUCH,
        DOES_NOT_WAIT_FOR_DOUBT
    }

    private final AnnotationConfigApplicationContext context;

    private PaymentWorld(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    /**
     * Adds the feature to a context that has a database, a clock and {@link PaidOrders}.
     *
     * @param providers by the id of their account
     */
    public static PaymentWorld in(
            AnnotationConfigApplicationContext context,
            Map<String, PaymentProvider> providers,
            Rule rule) {
        context.registerBean(
                PaymentSettings.class, () -> new PaymentSettings(Duration.ofMinutes(30)));
        context.registerBean(PaymentAccounts.class, () -> new Fixed(new TreeMap<>(providers)));
        context.registerBean(
                MoveRecord.class,
                () ->
                        new MoveRecord(
                                context.getBean(JdbcClient.class),
                                context.getBean(TransactionTemplate.class),
                                context.getBean(PaymentEvents.class),
                                rule(rule)));
        context.register(
                Bills.class,
                PaymentEvents.class,
                PaymentRecord.class,
                Mover.class,
                PaymentDesk.class,
                PaymentHooks.class,
                Payments.class);
        return new PaymentWorld(context);
    }

    /** Puts the accounts on record, which tries refer to. */
    public void openAccounts(Map<String, PaymentProvider> providers) {
        providers
                .keySet()
                .forEach(id ->
                        context.getBean(JdbcClient.class)
                                .sql(
                                        """
                                        insert into payment_account (id, kind, name, settings, enabled, changed_at)
                                        values (:id, 'fake', '{}', '{}', true, now())
                                        """)
                                .param("id", id)
                                .update());
    }

    public Payments payments() {
        return context.getBean(Payments.class);
    }

    public PaymentHooks hooks() {
        return context.getBean(PaymentHooks.class);
    }

    /** The shopper chooses this account. */
    public boolean pay(UUID order, String account) {
        return payments().pay(order, account, HERE, HERE.resolve("/hooks/payments"));
    }

    public PaymentView view(UUID order) {
        return payments().of(order).orElseThrow();
    }

    /** One step for each try that is due. */
    public List<String> due() {
        return desk().due(50);
    }

    public void advance(String reference) {
        desk().advance(reference);
    }

    public void lapse() {
        desk().lapse(100);
    }

    /** When the next thing is due. */
    public Optional<Instant> nextDue() {
        return context.getBean(JdbcClient.class)
                .sql(
                        """
                        select least((select min(next_check_at) from payment),
                                     (select min(case when until > :now then until else until + :grace * interval '1 second' end)
                                      from bill where state = 'open')) as next
                        """)
                .param("now", PaymentRecord.utc(context.getBean(Clock.class).instant()))
                .param("grace", PaymentDesk.GRACE.toSeconds())
                .query((row, _) ->
                        Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                .single();
    }

    /** What happened to an order's tries, by kind, in order. */
    public List<String> events(UUID order) {
        return context.getBean(PaymentEvents.class).ofOrder(order).stream()
                .map(PaymentHappening::kind)
                .toList();
    }

    /** A provider says something about this try. */
    public static Delivery notice(String event, String reference, String signature) {
        return new Delivery(
                "POST",
                HERE,
                Map.of("x-signature", List.of(signature), "x-event", List.of(event)),
                reference,
                Instant.EPOCH);
    }

    private PaymentDesk desk() {
        return context.getBean(PaymentDesk.class);
    }

    private static NextMove rule(Rule rule) {
        return switch (rule) {
            case REAL -> new NextMove();
            case CAPTURES_ALL_THAT_IS_HELD -> new CapturesAllThatIsHeld();
            case KEEPS_WHAT_IS_TOO_MUCH -> new KeepsWhatIsTooMuch();
            case DOES_NOT_WAIT_FOR_DOUBT -> new DoesNotWaitForDoubt();
        };
    }

    private static final class CapturesAllThatIsHeld extends NextMove {
        @Override
        Todo of(Payment payment, Asked asked, Due due, Instant now) {
            Todo todo = super.of(payment, asked, due, now);
            return todo instanceof Todo.Capture ? new Todo.Capture(payment.held(), false) : todo;
        }
    }

    private static final class KeepsWhatIsTooMuch extends NextMove {
        @Override
        Todo of(Payment payment, Asked asked, Due due, Instant now) {
            Todo todo = super.of(payment, asked, due, now);
            return todo instanceof Todo.GiveBack ? new Todo.Wait(Optional.empty()) : todo;
        }
    }

    private static final class DoesNotWaitForDoubt extends NextMove {
        @Override
        Todo of(Payment payment, Asked asked, Due due, Instant now) {
            return super.of(payment, asked, new Due(due.atLeast(), due.atLeast()), now);
        }
    }

    private record Fixed(Map<String, PaymentProvider> providers) implements PaymentAccounts {
        @Override
        public Optional<PaymentAccount> find(String id) {
            return Optional.ofNullable(providers.get(id)).map(_ -> account(id));
        }

        @Override
        public List<PaymentAccount> offered(Currency currency) {
            return providers.keySet().stream().map(Fixed::account).toList();
        }

        @Override
        public PaymentProvider open(String id) {
            return Optional.ofNullable(providers.get(id))
                    .orElseThrow(() -> new UpstreamException.Misconfigured("account", "is gone"));
        }

        private static PaymentAccount account(String id) {
            return new PaymentAccount(id, "fake", Localized.of("en", id), Map.of(), true);
        }
    }
}
