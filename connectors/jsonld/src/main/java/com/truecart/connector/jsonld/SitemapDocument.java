package com.truecart.connector.jsonld;

import com.truecart.kit.web.Addresses;
import com.truecart.spi.Document;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A sitemap by its address, fetched when first looked at and unpacked as it is read. */
final class SitemapDocument implements Document {
    /** sitemaps.org allows 50 MB unpacked; twice that is no sitemap any more. */
    private static final long LARGEST = 100L << 20;

    /** A cursor carries the name. */
    private static final int LONGEST_NAME = 300;

    private final String name;
    private final Supplier<Document> source;
    private @Nullable Document fetched;

    private SitemapDocument(String name, Supplier<Document> source) {
        this.name = name;
        this.source = source;
    }

    static SitemapDocument of(Document packed) {
        return new SitemapDocument(packed.name(), () -> packed);
    }

    /** Named by its whole address, because shops call every part "sitemap.xml". */
    static SitemapDocument at(URI address, Supplier<Document> source) {
        String key = Addresses.key(address);
        String name =
                key.length() <= LONGEST_NAME
                        ? key
                        : key.substring(0, LONGEST_NAME) + "…" + key.hashCode();
        return new SitemapDocument(name, source);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return fetched().version();
    }

    @Override
    public Instant publishedAt() {
        return fetched().publishedAt();
    }

    @Override
    public InputStream open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(fetched().open());
        try {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return packed ? new Unpacked(new GZIPInputStream(in, 1 << 16)) : in;
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }

    private synchronized Document fetched() {
        Document known = fetched;
        if (known == null) {
            known = source.get();
            fetched = known;
        }
        return known;
    }

    /** Stops what a few bytes would unpack to for ever. */
    private static final class Unpacked extends FilterInputStream {
        private long left = LARGEST;

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws IOException {
            left -= more;
            if (left < 0) {
                throw new IOException("it unpacks to more than " + (LARGEST >> 20) + " MiB");
            }
        }
    }
}
