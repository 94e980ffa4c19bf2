package com.truecart.search.analysis;

import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Words that differ in one letter, as the engines count it: swapped neighbours are one slip. */
public final class Slips {

    private Slips() {}

    /** Whether the token is the word with one slip or none, the first letter being right. */
    public static boolean isOneFrom(String word, String token) {
        if (Math.abs(word.length() - token.length()) > 1 || word.charAt(0) != token.charAt(0)) {
            return false;
        }
        Automaton near = new LevenshteinAutomata(word.substring(1), true).toAutomaton(1);
        return new CharacterRunAutomaton(near).run(token.substring(1));
    }
}
