package com.truecart.sandbox.magento;

import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.StoneHouseTill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A guest's cart. Guarded by the counter. */
final class MagentoCart {
    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final Map<String, Integer> quantities = new LinkedHashMap<>();
    private final Map<String, String> shipping = new LinkedHashMap<>();
    private final Map<String, String> billing = new LinkedHashMap<>();
    private String email = "";
    private Optional<String> coupon = Optional.empty();
    private Optional<Way> way = Optional.empty();
    private Optional<String> payment = Optional.empty();
    private boolean isActive = true;

    /** The ways of delivery. */
    enum Way {
        EXPRESS("tablerate", "bestway", "Express", 6_000),
        FLAT("flatrate", "flatrate", "Flat Rate", 3_000),
        FREE("freeshipping", "freeshipping", "Free Shipping", 0),
        COUNTER("instore", "pickup", "Stone House counter", 0);

        private final String carrier;
        private final String method;
        private final String title;
        private final long fee;

        Way(String carrier, String method, String title, long fee) {
            this.carrier = carrier;
            this.method = method;
            this.title = title;
            this.fee = fee;
        }

        String carrier() {
            return carrier;
        }

        String method() {
            return method;
        }

        String title() {
            return title;
        }

        /** What it costs as the shop states prices. */
        long fee() {
            return fee;
        }
    }

    String id() {
        return id;
    }

    Map<String, Integer> quantities() {
        return quantities;
    }

    Map<String, String> shipping() {
        return shipping;
    }

    Map<String, String> billing() {
        return billing;
    }

    String email() {
        return email;
    }

    void email(String address) {
        email = address;
    }

    Optional<String> coupon() {
        return coupon;
    }

    void coupon(Optional<String> code) {
        coupon = code.map(text -> text.toUpperCase(Locale.ROOT));
    }

    Optional<Way> way() {
        return way;
    }

    void way(Way chosen) {
        way = Optional.of(chosen);
    }

    Optional<String> payment() {
        return payment;
    }

    void payment(String code) {
        payment = Optional.of(code);
    }

    boolean isActive() {
        return isActive;
    }

    /** It became an order. */
    void close() {
        isActive = false;
    }

    Bill bill(Store store) {
        List<CartLine> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) ->
                lines.add(new CartLine(store.shelf().sku(sku).orElseThrow(), quantity)));
        return store.till().ring(lines, coupon.map(List::of).orElse(List.of()));
    }

    /** Free from what the shop's terms say, measured after discounts, or with its code. */
    boolean isDeliveredFree(Store store) {
        return coupon.filter(StoneHouseTill.FREE_DELIVERY::equals).isPresent()
                || store.terms().delivery(bill(store).goods()) == 0;
    }

    Sum sum(Store store, MagentoTerms terms) {
        return Sum.of(bill(store), way.map(Way::fee).orElse(0L), terms);
    }

    /**
     * A cart added up.
     *
     * @param rows before tax and before discounts, line by line
     * @param rowsWithTax the same with the tax that undiscounted rows would bear
     * @param tax on what is left after discounts, and on delivery
     */
    record Sum(
            Bill bill,
            List<Long> rows,
            List<Long> rowsWithTax,
            long delivery,
            long deliveryWithTax,
            long tax,
            long total) {

        static Sum of(Bill bill, long fee, MagentoTerms terms) {
            int percent = terms.taxPercent();
            List<Long> rows = new ArrayList<>();
            List<Long> withTax = new ArrayList<>();
            long tax = 0;
            for (int i = 0; i < bill.lines().size(); i++) {
                long stated = bill.lines().get(i).subtotal();
                long left = stated - bill.lineDiscount(i);
                if (terms.areTaxesInPrices()) {
                    rows.add(stated - within(stated, percent));
                    withTax.add(stated);
                    tax += within(left, percent);
                } else {
                    rows.add(stated);
                    withTax.add(stated + onTop(stated, percent));
                    tax += onTop(left, percent);
                }
            }
            boolean inside = terms.areTaxesInPrices();
            long feeTax = inside ? within(fee, percent) : onTop(fee, percent);
            long net = inside ? fee - feeTax : fee;
            long goods = bill.goods();
            return new Sum(
                    bill,
                    List.copyOf(rows),
                    List.copyOf(withTax),
                    net,
                    net + feeTax,
                    tax + feeTax,
                    inside ? goods + fee : goods + fee + tax + feeTax);
        }

        private static long within(long amount, int percent) {
            return (2 * amount * percent + 100 + percent) / (2L * (100 + percent));
        }

        private static long onTop(long amount, int percent) {
            return (amount * percent + 50) / 100;
        }
    }
}
