package com.truecart.pricing;

import com.truecart.model.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was paid and may come back, at one store or at several of a platform.
 *
 * @param lines as they were paid; their ids are unique
 * @param goods what they came to
 * @param delivery what was paid for delivery in all
 * @param pricedAnew what some of the lines would have been paid with had only these been bought
 */
record Bought(
        List<PricedLine> lines,
        Money goods,
        Money delivery,
        Function<List<CartLine>, List<PricedLine>> pricedAnew) {

    static Bought of(PaidCart paid) {
        StoreCart cart = paid.cart();
        return new Bought(
                paid.priced().lines(),
                paid.priced().goods(),
                paid.priced().delivery().orElse(Money.zero(cart.currency())),
                kept ->
                        new CartPricer()
                                .price(
                                        new StoreCart(
                                                kept,
                                                cart.storePromotions(),
                                                cart.delivery(),
                                                cart.profile()),
                                        paid.shopper(),
                                        paid.priced().asOf())
                                .lines());
    }

    /** Lines are called by {@link PaidPlatformCart#lineId}. */
    static Bought of(PaidPlatformCart paid) {
        Money nothing = Money.zero(paid.priced().payable().currency());
        Money goods = nothing;
        Money delivery = nothing;
        for (PricedCart store : paid.priced().stores().values()) {
            goods = goods.plus(store.goods());
            delivery = delivery.plus(store.delivery().orElse(nothing));
        }
        return new Bought(
                lines(paid.priced()), goods, delivery, kept -> lines(pricedAnew(paid, kept)));
    }

    private static PricedPlatformCart pricedAnew(PaidPlatformCart paid, List<CartLine> kept) {
        Map<String, CartLine> left = new HashMap<>();
        kept.forEach(line -> left.put(line.lineId(), line));
        Map<String, StoreCart> carts = new HashMap<>();
        paid.cart()
                .stores()
                .forEach((store, cart) -> {
                    List<CartLine> lines = new ArrayList<>();
                    for (CartLine line : cart.lines()) {
                        CartLine some = left.get(PaidPlatformCart.lineId(store, line.lineId()));
                        if (some != null) {
                            lines.add(new CartLine(line.lineId(), line.offer(), some.quantity()));
                        }
                    }
                    if (!lines.isEmpty()) {
                        carts.put(
                                store,
                                new StoreCart(
                                        lines,
                                        cart.storePromotions(),
                                        cart.delivery(),
                                        cart.profile()));
                    }
                });
        return new PlatformPricer()
                .price(
                        new PlatformCart(carts, paid.cart().promotions()),
                        paid.shoppers(),
                        paid.priced().asOf());
    }

    private static List<PricedLine> lines(PricedPlatformCart priced) {
        List<PricedLine> lines = new ArrayList<>();
        priced.stores()
                .forEach((store, cart) -> {
                    for (PricedLine line : cart.lines()) {
                        CartLine bought = line.line();
                        lines.add(
                                new PricedLine(
                                        new CartLine(
                                                PaidPlatformCart.lineId(store, bought.lineId()),
                                                bought.offer(),
                                                bought.quantity()),
                                        line.before(),
                                        line.savings(),
                                        line.tax(),
                                        line.payable()));
                    }
                });
        return lines;
    }

    /** What so many units of a line were paid with, rounded down; all of them are the whole. */
    static Money paidFor(PricedLine line, int units) {
        long paid = line.payable().minor();
        return new Money(
                Rates.portion(paid, units, line.line().quantity()), line.payable().currency());
    }
}
