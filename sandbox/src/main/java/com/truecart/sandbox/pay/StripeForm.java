package com.truecart.sandbox.pay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the forms Stripe takes. */
final class StripeForm {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");
    private static final Pattern METADATA =
            Pattern.compile("(payment_intent_data\\[metadata]|metadata)\\[[^\\]]{1,40}]");
    private static final Pattern EXPAND = Pattern.compile("expand\\[\\d*]");

    private StripeForm() {}

    /** Refuses what Stripe does not know. */
    static void known(Map<String, String> fields, Set<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)
                    && !METADATA.matcher(name).matches()
                    && !EXPAND.matcher(name).matches()) {
                throw StripeRefusal.fields(
                        "parameter_unknown", "Received unknown parameter: " + name);
            }
        }
    }

    static String required(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw StripeRefusal.fields(
                    "parameter_missing", "Missing required param: " + name + ".");
        }
        return value;
    }

    static long whole(Map<String, String> fields, String name) {
        String value = required(fields, name);
        if (!WHOLE.matcher(value).matches()) {
            throw StripeRefusal.fields("parameter_invalid_integer", "Invalid integer: " + value);
        }
        return Long.parseLong(value);
    }

    /** The fields {@code name[key]}, by key. */
    static Map<String, String> under(Map<String, String> fields, String name) {
        Map<String, String> found = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(name + "[") && field.endsWith("]")) {
                String key = field.substring(name.length() + 1, field.length() - 1);
                if (!key.contains("[")) {
                    found.put(key, value);
                }
            }
        });
        return found;
    }

    /** What is to be shown whole and not by its id. */
    static boolean expands(Map<String, String> fields, String path) {
        return fields.entrySet().stream()
                .anyMatch(field ->
                        EXPAND.matcher(field.getKey()).matches()
                                && (field.getValue().equals(path)
                                        || field.getValue().startsWith(path + ".")));
    }
}
