package com.truecart.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A whole file an upstream publishes, held by the host for the length of a pull. */
public interface Document {

    /** Its file name, or the last segment of its address ("2026-07-15.csv"). */
    String name();

    /**
     * What changes when the content does (a digest): a cursor into one content is worthless in
     * another.
     */
    String version();

    /** When it was published where that is stated, else when it was fetched. */
    Instant publishedAt();

    /** The content from its first byte; the caller closes it. */
    InputStream open() throws IOException;
}
