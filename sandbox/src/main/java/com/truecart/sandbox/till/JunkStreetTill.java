package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Junk Street. Off products: 15 % off tea with TEA15. Off the order, by itself: 50.00 from 500.00,
 * measured after what is off products. Off delivery: FREESHIP from 200.00, which the cart takes, as
 * only it knows the fee.
 */
public final class JunkStreetTill implements Till {
    /** Takes the delivery fee off. */
    public static final String FREE_DELIVERY = "FREESHIP";

    private static final long FREE_DELIVERY_FROM = 20_000;

    /** The reduction that is off the whole order, not off its lines. */
    public static final String OFF_THE_ORDER = "spend-and-save";

    private static final String TEA = "TEA15";
    private static final int TEA_PERCENT = 15;
    private static final long SPEND = 50_000;
    private static final long SAVE = 5_000;
    private static final String SPEND_AND_SAVE = "Spend HK$500, save HK$50";

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        List<Reduction> reductions = new ArrayList<>();
        List<RefusedCode> refused = new ArrayList<>();
        List<Long> left = new ArrayList<>(lines.stream().map(CartLine::subtotal).toList());
        for (String code : codes) {
            if (code.equalsIgnoreCase(TEA)) {
                List<Long> shares = percent(left, lines, JunkStreetTill::isTea);
                if (shares.stream().anyMatch(share -> share > 0)) {
                    take(left, shares);
                    reductions.add(Reduction.coupon(code, "15% off tea", shares));
                } else {
                    refused.add(
                            new RefusedCode(
                                    code,
                                    RefusedCode.Reason.NOTHING_ELIGIBLE,
                                    code
                                            + " discount code isn't valid for the items in your cart"));
                }
            } else if (code.equalsIgnoreCase(FREE_DELIVERY)) {
                if (sum(left) < FREE_DELIVERY_FROM) {
                    refused.add(
                            new RefusedCode(
                                    code,
                                    RefusedCode.Reason.BELOW_MINIMUM,
                                    "Your cart doesn't meet the conditions for " + code));
                }
            } else {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.UNKNOWN,
                                "Enter a valid discount code: " + code));
            }
        }
        if (sum(left) >= SPEND) {
            List<Long> shares = across(SAVE, left);
            reductions.add(Reduction.automatic(OFF_THE_ORDER, SPEND_AND_SAVE, shares));
        }
        return new Bill(lines, reductions, refused);
    }

    /** A rate is taken of all its lines together and rounded once, then divided. */
    private static List<Long> percent(
            List<Long> left, List<CartLine> lines, Predicate<Offer> entitled) {
        List<Long> bases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            bases.add(entitled.test(lines.get(i).offer()) ? left.get(i) : 0L);
        }
        long off = (sum(bases) * TEA_PERCENT + 50) / 100;
        return across(off, bases);
    }

    /** In proportion, cut down to the cent; what is over goes a cent a line from the first. */
    private static List<Long> across(long amount, List<Long> bases) {
        long total = sum(bases);
        List<Long> shares = new ArrayList<>();
        long given = 0;
        for (long base : bases) {
            long share = total == 0 ? 0 : amount * base / total;
            shares.add(share);
            given += share;
        }
        for (int i = 0; i < shares.size() && total > 0 && given < amount; i++) {
            if (bases.get(i) > shares.get(i)) {
                shares.set(i, shares.get(i) + 1);
                given++;
            }
        }
        return shares;
    }

    private static void take(List<Long> left, List<Long> shares) {
        for (int i = 0; i < left.size(); i++) {
            left.set(i, left.get(i) - shares.get(i));
        }
    }

    private static boolean isTea(Offer offer) {
        return offer.product().category().stream().anyMatch(step -> step.contains("Tea"));
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        return List.of(
                PublishedPromotion.of("JS-TEA15", "15% off tea with TEA15", "percent_off")
                        .code(TEA)
                        .with("percent_off", Integer.toString(TEA_PERCENT))
                        .only(shelf, JunkStreetTill::isTea),
                PublishedPromotion.of("JS-SPEND", SPEND_AND_SAVE, "money_off")
                        .with("money_off_amount", PublishedPromotion.hkd(SAVE))
                        .with("minimum_purchase_amount", PublishedPromotion.hkd(SPEND)));
    }
}
