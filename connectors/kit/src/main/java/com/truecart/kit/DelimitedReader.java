package com.truecart.kit;

import com.truecart.spi.Document;
import com.truecart.spi.Page;
import com.truecart.spi.UpstreamException.Drifted;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads comma- or tab-separated documents with a header line, in UTF-8 (or UTF-16 with its mark).
 *
 * <p>A row with another number of fields than the header is unusable and passed over. A quote that
 * never closes, a field larger than the cap, or a last line or header that breaks off makes the
 * document unusable and is {@link Drifted}: what is missing after it must not count as no longer
 * sold.
 */
public final class DelimitedReader implements RecordReader<Row> {

    /** No field of a sane catalogue comes near it. */
    public static final int LARGEST_FIELD = 64 * 1024;

    /** FastCSV refills its buffer by this much, so the cap on a field can only be this exact. */
    private static final int BUFFER_STEP = 8 * 1024;

    private final Document document;
    private final LastByte content;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns;
    private boolean isHeaderLast = true;

    private DelimitedReader(
            Document document,
            LastByte content,
            CloseableIterator<CsvRecord> records,
            Map<String, Integer> columns) {
        this.document = document;
        this.content = content;
        this.records = records;
        this.columns = columns;
    }

    /** Comma-separated, RFC 4180. */
    public static DelimitedReader csv(Document document, List<String> requiredColumns) {
        return open(document, ',', requiredColumns, LARGEST_FIELD);
    }

    /** Tab-separated, as merchant feeds are. */
    public static DelimitedReader tsv(Document document, List<String> requiredColumns) {
        return open(document, '\t', requiredColumns, LARGEST_FIELD);
    }

    /**
     * Opens a document and reads its header.
     *
     * @param requiredColumns those without which the document is of no use; more columns are
     *     welcome
     * @param largestField characters a field may have, exact to 8 KiB
     * @throws Drifted the document is empty, an HTML page, or its header lacks or repeats columns
     */
    public static DelimitedReader open(
            Document document, char separator, List<String> requiredColumns, int largestField) {
        String expected = separator == '\t' ? "tab-separated text" : "CSV";
        LastByte content = new LastByte(Sniffed.open(document, expected));
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(largestField + BUFFER_STEP)
                        .ofCsvRecord(content);
        CloseableIterator<CsvRecord> records = reader.iterator();
        try {
            CsvRecord header = guarded(document, records).orElseThrow();
            return new DelimitedReader(
                    document,
                    content,
                    records,
                    columns(document, header.getFields(), requiredColumns));
        } catch (RuntimeException e) {
            close(document, records);
            throw e;
        }
    }

    @Override
    public Optional<Read<Row>> next() {
        Optional<CsvRecord> found = guarded(document, records);
        if (found.isEmpty() && isHeaderLast && !endsInLineBreak()) {
            throw cutOff(document, "its header");
        }
        isHeaderLast = false;
        return found.map(this::read);
    }

    /**
     * Whether the last byte read ends a line. Asked at the end of a document whose publisher always
     * ends the last line, it tells a whole document from one that was cut inside its last field,
     * which no count of fields can tell.
     */
    public boolean endsInLineBreak() {
        return content.last == '\n' || content.last == '\r';
    }

    @Override
    public void close() {
        close(document, records);
    }

    private Read<Row> read(CsvRecord csv) {
        List<String> fields = csv.getFields();
        if (fields.size() < columns.size() && atEnd() && !endsInLineBreak()) {
            throw cutOff(document, "line " + csv.getStartingLineNumber());
        }
        if (fields.size() != columns.size()) {
            return new Unusable<>(
                    new Page.Skipped(
                            document.name() + " line " + csv.getStartingLineNumber(),
                            "row",
                            "has " + fields.size() + " fields, expected " + columns.size(),
                            String.join(" | ", fields)));
        }
        return new Usable<>(new Row(csv.getStartingLineNumber(), fields, columns));
    }

    private static Optional<CsvRecord> guarded(
            Document document, CloseableIterator<CsvRecord> records) {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw new Drifted(document.name() + ": " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw Sniffed.unreadable(document, e);
        }
    }

    private static Drifted cutOff(Document document, String where) {
        return new Drifted(
                document.name() + ": breaks off in " + where + ", as if it had not arrived whole");
    }

    /** A record that cannot be read is not the end; reading it next says what is wrong with it. */
    private boolean atEnd() {
        try {
            return !records.hasNext();
        } catch (CsvParseException | UncheckedIOException _) {
            return false;
        }
    }

    private static Map<String, Integer> columns(
            Document document, List<String> header, List<String> required) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String column : header) {
            if (columns.putIfAbsent(Row.key(column), columns.size()) != null) {
                throw new Drifted(
                        document.name()
                                + ": the column '"
                                + PlainText.cut(column, 100)
                                + "' is there twice");
            }
        }
        List<String> missing =
                required.stream().filter(column -> !columns.containsKey(Row.key(column))).toList();
        if (!missing.isEmpty()) {
            throw new Drifted(
                    document.name()
                            + ": the columns "
                            + missing
                            + " are missing; found "
                            + PlainText.cut(header.toString(), 500));
        }
        return Map.copyOf(columns);
    }

    private static void close(Document document, CloseableIterator<CsvRecord> records) {
        try {
            records.close();
        } catch (IOException e) {
            throw Sniffed.unreadable(document, e);
        }
    }

    private static final class LastByte extends FilterInputStream {
        private int last = -1;

        LastByte(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            last = read < 0 ? last : read;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            last = read <= 0 ? last : buffer[offset + read - 1];
            return read;
        }
    }
}
