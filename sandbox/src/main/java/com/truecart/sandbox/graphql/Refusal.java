package com.truecart.sandbox.graphql;

/** A field that is not answered, and the platform's word for why. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /** Refuses with this word and this sentence. */
    public Refusal(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The platform's word. */
    public String code() {
        return code;
    }
}
