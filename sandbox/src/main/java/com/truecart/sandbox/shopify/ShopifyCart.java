package com.truecart.sandbox.shopify;

import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.JunkStreetTill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A cart on its way to the checkout. Guarded by the counter. */
final class ShopifyCart {
    private final String token = UUID.randomUUID().toString().replace("-", "");
    private final Map<String, Integer> quantities = new LinkedHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private boolean isAddressed;
    private String chosen = Way.EXPRESS.handle;

    /** The ways of delivery, the dear one first: it is chosen until somebody chooses otherwise. */
    enum Way {
        EXPRESS("express", "Express, tomorrow", "SHIPPING"),
        STANDARD("standard", "Standard", "SHIPPING"),
        PICK_UP("pick-up", "Junk Street counter", "PICK_UP");

        private final String handle;
        private final String title;
        private final String method;

        Way(String handle, String title, String method) {
            this.handle = handle;
            this.title = title;
            this.method = method;
        }

        String handle() {
            return handle;
        }

        String title() {
            return title;
        }

        String method() {
            return method;
        }

        long cost(Store store, long goods) {
            return switch (this) {
                case EXPRESS -> 8_000;
                case STANDARD -> store.terms().delivery(goods);
                case PICK_UP -> 0;
            };
        }
    }

    String gid() {
        return "gid://shopify/Cart/" + token + "?key=" + token.substring(0, 8);
    }

    String token() {
        return token;
    }

    Map<String, Integer> quantities() {
        return quantities;
    }

    List<String> codes() {
        return codes;
    }

    void address() {
        isAddressed = true;
    }

    boolean isAddressed() {
        return isAddressed;
    }

    void choose(Way way) {
        chosen = way.handle;
    }

    /** The cart added up now, at today's prices. */
    Sum sum(Store store, ShopifyTerms terms) {
        List<CartLine> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) ->
                lines.add(new CartLine(store.shelf().sku(sku).orElseThrow(), quantity)));
        Bill bill = store.till().ring(lines, codes);
        Optional<Way> way =
                isAddressed && terms.statesDelivery() && !lines.isEmpty()
                        ? Optional.of(way(chosen))
                        : Optional.empty();
        long fee = way.isPresent() ? way.get().cost(store, bill.goods()) : 0;
        boolean free =
                codes.stream().anyMatch(code -> code.equalsIgnoreCase(JunkStreetTill.FREE_DELIVERY))
                        && bill.refused().stream()
                                .noneMatch(no ->
                                        no.code().equalsIgnoreCase(JunkStreetTill.FREE_DELIVERY));
        return new Sum(bill, way, fee, free ? fee : 0);
    }

    static Way way(String handle) {
        for (Way way : Way.values()) {
            if (way.handle.equals(handle)) {
                return way;
            }
        }
        throw new IllegalArgumentException("No such way: " + handle);
    }

    /**
     * What a cart comes to before taxes.
     *
     * @param way how it is delivered, where the cart knows
     * @param off what is taken off the fee
     */
    record Sum(Bill bill, Optional<Way> way, long fee, long off) {
        long total() {
            return bill.goods() + fee - off;
        }
    }
}
