package com.truecart.pricing.plan;

import com.truecart.model.Availability;
import com.truecart.model.Money;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import com.truecart.pricing.plan.model.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes plans of choices: orders priced, what is missing, what is taken for granted. */
final class Plans {
    private final Basket basket;
    private final Instant now;

    Plans(Basket basket, Instant now) {
        this.basket = basket;
        this.now = now;
    }

    /** The plan that buys each of these wants from its candidate. */
    PurchasePlan of(Strategy strategy, Map<Want, Candidate> chosen, Proof proof) {
        Map<String, Integer> stores = new HashMap<>();
        for (int s = 0; s < basket.stores().size(); s++) {
            stores.put(basket.stores().get(s).id(), s);
        }
        List<Option> options = new ArrayList<>();
        for (int w = 0; w < basket.wants().size(); w++) {
            Want want = basket.wants().get(w);
            Candidate candidate = chosen.get(want);
            Integer store = candidate == null ? null : stores.get(candidate.storeId());
            if (candidate != null && store != null) {
                options.add(new Option(w, want.id(), store, candidate, want.quantity(), true));
            }
        }
        int[] all = new int[options.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = options.get(i).units();
        }
        return of(strategy, options, new Selection(all), proof);
    }

    /** The plan of a choice among options. */
    PurchasePlan of(Strategy strategy, List<Option> options, Selection selection, Proof proof) {
        PlanPricer pricer = new PlanPricer(basket, options, now);
        List<StoreOrder> orders = pricer.orders(selection);
        Map<String, Integer> given = new HashMap<>();
        Map<String, List<Assumption>> unstated = new HashMap<>();
        for (int t = 0; t < selection.size(); t++) {
            Option option = options.get(t);
            if (selection.units(t) > 0) {
                given.merge(option.wantId(), selection.units(t), Integer::sum);
                if (option.candidate().availability() == Availability.UNSTATED) {
                    unstated.computeIfAbsent(option.candidate().storeId(), _ -> new ArrayList<>())
                            .add(
                                    new Assumption.AvailabilityNotStated(
                                            option.candidate().storeId(), option.wantId()));
                }
            }
        }
        Money total = pricer.total(orders);
        List<MissingWant> missing =
                basket.wants().stream()
                        .filter(want -> given.getOrDefault(want.id(), 0) < want.quantity())
                        .map(want ->
                                new MissingWant(want.id(), Candidates.whyMissing(want, basket)))
                        .toList();
        return new PurchasePlan(
                strategy,
                orders,
                total,
                missing,
                assumptions(orders, unstated, tooSmall(pricer, selection)),
                proof);
    }

    private List<Assumption> tooSmall(PlanPricer pricer, Selection selection) {
        List<Assumption> all = new ArrayList<>();
        for (int s = 0; s < basket.stores().size(); s++) {
            Money missing = pricer.missingAt(s, selection);
            if (missing.isPositive()) {
                all.add(new Assumption.BelowMinimum(basket.stores().get(s).id(), missing));
            }
        }
        return all;
    }

    private static List<Assumption> assumptions(
            List<StoreOrder> orders,
            Map<String, List<Assumption>> unstated,
            List<Assumption> tooSmall) {
        List<Assumption> all = new ArrayList<>(tooSmall);
        for (StoreOrder order : orders) {
            if (order.cart().delivery().isEmpty()) {
                all.add(new Assumption.DeliveryNotIncluded(order.storeId()));
            }
            all.addAll(unstated.getOrDefault(order.storeId(), List.of()));
        }
        return all;
    }
}
