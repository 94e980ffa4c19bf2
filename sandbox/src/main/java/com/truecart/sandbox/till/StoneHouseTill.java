package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stone House. Some things cost less by the piece when several are taken. By itself: 10 % off
 * household goods from 300.00. With STONE30: 30.00 off the whole. FREEPOST frees the delivery,
 * which the cart takes off, as only it knows the fee.
 */
public final class StoneHouseTill implements Till {
    /** Takes the delivery fee off. */
    public static final String FREE_DELIVERY = "FREEPOST";

    private static final String OFF = "STONE30";
    private static final long OFF_AMOUNT = 3_000;
    private static final String DEPARTMENT = "Household";
    private static final long DEPARTMENT_FROM = 30_000;
    private static final BigDecimal DEPARTMENT_RATE = new BigDecimal("0.10");

    /** From so many pieces on, one costs so much. */
    public record Tier(int from, long price) {}

    /** The steps of a thing's price, ascending; most things have none. */
    public static List<Tier> tiers(Offer offer) {
        return offer.product().number() % 7 == 0
                ? List.of(
                        new Tier(3, percent(offer.price(), 95)),
                        new Tier(6, percent(offer.price(), 89)))
                : List.of();
    }

    /** The lines at the price their quantity earns. */
    @Override
    public Bill ring(List<CartLine> asked, List<String> codes) {
        List<CartLine> lines = asked.stream().map(StoneHouseTill::tiered).toList();
        List<Long> left = new ArrayList<>(lines.stream().map(CartLine::subtotal).toList());
        List<Reduction> reductions = new ArrayList<>();
        List<RefusedCode> refused = new ArrayList<>();
        if (sum(left) >= DEPARTMENT_FROM) {
            List<Long> shares = carried(lines, left);
            if (sum(shares) > 0) {
                reductions.add(Reduction.automatic("household", "10% off household goods", shares));
                take(left, shares);
            }
        }
        for (String code : codes) {
            if (code.equalsIgnoreCase(OFF)) {
                List<Long> shares = proportional(Math.min(OFF_AMOUNT, sum(left)), left);
                reductions.add(Reduction.coupon(OFF, "HK$30 off with " + OFF, shares));
                take(left, shares);
            } else if (!code.equalsIgnoreCase(FREE_DELIVERY)) {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.UNKNOWN,
                                "The coupon code isn't valid. Verify the code and try again."));
            }
        }
        return new Bill(lines, reductions, refused);
    }

    private static CartLine tiered(CartLine line) {
        Offer offer = line.offer();
        Optional<Tier> reached =
                tiers(offer).stream()
                        .filter(tier -> line.quantity() >= tier.from())
                        .reduce((_, higher) -> higher);
        return reached.isEmpty()
                ? line
                : new CartLine(
                        new Offer(
                                offer.sku(),
                                offer.itemId(),
                                offer.product(),
                                offer.regularPrice(),
                                reached.get().price(),
                                offer.stock()),
                        line.quantity());
    }

    /** A rate line by line; what rounding took or gave is carried to the next line. */
    private static List<Long> carried(List<CartLine> lines, List<Long> left) {
        List<Long> shares = new ArrayList<>();
        BigDecimal carry = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).offer().product().isIn(DEPARTMENT)) {
                shares.add(0L);
                continue;
            }
            BigDecimal exact = DEPARTMENT_RATE.multiply(BigDecimal.valueOf(left.get(i))).add(carry);
            BigDecimal share = exact.setScale(0, RoundingMode.HALF_UP);
            carry = exact.subtract(share);
            shares.add(share.longValueExact());
        }
        return shares;
    }

    /** An amount in proportion, the error carried likewise, the last line taking what is over. */
    private static List<Long> proportional(long amount, List<Long> left) {
        long total = sum(left);
        List<Long> shares = new ArrayList<>();
        BigDecimal carry = BigDecimal.ZERO;
        long given = 0;
        for (int i = 0; i < left.size(); i++) {
            BigDecimal exact =
                    BigDecimal.valueOf(amount)
                            .multiply(BigDecimal.valueOf(left.get(i)))
                            .divide(BigDecimal.valueOf(Math.max(1, total)), 6, RoundingMode.HALF_UP)
                            .add(carry);
            long share =
                    i == left.size() - 1
                            ? amount - given
                            : exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
            carry = exact.subtract(BigDecimal.valueOf(share));
            given += share;
            shares.add(share);
        }
        return shares;
    }

    private static void take(List<Long> left, List<Long> shares) {
        for (int i = 0; i < left.size(); i++) {
            left.set(i, left.get(i) - shares.get(i));
        }
    }

    private static long percent(long cents, int percent) {
        return (cents * percent + 50) / 100;
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        return List.of(
                PublishedPromotion.of("SH-HOUSEHOLD", "10% off household goods", "percent_off")
                        .with("percent_off", "10")
                        .with("minimum_purchase_amount", PublishedPromotion.hkd(DEPARTMENT_FROM))
                        .only(shelf, offer -> offer.product().isIn(DEPARTMENT)),
                PublishedPromotion.of("SH-STONE30", "HK$30 off with STONE30", "money_off")
                        .code(OFF)
                        .with("money_off_amount", PublishedPromotion.hkd(OFF_AMOUNT)));
    }
}
