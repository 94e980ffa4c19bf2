package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.spi.OrderLine;
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
 * @param severity of an error, what can be done about it
 * @param presentation of a warning, how it must be shown
 */
record Message(
        String type,
        String code,
        Optional<String> path,
        String content,
        Optional<String> severity,
        Optional<String> presentation) {
    private static final Pattern LINE = Pattern.compile("\\$\\.line_items\\[(\\d{1,4})].*");
    private static final Pattern CODE = Pattern.compile("\\$\\.discounts\\.codes\\[(\\d{1,4})].*");
    private static final String REFUSED_CODE = "discount_code_";
    private static final int LONGEST = 300;

    static List<Message> of(Json body) {
        return body.optionalList("messages").stream()
                .map(message -> {
                    String code = message.optionalText("code").orElse("");
                    return new Message(
                            message.text("type"),
                            code,
                            message.optionalText("path"),
                            PlainText.of(message.optionalText("content").orElse(code), LONGEST),
                            message.optionalText("severity"),
                            message.optionalText("presentation"));
                })
                .toList();
    }

    static Message error(String code, String content, Optional<String> path) {
        return new Message("error", code, path, content, Optional.empty(), Optional.empty());
    }

    boolean isError() {
        return type.equals("error");
    }

    /** Whether only the buyer can settle it, at the business itself. */
    boolean isForTheBuyer() {
        return isError() && severity.orElse("").startsWith("requires_buyer");
    }

    /** Whether it is one of the protocol's standard errors, none of which goes with an order. */
    boolean isAboutThePurchase() {
        return switch (code) {
            case "not_found",
                    "missing",
                    "out_of_stock",
                    "item_unavailable",
                    "address_undeliverable",
                    "payment_failed",
                    "eligibility_invalid",
                    "identity_required",
                    "insufficient_scope" ->
                    isError();
            default -> false;
        };
    }

    /** Whether there are too few of something. */
    boolean isAboutStock() {
        return isError() && code.equals("out_of_stock");
    }

    boolean isWarning() {
        return type.equals("warning");
    }

    /** Whether it says why a code was not applied. */
    boolean isAboutACode() {
        return isWarning() && code.startsWith(REFUSED_CODE);
    }

    /** Why a code was not applied, in words also where the business only names the reason. */
    String whyTheCodeIsRefused() {
        if (!content.equals(code)) {
            return content;
        }
        return switch (code) {
            case REFUSED_CODE + "expired" -> "it is over";
            case REFUSED_CODE + "invalid" -> "the shop does not know it";
            case REFUSED_CODE + "already_applied" -> "it is applied already";
            case REFUSED_CODE + "combination_disallowed" -> "it does not go with the others";
            case REFUSED_CODE + "user_not_logged_in" -> "only for customers who are logged in";
            case REFUSED_CODE + "user_ineligible" -> "not for this customer";
            default -> content;
        };
    }

    /** Whether it must be shown beside what it is about, and stay. */
    boolean isDisclosure() {
        return isWarning() && presentation.orElse("").equals("disclosure");
    }

    /** The listing of the request's line it is about. */
    Optional<String> listing(List<OrderLine> lines) {
        int line = index(LINE).orElse(-1);
        return line >= 0 && line < lines.size()
                ? Optional.of(lines.get(line).upstreamId())
                : Optional.empty();
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
