package com.truecart.benchmarks.parity;

import com.truecart.benchmarks.parity.MedusaDraw.Drawn;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.Verdict;
import com.truecart.realshops.medusa.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts what came of each basket. */
final class MedusaTally {
    private static final String IN_NO_ORDER = "two of the same number";

    private int baskets;
    private int compared;
    private int lowered;
    private int saidInVain;
    private int unlikeOurs;
    private final Map<String, Integer> saidBefore = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    int baskets() {
        return baskets;
    }

    void count(MedusaRound.Pair pair, Market market, List<Drawn> promotions) {
        baskets++;
        Money asked = pair.asked();
        Money fee =
                pair.isDelivered()
                        ? Money.ofMajor(MedusaRound.FEE, asked.currency())
                        : Money.zero(asked.currency());
        Money fullPrice = pair.predicted().list().plus(fee);
        lowered += asked.compareTo(fullPrice) < 0 ? 1 : 0;
        boolean isEqual = pair.predicted().payable().equals(asked);
        Set<String> unpriced = unpriced(pair, promotions);
        if (!unpriced.isEmpty()) {
            unpriced.forEach(kind -> saidBefore.merge(kind, 1, Integer::sum));
            saidInVain += isEqual ? 1 : 0;
            return;
        }
        compared++;
        unlikeOurs += pair.asOurs().payable().equals(asked) ? 0 : 1;
        if (!isEqual) {
            differences.add(
                    String.format(
                            Locale.ROOT,
                            "predicted %s, asked %s · %s%s · %s · %s · %s",
                            pair.predicted().payable(),
                            asked,
                            market.country(),
                            pair.isDelivered() ? ", delivered" : "",
                            pair.basket(),
                            pair.predicted().steps(),
                            promotions));
        }
    }

    /** The kinds that could lower this basket and that our prediction names as not priced. */
    private static Set<String> unpriced(MedusaRound.Pair pair, List<Drawn> promotions) {
        Map<String, String> kinds =
                promotions.stream()
                        .collect(
                                Collectors.toMap(
                                        each -> String.valueOf(each.document().get("code")),
                                        Drawn::kind));
        Set<String> unpriced = new TreeSet<>();
        for (NotApplied each : pair.predicted().notApplied()) {
            Promotion promotion = each.promotion();
            boolean isGiven =
                    !promotion.trigger().contains(Trigger.Code.class)
                            || pair.basket().codes().contains(name(promotion));
            if (isGiven
                    && each.verdict() instanceof Verdict.Unknown(Verdict.Question why, _)
                    && why == Verdict.Question.WORDS) {
                unpriced.add(kinds.getOrDefault(name(promotion), name(promotion)));
            } else if (each.verdict() instanceof Verdict.Refused(Verdict.Flaw why, _)
                    && why == Verdict.Flaw.NO_ORDER) {
                unpriced.add(IN_NO_ORDER);
            }
        }
        return unpriced;
    }

    private static String name(Promotion promotion) {
        return promotion.label().in(Locale.ENGLISH);
    }

    MedusaParity.Report report() {
        return new MedusaParity.Report(
                baskets, compared, lowered, saidBefore, saidInVain, unlikeOurs, differences);
    }
}
