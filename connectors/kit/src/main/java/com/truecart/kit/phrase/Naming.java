package com.truecart.kit.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the words of a selection ("Sel Webber Naturals") name the very product the text stands
 * on.
 *
 * <p>They do where every one of them is found in the brand and title, in that order, and at least
 * one is a name and not a kind of goods. "Selected Skincare Products" names none, nor does "Sel
 * Baby Products" on a cream of California Baby: "baby" is a word of the category.
 */
final class Naming {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern BETWEEN = Pattern.compile("[\\s/(),:+]+");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(?:&?\\p{Lu})+");

    /** "S" begins many words; "Ess" begins few, and the others must be found as well. */
    private static final int SHORTEST_BEGINNING = 3;

    private final List<String> brand;
    private final List<String> all;
    private final Set<String> kinds = new HashSet<>();

    private Naming(Subject subject) {
        brand = words(subject.brand());
        all = new ArrayList<>(brand);
        all.addAll(words(subject.title()));
        subject.categories().forEach(category -> kinds.addAll(words(category)));
    }

    /** Whether the selection is, as far as the subject goes, the subject itself. */
    static boolean names(String selection, Subject subject) {
        return new Naming(subject).isNamedBy(selection);
    }

    private boolean isNamedBy(String selection) {
        List<String> told = told(selection);
        int next = 0;
        boolean isNamed = false;
        if (told.size() > 1 && isInitials(told.getFirst())) {
            told.removeFirst();
            next = brand.size();
            isNamed = true;
        }
        List<Integer> at = new ArrayList<>();
        for (String word : told) {
            int found = find(word.toLowerCase(Locale.ROOT), next, at.isEmpty());
            if (found < 0) {
                return false;
            }
            boolean isWholeWord = all.get(found).equalsIgnoreCase(word);
            isNamed |= found < brand.size() && isWholeWord && !kinds.contains(all.get(found));
            at.add(found);
            next = found + 1;
        }
        return isNamed || beginsTheTitle(at);
    }

    /** The place of a word; a number means what stands before it, so it must follow at once. */
    private int find(String word, int from, boolean isFirst) {
        boolean mustFollow = DIGITS.matcher(word).matches() && !isFirst;
        int end = mustFollow ? Math.min(from + 1, all.size()) : all.size();
        boolean mayBegin = word.length() >= SHORTEST_BEGINNING && LETTERS.matcher(word).matches();
        for (int i = from; i < end; i++) {
            if (all.get(i).equals(word) || (mayBegin && all.get(i).startsWith(word))) {
                return i;
            }
        }
        return -1;
    }

    /** "S-26 Ultima #2" on "S-26 Ultima 2 Follow-on Formula": the line's name without the brand. */
    private boolean beginsTheTitle(List<Integer> at) {
        boolean hasName = false;
        for (int i = 0; i < at.size(); i++) {
            if (at.get(i) != brand.size() + i) {
                return false;
            }
            hasName |= !kinds.contains(all.get(at.get(i)));
        }
        return at.size() > 1 && hasName;
    }

    /** "RM" for Royal Medic, "C&G" for Cow & Gate: every word of the brand by its first letter. */
    private boolean isInitials(String word) {
        StringBuilder initials = new StringBuilder();
        for (String part : brand) {
            if (!part.equals("&")) {
                initials.append(part.charAt(0));
            }
        }
        return INITIALS.matcher(word).matches()
                && word.replace("&", "").equalsIgnoreCase(initials.toString());
    }

    /** The telling words of a selection: without "Sel", "Products" and the "#" before a number. */
    private static List<String> told(String selection) {
        List<String> told = new ArrayList<>();
        for (String word : SPACE.split(selection.strip().replace('#', ' '), -1)) {
            if (!word.isEmpty()) {
                told.add(word);
            }
        }
        if (!told.isEmpty() && told.getFirst().matches("(?i)sel|selected")) {
            told.removeFirst();
        }
        if (!told.isEmpty() && told.getLast().matches("(?i)products?")) {
            told.removeLast();
        }
        return told;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(name.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
