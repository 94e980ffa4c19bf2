package com.truecart.app.compare.web;

import com.truecart.app.web.Problem;
import com.truecart.pricing.CartLine;
import java.text.Normalizer;
import org.springframework.web.ErrorResponseException;

/**
 * How many units are asked about, as it stands in the address.
 *
 * @param typed what stood there
 * @param units what is answered for: one where nothing usable stood there
 */
record AskedQuantity(String typed, int units, boolean isUsable) {

    static AskedQuantity read(String typed) {
        // a Chinese keyboard types full-width digits
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return new AskedQuantity("1", 1, true);
        }
        return plain.matches("[1-9][0-9]{0,2}")
                ? new AskedQuantity(plain, Integer.parseInt(plain), true)
                : new AskedQuantity(typed, 1, false);
    }

    /** The refusal of what cannot be used, for programs. */
    ErrorResponseException refusal() {
        return Problem.badRequest(
                "quantity",
                "must be a whole number from 1 to "
                        + CartLine.MOST_UNITS
                        + ", is '"
                        + typed
                        + "'; leave it out for 1");
    }
}
