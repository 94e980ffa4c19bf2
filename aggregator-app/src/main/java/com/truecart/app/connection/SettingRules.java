package com.truecart.app.connection;

import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a draft against what its kind needs. */
final class SettingRules {

    private SettingRules() {}

    /**
     * What is to be mended.
     *
     * @param stored the settings on record; empty for a new connection
     * @param keptSecrets the names of the secrets on record
     */
    static List<InvalidConnectionException.Problem> problems(
            ConnectorDescriptor descriptor,
            Map<String, String> settings,
            Map<String, String> stored,
            Set<String> keptSecrets) {
        boolean elsewhere = isElsewhere(descriptor, settings, stored);
        List<InvalidConnectionException.Problem> problems = new ArrayList<>();
        Set<String> known = new HashSet<>();
        known.add(Engines.SETTING);
        for (Setting setting : descriptor.settings()) {
            known.add(setting.name());
            String value = settings.getOrDefault(setting.name(), "").strip();
            boolean kept =
                    setting.type() == Setting.Type.SECRET && keptSecrets.contains(setting.name());
            if (value.isEmpty()) {
                if (kept && elsewhere) {
                    problems.add(
                            new InvalidConnectionException.Problem(
                                    setting.name(),
                                    "must be entered again because the address changed; fill in "
                                            + setting.label()));
                } else if (setting.required() && setting.defaultValue().isEmpty() && !kept) {
                    problems.add(
                            new InvalidConnectionException.Problem(
                                    setting.name(), "is needed; fill in " + setting.label()));
                }
            } else {
                problem(setting, value)
                        .ifPresent(reason ->
                                problems.add(
                                        new InvalidConnectionException.Problem(
                                                setting.name(), reason)));
            }
        }
        Optional.of(settings.getOrDefault(Engines.SETTING, "").strip())
                .filter(name -> !name.isEmpty())
                .flatMap(Engines::problemWith)
                .ifPresent(reason ->
                        problems.add(
                                new InvalidConnectionException.Problem(Engines.SETTING, reason)));
        settings.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name ->
                        problems.add(
                                new InvalidConnectionException.Problem(
                                        name,
                                        "is no setting of "
                                                + descriptor.displayName()
                                                + "; leave it out")));
        return problems;
    }

    /**
     * Whether these settings lead to another address than those on record. Secrets are for the
     * address they were entered with: whoever can change it must not have them sent to another.
     */
    static boolean isElsewhere(
            ConnectorDescriptor descriptor,
            Map<String, String> settings,
            Map<String, String> stored) {
        return descriptor.settings().stream()
                .filter(setting ->
                        setting.type() == Setting.Type.URL
                                || setting.type() == Setting.Type.URL_OR_FOLDER)
                .anyMatch(setting -> !used(setting, settings).equals(used(setting, stored)));
    }

    private static String used(Setting setting, Map<String, String> settings) {
        String value = settings.getOrDefault(setting.name(), "").strip();
        return value.isEmpty() ? setting.defaultValue().orElse("") : value;
    }

    private static Optional<String> problem(Setting setting, String value) {
        return switch (setting.type()) {
            case TEXT, SECRET ->
                    value.length() > 2000
                            ? Optional.of("is longer than 2,000 characters; shorten it")
                            : Optional.empty();
            case URL -> addressProblem(value);
            case URL_OR_FOLDER ->
                    Documents.isAddress(value)
                            ? addressProblem(value)
                            : Documents.problemWithFolder(value)
                                    .map(reason ->
                                            reason + "; name an address or an existing folder");
            case CURRENCY -> currencyProblem(value);
        };
    }

    private static Optional<String> addressProblem(String value) {
        try {
            URI uri = URI.create(value);
            if (!Documents.isAddress(value) || uri.getHost() == null) {
                return Optional.of(
                        "must be a whole http or https address, such as https://shop.example");
            }
            if (uri.getUserInfo() != null) {
                return Optional.of(
                        "must not carry a user name or password; use the secret settings");
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is not an address; write it as https://shop.example/path");
        }
    }

    private static Optional<String> currencyProblem(String value) {
        try {
            Currency.getInstance(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("must be an ISO 4217 code such as HKD, is '" + value + "'");
        }
    }
}
