package com.truecart.app.pipeline.web;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.ConnectionDraft;
import com.truecart.app.connection.Engines;
import com.truecart.app.web.Problem;
import com.truecart.app.web.TypedMoney;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Setting;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a connection: what is typed, as it was typed.
 *
 * @param fields one per setting of the kind
 * @param engine the name of the profile its stores are worked out by; empty for the kind's own
 * @param kindsEngine what the kind says
 */
public record ConnectionForm(
        String id,
        String kind,
        String name,
        String nameZh,
        String pullEveryMinutes,
        boolean enabled,
        String deliveryFee,
        String deliveryFreeFrom,
        String deliveryCurrency,
        String leastOrder,
        String arrivesWithinDays,
        List<Field> fields,
        String engine,
        EngineProfile kindsEngine) {

    /** What can be chosen. */
    public List<EngineProfile> engines() {
        return EngineProfiles.ALL_PROFILES;
    }

    /** Whether a name stands there that no profile has; it is shown, so that it can be mended. */
    public boolean isEngineUnknown() {
        return !engine.isEmpty() && EngineProfiles.named(engine).isEmpty();
    }

    /**
     * One setting.
     *
     * @param value empty for secrets, which are never shown
     * @param filled whether a secret is on record
     */
    public record Field(Setting setting, String value, boolean filled) {
        public boolean isSecret() {
            return setting.type() == Setting.Type.SECRET;
        }

        public String name() {
            return "setting." + setting.name();
        }
    }

    static ConnectionForm blank(ConnectorDescriptor kind) {
        return new ConnectionForm(
                "",
                kind.kind(),
                "",
                "",
                "60",
                true,
                "",
                "",
                "HKD",
                "",
                "",
                kind.settings().stream()
                        .map(setting ->
                                new Field(setting, setting.defaultValue().orElse(""), false))
                        .toList(),
                "",
                Engines.of(kind));
    }

    static ConnectionForm of(
            Connection connection,
            List<Setting> settings,
            EngineProfile kindsEngine,
            Set<String> filledSecrets) {
        Map<String, String> names = connection.name().byLanguage();
        return new ConnectionForm(
                connection.id(),
                connection.kind(),
                names.getOrDefault("en", connection.name().in(java.util.Locale.ENGLISH)),
                names.getOrDefault("zh-Hant", ""),
                Long.toString(Math.max(1, connection.pullEvery().toMinutes())),
                connection.enabled(),
                connection.delivery().map(terms -> plain(terms.fee())).orElse(""),
                connection
                        .delivery()
                        .flatMap(DeliveryTerms::freeFrom)
                        .map(ConnectionForm::plain)
                        .orElse(""),
                connection
                        .delivery()
                        .map(terms -> terms.fee().currency())
                        .or(() -> connection.orders().minimum().map(Money::currency))
                        .map(Currency::getCurrencyCode)
                        .orElse("HKD"),
                connection.orders().minimum().map(ConnectionForm::plain).orElse(""),
                connection.orders().arrivesWithinDays().isPresent()
                        ? Integer.toString(connection.orders().arrivesWithinDays().getAsInt())
                        : "",
                settings.stream()
                        .map(setting ->
                                new Field(
                                        setting,
                                        connection.settings().getOrDefault(setting.name(), ""),
                                        filledSecrets.contains(setting.name())))
                        .toList(),
                Engines.set(connection).orElse(""),
                kindsEngine);
    }

    /** What was sent, over the settings of the kind. */
    static ConnectionForm sent(
            Map<String, String> values, ConnectorDescriptor kind, Set<String> filled) {
        return new ConnectionForm(
                values.getOrDefault("id", "").strip(),
                kind.kind(),
                values.getOrDefault("name", "").strip(),
                values.getOrDefault("nameZh", "").strip(),
                values.getOrDefault("pullEveryMinutes", "60").strip(),
                values.containsKey("enabled"),
                values.getOrDefault("deliveryFee", "").strip(),
                values.getOrDefault("deliveryFreeFrom", "").strip(),
                values.getOrDefault("deliveryCurrency", "HKD").strip(),
                values.getOrDefault("leastOrder", "").strip(),
                values.getOrDefault("arrivesWithinDays", "").strip(),
                kind.settings().stream()
                        .map(setting ->
                                new Field(
                                        setting,
                                        values.getOrDefault("setting." + setting.name(), "")
                                                .strip(),
                                        filled.contains(setting.name())))
                        .toList(),
                values.getOrDefault("engine", "").strip(),
                Engines.of(kind));
    }

    /**
     * The draft this form says.
     *
     * @throws org.springframework.web.ErrorResponseException where a number cannot be read, naming
     *     the field
     */
    ConnectionDraft draft() {
        if (name.isEmpty()) {
            throw Problem.badRequest("name", "must not be empty");
        }
        return new ConnectionDraft(
                id,
                kind,
                Localized.of("en", name).and("zh-Hant", nameZh),
                settings(),
                delivery(),
                Duration.ofMinutes(number("pullEveryMinutes", pullEveryMinutes)),
                enabled,
                orders());
    }

    /** What is filled in, by the names of the settings. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        fields.stream()
                .filter(field -> !field.value().isEmpty())
                .forEach(field -> settings.put(field.setting().name(), field.value()));
        if (!engine.isEmpty()) {
            settings.put(Engines.SETTING, engine);
        }
        return settings;
    }

    private OrderTerms orders() {
        OrderTerms terms = OrderTerms.NONE;
        if (!leastOrder.isEmpty()) {
            terms = terms.from(money("leastOrder", leastOrder));
        }
        if (!arrivesWithinDays.isEmpty()) {
            if (!arrivesWithinDays.matches("\\d{1,3}")
                    || Integer.parseInt(arrivesWithinDays) > OrderTerms.MOST_DAYS) {
                throw Problem.badRequest(
                        "arrivesWithinDays",
                        "must be a whole number of days from 0 to " + OrderTerms.MOST_DAYS);
            }
            terms = terms.within(Integer.parseInt(arrivesWithinDays));
        }
        return terms;
    }

    private Optional<DeliveryTerms> delivery() {
        if (deliveryFee.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DeliveryTerms(
                        money("deliveryFee", deliveryFee),
                        deliveryFreeFrom.isEmpty()
                                ? Optional.empty()
                                : Optional.of(money("deliveryFreeFrom", deliveryFreeFrom))));
    }

    private Money money(String field, String amount) {
        return TypedMoney.of(field, amount, deliveryCurrency);
    }

    private static long number(String field, String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Problem.badRequest(field, "must be a whole number of minutes from 1 on");
        }
        return Long.parseLong(text);
    }

    private static String plain(Money money) {
        return money.major().toPlainString();
    }
}
