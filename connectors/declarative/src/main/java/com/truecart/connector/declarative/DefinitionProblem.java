package com.truecart.connector.declarative;

/** What is wrong with a definition: in which file, where, and what to do about it. */
final class DefinitionProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A problem.
     *
     * @param file the definition's file
     * @param line the first being 1
     * @param pointer where in it, as a JSON pointer; empty for the whole
     */
    DefinitionProblem(String file, int line, String pointer, String what, String remedy) {
        super(
                file
                        + " line "
                        + line
                        + (pointer.isEmpty() ? "" : " (" + pointer + ")")
                        + ": "
                        + what
                        + "; "
                        + remedy);
    }
}
