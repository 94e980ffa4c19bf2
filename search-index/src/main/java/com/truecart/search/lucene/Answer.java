package com.truecart.search.lucene;

import com.truecart.search.Cursor;
import com.truecart.search.Explained;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchPage.Hit;
import com.truecart.search.SearchQuery;
import com.truecart.search.query.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Answers one question on one state of the index. */
final class Answer {

    private final IndexSearcher searcher;
    private final SearchQuery question;

    Answer(IndexSearcher searcher, SearchQuery question) {
        this.searcher = searcher;
        this.question = question;
    }

    SearchPage page() throws IOException {
        Query asTyped = Queries.of(Question.of(question.text()));
        SearchPage page = page(asTyped);
        return page.total() == 0 && searcher.count(asTyped) == 0
                ? page(Queries.of(Question.secondChance(question.text()))).readLoosely()
                : page;
    }

    SearchPage completed() throws IOException {
        return page(Queries.of(Question.begun(question.text())));
    }

    SearchPage alike() throws IOException {
        return page(Queries.of(Question.alike(question.text())));
    }

    List<Explained> explained() throws IOException {
        Question asTyped = Question.of(question.text());
        Question read =
                searcher.count(Queries.of(asTyped)) == 0
                        ? Question.secondChance(question.text())
                        : asTyped;
        Best best = best();
        searcher.search(Queries.of(read), new OneVisit(question, best));
        List<Explained> explained = new ArrayList<>();
        for (Found found : best.inOrder().stream().skip(first()).limit(question.size()).toList()) {
            explained.add(new Why(searcher, read).of(found, found.score(question.sort())));
        }
        return explained;
    }

    private int first() {
        return question.page() * question.size();
    }

    /** One more than asked for shows whether there is a next page. */
    private Best best() {
        return new Best(first() + question.size() + 1, question.after());
    }

    private SearchPage page(Query words) throws IOException {
        int first = first();
        Best best = best();
        Visit visit = searcher.search(words, new OneVisit(question, best));
        List<Found> found = best.inOrder();
        int end = Math.min(found.size(), first + question.size());
        List<Hit> hits = new ArrayList<>();
        for (int i = first; i < end; i++) {
            hits.add(hit(found.get(i)));
        }
        Optional<Cursor> next =
                end < found.size() && end > first
                        ? Optional.of(found.get(end - 1).cursor(question.sort()))
                        : Optional.empty();
        return new SearchPage(visit.total(), hits, visit.counts().facets(question.filters()), next);
    }

    /** The searcher has no threads of its own, so all segments are one visit's. */
    private record OneVisit(SearchQuery question, Best best)
            implements CollectorManager<Visit, Visit> {
        @Override
        public Visit newCollector() {
            return new Visit(question, best);
        }

        @Override
        public Visit reduce(Collection<Visit> visits) {
            return visits.iterator().next();
        }
    }

    private record Priced(String offerId, long currency, long price) {}

    private Hit hit(Found found) throws IOException {
        Segment segment = new Segment(found.segment().reader(), question.filters());
        BinaryDocValues ids = DocValues.getBinary(found.segment().reader(), Fields.OFFER_ID);
        List<Priced> wanted = new ArrayList<>();
        for (int offer = segment.firstOffer(found.document()); offer < found.document(); offer++) {
            if (segment.isWantedAnywhere(offer)
                    && segment.isWantedStore(segment.store(offer))
                    && ids.advanceExact(offer)) {
                wanted.add(
                        new Priced(
                                ids.binaryValue().utf8ToString(),
                                segment.currency(offer),
                                segment.price(offer)));
            }
        }
        wanted.sort(
                Comparator.comparingLong(Priced::currency)
                        .thenComparingLong(Priced::price)
                        .thenComparing(Priced::offerId));
        return new Hit(
                found.id().utf8ToString(),
                wanted.stream().map(Priced::offerId).toList(),
                found.score(question.sort()));
    }
}
