package com.truecart.spi;

import java.util.Optional;

/**
 * One thing an operator fills in for a connection.
 *
 * @param name as the connector asks for it
 * @param label what a form says
 * @param type what it must look like; the host checks it and, for addresses, guards it
 * @param required whether the connector cannot open without it
 * @param defaultValue used where nothing is filled in
 */
public record Setting(
        String name, String label, Type type, boolean required, Optional<String> defaultValue) {

    /** What a value must look like. */
    public enum Type {
        TEXT,
        /**
         * An http(s) address. The host refuses private and loopback addresses unless the operator's
         * configuration allows them.
         */
        URL,
        /** An http(s) address of one document, or a folder on the host's disk with dated ones. */
        URL_OR_FOLDER,
        /** An ISO 4217 currency code. */
        CURRENCY,
        /** Kept encrypted, reachable only through {@link ConnectorContext#secret}. */
        SECRET
    }

    public static Setting required(String name, String label, Type type) {
        return new Setting(name, label, type, true, Optional.empty());
    }

    public static Setting optional(String name, String label, Type type) {
        return new Setting(name, label, type, false, Optional.empty());
    }

    /** The same setting with a value for when nothing is filled in. */
    public Setting withDefault(String value) {
        return new Setting(name, label, type, required, Optional.of(value));
    }
}
