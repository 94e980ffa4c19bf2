package com.truecart.realshops.vendure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The discounts of one line by promotion: the first amount of each is rounded, others are not. */
final class DiscountSums {
    private final Map<Long, double[]> sums = new LinkedHashMap<>();

    void add(long promotionId, double net, double gross) {
        double[] sum = sums.get(promotionId);
        if (sum == null) {
            sums.put(promotionId, new double[] {Math.round(net), Math.round(gross)});
        } else {
            sum[0] += net;
            sum[1] += gross;
        }
    }

    List<QuotedDiscount> quoted() {
        return sums.entrySet().stream()
                .map(entry ->
                        new QuotedDiscount(
                                entry.getKey(),
                                Reckoning.decimal(entry.getValue()[0]),
                                Reckoning.decimal(entry.getValue()[1])))
                .toList();
    }
}
