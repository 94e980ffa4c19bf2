package com.truecart.kit;

import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Unavailable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Opens a document after a look at its first bytes, for the two commonest surprises: nothing, and
 * an error page.
 */
final class Sniffed {
    private static final int LOOKED_AT = 2048;

    private Sniffed() {}

    /**
     * The content from its first byte.
     *
     * @param expected what it should be, for the message ("CSV")
     */
    static InputStream open(Document document, String expected) {
        try {
            BufferedInputStream in = new BufferedInputStream(document.open(), 64 * 1024);
            try {
                in.mark(LOOKED_AT);
                byte[] first = in.readNBytes(LOOKED_AT);
                in.reset();
                String start = new String(first, StandardCharsets.UTF_8).replace("\ufeff", "");
                if (start.isBlank()) {
                    throw new Drifted(
                            document.name() + ": the document is empty, expected " + expected);
                }
                if (Json.looksLikeHtml(start.stripLeading())) {
                    throw new Drifted(
                            document.name()
                                    + ": the document is an HTML page, expected "
                                    + expected);
                }
                return in;
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(document, e);
        }
    }

    /** A compressed document that breaks off has arrived, but not whole. */
    static UpstreamException unreadable(Document document, Exception cause) {
        String message = document.name() + ": cannot be read: " + cause.getMessage();
        return cause instanceof EOFException || cause.getCause() instanceof EOFException
                ? new Drifted(message, cause)
                : new Unavailable(message, cause);
    }
}
