package com.truecart.kit;

import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Drifted;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the repeated elements of an XML document, such as the items of an RSS feed, one after
 * another.
 *
 * <p>A document type is refused and no entity is looked up, so that a feed can neither read files
 * nor grow in memory; depth, children and text of one record are limited.
 */
public final class XmlRecordReader implements RecordReader<XmlElement> {

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int LONGEST_TEXT = 1 << 20;

    /**
     * Bytes one tag, comment or CDATA section may take, which the parser would otherwise hold
     * whole.
     */
    private static final int LARGEST_TOKEN = 4 << 20;

    /**
     * The JDK counts every escaped ampersand and bracket of a document here and stops at 100,000,
     * which an honest feed of 50,000 lines has. Without document types no other entity exists.
     */
    private static final List<String> ENTITY_LIMITS =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

    private static final int NO_LIMIT = 0;

    private final Document document;
    private final Set<String> recordNames;
    private final Metered bytes;
    private final XMLStreamReader xml;
    private int elements;
    private int characters;

    private XmlRecordReader(
            Document document, Set<String> recordNames, Metered bytes, XMLStreamReader xml) {
        this.document = document;
        this.recordNames = recordNames;
        this.bytes = bytes;
        this.xml = xml;
    }

    /**
     * Opens a document.
     *
     * @param recordNames local names of the elements that are records ("item", "entry")
     * @throws Drifted the document is empty, an HTML page or no XML
     */
    public static XmlRecordReader open(Document document, Set<String> recordNames) {
        Metered bytes = new Metered(Sniffed.open(document, "XML"));
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            ENTITY_LIMITS.forEach(limit -> factory.setProperty(limit, NO_LIMIT));
            return new XmlRecordReader(
                    document, recordNames, bytes, factory.createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            closeQuietly(bytes);
            throw new Drifted(document.name() + ": is not XML: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Read<XmlElement>> next() {
        try {
            while (advance()) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                        && recordNames.contains(xml.getLocalName())) {
                    elements = 0;
                    characters = 0;
                    return Optional.of(new Usable<>(element(1)));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw drifted("cannot be read as XML: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closeQuietly(bytes);
    }

    private XmlElement element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw drifted("elements are nested deeper than " + DEEPEST, null);
        }
        if (++elements > MOST_ELEMENTS) {
            throw drifted("one record has more than " + MOST_ELEMENTS + " elements", null);
        }
        String name = xml.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            count(value.length());
            attributes.put(xml.getAttributeLocalName(i), value);
        }
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (advance()) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    count(xml.getTextLength());
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(
                            name,
                            attributes,
                            text.toString().strip(),
                            children,
                            xml.getLocation().getLineNumber());
                }
                default -> {} // comments and processing instructions say nothing about a product
            }
        }
        throw drifted("ends inside <" + name + ">", null);
    }

    private boolean advance() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        bytes.sinceToken = 0;
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw drifted("a document type or entity is not accepted", null);
        }
        return true;
    }

    private void count(int more) {
        characters += more;
        if (characters > LONGEST_TEXT) {
            throw drifted("one record has more than " + LONGEST_TEXT + " characters of text", null);
        }
    }

    private Drifted drifted(String problem, @Nullable Throwable cause) {
        String message =
                document.name() + " line " + xml.getLocation().getLineNumber() + ": " + problem;
        return cause == null ? new Drifted(message) : new Drifted(message, cause);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            System.getLogger(XmlRecordReader.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing a document failed", e);
        }
    }

    /** Stops a single token that would fill the memory. */
    private static final class Metered extends FilterInputStream {
        private long sinceToken;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            metered(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            metered(Math.max(0, read));
            return read;
        }

        private void metered(int more) throws IOException {
            sinceToken += more;
            if (sinceToken > LARGEST_TOKEN) {
                throw new IOException(
                        "one tag, comment or section is larger than " + LARGEST_TOKEN + " bytes");
            }
        }
    }
}
