package com.truecart.kit;

import com.truecart.spi.Document;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A document that counts how often it was opened. */
record TextDocument(
        String name, String version, Supplier<InputStream> content, AtomicInteger opened)
        implements Document {

    static TextDocument of(String name, String text) {
        return of(name, "v1", text);
    }

    static TextDocument of(String name, String version, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TextDocument(
                name, version, () -> new ByteArrayInputStream(bytes), new AtomicInteger());
    }

    /** Starts with a text and goes on with the same letter, made as it is read. */
    static TextDocument endless(String name, String start, long letters) {
        return new TextDocument(name, "v1", () -> new Letters(start, letters), new AtomicInteger());
    }

    @Override
    public Instant publishedAt() {
        return Instant.EPOCH;
    }

    @Override
    public InputStream open() {
        opened.incrementAndGet();
        return content.get();
    }

    private static final class Letters extends InputStream {
        private final byte[] start;
        private final long length;
        private long at;

        Letters(String start, long letters) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.length = this.start.length + letters;
        }

        @Override
        public int read() {
            if (at >= length) {
                return -1;
            }
            int read = at < start.length ? start[(int) at] : 'z';
            at++;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            int filled = 0;
            while (filled < wanted && at < length) {
                buffer[offset + filled] = (byte) read();
                filled++;
            }
            return filled == 0 && wanted > 0 ? -1 : filled;
        }
    }
}
