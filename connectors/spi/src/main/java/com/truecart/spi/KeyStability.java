package com.truecart.spi;

/**
 * How far {@link com.truecart.model.Listing#upstreamId()} can be trusted to name the same thing at
 * the next pull. A history of prices means something only on a key that stays.
 */
public enum KeyStability {
    /** The platform's own number for the thing. */
    STABLE,
    /** Stays for one account at the platform; another account sees other keys. */
    PER_ACCOUNT,
    /** One thing may come under several keys, or another one tomorrow: no history is kept. */
    UNPROVEN
}
