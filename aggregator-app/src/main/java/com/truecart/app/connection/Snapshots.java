package com.truecart.app.connection;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Is shown everything a pull is answered, before anything is made of it. */
public interface Snapshots {

    /** Keeps nothing; for checks, quotes and orders. */
    Snapshots NONE = (_, _, _, _) -> {};

    /**
     * One answer or document.
     *
     * @param source its address or file name, secrets removed
     * @param sha256 of its content, in hexadecimal digits
     */
    void seen(String source, Instant at, String sha256, Content content);

    /** What was answered, readable until the pull ends. */
    interface Content {
        long size() throws IOException;

        InputStream open() throws IOException;
    }
}
