package com.truecart.sandbox.gateway;

import com.truecart.sandbox.world.Product;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One product as these platforms sell it.
 *
 * @param number the same on each platform; no caller sees it
 * @param price in fen; 0 where the seller has not set one yet
 * @param sale a lower price for now, in fen
 * @param voucher a coupon that may be claimed
 * @param label a promotion in the seller's words
 */
public record Goods(
        int number,
        String title,
        String brand,
        List<String> category,
        String shopId,
        String shopName,
        long price,
        OptionalLong sale,
        Optional<Voucher> voucher,
        Optional<String> label) {
    private static final int YUAN = 100;

    /** Copies the path. */
    public Goods {
        category = List.copyOf(category);
    }

    /**
     * A product of the sandbox's world with terms of its own: one in 67 has no price yet, one in
     * four is on sale, one in three has a coupon that a single unit reaches and one in three a
     * coupon that takes two.
     */
    static Goods of(Product product) {
        int number = product.number();
        long price = number % 67 == 0 ? 0 : product.listPrice();
        long reduced = price * 9 / 10 / 10 * 10;
        boolean isOnSale = number % 4 == 1 && reduced > 0;
        return new Goods(
                number,
                product.nameZh(),
                product.brandZh(),
                product.categoryZh(),
                Integer.toString(7_000 + number % 5),
                "旗舰店" + number % 5,
                price,
                isOnSale ? OptionalLong.of(reduced) : OptionalLong.empty(),
                voucher(number, isOnSale ? reduced : price),
                number % 10 == 4 ? Optional.of("满3件打8折") : Optional.empty());
    }

    /** What one costs now without a coupon, in fen. */
    public long current() {
        return sale.orElse(price);
    }

    /** What one costs with its coupon, in fen. */
    public long afterVoucher() {
        return voucher.filter(coupon -> current() >= coupon.threshold())
                .map(coupon -> current() - coupon.off())
                .orElse(current());
    }

    private static Optional<Voucher> voucher(int number, long current) {
        if (current < 10 * YUAN) {
            return Optional.empty();
        }
        long threshold =
                switch (number % 3) {
                    case 0 -> (current / YUAN + 1) * YUAN;
                    case 1 -> current / 2 / YUAN * YUAN;
                    default -> 0;
                };
        return threshold == 0
                ? Optional.empty()
                : Optional.of(new Voucher(threshold, Math.max(1, threshold / 5 / YUAN) * YUAN));
    }
}
