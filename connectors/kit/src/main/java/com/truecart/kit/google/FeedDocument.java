package com.truecart.kit.google;

import com.truecart.kit.DelimitedReader;
import com.truecart.kit.RecordReader;
import com.truecart.kit.XmlRecordReader;
import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a feed in whichever of Google's two forms it comes: XML (RSS or Atom), or tab-separated
 * text.
 */
public final class FeedDocument {
    private static final Set<String> RECORDS = Set.of("item", "entry", "promotion");

    private FeedDocument() {}

    /**
     * The feed's records, one after another.
     *
     * @param requiredColumns those without which a tab-separated feed is of no use
     * @throws UpstreamException.Drifted it is empty, a page for people, or neither form
     */
    public static RecordReader<FeedRecord> open(Document document, List<String> requiredColumns) {
        return beginsWithTag(document)
                ? new Reading<>(
                        XmlRecordReader.open(document, RECORDS),
                        element ->
                                new FeedRecord.Element(
                                        document.name() + " line " + element.line(), element))
                : new Reading<>(
                        DelimitedReader.tsv(document, requiredColumns),
                        row -> new FeedRecord.Line(document.name() + " line " + row.line(), row));
    }

    private static boolean beginsWithTag(Document document) {
        try (InputStream in = document.open()) {
            String start = new String(in.readNBytes(64), StandardCharsets.UTF_8);
            return start.replace("\ufeff", "").stripLeading().startsWith("<");
        } catch (IOException broken) {
            throw new UpstreamException.Unavailable(
                    document.name() + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private interface AsRecord<R> {
        FeedRecord of(R record);
    }

    private record Reading<R>(RecordReader<R> source, AsRecord<R> as)
            implements RecordReader<FeedRecord> {
        @Override
        public Optional<Read<FeedRecord>> next() {
            return source.next()
                    .map(read ->
                            switch (read) {
                                case Usable<R>(R entry) -> new Usable<>(as.of(entry));
                                case Unusable<R>(var why) -> new Unusable<>(why);
                            });
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
