package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.ClaimKind;
import com.truecart.app.aftersales.ClaimReason;
import com.truecart.app.aftersales.Claims.Wish;
import com.truecart.app.order.SoldParts.SoldLine;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.web.Problem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A wish as it comes from the form: kind, reason, words, and how many units of each line.
 *
 * @param units by line number, as typed
 */
public record ClaimForm(
        ClaimKind kind, ClaimReason reason, Map<Integer, Integer> units, String words) {
    public ClaimForm {
        units = Map.copyOf(units);
    }

    /** The form before anything is filled in: every unit of the only line, else none. */
    static ClaimForm blank(SoldPart part, ClaimKind first) {
        return new ClaimForm(
                first,
                ClaimReason.OTHER,
                part.lines().size() == 1 ? Map.of(part.lines().getFirst().line(), 1) : Map.of(),
                "");
    }

    /**
     * What was sent.
     *
     * @throws org.springframework.web.ErrorResponseException where a field is no such thing
     */
    static ClaimForm of(SoldPart part, Map<String, String> sent) {
        Map<Integer, Integer> units = new HashMap<>();
        for (SoldLine line : part.lines()) {
            int some = number(sent.getOrDefault("units-" + line.line(), ""));
            if (some > 0) {
                units.put(line.line(), some);
            }
        }
        return new ClaimForm(
                one(ClaimKind.class, "kind", sent),
                one(ClaimReason.class, "reason", sent),
                units,
                sent.getOrDefault("words", ""));
    }

    Wish wish() {
        return new Wish(kind, reason, units, words);
    }

    private static <E extends Enum<E>> E one(
            Class<E> type, String field, Map<String, String> sent) {
        String value = sent.getOrDefault(field, "");
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest(field, "must be one of the form's, is '" + value + "'");
        }
    }

    private static int number(String typed) {
        if (typed.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException _) {
            throw Problem.badRequest("units", "must be a whole number, is '" + typed + "'");
        }
    }
}
