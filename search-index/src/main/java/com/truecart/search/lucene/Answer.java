package com.truecart.search.lucene;

import com.truecart.search.SearchPage;
import com.truecart.search.SearchPage.Hit;
import com.truecart.search.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSet;

/** Answers one question on one state of the index. */
final class Answer {

    private final IndexSearcher searcher;
    private final SearchQuery question;

    Answer(IndexSearcher searcher, SearchQuery question) {
        this.searcher = searcher;
        this.question = question;
    }

    SearchPage page() throws IOException {
        Query words = Queries.words(question.text());
        Query offers = Queries.offers(question.filters());
        TopFieldDocs top =
                searcher.search(
                        Queries.products(words, question.filters(), offers),
                        new TopFieldCollectorManager(
                                Queries.order(question.sort(), offers),
                                (question.page() + 1) * question.size(),
                                null,
                                Integer.MAX_VALUE));
        BitSetProducer matching = new QueryBitSetProducer(offers);
        List<Hit> hits = new ArrayList<>();
        for (int i = question.page() * question.size(); i < top.scoreDocs.length; i++) {
            hits.add(hit(top.scoreDocs[i], matching));
        }
        return new SearchPage(
                top.totalHits.value(),
                hits,
                new FacetCounts(searcher).of(words, question.filters()));
    }

    private Hit hit(ScoreDoc found, BitSetProducer matching) throws IOException {
        List<LeafReaderContext> segments = searcher.getLeafContexts();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(found.doc, segments));
        int product = found.doc - segment.docBase;
        SortedDocValues ids = DocValues.getSorted(segment.reader(), Fields.PRODUCT_ID);
        if (!ids.advanceExact(product)) {
            throw new IllegalStateException("a product without an id in the index");
        }
        return new Hit(
                ids.lookupOrd(ids.ordValue()).utf8ToString(), offers(segment, product, matching));
    }

    private record Priced(String offerId, String currency, long price) {}

    private static List<String> offers(
            LeafReaderContext segment, int product, BitSetProducer matching) throws IOException {
        BitSet products = Queries.PRODUCT_BITS.getBitSet(segment);
        BitSet offers = matching.getBitSet(segment);
        if (products == null || offers == null) {
            return List.of();
        }
        SortedDocValues ids = DocValues.getSorted(segment.reader(), Fields.OFFER_ID);
        SortedDocValues currencies = DocValues.getSorted(segment.reader(), Fields.CURRENCY_ORDER);
        NumericDocValues prices =
                DocValues.unwrapSingleton(
                        DocValues.getSortedNumeric(segment.reader(), Fields.PRICE));
        List<Priced> found = new ArrayList<>();
        int first = product == 0 ? 0 : products.prevSetBit(product - 1) + 1;
        for (int offer = first; offer < product; offer++) {
            if (offers.get(offer)
                    && ids.advanceExact(offer)
                    && currencies.advanceExact(offer)
                    && prices.advanceExact(offer)) {
                found.add(
                        new Priced(
                                ids.lookupOrd(ids.ordValue()).utf8ToString(),
                                currencies.lookupOrd(currencies.ordValue()).utf8ToString(),
                                prices.longValue()));
            }
        }
        found.sort(
                Comparator.comparing(Priced::currency)
                        .thenComparingLong(Priced::price)
                        .thenComparing(Priced::offerId));
        return found.stream().map(Priced::offerId).toList();
    }
}
