package com.truecart.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truecart.search.ProductDocument;
import com.truecart.search.lucene.LuceneOffers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A sample of {@code bin/bench relevance}, so that a change that loses relevance is seen at once.
 */
class RelevanceTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static final long SEED = 7;
    private static final int QUESTIONS = 100;

    @Test
    void offersAreFoundByTheNameOfTheirGroupBetterThanByPlainWords() throws IOException {
        Path file = DATA.resolve("matching/pricerunner/offers.tsv");
        assumeThere(file);
        PriceRunner data = new PriceRunner(file);
        List<Judged> questions = data.questions(QUESTIONS, SEED);
        try (LuceneOffers ours = LuceneOffers.inMemory();
                PlainBm25 plain = new PlainBm25(data.products(), true)) {
            ours.rebuild(data.products().stream());
            Figures found = Figures.of(RelevanceBenchmark.finder(ours), questions);
            System.out.println("Offers by the name of their group: " + found);
            assertThat(found.ndcg10())
                    .isGreaterThan(Figures.of(plain, questions).ndcg10())
                    .isGreaterThan(0.83);
        }
    }

    @Test
    void productsAreFoundInEitherLanguageHoweverTheirNamesAreTyped() throws IOException {
        Path folder = DATA.resolve("hk-pricewatch");
        assumeThere(folder.resolve("names_tc.json"));
        PriceWatchNames data = new PriceWatchNames(folder);
        try (LuceneOffers ours = LuceneOffers.inMemory()) {
            ours.rebuild(data.products().stream());
            for (String language : List.of(PriceWatchNames.ENGLISH, PriceWatchNames.CHINESE)) {
                for (Perturbation perturbation : Perturbation.values()) {
                    List<Judged> questions =
                            data.questions(language, perturbation, QUESTIONS, SEED);
                    if (questions.isEmpty()) {
                        continue;
                    }
                    Figures found = Figures.of(RelevanceBenchmark.finder(ours), questions);
                    System.out.println(language + " " + perturbation + ": " + found);
                    assertThat(found.recall10())
                            .as(language + " " + perturbation)
                            .isGreaterThanOrEqualTo(floor(perturbation));
                }
            }
        }
    }

    @Test
    void aBrandAndACategoryThatAreNamedComeFirstWhetherTheStoreStatesTheBrandOrNot()
            throws IOException {
        Path folder = DATA.resolve("hk-pricewatch");
        assumeThere(folder.resolve("names_tc.json"));
        PriceWatchNames data = new PriceWatchNames(folder);
        NamedByBrand named = new NamedByBrand(data.products(), PriceWatchNames.ENGLISH);
        for (List<ProductDocument> products : List.of(data.products(), named.halfUnstated())) {
            try (LuceneOffers ours = LuceneOffers.inMemory()) {
                ours.rebuild(products.stream());
                Figures found =
                        Figures.of(
                                RelevanceBenchmark.finder(ours), named.questions(QUESTIONS, SEED));
                System.out.println("Brand and category: " + found);
                assertThat(found.ndcg10()).isGreaterThan(0.965);
            }
        }
    }

    /** Just below what the sample has. */
    private static double floor(Perturbation perturbation) {
        return switch (perturbation) {
            case CLEAN, SIZE_DROPPED, WORDS_SHUFFLED, SIMPLIFIED -> 0.99;
            case PINYIN, PINYIN_BY_SYLLABLES -> 0.97;
            case ONE_TYPO -> 0.95;
        };
    }

    /** On the build server the files are always there. */
    private static void assumeThere(Path file) {
        boolean isThere = Files.isRegularFile(file);
        assertThat(isThere || System.getenv("CI") == null)
                .as(file + " on the build server")
                .isTrue();
        assumeTrue(isThere, "no " + file);
    }
}
