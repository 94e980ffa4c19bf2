package com.truecart.benchmarks.relevance;

import com.truecart.search.ProductDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The peer: words between blanks, any of them will do, BM25 as it comes (k1 1.2, b 0.75). */
final class PlainBm25 implements Finder, AutoCloseable {

    private static final String ID = "id";
    private static final String WORDS = "words";

    private final DirectoryReader reader;
    private final boolean splitting;

    /**
     * Indexes titles.
     *
     * @param splitting whether "330ml" is also 330 and ml
     */
    PlainBm25(Collection<ProductDocument> products, boolean splitting) {
        this.splitting = splitting;
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer =
                    new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                for (ProductDocument product : products) {
                    Document document = new Document();
                    document.add(new StoredField(ID, product.productId()));
                    document.add(
                            new TextField(
                                    WORDS,
                                    String.join(" ", words(product.title().in(Locale.ENGLISH))),
                                    Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            this.reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("indexing in memory", e);
        }
    }

    private List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> splitting ? split(word).stream() : List.of(word).stream())
                .toList();
    }

    private static List<String> split(String word) {
        String[] parts = word.split("(?<=\\p{N})(?=\\p{L})|(?<=\\p{L})(?=\\p{N})");
        return parts.length == 1
                ? List.of(word)
                : List.of((word + " " + String.join(" ", parts)).split(" "));
    }

    @Override
    public List<String> best(String text) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words(text).stream()
                .distinct()
                .forEach(word -> any.add(new TermQuery(new Term(WORDS, word)), Occur.SHOULD));
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            List<String> ids = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(any.build(), DEPTH).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get(ID));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException("searching in memory", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing", e);
        }
    }
}
