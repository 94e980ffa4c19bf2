package com.truecart.realshops.vendure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is to be quoted.
 *
 * @param lines each variant at most once. They are put in the order of the variants' ids, because
 *     the shop does so from the second look at an order on, and the order of lines decides prices
 * @param couponCodes codes, in the order of giving
 * @param customer who is logged in, if anybody
 * @param shippingMethod how it is sent, if that is chosen
 */
public record Basket(
        List<BasketLine> lines,
        List<String> couponCodes,
        Optional<Customer> customer,
        Optional<ShippingMethod> shippingMethod) {

    /** Sorts the lines. */
    public Basket {
        lines = lines.stream().sorted(Comparator.comparingLong(BasketLine::variantId)).toList();
        couponCodes = List.copyOf(couponCodes);
    }

    /** Goods only, for somebody unknown. */
    public static Basket of(BasketLine... lines) {
        return new Basket(List.of(lines), List.of(), Optional.empty(), Optional.empty());
    }

    /** The same with these codes. */
    public Basket withCodes(String... codes) {
        return new Basket(lines, List.of(codes), customer, shippingMethod);
    }

    /** The same for this customer. */
    public Basket of(Customer who) {
        return new Basket(lines, couponCodes, Optional.of(who), shippingMethod);
    }

    /** The same, sent like this. */
    public Basket sentBy(ShippingMethod method) {
        return new Basket(lines, couponCodes, customer, Optional.of(method));
    }
}
