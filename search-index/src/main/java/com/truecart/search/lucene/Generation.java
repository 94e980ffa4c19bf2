package com.truecart.search.lucene;

import com.truecart.search.IndexUnusableException;
import com.truecart.search.IndexUnusableException.Reason;
import com.truecart.search.ProductDocument;
import com.truecart.search.ProductsRefusedException;
import com.truecart.search.layout.IndexedProduct;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** One index from its making until the next one is swapped in. */
final class Generation implements AutoCloseable {

    private static final String LAYOUT_KEY = "layout";
    private static final String BUILT_KEY = "built";
    private static final String BUILT = "yes";

    /** Larger pieces are merged less often. */
    private static final int BUFFER_MEGABYTES = 64;

    /** Between two of these somebody who searches may go first. */
    private static final int PRODUCTS_AT_A_TIME = 2;

    /** So long a commit waits for small segments to be merged: they step aside themselves. */
    private static final int LONGEST_WAIT_MILLIS = 100;

    private static final Similarity RANKING = new Ranking();

    private final Directory directory;
    private final Courtesy courtesy;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> refused = new TreeMap<>();

    private Generation(Directory directory, OpenMode mode, Courtesy courtesy) throws IOException {
        this.directory = directory;
        this.courtesy = courtesy;
        this.writer =
                new IndexWriter(
                        new CourteousMerges(directory, courtesy),
                        new IndexWriterConfig(new ReadyTokens())
                                .setOpenMode(mode)
                                .setSimilarity(RANKING)
                                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                                .setMaxFullFlushMergeWaitMillis(LONGEST_WAIT_MILLIS)
                                .setCommitOnClose(false));
        if (mode == OpenMode.CREATE) {
            writer.setLiveCommitData(Map.of(LAYOUT_KEY, IndexedProduct.LAYOUT).entrySet());
            writer.commit();
        }
        this.searchers =
                new SearcherManager(
                        writer,
                        new SearcherFactory() {
                            @Override
                            public IndexSearcher newSearcher(
                                    IndexReader reader, @Nullable IndexReader previous) {
                                IndexSearcher searcher = new IndexSearcher(reader);
                                searcher.setSimilarity(RANKING);
                                return searcher;
                            }
                        });
    }

    static Generation empty(Directory directory, Courtesy courtesy) throws IOException {
        return new Generation(directory, OpenMode.CREATE, courtesy);
    }

    /**
     * Opens a stored one, having read all of it once: damage shows now and not in the middle of a
     * search.
     */
    static Generation stored(Directory directory, Courtesy courtesy) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String layout = reader.getIndexCommit().getUserData().getOrDefault(LAYOUT_KEY, "none");
            if (!layout.equals(IndexedProduct.LAYOUT)) {
                throw new IndexUnusableException(
                        Reason.OTHER_LAYOUT,
                        "the index has the layout "
                                + layout
                                + ", needed is "
                                + IndexedProduct.LAYOUT);
            }
            for (LeafReaderContext segment : reader.leaves()) {
                segment.reader().checkIntegrity();
            }
            return new Generation(directory, OpenMode.APPEND, courtesy);
        } catch (IndexFormatTooOldException
                | IndexFormatTooNewException
                | IllegalArgumentException e) {
            // an illegal argument is how a codec that is not on the class path shows
            throw new IndexUnusableException(
                    Reason.OTHER_LAYOUT, "the index is of another Lucene", e);
        } catch (CorruptIndexException
                | IndexNotFoundException
                | EOFException
                | NoSuchFileException e) {
            throw new IndexUnusableException(Reason.DAMAGED, "the index cannot be read", e);
        }
    }

    /** A product the index cannot take is named by {@link #commit}. */
    void put(Collection<ProductDocument> products) throws IOException {
        int put = 0;
        for (ProductDocument product : products) {
            if (++put % PRODUCTS_AT_A_TIME == 0) {
                courtesy.stepAside();
            }
            try {
                writer.updateDocuments(
                        new Term(Fields.BLOCK, product.productId()),
                        Fields.block(IndexedProduct.of(product)));
            } catch (IllegalArgumentException e) {
                refused.put(product.productId(), String.valueOf(e.getMessage()));
            }
        }
    }

    void remove(Collection<String> productIds) throws IOException {
        for (String id : productIds) {
            writer.deleteDocuments(new Term(Fields.BLOCK, id));
        }
    }

    /** Says, with the next commit, that everything on record is in it. */
    void markBuilt() {
        writer.setLiveCommitData(
                Map.of(LAYOUT_KEY, IndexedProduct.LAYOUT, BUILT_KEY, BUILT).entrySet());
    }

    boolean isBuilt() {
        for (Map.Entry<String, String> said : writer.getLiveCommitData()) {
            if (said.getKey().equals(BUILT_KEY)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes what was written visible and safe.
     *
     * @throws ProductsRefusedException naming what is not, all else being there
     */
    void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
        if (!refused.isEmpty()) {
            Map<String, String> named = Map.copyOf(refused);
            refused.clear();
            throw new ProductsRefusedException(named);
        }
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Ends it without committing; searches that have begun finish on what they hold. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
