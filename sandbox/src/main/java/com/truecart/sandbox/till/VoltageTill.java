package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Voltage: spend HK$1,000 save HK$80, or spend HK$2,000 save HK$200, the higher step alone; then
 * VOLT5 takes 5 % off what is left, at most HK$150.
 */
public final class VoltageTill implements Till {
    private static final String CODE = "VOLT5";
    private static final long CAP = 15_000;

    private record Step(long from, long off) {}

    private static final List<Step> STEPS =
            List.of(new Step(200_000, 20_000), new Step(100_000, 8_000));

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        List<Reduction> reductions = new ArrayList<>();
        List<RefusedCode> refused = new ArrayList<>();
        long subtotal = lines.stream().mapToLong(CartLine::subtotal).sum();
        long running = subtotal;
        Optional<Step> step = STEPS.stream().filter(s -> subtotal >= s.from()).findFirst();
        if (step.isPresent()) {
            running -= step.get().off();
            reductions.add(
                    new Reduction(
                            "spend-" + step.get().from() / 100,
                            title(step.get()),
                            Optional.empty(),
                            step.get().off(),
                            List.of()));
        }
        for (String code : codes) {
            if (code.equalsIgnoreCase(CODE)) {
                long off = Math.min(CAP, (running * 5 + 50) / 100);
                reductions.add(
                        Reduction.coupon(CODE, "5% off, at most HK$150", shares(lines, off)));
            } else {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.UNKNOWN,
                                "Code " + code + " is not one of ours"));
            }
        }
        return new Bill(lines, reductions, refused);
    }

    /** By value, floored; the odd cents go to the last line. */
    private static List<Long> shares(List<CartLine> lines, long off) {
        long subtotal = lines.stream().mapToLong(CartLine::subtotal).sum();
        List<Long> shares = new ArrayList<>();
        long left = off;
        for (int i = 0; i < lines.size() - 1; i++) {
            long share = off * lines.get(i).subtotal() / subtotal;
            shares.add(share);
            left -= share;
        }
        shares.add(left);
        return shares;
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        List<PublishedPromotion> rows = new ArrayList<>();
        for (Step step : STEPS) {
            rows.add(
                    PublishedPromotion.of("VT-SPEND" + step.from() / 100, title(step), "money_off")
                            .with("money_off_amount", PublishedPromotion.hkd(step.off()))
                            .with("minimum_purchase_amount", PublishedPromotion.hkd(step.from()))
                            .with("exclusive_group", "spend-and-save")
                            .with("fine_print", "Only the highest step reached counts."));
        }
        rows.add(
                PublishedPromotion.of(
                                "VT-VOLT5", "5% off with VOLT5, at most HK$150", "percent_off")
                        .code(CODE)
                        .with("percent_off", "5")
                        .with("max_discount_amount", PublishedPromotion.hkd(CAP))
                        .with("fine_print", "Taken off what is left after spend-and-save."));
        return rows;
    }

    private static String title(Step step) {
        return "Spend HK$%,d save HK$%d".formatted(step.from() / 100, step.off() / 100);
    }
}
