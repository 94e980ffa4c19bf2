package com.truecart.pricing;

import com.truecart.model.Benefit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whose units gave a saving over several offers. */
final class SlowEarned {

    private SlowEarned() {}

    /** Each group's saving is its own units'; where there are no groups, that of all. */
    static Map<String, BigDecimal> shares(
            SlowPricer pricer, Benefit benefit, List<String> members) {
        List<Map.Entry<String, BigDecimal>> units =
                members.stream()
                        .flatMap(id -> pricer.unitsOf(id).stream().map(unit -> Map.entry(id, unit)))
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .toList();
        int all = units.size();
        int size =
                switch (benefit) {
                    case Benefit.BundlePrice(int n, var _) -> n;
                    case Benefit.BundleSave(int n, var _) -> n;
                    case Benefit.BuyXGetY free ->
                            free.discounted() == Benefit.BuyXGetY.Pick.CHEAPEST
                                    ? free.buy() + free.get()
                                    : (free.buy() + free.get())
                                            * Math.min(
                                                    all / (free.buy() + free.get()),
                                                    free.maxTimes().orElse(all));
                    case Benefit _ -> all;
                };
        int most =
                switch (benefit) {
                    case Benefit.BuyXGetY free ->
                            free.discounted() == Benefit.BuyXGetY.Pick.CHEAPEST
                                    ? free.maxTimes().orElse(all)
                                    : 1;
                    case Benefit.BundlePrice _, Benefit.BundleSave _ -> all;
                    case Benefit _ -> 1;
                };
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (int group = 0; group < most && (group + 1) * size <= all; group++) {
            List<Map.Entry<String, BigDecimal>> together =
                    units.subList(group * size, (group + 1) * size);
            Map<String, BigDecimal> costs = new TreeMap<>();
            together.forEach(unit -> costs.merge(unit.getKey(), unit.getValue(), BigDecimal::add));
            SlowPricer.spread(
                            pricer.gives(
                                    benefit, together.stream().map(Map.Entry::getValue).toList()),
                            costs)
                    .forEach((id, share) -> shares.merge(id, share, BigDecimal::add));
        }
        return shares;
    }
}
