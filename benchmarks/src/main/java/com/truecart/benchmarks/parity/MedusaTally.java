package com.truecart.benchmarks.parity;

import com.truecart.benchmarks.parity.MedusaDraw.Drawn;
import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Verdict;
import com.truecart.realshops.medusa.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what came of each basket. */
final class MedusaTally {
    static final String TIED = "two promotions of the same bare number";
    static final String UNEXPLAINED = "unexplained";

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
                            "%s · predicted %s, asked %s · %s%s · %s · %s · %s",
                            isTied(pair.predicted()) ? TIED : UNEXPLAINED,
                            pair.predicted().payable(),
                            asked,
                            market.country(),
                            pair.isDelivered() ? ", delivered" : "",
                            pair.basket(),
                            pair.predicted().steps(),
                            promotions));
        }
    }

    /**
     * Whether two promotions of the same bare number lowered the goods, a share and an amount or
     * two unlike amounts: Medusa orders by that number, and equals as its database gives them, now
     * so, now otherwise.
     */
    private static boolean isTied(PricedCart predicted) {
        Map<BigDecimal, Set<String>> kinds = new TreeMap<>();
        for (PriceStep step : predicted.steps()) {
            step.promotion()
                    .map(Promotion::benefit)
                    .ifPresent(benefit ->
                            number(benefit)
                                    .ifPresent(number ->
                                            kinds.computeIfAbsent(number, _ -> new HashSet<>())
                                                    .add(kind(benefit))));
        }
        return kinds.values().stream().anyMatch(each -> each.size() > 1);
    }

    private static Optional<BigDecimal> number(Benefit benefit) {
        if (benefit instanceof Benefit.PercentOff(long rate, var _)) {
            return Optional.of(BigDecimal.valueOf(rate, 4).stripTrailingZeros());
        }
        return benefit instanceof Benefit.AmountOff(Money amount, var _)
                ? Optional.of(amount.major().stripTrailingZeros())
                : Optional.empty();
    }

    private static String kind(Benefit benefit) {
        return benefit instanceof Benefit.AmountOff(var _, var per) ? "amount by " + per : "share";
    }

    /** The kinds that could lower this basket and that our prediction names as not priced. */
    private static Set<String> unpriced(MedusaRound.Pair pair, List<Drawn> promotions) {
        Map<String, String> kinds =
                promotions.stream()
                        .collect(
                                Collectors.toMap(
                                        each -> String.valueOf(each.document().get("code")),
                                        Drawn::kind));
        return pair.predicted().notApplied().stream()
                .filter(each ->
                        each.verdict() instanceof Verdict.Unknown(Verdict.Question why, _)
                                && why == Verdict.Question.WORDS)
                .map(each -> each.promotion())
                .filter(promotion ->
                        !promotion.trigger().contains(Trigger.Code.class)
                                || pair.basket().codes().contains(name(promotion)))
                .map(promotion -> kinds.getOrDefault(name(promotion), name(promotion)))
                .collect(Collectors.toSet());
    }

    private static String name(Promotion promotion) {
        return promotion.label().in(Locale.ENGLISH);
    }

    MedusaParity.Report report() {
        return new MedusaParity.Report(
                baskets, compared, lowered, saidBefore, saidInVain, unlikeOurs, differences);
    }
}
