package com.truecart.search.lucene;

import com.truecart.search.Explained;
import com.truecart.search.Explained.Reason;
import com.truecart.search.Filters;
import com.truecart.search.layout.Standing;
import com.truecart.search.query.Question;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/** Asks the index what each condition is worth for one product. */
final class Why {

    private final IndexSearcher searcher;
    private final Question question;

    Why(IndexSearcher searcher, Question question) {
        this.searcher = searcher;
        this.question = question;
    }

    Explained of(Found found, float score) throws IOException {
        Map<Reason, Float> parts = new EnumMap<>(Reason.class);
        if (question instanceof Question.Words words) {
            for (Question.Condition each : words.all()) {
                Explanation worth =
                        searcher.explain(
                                Queries.of(each.clause()),
                                found.segment().docBase + found.document());
                parts.put(each.reason(), worth.isMatch() ? worth.getValue().floatValue() : 0);
            }
            parts.putAll(standing(found).reasons());
        }
        return new Explained(found.id().utf8ToString(), score, parts);
    }

    private static Standing standing(Found found) throws IOException {
        Segment segment = new Segment(found.segment().reader(), Filters.NONE.onlyInStock());
        int first = segment.firstOffer(found.document());
        boolean isAvailable = false;
        for (int offer = first; offer < found.document(); offer++) {
            isAvailable |= segment.isWantedAnywhere(offer);
        }
        return new Standing(
                isAvailable,
                found.document() - first,
                found.salesRank() == Long.MAX_VALUE
                        ? OptionalInt.empty()
                        : OptionalInt.of(Math.toIntExact(found.salesRank())));
    }
}
