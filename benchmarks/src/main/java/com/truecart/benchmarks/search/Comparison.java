package com.truecart.benchmarks.search;

import com.truecart.search.SearchQuery;
import java.util.List;
import java.util.Locale;

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
