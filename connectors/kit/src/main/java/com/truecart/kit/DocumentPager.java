package com.truecart.kit;

import com.truecart.spi.Cursor;
import com.truecart.spi.Document;
import com.truecart.spi.Page;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cuts documents into slices with a cursor between them.
 *
 * <p>The reader stays open between consecutive slices, so a whole document is read once; a slice
 * asked for anywhere else opens it again and reads up to there. A cursor names a document, its
 * version and how many records were passed: if that version is gone, its document begins again, and
 * if the document is gone, everything does (repeats are fine, gaps are not).
 */
public final class DocumentPager<R> implements AutoCloseable {

    /** How one document is opened. */
    @FunctionalInterface
    public interface Opener<R> {
        RecordReader<R> open(Document document);
    }

    /**
     * Some consecutive records of one document.
     *
     * @param next where the rest begins; empty after the last record of the last document
     */
    public record Slice<R>(
            Document document,
            List<R> entries,
            List<Page.Skipped> skipped,
            Optional<Cursor> next) {}

    private final Opener<R> opener;
    private final int sliceSize;
    private final AtomicReference<Optional<Place<R>>> kept =
            new AtomicReference<>(Optional.empty());

    /**
     * Makes a pager.
     *
     * @param sliceSize records looked at for one slice, usable or not
     */
    public DocumentPager(Opener<R> opener, int sliceSize) {
        this.opener = opener;
        this.sliceSize = sliceSize;
    }

    /** The slice at this cursor, or the first one. There must be at least one document. */
    public Slice<R> slice(List<Document> documents, Optional<Cursor> at) {
        Mark mark = at.map(Mark::parse).orElse(Mark.NOWHERE);
        int index = indexOf(documents, mark.name());
        Document document = documents.get(index);
        boolean same =
                document.name().equals(mark.name()) && document.version().equals(mark.version());
        Place<R> place = place(document, same ? mark.passed() : 0);
        List<R> entries = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        boolean ended = false;
        try {
            for (int i = 0; i < sliceSize && !ended; i++) {
                switch (place.reader.next().orElse(null)) {
                    case RecordReader.Usable<R>(R entry) -> entries.add(entry);
                    case RecordReader.Unusable<R>(Page.Skipped why) -> skipped.add(why);
                    case null -> ended = true;
                }
            }
        } catch (RuntimeException e) {
            place.reader.close();
            throw e;
        }
        if (!ended) {
            long passed = place.passed + sliceSize;
            Mark next = new Mark(document.name(), document.version(), passed);
            keep(new Place<>(document, passed, place.reader));
            return new Slice<>(document, entries, skipped, Optional.of(next.cursor()));
        }
        place.reader.close();
        Optional<Cursor> next =
                index + 1 < documents.size()
                        ? Optional.of(Mark.startOf(documents.get(index + 1)).cursor())
                        : Optional.empty();
        return new Slice<>(document, entries, skipped, next);
    }

    @Override
    public void close() {
        kept.getAndSet(Optional.empty()).ifPresent(place -> place.reader.close());
    }

    private Place<R> place(Document document, long passed) {
        Optional<Place<R>> last = kept.getAndSet(Optional.empty());
        if (last.isPresent() && last.get().isAt(document, passed)) {
            return last.get();
        }
        last.ifPresent(place -> place.reader.close());
        RecordReader<R> reader = opener.open(document);
        try {
            for (long i = 0; i < passed && reader.next().isPresent(); i++) {
                // only passing over what an earlier slice gave
            }
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
        return new Place<>(document, passed, reader);
    }

    /** Two pulls may run at once: whoever keeps a reader closes the one it replaces. */
    private void keep(Place<R> place) {
        kept.getAndSet(Optional.of(place)).ifPresent(other -> other.reader.close());
    }

    private static int indexOf(List<Document> documents, String name) {
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i).name().equals(name)) {
                return i;
            }
        }
        return 0;
    }

    private record Place<R>(Document document, long passed, RecordReader<R> reader) {
        boolean isAt(Document wanted, long wantedPassed) {
            return passed == wantedPassed
                    && document.name().equals(wanted.name())
                    && document.version().equals(wanted.version());
        }
    }

    private record Mark(String name, String version, long passed) {
        static final Mark NOWHERE = new Mark("", "", 0);

        static Mark startOf(Document document) {
            return new Mark(document.name(), document.version(), 0);
        }

        static Mark parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            return parts.length == 3 && parts[0].matches("\\d{1,18}")
                    ? new Mark(decode(parts[2]), decode(parts[1]), Long.parseLong(parts[0]))
                    : NOWHERE;
        }

        Cursor cursor() {
            return new Cursor(passed + " " + encode(version) + " " + encode(name));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
