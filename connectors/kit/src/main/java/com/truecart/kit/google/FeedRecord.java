package com.truecart.kit.google;

import com.truecart.kit.Prices;
import com.truecart.kit.Row;
import com.truecart.kit.XmlElement;
import com.truecart.model.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record of a feed, whichever of the two forms the feed has; attributes by Google's names
 * ("sale_price").
 */
public sealed interface FeedRecord {

    /** The attribute's value where it is stated; of several the first. */
    Optional<String> text(String attribute);

    /**
     * All values of an attribute that may be repeated: as elements, or in one field set off by
     * commas.
     */
    List<String> list(String attribute);

    /** Where it stands, for people who must find it. */
    String place();

    /** The facts of {@code product_detail}, in the order they are stated. */
    List<Detail> details();

    /** One further fact of a product ("Colour", "black"). */
    record Detail(String name, String value) {}

    /** A row of a tab-separated feed. */
    record Line(String place, Row row) implements FeedRecord {
        @Override
        public Optional<String> text(String attribute) {
            return row.text(attribute);
        }

        @Override
        public List<String> list(String attribute) {
            return row.text(attribute).map(FeedRecord::split).orElse(List.of());
        }

        /** "section:name:value"; the value may hold colons and commas of its own. */
        @Override
        public List<Detail> details() {
            String[] parts = row.text("product_detail").orElse("").split(":", 3);
            return parts.length == 3
                    ? List.of(new Detail(parts[1].strip(), parts[2].strip()))
                    : List.of();
        }
    }

    /** An element of an XML feed. */
    record Element(String place, XmlElement element) implements FeedRecord {
        @Override
        public Optional<String> text(String attribute) {
            return element.text(attribute)
                    // Atom writes <link href="…"/>
                    .or(() ->
                            element.children(attribute).stream()
                                    .flatMap(child -> child.attribute("href").stream())
                                    .findFirst());
        }

        @Override
        public List<String> list(String attribute) {
            return element.texts(attribute).stream().flatMap(text -> split(text).stream()).toList();
        }

        @Override
        public List<Detail> details() {
            return element.children("product_detail").stream()
                    .filter(detail ->
                            detail.text("attribute_name").isPresent()
                                    && detail.text("attribute_value").isPresent())
                    .map(detail ->
                            new Detail(
                                    detail.text("attribute_name").get(),
                                    detail.text("attribute_value").get()))
                    .toList();
        }
    }

    /**
     * An amount such as "15.00 USD".
     *
     * @param assumed the currency where the feed names none
     * @throws IllegalArgumentException beginning with the attribute
     */
    default Optional<Money> money(String attribute, Optional<Currency> assumed) {
        return text(attribute).map(text -> Amounts.parse(attribute, text, assumed));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Amounts with their currency; kept apart because an interface has no private constants. */
    final class Amounts {
        private static final Pattern CODE = Pattern.compile("(?i)\\b([A-Z]{3})\\b");

        private Amounts() {}

        static Money parse(String attribute, String text, Optional<Currency> assumed) {
            Matcher code = CODE.matcher(text);
            try {
                Currency currency =
                        code.find()
                                ? Currency.getInstance(code.group(1).toUpperCase(Locale.ROOT))
                                : assumed.orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "expected a price with a currency such as"
                                                        + " \"15.00 USD\", found \""
                                                        + text
                                                        + "\""));
                return Prices.major(text, currency);
            } catch (IllegalArgumentException problem) {
                String reason =
                        problem.getMessage() == null
                                ? "expected an ISO 4217 currency code, found \"" + text + "\""
                                : problem.getMessage();
                throw new IllegalArgumentException(attribute + ": " + reason, problem);
            }
        }
    }
}
