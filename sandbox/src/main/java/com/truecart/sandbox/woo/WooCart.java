package com.truecart.sandbox.woo;

import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.RefusedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cart kept for one token; its prices are the shelf's at the moment of asking. */
final class WooCart {
    /** The rate that costs. */
    static final String FLAT_RATE = "flat_rate:1";

    /** The rate that does not. */
    static final String FREE = "free_shipping:2";

    /** The rate that costs double; a second parcel goes so until another is chosen. */
    static final String COURIER = "courier:3";

    private final Map<String, Integer> quantities = new LinkedHashMap<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Map<String, String> billing = new LinkedHashMap<>();
    private final Map<String, String> shipping = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<Integer, String> chosenRates = new HashMap<>();
    private Optional<Draft> draft = Optional.empty();

    /**
     * The order this cart will become, which the real API names as soon as the checkout is looked
     * at.
     */
    record Draft(int number, String key) {}

    /**
     * A cart rung up, with its delivery.
     *
     * @param rates on offer for each parcel
     * @param chosen the rate of each parcel; empty where there are none
     * @param tax what comes on top
     */
    record Sum(Bill bill, List<String> rates, List<String> chosen, long delivery, long tax) {
        long total() {
            return bill.goods() + delivery + tax;
        }
    }

    Map<String, Integer> quantities() {
        return quantities;
    }

    Set<String> codes() {
        return codes;
    }

    Map<String, String> billing() {
        return billing;
    }

    Map<String, String> shipping() {
        return shipping;
    }

    List<String> errors() {
        return errors;
    }

    Optional<Draft> draft() {
        return draft;
    }

    void draft(Draft drafted) {
        draft = Optional.of(drafted);
    }

    void choose(int parcel, String rate) {
        chosenRates.put(parcel, rate);
    }

    /** In how many parcels it is sent. */
    int parcels(WooPolicy policy) {
        return Math.min(policy.packages(), quantities.size());
    }

    /** The country parcels go to, once the shop was told. */
    Optional<String> country() {
        return Optional.ofNullable(shipping.get("country")).filter(c -> !c.isBlank());
    }

    /** Empties the cart after an order; the addresses stay. */
    void clear() {
        quantities.clear();
        codes.clear();
        errors.clear();
        draft = Optional.empty();
    }

    /** Rings the cart up; coupons that no longer hold fall off, and say so once. */
    Sum sum(Store store, WooPolicy policy) {
        Bill bill = store.till().ring(lines(store.shelf()), List.copyOf(codes));
        for (RefusedCode refused : bill.refused()) {
            codes.remove(refused.code());
            errors.add(refused.sentence());
        }
        ShopTerms terms = store.terms();
        List<String> rates = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        long delivery = 0;
        if (country().filter("HK"::equals).isPresent() && !quantities.isEmpty()) {
            if (terms.delivery(bill.goods()) == 0) {
                rates.add(FREE);
            }
            rates.add(FLAT_RATE);
            if (policy.packages() > 1) {
                rates.add(COURIER);
            }
            for (int parcel = 0; parcel < parcels(policy); parcel++) {
                String rate = chosenRates.getOrDefault(parcel, "");
                String without = parcel == 0 ? rates.getFirst() : rates.getLast();
                chosen.add(rates.contains(rate) ? rate : without);
                delivery += fee(chosen.getLast(), terms);
            }
        }
        long tax =
                policy.tax() == WooPolicy.Tax.ADDED
                        ? policy.taxOf(bill.goods()) + policy.taxOf(delivery)
                        : 0;
        return new Sum(bill, rates, chosen, delivery, tax);
    }

    /** What a rate costs for one parcel. */
    static long fee(String rate, ShopTerms terms) {
        return switch (rate) {
            case FREE -> 0;
            case COURIER -> 2 * terms.deliveryFee();
            default -> terms.deliveryFee();
        };
    }

    private List<CartLine> lines(Shelf shelf) {
        List<CartLine> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) -> {
            Offer offer = shelf.sku(sku).orElseThrow();
            lines.add(new CartLine(offer, quantity));
        });
        return lines;
    }
}
