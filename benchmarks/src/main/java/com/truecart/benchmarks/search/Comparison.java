package com.truecart.benchmarks.search;

import com.truecart.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Both engines on the same questions, in turns. */
final class Comparison {

    private final OfferProcess ours;
    private final ElasticPeer elastic;
    private final Side ourSide;
    private final Side asWeAsk;
    private final Side plain;

    Comparison(OfferProcess ours, ElasticPeer elastic) {
        this.ours = ours;
        this.elastic = elastic;
        this.ourSide = new Side(ours.process());
        this.asWeAsk = new Side(elastic.process());
        this.plain = new Side(elastic.process());
    }

    /** What one way of asking took. */
    private static final class Side {
        private final ProcessHandle process;
        private final Times times = new Times();
        private double cpuSeconds;

        private Side(ProcessHandle process) {
            this.process = process;
        }

        <Q, A> List<A> ask(List<Q> questions, Function<Q, A> asking) {
            List<A> answers = new ArrayList<>();
            double before = ProcessCpu.seconds(process);
            for (Q question : questions) {
                times.time(() -> answers.add(asking.apply(question)));
            }
            cpuSeconds += ProcessCpu.seconds(process) - before;
            return answers;
        }

        double cpuMillis() {
            return cpuSeconds * 1e3 / times.size();
        }

        void tell(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d questions: %s; %.2f ms CPU a question%n",
                    name,
                    times.size(),
                    times,
                    cpuMillis());
        }

        void tellBeside(Side other, String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%s takes %.1f times our p50, %.1f times our p99 and %.1f times our CPU%n",
                    name,
                    times.percentile(50) / other.times.percentile(50),
                    times.percentile(99) / other.times.percentile(99),
                    cpuMillis() / other.cpuMillis());
        }
    }

    /** Asks without measuring. */
    void warm(List<SearchQuery> questions) {
        for (SearchQuery question : questions) {
            ours.answer(question);
            elastic.total(question);
            elastic.plain(PlainRequest.of(question));
        }
    }

    /** Asks all of these of each, one engine after the other, and checks that they agree. */
    void round(List<SearchQuery> questions) {
        List<byte[]> our = ourSide.ask(questions, ours::answer);
        List<Long> asWeAskIt = asWeAsk.ask(questions, elastic::total);
        List<byte[]> byHand =
                plain.ask(questions.stream().map(PlainRequest::of).toList(), elastic::plain);
        for (int i = 0; i < questions.size(); i++) {
            long expected = ours.total(our.get(i));
            long byHandTotal = elastic.plainTotal(byHand.get(i));
            if (expected != asWeAskIt.get(i) || expected != byHandTotal) {
                throw new IllegalStateException(
                        "%s: ours has %d hits, Elasticsearch %d, asked plainly %d"
                                .formatted(
                                        questions.get(i), expected, asWeAskIt.get(i), byHandTotal));
            }
        }
    }

    void tell() {
        System.out.printf(
                Locale.ROOT,
                "all hit counts are equal; of every tenth question, asked in turns:%n");
        ourSide.tell("ours");
        asWeAsk.tell("Elasticsearch as we ask it");
        plain.tell("Elasticsearch asked plainly");
        asWeAsk.tellBeside(ourSide, "Elasticsearch as we ask it");
        plain.tellBeside(ourSide, "Elasticsearch asked plainly");
    }
}
