package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XmlRecordReaderTest {
    private static final String START =
            "<?xml version=\"1.0\"?><rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel><title>Shop</title>";

    @Test
    void recordsAreReadWithWhatIsInThem() {
        List<XmlElement> records =
                read(
                        START
                                + "<item><g:id>1</g:id><title>Tea &amp; <![CDATA[<b>milk</b>]]></title>"
                                + "<g:shipping><g:price>5.00 HKD</g:price></g:shipping><g:shipping/>"
                                + "<link href=\"https://a.example/1\"/></item>\n<!-- x --><item><g:id>2</g:id></item></channel></rss>");
        assertThat(records).hasSize(2);
        XmlElement tea = records.getFirst();
        assertThat(tea.text("id")).contains("1");
        assertThat(tea.text("title")).contains("Tea & <b>milk</b>");
        assertThat(tea.children("shipping")).hasSize(2);
        assertThat(tea.children("shipping").getFirst().text("price")).contains("5.00 HKD");
        assertThat(tea.children("link").getFirst().attribute("href"))
                .contains("https://a.example/1");
        assertThat(tea.text("price")).isEmpty();
        assertThat(records.getLast().line()).isEqualTo(2);
    }

    @Test
    void aDocumentTypeIsRefusedSoNoFileIsReadAndNothingGrows() {
        drifts(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><item>&x;</item></rss>",
                "document type");
        drifts(
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><rss><item>&b;</item></rss>",
                "document type");
        drifts("<rss><item>&x;</item></rss>", "f.xml line 1");
    }

    @Test
    void aLargeFeedMayHaveAsManyAmpersandsAsItLikes() {
        // the JDK would stop at 100,000 of them
        List<XmlElement> records =
                read(
                        START
                                + "<item><g:id>&amp;&lt;</g:id></item>".repeat(60_000)
                                + "</channel></rss>");
        assertThat(records).hasSize(60_000);
        assertThat(records.getLast().text("id")).contains("&<");
    }

    @Test
    void whatIsNoXmlSaysWhatItIs() {
        drifts("", "f.xml: the document is empty, expected XML");
        drifts("<html><body>sorry</body></html>", "f.xml: the document is an HTML page");
        drifts("id\ttitle\n1\tTea", "f.xml line 1: ");
        drifts(START + "<item><g:id>1</g:id>", "f.xml line 1: ");
    }

    @Test
    void neitherTextNorTagsNorDepthFillTheMemory() {
        long huge = 1L << 40;
        drifts(TextDocument.endless("f.xml", "<rss><item><title>", huge), "characters of text");
        drifts(TextDocument.endless("f.xml", "<rss><item a=\"", huge), "larger than");
        drifts(TextDocument.endless("f.xml", "<rss><!-- ", huge), "larger than");
        drifts(TextDocument.endless("f.xml", "<rss><item><![CDATA[", huge), "larger than");
        drifts("<rss><item>" + "<a>".repeat(100), "nested deeper than 32");
        drifts("<rss><item>" + "<a/>".repeat(20_000), "more than 10000 elements");
    }

    private static List<XmlElement> read(String text) {
        return read(TextDocument.of("f.xml", text));
    }

    private static List<XmlElement> read(Document document) {
        List<XmlElement> records = new ArrayList<>();
        try (XmlRecordReader reader = XmlRecordReader.open(document, Set.of("item"))) {
            Optional<RecordReader.Read<XmlElement>> read = reader.next();
            while (read.isPresent()) {
                if (read.get() instanceof RecordReader.Usable<XmlElement>(XmlElement entry)) {
                    records.add(entry);
                }
                read = reader.next();
            }
        }
        return records;
    }

    private static void drifts(String text, String message) {
        drifts(TextDocument.of("f.xml", text), message);
    }

    private static void drifts(Document document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining(message);
    }
}
