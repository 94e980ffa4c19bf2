package com.truecart.kit.phrase;

import com.truecart.kit.Prices;
import com.truecart.model.Money;
import com.truecart.model.Scope;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** The values a phrase's placeholders stood for. */
public final class Found {

    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private static final List<String> ENGLISH_NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten");

    private static final List<String> ENGLISH_ORDINALS =
            List.of("zeroth", "first", "second", "third", "fourth", "fifth");

    private static final BigDecimal TEN = BigDecimal.TEN;

    /** "15折" would be 85 % off; nobody writes it, so it is a slip or something else. */
    private static final int LOWEST_TWO_DIGITS = 21;

    private final Matcher matcher;
    private final Folded folded;
    private final Subject subject;
    private final Currency currency;

    Found(Matcher matcher, Folded folded, Subject subject, Currency currency) {
        this.matcher = matcher;
        this.folded = folded;
        this.subject = subject;
        this.currency = currency;
    }

    /** The count at {n}. */
    public int n() {
        return Integer.parseInt(matcher.group("n"));
    }

    /** The count at {m}. */
    public int m() {
        return Integer.parseInt(matcher.group("m"));
    }

    /** The count at {count}. */
    public int count() {
        return count("count");
    }

    /** The count at {count:name}. */
    public int count(String name) {
        String text = matcher.group(name);
        int english = ENGLISH_NUMBERS.indexOf(text.toLowerCase(Locale.ROOT));
        if (english > 0) {
            return english;
        }
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : chinese(text);
    }

    /** Which one, at {nth}. */
    public int nth() {
        String text = matcher.group("nth").toLowerCase(Locale.ROOT);
        int english = ENGLISH_ORDINALS.indexOf(text);
        return english > 0 ? english : Integer.parseInt(text.substring(0, text.length() - 2));
    }

    /** The amount at {price}. */
    public Money price() {
        return Prices.major(matcher.group("price"), currency);
    }

    /** The amount at {money} or {amount}, above nothing. */
    public Money amount() {
        return amount("amount");
    }

    /** The amount at {money:name} or {amount:name}, above nothing. */
    public Money amount(String name) {
        return Amount.read(matcher.group(name), currency);
    }

    /** The rate at {percent}, in parts per million. */
    public long ratePpm() {
        return new BigDecimal(matcher.group("percent")).movePointRight(4).longValueExact();
    }

    /** What the {zhe} takes off, in parts per million: 8折 takes 200,000. */
    public long offPpm() {
        return offPpm("zhe");
    }

    /** What the {zhe:name} takes off, in parts per million. */
    public long offPpm(String name) {
        BigDecimal paid = paidTenths(matcher.group(name));
        if (paid.compareTo(BigDecimal.ONE) < 0 || paid.compareTo(TEN) >= 0) {
            throw new IllegalArgumentException("not possible: " + paid + "折");
        }
        return TEN.subtract(paid).movePointRight(5).longValueExact();
    }

    /** The words at {words}, as they were written. */
    public String words() {
        return folded.original(matcher.start("words"), matcher.end("words"));
    }

    /** The words at {words}, made alike for reading. */
    String foldedWords() {
        return matcher.group("words");
    }

    /** The lines at {selection}: this offer where the words name it, else nobody can say. */
    public Scope selection() {
        String words = folded.original(matcher.start("selection"), matcher.end("selection"));
        return Naming.names(words, subject) ? new Scope.ThisOffer() : new Scope.Unmodelled(words);
    }

    /** The whole text, as it was written. */
    public String text() {
        return folded.original();
    }

    /** In how many tenths of the price are paid; 75 and 七五 are 7.5. */
    private static BigDecimal paidTenths(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int chinese = CHINESE_DIGITS.indexOf(c);
            if (chinese >= 0) {
                digits.append(chinese);
            } else if (c != '点') {
                digits.append(c);
            }
        }
        BigDecimal number = new BigDecimal(digits.toString());
        if (digits.length() != 2) {
            return number;
        }
        if (number.intValueExact() < LOWEST_TWO_DIGITS || number.intValueExact() % 10 == 0) {
            throw new IllegalArgumentException("not possible: " + text + "折");
        }
        return number.movePointLeft(1);
    }

    /** One to ninety-nine in Chinese numerals: 两, 十, 十二, 二十四. */
    private static int chinese(String text) {
        String plain = text.replace('两', '二');
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return CHINESE_DIGITS.indexOf(plain);
        }
        int tens = ten == 0 ? 1 : CHINESE_DIGITS.indexOf(plain.substring(0, ten));
        String units = plain.substring(ten + 1);
        return tens * 10 + (units.isEmpty() ? 0 : CHINESE_DIGITS.indexOf(units));
    }
}
