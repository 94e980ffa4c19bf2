package com.truecart.pricing.plan;

import com.truecart.pricing.PricedLine;
import com.truecart.pricing.plan.model.Selection;
import java.util.List;

/** Finds an earlier plan again among what can be bought now. */
final class Recall {
    private Recall() {}

    /** As much of the plan as can still be bought: a line whose offer is gone is left out. */
    static Selection of(PurchasePlan plan, List<Option> options) {
        int[] units = new int[options.size()];
        for (StoreOrder order : plan.orders()) {
            for (PricedLine line : order.cart().lines()) {
                for (int t = 0; t < units.length; t++) {
                    Option option = options.get(t);
                    int quantity = line.line().quantity();
                    if (isOf(order, line, option)
                            && (option.whole()
                                    ? quantity == option.units()
                                    : quantity <= option.units())) {
                        units[t] = quantity;
                    }
                }
            }
        }
        return new Selection(units);
    }

    private static boolean isOf(StoreOrder order, PricedLine line, Option option) {
        String name = line.line().lineId();
        String offer = line.line().offer().upstreamId();
        return option.candidate().storeId().equals(order.storeId())
                && option.candidate().offer().upstreamId().equals(offer)
                && (name.equals(option.wantId()) || name.equals(option.wantId() + "+" + offer));
    }
}
