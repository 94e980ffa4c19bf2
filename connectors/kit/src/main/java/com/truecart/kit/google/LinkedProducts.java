package com.truecart.kit.google;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a product feed says of the products that promotions mean only through it: those that name a
 * promotion, and those of a group.
 *
 * <p>A promotion that half a large feed names would fill the memory with ids; beyond a number of
 * products it is kept in its own words instead.
 */
public final class LinkedProducts {
    /** Of one promotion or group. */
    static final int MOST_OF_ONE = 50_000;

    /** Of all together: about 50 MB of ids. */
    private static final int MOST = 400_000;

    private final Map<String, Optional<Set<String>>> byPromotion = new HashMap<>();
    private final Map<String, Optional<Set<String>>> byGroup = new HashMap<>();
    private int held;

    /** Nothing is known of any product: there is no product feed beside. */
    public static LinkedProducts none() {
        return new LinkedProducts();
    }

    /** Looks a product feed through for these promotions and groups. */
    public static LinkedProducts wanted(Wanted wanted) {
        LinkedProducts products = new LinkedProducts();
        wanted.promotions().forEach(id -> products.byPromotion.put(id, Optional.of(Set.of())));
        wanted.groups().forEach(id -> products.byGroup.put(id, Optional.of(Set.of())));
        return products;
    }

    /**
     * What has to be looked up.
     *
     * @param promotions ids of promotions of which only the products say which are meant
     * @param groups ids of groups that promotions filter by
     */
    public record Wanted(Set<String> promotions, Set<String> groups) {
        public Wanted {
            promotions = Set.copyOf(promotions);
            groups = Set.copyOf(groups);
        }

        public boolean isEmpty() {
            return promotions.isEmpty() && groups.isEmpty();
        }
    }

    /** Takes note of one product. */
    public void add(FeedRecord product) {
        product.text("id")
                .ifPresent(id -> {
                    product.list("promotion_id").forEach(name -> note(byPromotion, name, id));
                    product.text("item_group_id").ifPresent(name -> note(byGroup, name, id));
                });
    }

    /** The ids of the products that name this promotion; empty where they are too many to hold. */
    Optional<Set<String>> naming(String promotion) {
        return byPromotion.getOrDefault(promotion, Optional.of(Set.of()));
    }

    /** The ids of the products of these groups; empty where too many, or no feed says. */
    Optional<Set<String>> ofGroups(Iterable<String> groups) {
        Set<String> ids = new HashSet<>();
        for (String group : groups) {
            Optional<Set<String>> own = byGroup.getOrDefault(group, Optional.empty());
            if (own.isEmpty()) {
                return Optional.empty();
            }
            ids.addAll(own.get());
        }
        return Optional.of(ids);
    }

    private void note(Map<String, Optional<Set<String>>> into, String name, String id) {
        Optional<Set<String>> known = into.get(name);
        if (known == null || known.isEmpty()) {
            return;
        }
        if (known.get().size() == MOST_OF_ONE || held == MOST) {
            held -= known.get().size();
            into.put(name, Optional.empty());
            return;
        }
        if (known.get().isEmpty()) {
            known = Optional.of(new HashSet<>());
            into.put(name, known);
        }
        held += known.get().add(id) ? 1 : 0;
    }
}
