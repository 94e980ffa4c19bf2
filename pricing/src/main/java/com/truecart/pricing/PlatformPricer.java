package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Works out what the carts of several stores of one platform cost in one order. Everything a store
 * does by itself is as {@link CartPricer} says; a promotion of the platform looks at the lines in
 * its scope at all stores at once, and its amount is divided over them as the engine divides.
 *
 * <p>As on Tmall since August 2020 (profile {@code taobao}): a share beyond what is left of a
 * store's lines is lost, so a thing at 400.00 with a coupon "400 减 380" and a cross-store "400 减
 * 50" costs nothing, not less. Stateless, so one serves all threads.
 */
public final class PlatformPricer {

    /** The price of these carts for this shopper at this moment. */
    public PricedPlatformCart price(PlatformCart cart, Shoppers shoppers, Instant now) {
        List<StoreCart> carts = List.copyOf(cart.stores().values());
        List<String> ids = List.copyOf(cart.stores().keySet());
        Calculation.Result result =
                new Calculation(
                                carts,
                                cart.promotions(),
                                store ->
                                        store == Positions.EVERY_STORE
                                                ? shoppers.onPlatform()
                                                : shoppers.at(ids.get(store)),
                                now)
                        .run();
        SortedMap<String, PricedCart> stores = new TreeMap<>();
        Map<Integer, List<PricedLine>> lines = new HashMap<>();
        Set<Promotion> applied = new LinkedHashSet<>();
        Money payable = Money.zero(carts.getFirst().currency());
        for (int store = 0; store < ids.size(); store++) {
            PricedCart priced = new Settlement(result, store).priced(now);
            stores.put(ids.get(store), priced);
            lines.put(store, priced.lines());
            priced.steps().forEach(step -> step.promotion().ifPresent(applied::add));
            payable = payable.plus(priced.payable());
        }
        Notes notes = new Notes(result, Positions.EVERY_STORE);
        return new PricedPlatformCart(
                stores,
                payable,
                notes.notApplied(applied),
                notes.gifts(),
                notes.valueBack(lines),
                result.outcome().isProvenBest(),
                now);
    }
}
