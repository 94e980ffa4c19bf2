package com.truecart.pricing;

import com.truecart.model.Localized;
import com.truecart.model.Scope;
import com.truecart.pricing.profile.EngineProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one cart, or of several stores' carts at once, as the calculation counts them: one
 * position for each line or, where the profile merges, for each offer; behind the goods one
 * position for each store's delivery fee.
 */
final class Positions {

    /** Rules that belong to no store but to the platform. */
    static final int EVERY_STORE = -1;

    private final List<StoreCart> carts;
    private final List<List<CartLine>> lines = new ArrayList<>();
    private final List<OfferTerms> offers = new ArrayList<>();
    private final int[] store;
    private final int[] quantity;
    private final Instant now;
    private final List<@Nullable Set<String>> categories = new ArrayList<>();
    private final Map<String, int[]> byId = new HashMap<>();

    Positions(List<StoreCart> carts, EngineProfile profile, Instant now) {
        this.carts = carts;
        this.now = now;
        List<Integer> stores = new ArrayList<>();
        for (int s = 0; s < carts.size(); s++) {
            for (List<CartLine> together : grouped(carts.get(s), profile)) {
                lines.add(together);
                offers.add(together.getFirst().offer());
                categories.add(null);
                stores.add(s);
            }
        }
        this.store = stores.stream().mapToInt(Integer::intValue).toArray();
        this.quantity = new int[all()];
        Arrays.fill(quantity, 1);
        for (int i = 0; i < goods(); i++) {
            quantity[i] = lines.get(i).stream().mapToInt(CartLine::quantity).sum();
            byId.merge(offers.get(i).upstreamId(), new int[] {i}, Positions::joined);
        }
    }

    private static Iterable<List<CartLine>> grouped(StoreCart cart, EngineProfile profile) {
        return switch (profile.lines()) {
            case AS_IN_CART -> cart.lines().stream().map(List::of).toList();
            case MERGED -> {
                // by key and id: the order the caller put them in must not decide who gets an odd
                // cent
                Map<String, List<CartLine>> byOffer = new LinkedHashMap<>();
                cart.lines().stream()
                        .sorted(
                                Comparator.comparing((CartLine line) -> line.offer().upstreamId())
                                        .thenComparing(CartLine::lineId))
                        .forEach(line ->
                                byOffer.computeIfAbsent(
                                                line.offer().upstreamId(), _ -> new ArrayList<>())
                                        .add(line));
                yield byOffer.values();
            }
        };
    }

    /** How many positions are goods. */
    int goods() {
        return offers.size();
    }

    /** How many positions there are, with the fees. */
    int all() {
        return offers.size() + carts.size();
    }

    int fee(int ofStore) {
        return offers.size() + ofStore;
    }

    List<StoreCart> carts() {
        return carts;
    }

    OfferTerms offer(int position) {
        return offers.get(position);
    }

    List<CartLine> lines(int position) {
        return lines.get(position);
    }

    /** Whose goods these are. */
    int store(int position) {
        return store[position];
    }

    int quantity(int position) {
        return quantity[position];
    }

    int[] quantities() {
        return quantity;
    }

    /** Units of goods at these positions. */
    int units(int[] at) {
        int units = 0;
        for (int position : at) {
            units += quantity[position];
        }
        return units;
    }

    int distinct(int[] at) {
        Set<String> ids = new HashSet<>();
        for (int position : at) {
            ids.add(store(position) + "/" + offers.get(position).upstreamId());
        }
        return ids.size();
    }

    /**
     * The goods in scope, ascending.
     *
     * @param ofStore the store whose promotion it is, or {@link #EVERY_STORE}
     * @param own a position of the offer the promotion is stated on, or -1
     */
    int[] in(Scope scope, int ofStore, int own) {
        if (scope instanceof Scope.Listings(Set<String> ids)) {
            return named(ids, ofStore);
        }
        int[] found = new int[goods()];
        int count = 0;
        for (int i = 0; i < goods(); i++) {
            if ((ofStore == EVERY_STORE || store[i] == ofStore) && covers(scope, i, own)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * By look-up, so that ten thousand promotions on one product each cost no ten thousand loops.
     */
    private int[] named(Set<String> ids, int ofStore) {
        int[] found = new int[goods()];
        int count = 0;
        if (ids.size() < goods()) {
            for (String id : ids) {
                for (int position : byId.getOrDefault(id, new int[0])) {
                    found[count++] = position;
                }
            }
        } else {
            for (int i = 0; i < goods(); i++) {
                if (ids.contains(offers.get(i).upstreamId())) {
                    found[count++] = i;
                }
            }
        }
        int[] ofIt =
                Arrays.stream(found, 0, count)
                        .filter(i -> ofStore == EVERY_STORE || store[i] == ofStore)
                        .toArray();
        Arrays.sort(ofIt);
        return ofIt;
    }

    private boolean covers(Scope scope, int i, int own) {
        return switch (scope) {
            case Scope.ThisOffer() -> own >= 0 && isSameOffer(i, own);
            case Scope.WholeStore() -> true;
            case Scope.Listings(Set<String> ids) -> ids.contains(offers.get(i).upstreamId());
            case Scope.Categories(Set<String> names) -> isAnyOf(categoriesOf(i), names);
            case Scope.Brands(Set<String> names) ->
                    offers.get(i)
                            .brand()
                            .map(Positions::folded)
                            .filter(own1 -> isAnyOf(own1, names))
                            .isPresent();
            case Scope.NotReduced() -> offers.get(i).list().equals(offers.get(i).unitPrice());
            case Scope.BestBeforeWithin(int days) -> bestBeforeWithin(i, days);
            case Scope.Except(Scope of, Scope without) ->
                    covers(of, i, own) && !covers(without, i, own);
            case Scope.AllOf(List<Scope> scopes) ->
                    scopes.stream().allMatch(each -> covers(each, i, own));
            case Scope.Unmodelled _ -> false;
        };
    }

    /** Whether both are units of one offer of one store. */
    boolean isSameOffer(int one, int other) {
        return store[one] == store[other]
                && offers.get(one).upstreamId().equals(offers.get(other).upstreamId());
    }

    /** The same positions, those of one offer together, offers in the order of their first. */
    Collection<int[]> byOffer(int[] at) {
        Map<String, int[]> together = new LinkedHashMap<>();
        for (int position : at) {
            together.merge(
                    store[position] + "/" + offers.get(position).upstreamId(),
                    new int[] {position},
                    Positions::joined);
        }
        return together.values();
    }

    private static int[] joined(int[] some, int[] one) {
        int[] both = Arrays.copyOf(some, some.length + 1);
        both[some.length] = one[0];
        return both;
    }

    /**
     * Counts calendar days where the thing is sold: the stated moment is the end of its day there,
     * so that day began 24 hours before, and so did every day before it. Where the clocks are
     * changed in between, this is wrong for an hour.
     */
    private boolean bestBeforeWithin(int i, int days) {
        Optional<Instant> end = offers.get(i).article().bestBefore();
        return end.isPresent()
                && end.get().isAfter(now)
                && Duration.between(now, end.get()).compareTo(Duration.ofDays(days + 1L)) <= 0;
    }

    private Set<String> categoriesOf(int i) {
        Set<String> known = categories.get(i);
        if (known == null) {
            known = new HashSet<>();
            for (Localized name : offers.get(i).category()) {
                known.addAll(folded(name));
            }
            categories.set(i, known);
        }
        return known;
    }

    private static boolean isAnyOf(Set<String> have, Set<String> names) {
        for (String name : names) {
            if (have.contains(fold(name))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> folded(Localized name) {
        Set<String> all = new HashSet<>();
        name.byLanguage().values().forEach(text -> all.add(fold(text)));
        return all;
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
