package com.truecart.kit.phrase;

import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases of one upstream.
 *
 * <p>The first phrase that says the whole of a text gives its meaning. A text no phrase says, or
 * whose numbers make no sense beside the price it stands on, becomes {@link Benefit.Unmodelled}:
 * shown, never priced, never dropped.
 */
public final class PhraseBook {

    /** " / " between promotions; a last one with nothing behind it separates nothing. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s+/(?:\\s+|$)");

    private static final int LONGEST = 500;

    private final String language;
    private final Currency currency;
    private final List<Phrase> phrases;

    /**
     * Makes a book.
     *
     * @param language of the texts, a BCP 47 tag
     * @param currency of their amounts
     * @param phrases the more particular before the more general
     */
    public PhraseBook(String language, Currency currency, List<Phrase> phrases) {
        this.language = language;
        this.currency = currency;
        this.phrases = List.copyOf(phrases);
    }

    /**
     * The promotions of one offer.
     *
     * @param offerKey what tells this offer from the others of its seller; a part of each {@link
     *     Promotion#ref}
     * @param text one promotion, or several with " / " between them; possibly blank
     * @param unitPrice what one unit costs without them
     */
    public List<Promotion> read(String offerKey, String text, Money unitPrice) {
        Map<String, Promotion> byRef = new LinkedHashMap<>();
        for (String part : SEPARATOR.split(text.strip(), -1)) {
            if (!part.isBlank()) {
                String words = part.strip().replaceAll("\\s+", " ");
                String ref = offerKey + ":" + digest(words);
                byRef.put(ref, promotion(ref, words, unitPrice));
            }
        }
        return List.copyOf(byRef.values());
    }

    private Promotion promotion(String ref, String words, Money unitPrice) {
        Meaning meaning = meaning(words);
        if (!Sense.makesSense(meaning.benefit(), unitPrice)) {
            meaning = unmodelled(words);
        }
        return new Promotion(
                ref,
                Localized.of(language, words),
                meaning.stage(),
                meaning.scope(),
                meaning.trigger(),
                meaning.benefit(),
                Validity.OPEN,
                Evidence.PARSED);
    }

    private Meaning meaning(String words) {
        if (words.length() > LONGEST) {
            return unmodelled(words);
        }
        for (Phrase phrase : phrases) {
            Matcher matcher = phrase.matcher(words);
            if (matcher.matches()) {
                try {
                    return phrase.meaning(new Found(matcher, currency));
                } catch (IllegalArgumentException | ArithmeticException _) {
                    // the words are known, the numbers are not possible ("110% off"): shown, not
                    // priced
                    return unmodelled(words);
                }
            }
        }
        return unmodelled(words);
    }

    private static Meaning unmodelled(String words) {
        return new Meaning(
                Stage.QUANTITY,
                new Scope.ThisOffer(),
                new Trigger.Always(),
                new Benefit.Unmodelled(words));
    }

    private static String digest(String words) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
