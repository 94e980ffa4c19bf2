package com.truecart.payment;

/** The provider understood what was asked, did nothing, and says why. */
public final class PaymentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /**
     * @param code the provider's own word
     * @param message for people
     */
    public PaymentRefused(String code, String message) {
        super(message + " (" + code + ")");
        this.code = code;
    }

    /** The provider's own word. */
    public String code() {
        return code;
    }
}
