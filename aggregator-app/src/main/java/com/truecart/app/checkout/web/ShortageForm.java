package com.truecart.app.checkout.web;

import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.order.ShortagePolicy.Choice;
import com.truecart.app.web.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done where a store turns out not to have goods, as asked for; what is absent is as
 * preselected.
 *
 * @param choice the name of a {@link Choice}
 * @param days for how many days to wait; only read where that is chosen
 * @param percent by how many per cent a replacement may be dearer; only read where that is chosen
 */
record ShortageForm(@Nullable String choice, @Nullable Integer days, @Nullable Integer percent) {

    static ShortageForm usual() {
        return new ShortageForm(null, null, null);
    }

    /**
     * @param prefix of the field to name where it cannot be used
     */
    ShortagePolicy policy(String prefix) {
        return switch (chosen(prefix)) {
            case WAIT ->
                    ShortagePolicy.waiting(
                            within(
                                    prefix + "days",
                                    Optional.ofNullable(days).orElse(ShortagePolicy.USUAL_DAYS),
                                    1,
                                    ShortagePolicy.MOST_DAYS));
            case REPLACE ->
                    ShortagePolicy.replacing(
                            within(
                                    prefix + "percent",
                                    Optional.ofNullable(percent).orElse(0),
                                    0,
                                    ShortagePolicy.MOST_PERCENT));
            case CANCEL -> ShortagePolicy.cancelling();
        };
    }

    private Choice chosen(String prefix) {
        String named = choice;
        return named == null
                ? ShortagePolicy.USUAL.choice()
                : Arrays.stream(Choice.values())
                        .filter(one -> one.name().equals(named.strip().toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.badRequest(
                                        prefix + "choice", "must be WAIT, REPLACE or CANCEL"));
    }

    private static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.badRequest(field, "must be a whole number from " + least + " to " + most);
        }
        return value;
    }
}
