package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A condition or an action of a promotion as the shop states it: a code, and arguments that are all
 * text. Whatever an argument is not, is an {@link IllegalArgumentException}.
 */
record Operation(String code, Map<String, String> arguments) {
    Operation {
        arguments = Map.copyOf(arguments);
    }

    static Operation of(Json stated) {
        Map<String, String> arguments = new TreeMap<>();
        stated.list("args")
                .forEach(argument ->
                        arguments.put(
                                argument.text("name"), argument.optionalText("value").orElse("")));
        return new Operation(stated.text("code"), arguments);
    }

    /** A whole number: {@code "minimum": "2"}. */
    int count(String name) {
        return amount(name).intValueExact();
    }

    /** Hundredths: {@code "amount": "1000"}; the shop's own page writes "1000.0" at times. */
    BigDecimal amount(String name) {
        String text = text(name);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + ": is no number: " + text, notANumber);
        }
    }

    /** Parts per million: {@code "discount": "12.5"} is 125,000. */
    long percent(String name) {
        return amount(name).movePointRight(4).longValueExact();
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    /** Ids as JSON inside the text: {@code "facets": "[\"1\",\"2\"]"}. */
    List<String> ids(String name) {
        List<String> ids = new ArrayList<>();
        try {
            for (Json id : Json.parse(text(name)).entries()) {
                ids.add(id.node().isIntegralNumber() ? id.node().asString() : id.asText());
            }
        } catch (Drifted noList) {
            throw new IllegalArgumentException(name + ": is no list of ids: " + text(name), noList);
        }
        return ids;
    }

    private String text(String name) {
        return Optional.ofNullable(arguments.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + ": is not stated"));
    }

    /** For people, where we cannot say it better: "wallet_bonus(percent: 5)". */
    String words() {
        return new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(argument -> argument.getKey() + ": " + argument.getValue())
                        .collect(Collectors.joining(", ", code + "(", ")"));
    }
}
