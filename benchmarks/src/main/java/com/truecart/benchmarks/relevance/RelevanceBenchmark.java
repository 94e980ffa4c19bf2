package com.truecart.benchmarks.relevance;

import com.truecart.search.ProductDocument;
import com.truecart.search.SearchPage.Hit;
import com.truecart.search.SearchQuery;
import com.truecart.search.lucene.LuceneOffers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures how well products are found by names as they are and as people type them. */
public final class RelevanceBenchmark {

    private static final Path DATA = Path.of("../shared/data");
    private static final long SEED = 7;

    private RelevanceBenchmark() {}

    /**
     * Prints figures.
     *
     * @param arguments most questions of each kind; all where none is given
     */
    public static void main(String[] arguments) throws IOException {
        int most = arguments.length == 0 ? Integer.MAX_VALUE : Integer.parseInt(arguments[0]);
        Path offers = DATA.resolve("matching/pricerunner/offers.tsv");
        if (Files.isRegularFile(offers)) {
            priceRunner(new PriceRunner(offers), most);
        } else {
            System.out.println("PriceRunner: skipped, there is no " + offers);
        }
        Path names = DATA.resolve("hk-pricewatch");
        if (Files.isRegularFile(names.resolve("names_tc.json"))) {
            PriceWatchNames data = new PriceWatchNames(names);
            priceWatch(data, most);
            byBrandAndCategory(data, most);
        } else {
            System.out.println("price watch: skipped, there is no " + names);
        }
    }

    private static void priceRunner(PriceRunner data, int most) {
        List<Judged> questions = data.questions(most, SEED);
        try (PlainBm25 words = new PlainBm25(data.products(), false);
                PlainBm25 splitting = new PlainBm25(data.products(), true);
                LuceneOffers ours = LuceneOffers.inMemory()) {
            ours.rebuild(data.products().stream());
            System.out.println("PriceRunner, BM25 of words: " + Figures.of(words, questions));
            System.out.println(
                    "PriceRunner, letters and digits split: " + Figures.of(splitting, questions));
            System.out.println("PriceRunner, ours: " + Figures.of(finder(ours), questions));
        }
    }

    private static void priceWatch(PriceWatchNames data, int most) {
        try (LuceneOffers ours = LuceneOffers.inMemory()) {
            ours.rebuild(data.products().stream());
            for (String language : List.of(PriceWatchNames.ENGLISH, PriceWatchNames.CHINESE)) {
                for (Perturbation perturbation : Perturbation.values()) {
                    List<Judged> questions = data.questions(language, perturbation, most, SEED);
                    if (!questions.isEmpty()) {
                        System.out.printf(
                                Locale.ROOT,
                                "price watch, %s, %s: %s%n",
                                language,
                                perturbation,
                                Figures.of(finder(ours), questions));
                    }
                }
            }
        }
    }

    private static void byBrandAndCategory(PriceWatchNames data, int most) {
        for (String language : List.of(PriceWatchNames.ENGLISH, PriceWatchNames.CHINESE)) {
            NamedByBrand named = new NamedByBrand(data.products(), language);
            byBrandAndCategory(
                    language + ", brand and category",
                    named,
                    named.questions(most, SEED),
                    data.products());
            byBrandAndCategory(
                    language + ", the same, half of the brands in the title only",
                    named,
                    named.questions(most, SEED),
                    named.halfUnstated());
        }
    }

    private static void byBrandAndCategory(
            String what,
            NamedByBrand named,
            List<Judged> questions,
            List<ProductDocument> products) {
        try (LuceneOffers ours = LuceneOffers.inMemory()) {
            ours.rebuild(products.stream());
            System.out.println(what + ": " + Figures.of(finder(ours), questions));
            System.out.println(
                    what
                            + ", filtered by the brand: "
                            + Figures.of(named.filteredByBrand(ours), questions));
        }
    }

    static Finder finder(LuceneOffers offers) {
        return text ->
                offers.search(SearchQuery.of(text).onPage(0, Finder.DEPTH)).hits().stream()
                        .map(Hit::productId)
                        .toList();
    }
}
