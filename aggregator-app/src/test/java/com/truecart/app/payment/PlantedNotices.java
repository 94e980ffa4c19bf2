package com.truecart.app.payment;

import com.truecart.app.connection.HostContexts;
import com.truecart.app.vault.Vault;
import com.truecart.app.web.HookAnswer;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.spi.Delivery;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Bugs about what providers tell us, to be planted into the application, one or both. */
public class PlantedNotices {
    /** The rules that can be broken. */
    public static final List<String> BUGS = List.of("believed-notices", "unchecked-signatures");

    /** Takes a notification's word for where the payment stands, and does not look it up. */
    @Bean("paymentHooks")
    @ConditionalOnExpression("'${plant:}'.contains('believed-notices')")
    PaymentHooks believing(
            PaymentAccounts accounts,
            PaymentRecord record,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        return new Believing(accounts, record, jdbc, transaction, clock);
    }

    /** Hears whoever names a payment of ours. */
    @Bean("jdbcPaymentAccounts")
    @ConditionalOnExpression("'${plant:}'.contains('unchecked-signatures')")
    JdbcPaymentAccounts credulous(
            JdbcClient jdbc, PaymentKinds kinds, HostContexts contexts, Vault vault, Clock clock) {
        return new JdbcPaymentAccounts(jdbc, kinds, contexts, vault, clock) {
            @Override
            public PaymentProvider open(String id) {
                return new Credulous(super.open(id));
            }
        };
    }

    private static final class Believing extends PaymentHooks {
        private static final Pattern HELD = Pattern.compile("\"status\":\"requires_capture\"");
        private final PaymentAccounts accounts;
        private final JdbcClient jdbc;

        Believing(
                PaymentAccounts accounts,
                PaymentRecord record,
                JdbcClient jdbc,
                TransactionTemplate transaction,
                Clock clock) {
            super(accounts, record, jdbc, transaction, clock);
            this.accounts = accounts;
            this.jdbc = jdbc;
        }

        @Override
        public HookAnswer take(String account, Delivery delivery) {
            if (isOpen(account)
                    && HELD.matcher(delivery.body()).find()
                    && accounts.open(account).hear(delivery) instanceof Heard.Hint hint) {
                jdbc.sql(
                                """
                                update payment set state = 'held', details = jsonb_build_object('since', now()), version = version + 1
                                where reference = :reference
                                """)
                        .param("reference", hint.reference())
                        .update();
                return new HookAnswer.Taken(hint.answer());
            }
            return super.take(account, delivery);
        }
    }

    private static final class Credulous extends DelegatingProvider {
        private static final Pattern OURS = Pattern.compile("tc[-_][a-z0-9]{18}");

        Credulous(PaymentProvider provider) {
            super(provider);
        }

        @Override
        public Heard hear(Delivery delivery) {
            Heard heard = super.hear(delivery);
            Matcher named = OURS.matcher(delivery.body());
            return heard instanceof Heard.Forged && named.find()
                    ? new Heard.Hint(
                            Integer.toString(delivery.body().hashCode()),
                            named.group().replace('_', '-'),
                            "success")
                    : heard;
        }
    }
}
