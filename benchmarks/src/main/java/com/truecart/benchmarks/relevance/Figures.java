package com.truecart.benchmarks.relevance;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How good answers are, each the mean over all questions. A hit is right or not, nothing between.
 *
 * @param questions how many were asked
 * @param ndcg10 discounted gain of the first ten against the best order possible
 * @param mrr one by the place of the first right hit among the first {@link Finder#DEPTH}
 * @param recall10 share of the right products in the first ten
 * @param recall50 share of the right products in the first fifty
 */
record Figures(int questions, double ndcg10, double mrr, double recall10, double recall50) {

    static Figures of(Finder finder, Collection<Judged> questions) {
        double ndcg = 0;
        double mrr = 0;
        double ten = 0;
        double fifty = 0;
        for (Judged question : questions) {
            List<String> hits = finder.best(question.text());
            ndcg += ndcg(hits, question.relevant());
            mrr += reciprocalRank(hits, question.relevant());
            ten += recall(hits, question.relevant(), 10);
            fifty += recall(hits, question.relevant(), 50);
        }
        int count = questions.size();
        return new Figures(count, ndcg / count, mrr / count, ten / count, fifty / count);
    }

    private static double ndcg(List<String> hits, Set<String> relevant) {
        double gain = 0;
        double best = 0;
        for (int i = 0; i < 10; i++) {
            double discounted = Math.log(2) / Math.log(i + 2);
            gain += i < hits.size() && relevant.contains(hits.get(i)) ? discounted : 0;
            best += i < relevant.size() ? discounted : 0;
        }
        return gain / best;
    }

    private static double reciprocalRank(List<String> hits, Set<String> relevant) {
        for (int i = 0; i < hits.size(); i++) {
            if (relevant.contains(hits.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double recall(List<String> hits, Set<String> relevant, int first) {
        long found = hits.stream().limit(first).filter(relevant::contains).count();
        return found / (double) relevant.size();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "nDCG@10 %.3f, MRR %.3f, recall@10 %.3f, recall@50 %.3f (%d questions)",
                ndcg10,
                mrr,
                recall10,
                recall50,
                questions);
    }
}
