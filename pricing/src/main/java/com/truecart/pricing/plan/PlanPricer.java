package com.truecart.pricing.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.PlatformCart;
import com.truecart.pricing.PlatformPricer;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.Shoppers;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.model.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a choice costs: the pricing engine's answer, and nothing else's. */
final class PlanPricer {
    /** More than any cart may come to. */
    static final long FORBIDDEN = 1_000 * StoreCart.MOST_MINOR;

    private final Basket basket;
    private final List<Option> options;
    private final List<List<Integer>> groups;
    private final Instant now;
    private final long forbidden;
    private final CartPricer pricer = new CartPricer();
    private final PlatformPricer platformPricer = new PlatformPricer();

    /**
     * Prices choices among options.
     *
     * @param options by the position of their takes
     * @param forbidden what an order that its store does not take is charged, in minor units
     */
    PlanPricer(Basket basket, List<Option> options, Instant now, long forbidden) {
        this.basket = basket;
        this.options = options;
        this.groups = groups(basket);
        this.now = now;
        this.forbidden = forbidden;
    }

    /** Prices choices that are compared with nothing else than each other. */
    PlanPricer(Basket basket, List<Option> options, Instant now) {
        this(basket, options, now, FORBIDDEN);
    }

    /** Stores that are priced together: those of a platform, else each by itself; by position. */
    List<List<Integer>> groups() {
        return groups;
    }

    /** One store's cart by itself, in minor units. */
    long costOf(int store, Selection selection) {
        Optional<StoreCart> cart = cart(store, selection);
        if (cart.isEmpty()) {
            return 0;
        }
        PricedCart priced = priced(store, cart.get());
        return priced.payable().minor() + (missing(store, priced).isPositive() ? forbidden : 0);
    }

    /** What stores that are priced together come to, in minor units. */
    long costOf(List<Integer> group, Selection selection) {
        long cost = 0;
        for (StoreOrder order : orders(group, selection)) {
            cost += order.cart().payable().minor();
        }
        for (int store : group) {
            cost += missingAt(store, selection).isPositive() ? forbidden : 0;
        }
        return cost;
    }

    /** How much more must be bought at a store that is bought from; nothing where it is enough. */
    Money missingAt(int store, Selection selection) {
        Money nothing = Money.zero(basket.currency());
        if (basket.stores().get(store).minimumIn(basket.currency()) == 0) {
            return nothing;
        }
        return cart(store, selection)
                .map(cart -> missing(store, priced(store, cart)))
                .orElse(nothing);
    }

    private Money missing(int store, PricedCart priced) {
        long least = basket.stores().get(store).minimumIn(basket.currency());
        return new Money(Math.max(0, least - priced.goods().minor()), basket.currency());
    }

    /** Every store's order. */
    List<StoreOrder> orders(Selection selection) {
        return groups.stream().flatMap(group -> orders(group, selection).stream()).toList();
    }

    private List<StoreOrder> orders(List<Integer> group, Selection selection) {
        Map<Integer, StoreCart> carts = new LinkedHashMap<>();
        for (int store : group) {
            cart(store, selection).ifPresent(cart -> carts.put(store, cart));
        }
        if (carts.isEmpty()) {
            return List.of();
        }
        int any = carts.keySet().iterator().next();
        Optional<Platform> platform = platformOf(any);
        List<StoreOrder> orders = new ArrayList<>();
        if (platform.isEmpty()) {
            carts.forEach(
                    (store, cart) -> orders.add(order(store, priced(store, cart), selection)));
            return orders;
        }
        Map<String, StoreCart> byId = new HashMap<>();
        Map<String, Shopper> shoppers = new HashMap<>();
        carts.forEach((store, cart) -> {
            byId.put(id(store), cart);
            shoppers.put(id(store), basket.stores().get(store).shopper());
        });
        Map<String, PricedCart> priced =
                platformPricer
                        .price(
                                new PlatformCart(byId, platform.get().promotions()),
                                new Shoppers(shoppers, platform.get().shopper()),
                                now)
                        .stores();
        carts.keySet()
                .forEach(store -> {
                    PricedCart cart = priced.get(id(store));
                    if (cart != null) {
                        orders.add(order(store, cart, selection));
                    }
                });
        return orders;
    }

    private Optional<Platform> platformOf(int store) {
        return basket.platforms().stream()
                .filter(platform -> platform.storeIds().contains(id(store)))
                .findFirst();
    }

    private String id(int store) {
        return basket.stores().get(store).id();
    }

    private StoreOrder order(int store, PricedCart cart, Selection selection) {
        Set<String> wants = new LinkedHashSet<>();
        for (int t = 0; t < selection.size(); t++) {
            Option option = options.get(t);
            if (selection.units(t) > 0 && option.store() == store) {
                wants.add(option.wantId());
            }
        }
        return new StoreOrder(id(store), cart, List.copyOf(wants));
    }

    private PricedCart priced(int store, StoreCart cart) {
        return pricer.price(cart, basket.stores().get(store).shopper(), now);
    }

    private Optional<StoreCart> cart(int at, Selection selection) {
        Store store = basket.stores().get(at);
        List<CartLine> lines = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int t = 0; t < selection.size(); t++) {
            Option option = options.get(t);
            if (selection.units(t) > 0 && option.store() == at) {
                // two offers at one store that share a want need two names
                String name =
                        names.add(option.wantId())
                                ? option.wantId()
                                : option.wantId() + "+" + option.candidate().offer().upstreamId();
                lines.add(option.line(name, selection.units(t)));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<Promotion> promotions = store.storePromotions();
        Optional<DeliveryTerms> delivery =
                store.delivery().filter(terms -> StoreCart.isIn(basket.currency(), terms));
        return Optional.of(new StoreCart(lines, promotions, delivery, store.profile()));
    }

    /** What all orders come to. */
    Money total(List<StoreOrder> orders) {
        Money total = Money.zero(basket.currency());
        for (StoreOrder order : orders) {
            total = total.plus(order.cart().payable());
        }
        return total;
    }

    private static List<List<Integer>> groups(Basket basket) {
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
