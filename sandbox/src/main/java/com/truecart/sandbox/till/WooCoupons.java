package com.truecart.sandbox.till;

import java.util.ArrayList;
import java.util.List;

/** How WooCommerce spreads a coupon over the lines it is for. */
final class WooCoupons {
    private WooCoupons() {}

    /**
     * A percentage of each line: floored per line, and the cents by which that falls short of the
     * percentage of the sum, rounded half down, go one per unit to the lines from the first.
     */
    static List<Long> percent(List<CartLine> lines, List<Boolean> eligible, int percent) {
        List<Long> shares = new ArrayList<>();
        long base = 0;
        long given = 0;
        for (int i = 0; i < lines.size(); i++) {
            long line = eligible.get(i) ? lines.get(i).subtotal() : 0;
            long share = line * percent / 100;
            shares.add(share);
            base += line;
            given += share;
        }
        long wanted = (base * percent + 49) / 100;
        for (int i = 0; i < lines.size() && given < wanted; i++) {
            for (int unit = 0; unit < lines.get(i).quantity() && given < wanted; unit++) {
                if (eligible.get(i) && shares.get(i) < lines.get(i).subtotal()) {
                    shares.set(i, shares.get(i) + 1);
                    given++;
                }
            }
        }
        return shares;
    }

    /**
     * An amount off the cart: the same for each unit, whatever it costs, floored and repeated with
     * what is left; the last cents go one by one to the units from the first.
     *
     * @param left what is still to be paid for each line before this coupon
     */
    static List<Long> amount(List<CartLine> lines, List<Long> left, long amount) {
        long[] shares = new long[lines.size()];
        long rest = Math.min(amount, left.stream().mapToLong(Long::longValue).sum());
        while (rest > 0) {
            long units = 0;
            for (int i = 0; i < shares.length; i++) {
                units += left.get(i) > shares[i] ? lines.get(i).quantity() : 0;
            }
            long perUnit = rest / units;
            for (int i = 0; i < shares.length && rest > 0; i++) {
                long room = left.get(i) - shares[i];
                long share =
                        perUnit == 0
                                ? Math.min(Math.min(room, lines.get(i).quantity()), rest)
                                : Math.min(room, perUnit * lines.get(i).quantity());
                shares[i] += share;
                rest -= share;
            }
        }
        List<Long> result = new ArrayList<>();
        for (long share : shares) {
            result.add(share);
        }
        return result;
    }
}
