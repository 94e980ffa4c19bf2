package com.truecart.spi;

/** What a page is asked for. */
public sealed interface Pull {

    /** From the very beginning. */
    record Everything() implements Pull {}

    /**
     * What changed since a watermark an earlier pull ended with; only where {@link
     * ConnectorDescriptor.Capability#CHANGES_SINCE}.
     */
    record Since(Cursor watermark) implements Pull {}

    /** The next page of a pull under way. */
    record Resume(Cursor at) implements Pull {}
}
