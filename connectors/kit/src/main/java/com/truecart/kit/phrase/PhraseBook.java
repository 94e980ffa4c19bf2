package com.truecart.kit.phrase;

import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The phrases of one upstream.
 *
 * <p>The first phrase that says the whole of a text gives its meaning. A text no phrase says, or
 * whose numbers make no sense beside the price it stands on, becomes {@link Benefit.Unmodelled}:
 * shown, never priced, never dropped.
 */
public final class PhraseBook {

    /**
     * " / " between promotions; a last one with nothing behind it separates nothing, and "$36 / 2件"
     * is one.
     */
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+/(?!\\s+\\d{1,4}\\s*件\\s*$)(?:\\s+|$)");

    private static final Pattern SPACE = Pattern.compile("\\s+");

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

    /** This book with more phrases after its own. */
    public PhraseBook and(List<Phrase> more) {
        List<Phrase> both = new ArrayList<>(phrases);
        both.addAll(more);
        return new PhraseBook(language, currency, both);
    }

    /**
     * The promotions of one offer.
     *
     * @param text one promotion, or several with " / " between them; possibly blank
     */
    public List<Promotion> read(Subject subject, String text) {
        Map<String, Promotion> byRef = new LinkedHashMap<>();
        for (String part : SEPARATOR.split(text.strip(), -1)) {
            if (!part.isBlank()) {
                String words = SPACE.matcher(part.strip()).replaceAll(" ");
                Promotion promotion = promotion(words, subject);
                byRef.put(promotion.ref(), promotion);
            }
        }
        return List.copyOf(byRef.values());
    }

    private Promotion promotion(String words, Subject subject) {
        Meaning meaning = meaning(words, subject);
        if (!Sense.makesSense(meaning, subject.unitPrice())) {
            meaning = unmodelled(words);
        }
        return new Promotion(
                ref(meaning, words, subject),
                Localized.of(language, words),
                meaning.stage(),
                meaning.scope(),
                meaning.trigger(),
                meaning.benefit(),
                Validity.OPEN,
                Evidence.PARSED);
    }

    /** What is said of the whole store is one promotion, on however many offers it is printed. */
    private static String ref(Meaning meaning, String words, Subject subject) {
        return meaning.scope() instanceof Scope.WholeStore
                ? digest(words)
                : subject.offerKey() + ":" + digest(words);
    }

    private Meaning meaning(String words, Subject subject) {
        if (words.length() > LONGEST || !subject.unitPrice().currency().equals(currency)) {
            return unmodelled(words);
        }
        Phrase.Texts texts = new Phrase.Texts(words);
        for (Phrase phrase : phrases) {
            try {
                Meaning meaning = phrase.meaning(texts, subject, currency);
                if (meaning != null) {
                    return meaning;
                }
            } catch (IllegalArgumentException | ArithmeticException _) {
                // the words are known, the numbers are not possible ("110% off"): shown, not priced
                return unmodelled(words);
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
