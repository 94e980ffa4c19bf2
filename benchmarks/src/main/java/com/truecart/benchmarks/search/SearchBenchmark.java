package com.truecart.benchmarks.search;

import com.truecart.search.Filters;
import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The same questions to our search and to Elasticsearch, both over HTTP, on the same offers, in
 * turns; what each uses is told by the kernel. Ends with an error where the engines behind our port
 * count different hits.
 */
public final class SearchBenchmark {

    private static final int DEFAULT_OFFERS = 1_000_000;
    private static final long SEED = 20_261_127;
    private static final int QUESTIONS = 10_000;
    private static final int HEAP_MEGABYTES = 512;

    /** Elasticsearch is asked every so many of them. */
    private static final int SHARE = 10;

    private static final int ROUND = 100;

    /** PostgreSQL is asked so many of a thousand. */
    private static final int POSTGRES = 20;

    private static final int WARM = 1_000;

    private final GeneratedOffers offers;
    private final OfferProcess ours;
    private final List<SearchQuery> log;

    private SearchBenchmark(GeneratedOffers offers, OfferProcess ours, List<SearchQuery> log) {
        this.offers = offers;
        this.ours = ours;
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @param arguments the number of offers, 1,000,000 where none is given; {@code
     *     --while-ingesting} for our search alone, during a round of new prices; {@code --alone}
     *     for our search alone
     */
    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        int many =
                given.stream()
                        .filter(each -> !each.startsWith("--"))
                        .findFirst()
                        .map(Integer::valueOf)
                        .orElse(DEFAULT_OFFERS);
        GeneratedOffers offers = GeneratedOffers.about(many, SEED);
        List<SearchQuery> log = QueryLog.of(QUESTIONS, offers, SEED);
        try (OfferProcess ours = OfferProcess.start(many, SEED, HEAP_MEGABYTES)) {
            SearchBenchmark benchmark = new SearchBenchmark(offers, ours, log);
            benchmark.tellImport();
            if (given.contains("--while-ingesting")) {
                new IngestRace(ours, log).run();
                return;
            }
            benchmark.askAll();
            benchmark.worst();
            if (!given.contains("--alone")) {
                benchmark.besideElasticsearch();
                benchmark.besidePostgres();
            }
        }
    }

    private void tellImport() {
        Import done = ours.imported();
        System.out.printf(
                Locale.ROOT,
                "%,d offers of %,d products imported in %.1f s with at most %d MB of heap, %d MB of it"
                        + " used at the peak; %,.0f offers a CPU second%n",
                done.offers(),
                offers.products(),
                done.seconds(),
                HEAP_MEGABYTES,
                done.peakHeapMegabytes(),
                done.rate());
    }

    private void askAll() {
        log.subList(0, WARM).forEach(ours::answer);
        Times times = new Times();
        double cpu = ProcessCpu.seconds(ours.process());
        for (SearchQuery question : log) {
            times.time(() -> ours.answer(question));
        }
        System.out.printf(
                Locale.ROOT,
                "ours, %,d questions over HTTP: %s; %.2f ms CPU a question%n",
                times.size(),
                times,
                (ProcessCpu.seconds(ours.process()) - cpu) * 1e3 / times.size());
    }

    /** Each question once on one thread, whose CPU is told apart from all else. */
    private void worst() {
        Times cpu = new Times();
        SearchQuery worst = log.getFirst();
        double most = 0;
        for (SearchQuery question : List.copyOf(new LinkedHashSet<>(log))) {
            double millis = ours.cpuMillis(question);
            if (millis > most) {
                most = millis;
                worst = question;
            }
            cpu.add(millis);
        }
        System.out.printf(
                Locale.ROOT,
                "ours, CPU of one thread for each of %,d different questions: %s (goal 50); the worst"
                        + " is %s, asked again %.1f ms%n",
                cpu.size(),
                cpu,
                worst,
                ours.cpuMillis(worst));
        for (Sort sort : List.of(Sort.RELEVANCE, Sort.DISCOUNT)) {
            SearchQuery everything = new SearchQuery("", Filters.NONE, sort, 0, 20);
            ours.cpuMillis(everything);
            System.out.printf(
                    Locale.ROOT,
                    "ours, everything there is by %s: %.1f ms CPU%n",
                    sort,
                    ours.cpuMillis(everything));
        }
    }

    private void besideElasticsearch() throws IOException {
        try (ElasticPeer elastic = ElasticPeer.with(offers)) {
            Comparison comparison = new Comparison(ours, elastic);
            comparison.warm(log.subList(0, WARM / 2));
            for (int from = 0; from < log.size(); from += SHARE * ROUND) {
                comparison.round(every(SHARE, log.subList(from, from + SHARE * ROUND)));
            }
            comparison.tell();
            bareBulk(elastic);
        }
    }

    private void besidePostgres() {
        try (PostgresPeer postgres = PostgresPeer.with(offers)) {
            Side ourSide = new Side(ours.process());
            Side theirs = new Side(postgres.process());
            int equal = 0;
            for (int from = 0; from < log.size(); from += SHARE * ROUND) {
                List<SearchQuery> questions =
                        every(SHARE * ROUND / POSTGRES, log.subList(from, from + SHARE * ROUND));
                List<byte[]> our = ourSide.ask(questions, ours::answer);
                List<Long> totals =
                        theirs.ask(
                                questions.stream().map(PostgresQuestion::of).toList(),
                                postgres::total);
                for (int i = 0; i < questions.size(); i++) {
                    if (ours.total(our.get(i)) == totals.get(i)) {
                        equal++;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "PostgreSQL, without our reading of words, counts the same hits %,d times of %,d:%n",
                    equal,
                    theirs.size());
            ourSide.tell("ours, beside PostgreSQL");
            theirs.tell("PostgreSQL");
            theirs.tellBeside(ourSide, "PostgreSQL");
        }
    }

    private static List<SearchQuery> every(int step, List<SearchQuery> questions) {
        return IntStream.range(0, questions.size() / step)
                .mapToObj(i -> questions.get(i * step))
                .toList();
    }

    private void bareBulk(ElasticPeer elastic) throws IOException {
        BareBulk bulk = elastic.bulk();
        Path documents = bulk.saved();
        double before = ProcessCpu.seconds(elastic.process());
        bulk.load(documents);
        elastic.awaitRest();
        double rate = ours.imported().offers() / (ProcessCpu.seconds(elastic.process()) - before);
        Files.delete(documents);
        System.out.printf(
                Locale.ROOT,
                "a bare bulk load of the same documents: %,.0f offers a CPU second of Elasticsearch"
                        + " alone; ours %.2f times that%n",
                rate,
                ours.imported().rate() / rate);
    }
}
