package com.truecart.app.payment;

import com.truecart.app.connection.HostContexts;
import com.truecart.app.vault.Vault;
import com.truecart.model.Localized;
import com.truecart.payment.PaymentKind;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.Budget;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;

/** The table {@code payment_account}; secrets lie in it encrypted. */
@Service
class JdbcPaymentAccounts implements PaymentAccounts, PaymentAccountDesk {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Of all these providers the least: Stripe takes 25 calls a second of one resource. */
    private static final Budget BUDGET =
            new Budget(25, 8, Duration.ofSeconds(15), 8L << 20, 8L << 20);

    private final JdbcClient jdbc;
    private final PaymentKinds kinds;
    private final HostContexts contexts;
    private final Vault vault;
    private final Clock clock;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    JdbcPaymentAccounts(
            JdbcClient jdbc, PaymentKinds kinds, HostContexts contexts, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.contexts = contexts;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public List<PaymentAccount> all() {
        return jdbc.sql("select * from payment_account order by id")
                .query(JdbcPaymentAccounts::account)
                .list();
    }

    @Override
    public Optional<PaymentAccount> find(String id) {
        return jdbc.sql("select * from payment_account where id = :id")
                .param("id", id)
                .query(JdbcPaymentAccounts::account)
                .optional();
    }

    @Override
    public List<PaymentAccount> offered(Currency currency) {
        return all().stream()
                .filter(PaymentAccount::enabled)
                .filter(account ->
                        kinds.find(account.kind())
                                .map(PaymentKind::currencies)
                                .filter(taken -> taken.isEmpty() || taken.contains(currency))
                                .isPresent())
                .toList();
    }

    @Override
    public PaymentProvider open(String id) {
        PaymentAccount account =
                find(id).orElseThrow(() ->
                        new UpstreamException.Misconfigured("account", id + " is gone"));
        Instant changed =
                jdbc.sql("select changed_at from payment_account where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                        .single();
        return opened.compute(
                        id,
                        (_, known) ->
                                known != null && known.changed().equals(changed)
                                        ? known
                                        : new Opened(changed, open(account, secrets(id))))
                .provider();
    }

    /** An account stays open, as some kinds remember what they looked up, until it is changed. */
    private record Opened(Instant changed, PaymentProvider provider) {}

    private PaymentProvider open(PaymentAccount account, Map<String, String> secrets) {
        PaymentKind kind = kindOf(account);
        return kind.open(
                contexts.open(
                        "payment-" + account.id(),
                        BUDGET,
                        kind.settings(),
                        account.settings(),
                        secrets));
    }

    private PaymentKind kindOf(PaymentAccount account) {
        return kinds.find(account.kind())
                .orElseThrow(() ->
                        new UpstreamException.Misconfigured(
                                "kind", "names '" + account.kind() + "', which is not installed"));
    }

    @Override
    public void save(PaymentAccount account, Map<String, String> secrets) {
        PaymentKind kind = kindOf(account);
        Map<String, String> all =
                new HashMap<>(isElsewhere(account, kind) ? Map.of() : secrets(account.id()));
        all.putAll(secrets);
        for (Setting setting : kind.settings()) {
            boolean filled =
                    setting.type() == Setting.Type.SECRET
                            ? all.containsKey(setting.name())
                            : account.settings().containsKey(setting.name())
                                    || setting.defaultValue().isPresent();
            if (setting.required() && !filled) {
                throw new UpstreamException.Misconfigured(setting.name(), "is needed");
            }
        }
        open(account, all);
        jdbc.sql(
                        """
                        insert into payment_account (id, kind, name, settings, secrets, enabled, changed_at)
                        values (:id, :kind, :name::jsonb, :settings::jsonb, :secrets, :enabled, :now)
                        on conflict (id) do update set name = excluded.name, settings = excluded.settings,
                            secrets = excluded.secrets, enabled = excluded.enabled, changed_at = excluded.changed_at
                        """)
                .param("id", account.id())
                .param("kind", account.kind())
                .param("name", PaymentJson.MAPPER.writeValueAsString(account.name().byLanguage()))
                .param("settings", PaymentJson.MAPPER.writeValueAsString(account.settings()))
                .param(
                        "secrets",
                        all.isEmpty()
                                ? null
                                : vault.seal(
                                        PaymentJson.MAPPER.writeValueAsString(all),
                                        place(account.id())),
                        Types.BINARY)
                .param("enabled", account.enabled())
                .param("now", PaymentRecord.utc(clock.instant()))
                .update();
        contexts.forget("payment-" + account.id());
    }

    @Override
    public Set<String> filledSecrets(String id) {
        return new TreeSet<>(secrets(id).keySet());
    }

    /** Secrets are for the address they were entered with, and for no other. */
    private boolean isElsewhere(PaymentAccount account, PaymentKind kind) {
        Map<String, String> present =
                find(account.id()).map(PaymentAccount::settings).orElse(Map.of());
        return kind.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.URL)
                .anyMatch(setting ->
                        !used(setting, account.settings()).equals(used(setting, present)));
    }

    private static String used(Setting setting, Map<String, String> settings) {
        return settings.getOrDefault(setting.name(), setting.defaultValue().orElse(""));
    }

    private Map<String, String> secrets(String id) {
        return jdbc.sql(
                        "select secrets from payment_account where id = :id and secrets is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(sealed -> PaymentJson.MAPPER.readValue(vault.open(sealed, place(id)), TEXTS))
                .orElse(Map.of());
    }

    private static PaymentAccount account(ResultSet row, int number) throws SQLException {
        return new PaymentAccount(
                row.getString("id"),
                row.getString("kind"),
                new Localized(texts(row.getString("name"))),
                texts(row.getString("settings")),
                row.getBoolean("enabled"));
    }

    private static Map<String, String> texts(@Nullable String json) {
        return PaymentJson.MAPPER.readValue(String.valueOf(json), TEXTS);
    }

    private static String place(String id) {
        return "payment_account.secrets/" + id;
    }
}
