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
    private int plainEqual;

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
            if (elastic.plainTotal(byHand.get(i)) == expected) {
                plainEqual++;
            }
            if (expected != asWeAskIt.get(i)) {
                throw new IllegalStateException(
                        "%s: ours has %d hits, Elasticsearch %d"
                                .formatted(questions.get(i), expected, asWeAskIt.get(i)));
            }
        }
    }

    void tell() {
        System.out.printf(
                Locale.ROOT,
                "Elasticsearch as we ask it counts the same hits each time, asked plainly, without our"
                        + " reading of words, %,d times of %,d; of every tenth question, in turns:%n",
                plainEqual,
                plain.size());
        ourSide.tell("ours");
        asWeAsk.tell("Elasticsearch as we ask it");
        plain.tell("Elasticsearch asked plainly");
        asWeAsk.tellBeside(ourSide, "Elasticsearch as we ask it");
        plain.tellBeside(ourSide, "Elasticsearch asked plainly");
    }
}
