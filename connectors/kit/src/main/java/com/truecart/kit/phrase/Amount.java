package com.truecart.kit.phrase;

import com.truecart.kit.Prices;
import com.truecart.model.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How amounts are written in texts, and which currencies their signs can mean. */
final class Amount {

    static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,7}(?:\\.\\d{1,2})?";

    private static final String BEFORE =
            "(?:HK|US|NT|MOP|AU|CA|SG|A|C|S)?\\$|[¥€£]|HKD|CNY|RMB|USD|TWD|EUR|GBP|人民币|港币";

    private static final String AFTER = "元|块钱|块|港元|港币|€|HKD|CNY|RMB|USD|TWD|EUR|GBP";

    /** An amount with its sign. */
    static final String SIGNED =
            "(?:(?:"
                    + BEFORE
                    + ")\\s*(?:"
                    + NUMBER
                    + ")元?|(?:"
                    + NUMBER
                    + ")\\s*(?:"
                    + AFTER
                    + "))";

    /** An amount with or without a sign. */
    static final String ANY = "(?:" + BEFORE + ")?\\s*(?:" + NUMBER + ")(?:\\s*(?:" + AFTER + "))?";

    private static final Pattern DIGITS = Pattern.compile(NUMBER);

    private static final Set<String> DOLLARS =
            Set.of("HKD", "USD", "TWD", "MOP", "AUD", "CAD", "SGD", "NZD", "MXN");

    private static final Set<String> YUAN = Set.of("CNY", "HKD", "TWD", "MOP", "SGD");

    private static final Map<String, Set<String>> SIGNS =
            Map.ofEntries(
                    Map.entry("$", DOLLARS),
                    Map.entry("HK$", Set.of("HKD")),
                    Map.entry("US$", Set.of("USD")),
                    Map.entry("NT$", Set.of("TWD")),
                    Map.entry("MOP$", Set.of("MOP")),
                    Map.entry("A$", Set.of("AUD")),
                    Map.entry("AU$", Set.of("AUD")),
                    Map.entry("C$", Set.of("CAD")),
                    Map.entry("CA$", Set.of("CAD")),
                    Map.entry("S$", Set.of("SGD")),
                    Map.entry("SG$", Set.of("SGD")),
                    Map.entry("¥", Set.of("CNY", "JPY")),
                    Map.entry("€", Set.of("EUR")),
                    Map.entry("£", Set.of("GBP")),
                    Map.entry("元", YUAN),
                    Map.entry("块", YUAN),
                    Map.entry("块钱", YUAN),
                    Map.entry("港元", Set.of("HKD")),
                    Map.entry("港币", Set.of("HKD")),
                    Map.entry("人民币", Set.of("CNY")),
                    Map.entry("RMB", Set.of("CNY")));

    private Amount() {}

    /**
     * The amount in the expected currency.
     *
     * @throws IllegalArgumentException where a sign says another currency, or it is nothing
     */
    static Money read(String text, Currency expected) {
        Matcher number = DIGITS.matcher(text);
        if (!number.find()) {
            throw new IllegalArgumentException("no amount in \"" + text + "\"");
        }
        for (String sign :
                List.of(text.substring(0, number.start()), text.substring(number.end()))) {
            String upper = sign.strip().toUpperCase(Locale.ROOT);
            if (!upper.isEmpty()
                    && !SIGNS.getOrDefault(upper, Set.of(upper))
                            .contains(expected.getCurrencyCode())) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not in " + expected.getCurrencyCode());
            }
        }
        Money amount = Prices.major(number.group(), expected);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount of nothing: \"" + text + "\"");
        }
        return amount;
    }
}
