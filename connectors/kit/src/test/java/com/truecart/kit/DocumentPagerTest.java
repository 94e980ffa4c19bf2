package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.DocumentPager.Slice;
import com.truecart.spi.Cursor;
import com.truecart.spi.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentPagerTest {
    private static final DocumentPager.Opener<Row> CSV =
            document -> DelimitedReader.csv(document, List.of("code"));

    @Test
    void everyRowComesOnceOverAllDocumentsAndEachDocumentIsOpenedOnce() {
        TextDocument first = numbered("a.csv", "1", 0, 25);
        TextDocument second = numbered("b c.csv", "1", 25, 30);
        try (DocumentPager<Row> pager = new DocumentPager<>(CSV, 10)) {
            assertThat(codes(pager, List.of(first, second), Optional.empty()))
                    .isEqualTo(IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        }
        assertThat(first.opened()).hasValue(1);
        assertThat(second.opened()).hasValue(1);
    }

    @Test
    void aPullGoesOnInAnotherPagerWhereItStopped() {
        List<Document> documents = List.of(numbered("a.csv", "1", 0, 25));
        Cursor stopped =
                new DocumentPager<>(CSV, 10).slice(documents, Optional.empty()).next().get();
        assertThat(codes(new DocumentPager<>(CSV, 10), documents, Optional.of(stopped)))
                .startsWith("10")
                .hasSize(15);
    }

    @Test
    void theSameSliceMayBeAskedForTwice() {
        List<Document> documents = List.of(numbered("a.csv", "1", 0, 25));
        DocumentPager<Row> pager = new DocumentPager<>(CSV, 10);
        Optional<Cursor> second = pager.slice(documents, Optional.empty()).next();
        List<Row> once = pager.slice(documents, second).entries();
        assertThat(pager.slice(documents, second).entries()).isEqualTo(once).hasSize(10);
    }

    @Test
    void anotherVersionBeginsAgain() {
        DocumentPager<Row> pager = new DocumentPager<>(CSV, 10);
        Optional<Cursor> second =
                pager.slice(List.of(numbered("a.csv", "1", 0, 25)), Optional.empty()).next();
        assertThat(codes(pager, List.of(numbered("a.csv", "2", 100, 125)), second))
                .startsWith("100")
                .hasSize(25);
    }

    @Test
    void aCursorNobodyKnowsBeginsFromTheStart() {
        DocumentPager<Row> pager = new DocumentPager<>(CSV, 10);
        assertThat(
                        codes(
                                pager,
                                List.of(numbered("a.csv", "1", 0, 3)),
                                Optional.of(new Cursor("nonsense"))))
                .containsExactly("0", "1", "2");
    }

    private static TextDocument numbered(String name, String version, int from, int to) {
        return TextDocument.of(
                name,
                version,
                "code\n"
                        + IntStream.range(from, to)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining("\n")));
    }

    private static List<String> codes(
            DocumentPager<Row> pager, List<Document> documents, Optional<Cursor> from) {
        List<String> codes = new ArrayList<>();
        Slice<Row> slice = pager.slice(documents, from);
        while (true) {
            slice.entries().forEach(row -> codes.add(row.text("code").orElse("")));
            if (slice.next().isEmpty()) {
                return codes;
            }
            slice = pager.slice(documents, slice.next());
        }
    }
}
