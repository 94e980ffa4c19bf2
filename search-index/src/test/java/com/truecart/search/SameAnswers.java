package com.truecart.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truecart.search.elastic.ElasticNode;
import com.truecart.search.elastic.ElasticOffers;
import com.truecart.search.elastic.ElasticSettings;
import com.truecart.search.lucene.LuceneOffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The same questions to both engines over the real products: where they differ, and how much was
 * compared.
 *
 * @param hits products that stood at the same place in both answers
 */
public record SameAnswers(int asked, int found, long hits, List<String> different) {

    private static final int MOST_TOLD = 20;

    /** Sums of floats are equal to six digits, whatever the order they are added in. */
    private static final float TIE = 1e-6f;

    /** Asks so many questions. */
    public static SameAnswers asked(int questions, long seed) {
        Optional<List<ProductDocument>> read = PriceWatch.products();
        assumeTrue(read.isPresent());
        List<ProductDocument> products = ranked(read.get(), seed);
        try (ElasticNode node = ElasticNode.start(512);
                LuceneOffers lucene = LuceneOffers.inMemory();
                ElasticOffers elastic =
                        ElasticOffers.on(ElasticSettings.at(node.address(), Optional.empty()))) {
            lucene.rebuild(products.stream());
            elastic.rebuild(products.stream());
            return compared(lucene, elastic, new RandomQuestions(seed, products), questions);
        }
    }

    /** Every other product has a sales rank, some the same. */
    private static List<ProductDocument> ranked(List<ProductDocument> products, long seed) {
        Random random = new Random(seed);
        return products.stream()
                .map(product ->
                        random.nextBoolean()
                                ? Shelf.ranked(product, 1 + random.nextInt(500))
                                : product)
                .toList();
    }

    private static SameAnswers compared(
            OfferSearch one, OfferSearch other, RandomQuestions questions, int many) {
        List<String> different = new ArrayList<>();
        int found = 0;
        long hits = 0;
        for (int i = 0; i < many; i++) {
            SearchQuery question = questions.next();
            SearchPage expected = one.search(question);
            SearchPage actual = other.search(question);
            if (expected.next().isPresent() && i % 3 == 0) {
                question = question.after(expected.next().get());
                expected = one.search(question);
                actual = other.search(question);
            }
            found += expected.total() > 0 ? 1 : 0;
            hits += expected.hits().size();
            Optional<String> difference = difference(expected, actual);
            if (difference.isPresent() && different.size() < MOST_TOLD) {
                different.add(question + ": " + difference.get());
            }
        }
        return new SameAnswers(many, found, hits, different);
    }

    private static Optional<String> difference(SearchPage expected, SearchPage actual) {
        if (expected.total() != actual.total()) {
            return Optional.of("total " + expected.total() + " and " + actual.total());
        }
        if (!expected.facets().equals(actual.facets())) {
            return Optional.of("facets " + expected.facets() + " and " + actual.facets());
        }
        if (expected.hits().size() != actual.hits().size()
                || expected.next().isPresent() != actual.next().isPresent()) {
            return Optional.of("the size of the page");
        }
        for (int i = 0; i < expected.hits().size(); i++) {
            SearchPage.Hit one = expected.hits().get(i);
            SearchPage.Hit other = actual.hits().get(i);
            boolean isTied =
                    one.score() > 0 && Math.abs(one.score() - other.score()) <= TIE * one.score();
            boolean isSame =
                    one.productId().equals(other.productId())
                            && one.offerIds().equals(other.offerIds());
            if (!isSame && !isTied) {
                return Optional.of("hit " + i + ": " + one + " and " + other);
            }
        }
        return Optional.empty();
    }

    /** What was compared, in one line. */
    public String summary() {
        return "%d questions, %d of them with hits, %d hits compared, %d answers differ"
                .formatted(asked, found, hits, different.size());
    }
}
