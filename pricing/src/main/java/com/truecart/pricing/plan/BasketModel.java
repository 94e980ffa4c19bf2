package com.truecart.pricing.plan;

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
 * @param groups stores that are priced together: those of a platform, else each by itself
 */
record BasketModel(
        Basket basket, PlanModel model, List<Option> options, List<List<Integer>> groups) {

    BasketModel {
        options = List.copyOf(options);
        groups = List.copyOf(groups);
    }

    static BasketModel of(Basket basket, Instant now) {
        List<Option> options = new ArrayList<>();
        List<ModelStore> stores = new ArrayList<>();
        List<Take> takes = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        Map<Integer, List<Integer>> slotsOf = new HashMap<>();
        int lanes = 0;
        for (int s = 0; s < basket.stores().size(); s++) {
            List<Option> here = optionsAt(basket, s);
            if (here.isEmpty()) {
                stores.add(new ModelStore(0, true));
                continue;
            }
            StoreNumbers numbers = numbers(basket.stores().get(s), here, now);
            stores.add(new ModelStore(numbers.fee(), numbers.exact()));
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
                options,
                groups(basket));
    }

    private static StoreNumbers numbers(Store store, List<Option> here, Instant now) {
        Applicable applicable = new Applicable(store, here, now);
        List<Promotion> ofStore = applicable.ofStore();
        Map<String, Set<Promotion>> ofOffers = applicable.ofOffers();
        return new ExactNumbers(store, here, now)
                .numbers(ofStore, ofOffers)
                .orElseGet(() -> new LeastNumbers(store, here, now).numbers(ofStore, ofOffers));
    }

    private static List<Option> optionsAt(Basket basket, int s) {
        Store store = basket.stores().get(s);
        boolean isPlain =
                store.storePromotions().stream()
                        .noneMatch(promotion ->
                                promotion.stage() == Stage.ITEM
                                        || promotion.stage() == Stage.QUANTITY);
        List<Option> here = new ArrayList<>();
        for (int w = 0; w < basket.wants().size(); w++) {
            Want want = basket.wants().get(w);
            for (Candidate candidate : Candidates.buyable(want, store, basket.currency())) {
                int stock = candidate.stock().orElse(want.quantity());
                boolean isPart =
                        want.mayBeSplit()
                                && want.quantity() > 1
                                && isPlain
                                && candidate.offer().promotions().isEmpty();
                if (stock > 0 && (isPart || stock >= want.quantity())) {
                    here.add(
                            new Option(
                                    w,
                                    want.id(),
                                    s,
                                    candidate,
                                    Math.min(stock, want.quantity()),
                                    !isPart));
                }
            }
        }
        return here;
    }

    private static List<Demand> demands(Basket basket, List<Take> takes, List<ModelStore> stores) {
        long all = 1;
        for (Take take : takes) {
            all += take.highOf(take.most());
        }
        for (ModelStore store : stores) {
            all += store.fee();
        }
        long missing = all;
        return basket.wants().stream().map(want -> new Demand(want.quantity(), missing)).toList();
    }

    private static List<Slot> slotsOf(
            Platform platform,
            Basket basket,
            List<Option> options,
            List<Take> takes,
            Map<Integer, List<Integer>> slotsOf) {
        List<Integer> on = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int s = 0; s < basket.stores().size(); s++) {
            Store store = basket.stores().get(s);
            if (platform.storeIds().contains(store.id())
                    && Engines.isBySpend(store.profile())
                    && !Engines.looksAtSpend(store.profile(), Stage.PLATFORM)) {
                after.addAll(slotsOf.getOrDefault(s, List.of()));
            }
        }
        long most = 1;
        for (int t = 0; t < takes.size(); t++) {
            if (platform.storeIds().contains(options.get(t).candidate().storeId())) {
                on.add(t);
                most += takes.get(t).highOf(takes.get(t).most());
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (Promotion promotion : platform.promotions()) {
            Optional<List<Saving>> savings = OrderSavings.of(promotion, most);
            List<Step> steps = new ArrayList<>();
            if (savings.isPresent()) {
                for (Saving saving : savings.get()) {
                    steps.add(
                            saving.ratePpm() == 0
                                    ? Step.fixed(saving.from(), saving.amount(), 0)
                                    : Step.rate(saving.from(), saving.ratePpm(), saving.cap()));
                }
            } else {
                steps.add(Step.fixed(0, most, 0));
            }
            if (!on.isEmpty() && promotion.isModelled()) {
                slots.add(new Slot(on, after, Slot.FREE, steps));
            }
        }
        return slots;
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

    static List<List<Integer>> groups(Basket basket) {
        List<List<Integer>> groups = new ArrayList<>();
        Map<String, List<Integer>> byPlatform = new HashMap<>();
        for (int s = 0; s < basket.stores().size(); s++) {
            String store = basket.stores().get(s).id();
            Optional<Platform> platform =
                    basket.platforms().stream()
                            .filter(each -> each.storeIds().contains(store))
                            .findFirst();
            if (platform.isEmpty()) {
                groups.add(List.of(s));
            } else {
                byPlatform.computeIfAbsent(platform.get().id(), _ -> new ArrayList<>()).add(s);
            }
        }
        groups.addAll(byPlatform.values());
        return groups;
    }
}
