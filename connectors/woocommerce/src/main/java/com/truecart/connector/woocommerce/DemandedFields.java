package com.truecart.connector.woocommerce;

import com.truecart.connector.woocommerce.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a refusal says of single fields. WooCommerce names them in {@code data}: {@code params} is a
 * list of names where something is missing as a whole, and otherwise sentences by parameter; {@code
 * details} says the same with the key of the field. Pure.
 */
final class DemandedFields {
    private static final int LONGEST = 300;

    private DemandedFields() {}

    /**
     * What the shop demands beyond what a shopper is asked for here, each with the shop's words and
     * the field's name; empty where the refusal is about something else.
     */
    static Optional<String> of(Answer.Refusal refusal) {
        Optional<Json> facts = refusal.body().optional("data").filter(DemandedFields::isObject);
        Set<String> demanded = new LinkedHashSet<>();
        if (refusal.code().equals("woocommerce_required_checkout_field")) {
            demanded.add(named(refusal.message(), facts.flatMap(DemandedFields::key)));
        }
        for (Json detail : details(facts)) {
            if (detail.optionalText("code").orElse("").contains("required_checkout_field")) {
                demanded.add(
                        named(
                                detail.optionalText("message").orElse(""),
                                detail.optional("data")
                                        .filter(DemandedFields::isObject)
                                        .flatMap(DemandedFields::key)));
            }
        }
        if (demanded.isEmpty()) {
            facts.map(DemandedFields::params).orElse(List.of()).stream()
                    .filter(DemandedFields::isOfAnExtension)
                    .forEach(demanded::add);
        }
        return demanded.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the shop demands a field that cannot be filled in from here: "
                                + String.join("; ", demanded));
    }

    /** All it says of its parameters, for a refusal whose own message only counts them. */
    static String sentences(Answer.Refusal refusal) {
        return refusal
                .body()
                .optional("data")
                .filter(DemandedFields::isObject)
                .map(DemandedFields::params)
                .orElse(List.of())
                .stream()
                .collect(Collectors.joining("; "));
    }

    private static boolean isOfAnExtension(String parameter) {
        return parameter.startsWith("extensions") || parameter.startsWith("additional_fields");
    }

    private static List<Json> details(Optional<Json> facts) {
        Optional<Json> details =
                facts.flatMap(found -> found.optional("details")).filter(DemandedFields::isObject);
        return details.stream()
                .flatMap(found -> found.fields().stream().map(found::at))
                .filter(DemandedFields::isObject)
                .toList();
    }

    /** "name: sentence", or the name alone where no more is said. */
    private static List<String> params(Json facts) {
        Optional<Json> params = facts.optional("params");
        List<String> named = new ArrayList<>();
        if (params.isPresent() && params.get().node().isArray()) {
            params.get().entries().forEach(name -> named.add(plain(name.asText())));
        } else if (params.isPresent() && isObject(params.get())) {
            for (String name : params.get().fields()) {
                named.add(plain(name + ": " + params.get().optionalText(name).orElse("")));
            }
        }
        return named;
    }

    private static Optional<String> key(Json facts) {
        return facts.optionalText("key").or(() -> facts.optionalText("field"));
    }

    private static String named(String sentence, Optional<String> key) {
        String words = plain(sentence);
        return key.filter(name -> !words.contains(name))
                .map(name -> words + " (" + plain(name) + ")")
                .orElse(words);
    }

    private static boolean isObject(Json json) {
        return json.node().isObject();
    }

    private static String plain(String text) {
        return PlainText.of(text, LONGEST);
    }
}
