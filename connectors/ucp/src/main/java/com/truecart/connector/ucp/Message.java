package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of {@code messages[]}.
 *
 * @param type error, warning or info
 * @param path the JSONPath of what it is about
 */
record Message(String type, String code, Optional<String> path, String content) {
    private static final Pattern LINE = Pattern.compile("\\$\\.line_items\\[(\\d{1,4})].*");
    private static final Pattern CODE = Pattern.compile("\\$\\.discounts\\.codes\\[(\\d{1,4})].*");
    private static final int LONGEST = 300;

    static List<Message> of(Json body) {
        return body.optionalList("messages").stream()
                .map(message -> {
                    String code = message.optionalText("code").orElse("");
                    return new Message(
                            message.text("type"),
                            code,
                            message.optionalText("path"),
                            PlainText.of(message.optionalText("content").orElse(code), LONGEST));
                })
                .toList();
    }

    boolean isError() {
        return type.equals("error");
    }

    /** Which line of the request it is about. */
    OptionalInt line() {
        return index(LINE);
    }

    /** Which code of the request it is about. */
    OptionalInt discountCode() {
        return index(CODE);
    }

    private OptionalInt index(Pattern pattern) {
        Matcher matcher = pattern.matcher(path.orElse(""));
        return matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }
}
