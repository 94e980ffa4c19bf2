package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.plan.model.Demand;
import com.truecart.pricing.plan.model.ModelStore;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import com.truecart.pricing.plan.model.Take;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A basket turned into numbers.
 *
 * @param options what each take of the model stands for, by position
 */
record BasketModel(Basket basket, PlanModel model, List<Option> options) {

    BasketModel {
        options = List.copyOf(options);
    }

    static BasketModel of(Basket basket, Instant now) {
        List<Option> options = new ArrayList<>();
        List<ModelStore> stores = new ArrayList<>();
        List<Take> takes = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        Map<Integer, List<Integer>> slotsOf = new HashMap<>();
        int lanes = 0;
        for (int s = 0; s < basket.stores().size(); s++) {
            List<Option> here = Options.at(basket, s);
            if (here.isEmpty()) {
                stores.add(new ModelStore(0, true));
                continue;
            }
            StoreNumbers numbers = numbers(basket.stores().get(s), here, now);
            stores.add(
                    new ModelStore(
                            numbers.fee(),
                            numbers.exact(),
                            basket.stores().get(s).minimumIn(basket.currency())));
            int first = takes.size();
            for (int i = 0; i < here.size(); i++) {
                Option option = here.get(i);
                StoreNumbers.Line line = numbers.lines().get(i);
                options.add(option);
                takes.add(
                        new Take(
                                option.want(),
                                s,
                                option.units(),
                                option.whole(),
                                line.high(),
                                line.low()));
            }
            int used = lanes;
            for (StoreNumbers.Slots each : numbers.slots()) {
                slotsOf.computeIfAbsent(s, _ -> new ArrayList<>()).add(slots.size());
                int lane = each.lane() == Slot.FREE ? Slot.FREE : used + each.lane();
                lanes = Math.max(lanes, lane + 1);
                slots.add(
                        new Slot(
                                each.options().stream().map(i -> first + i).toList(),
                                List.of(),
                                lane,
                                each.steps()));
            }
        }
        for (Platform platform : basket.platforms()) {
            slots.addAll(slotsOf(platform, basket, options, takes, seen(stores, slotsOf)));
        }
        return new BasketModel(
                basket,
                new PlanModel(
                        demands(basket, takes, stores),
                        stores,
                        takes,
                        slots,
                        List.of(),
                        basket.maxStores()),
                options);
    }

    private static StoreNumbers numbers(Store store, List<Option> here, Instant now) {
        Applicable applicable = new Applicable(store, here, now);
        List<Promotion> ofStore = applicable.ofStore();
        Map<String, Set<Promotion>> ofOffers = applicable.ofOffers();
        return new ExactNumbers(store, here, now)
                .numbers(ofStore, ofOffers)
                .orElseGet(() -> new LeastNumbers(store, here, now).numbers(ofStore, ofOffers));
    }

    private static List<Demand> demands(Basket basket, List<Take> takes, List<ModelStore> stores) {
        long all = 1;
        for (Take take : takes) {
            all += take.highOf(take.most());
        }
        for (ModelStore store : stores) {
            all += store.fee();
        }
        for (Want want : basket.wants()) {
            // nothing that is only nice to have is worth leaving out what must be had
            all += want.worth().map(Money::minor).orElse(0L);
        }
        long missing = all;
        return basket.wants().stream()
                .map(want ->
                        want.worth()
                                .map(worth -> new Demand(want.quantity(), worth.minor(), true))
                                .orElseGet(() -> new Demand(want.quantity(), missing)))
                .toList();
    }

    private static List<Slot> slotsOf(
            Platform platform,
            Basket basket,
            List<Option> options,
            List<Take> takes,
            Map<Integer, List<Integer>> slotsOf) {
        List<Integer> on = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        boolean isBySpend = true;
        long most = 1;
        for (int s = 0; s < basket.stores().size(); s++) {
            Store store = basket.stores().get(s);
            if (!platform.storeIds().contains(store.id())) {
                continue;
            }
            isBySpend &= Engines.isBySpend(store.profile());
            most += store.delivery().map(terms -> terms.highestFee().minor()).orElse(0L);
            if (isBySpend && !Engines.looksAtSpend(store.profile(), Stage.PLATFORM)) {
                after.addAll(slotsOf.getOrDefault(s, List.of()));
            }
        }
        for (int t = 0; t < takes.size(); t++) {
            if (platform.storeIds().contains(options.get(t).candidate().storeId())) {
                on.add(t);
                most += takes.get(t).highOf(takes.get(t).most());
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (Promotion promotion : platform.promotions()) {
            if (!on.isEmpty() && promotion.isModelled()) {
                slots.add(new Slot(on, after, Slot.FREE, steps(promotion, isBySpend, most)));
            }
        }
        return slots;
    }

    /** Where the engine rounds each line or the kind is another, all of it could come off. */
    private static List<Step> steps(Promotion promotion, boolean isBySpend, long most) {
        Optional<List<Saving>> savings =
                isBySpend ? OrderSavings.of(promotion, most) : Optional.empty();
        if (savings.isEmpty()) {
            return List.of(Step.fixed(0, most, 0));
        }
        return savings.get().stream()
                .map(saving ->
                        saving.ratePpm() == 0
                                ? Step.fixed(saving.from(), saving.amount(), 0)
                                : Step.rate(saving.from(), saving.ratePpm(), saving.cap()))
                .toList();
    }

    /**
     * What comes off at a store lowers the platform's spend; where only bounds are known, nothing.
     */
    private static Map<Integer, List<Integer>> seen(
            List<ModelStore> stores, Map<Integer, List<Integer>> slotsOf) {
        Map<Integer, List<Integer>> seen = new HashMap<>(slotsOf);
        seen.keySet().removeIf(store -> !stores.get(store).exact());
        return seen;
    }
}
