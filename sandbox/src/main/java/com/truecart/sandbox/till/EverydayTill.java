package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Everyday Home: any three of the snack selection for HK$48, the dearest units first; of some other
 * products every third unit is free. No codes.
 */
public final class EverydayTill implements Till {
    /** The snack selection. */
    public static final Set<Integer> SNACKS =
            Set.of(1173, 1175, 1178, 1179, 1181, 1185, 1191, 1192, 1194, 1195, 1200);

    /** Buy two, get one free: soya milk, spaghetti, tuna, washing-up liquid, soap. */
    public static final Set<Integer> THIRD_FREE = Set.of(1098, 1149, 1157, 2015, 2031);

    private static final long THREE_SNACKS = 4_800;

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        List<Reduction> reductions = new ArrayList<>();
        List<Long> thirds = lines.stream().map(EverydayTill::thirdUnits).toList();
        if (thirds.stream().anyMatch(t -> t > 0)) {
            reductions.add(Reduction.automatic("third-free", "Buy 2 get 1 free 買二送一", thirds));
        }
        List<Long> snacks = snackBundles(lines);
        if (snacks.stream().anyMatch(s -> s > 0)) {
            reductions.add(Reduction.automatic("three-snacks", "Any 3 snacks for HK$48", snacks));
        }
        List<RefusedCode> refused =
                codes.stream()
                        .map(code ->
                                new RefusedCode(
                                        code,
                                        RefusedCode.Reason.UNKNOWN,
                                        "Everyday Home has no discount codes"))
                        .toList();
        return new Bill(lines, reductions, refused);
    }

    private static long thirdUnits(CartLine line) {
        return THIRD_FREE.contains(line.offer().product().number())
                ? line.quantity() / 3 * line.offer().price()
                : 0;
    }

    private record Unit(int line, long price) {}

    private static List<Long> snackBundles(List<CartLine> lines) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Offer offer = lines.get(i).offer();
            if (SNACKS.contains(offer.product().number())) {
                for (int n = 0; n < lines.get(i).quantity(); n++) {
                    units.add(new Unit(i, offer.price()));
                }
            }
        }
        units.sort(Comparator.comparingLong(Unit::price).reversed());
        long[] off = new long[lines.size()];
        for (int i = 0; i + 3 <= units.size(); i += 3) {
            List<Unit> bundle = units.subList(i, i + 3);
            long sum = bundle.stream().mapToLong(Unit::price).sum();
            long saved = sum - THREE_SNACKS;
            if (saved > 0) {
                long left = saved;
                for (Unit unit : bundle.subList(0, 2)) {
                    long share = saved * unit.price() / sum;
                    off[unit.line()] += share;
                    left -= share;
                }
                off[bundle.getLast().line()] += left;
            }
        }
        List<Long> result = new ArrayList<>();
        for (long amount : off) {
            result.add(amount);
        }
        return result;
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        List<PublishedPromotion> rows = new ArrayList<>();
        rows.add(
                PublishedPromotion.of("EH-SNACK3", "Any 3 snacks for HK$48", "promotion_price")
                        .with("minimum_purchase_quantity", "3")
                        .with("promotion_price", PublishedPromotion.hkd(THREE_SNACKS))
                        .only(shelf, o -> SNACKS.contains(o.product().number())));
        for (Offer offer : shelf.offers()) {
            if (THIRD_FREE.contains(offer.product().number())) {
                rows.add(
                        PublishedPromotion.of(
                                        "EH-THIRD-" + offer.product().number(),
                                        "Buy 2 get 1 free 買二送一: " + offer.product().name(),
                                        "buy_m_get_n_percent_off")
                                .with("minimum_purchase_quantity", "2")
                                .with("get_this_quantity_discounted", "1")
                                .with("percent_off", "100")
                                .only(shelf, o -> o.sku().equals(offer.sku())));
            }
        }
        return rows;
    }
}
