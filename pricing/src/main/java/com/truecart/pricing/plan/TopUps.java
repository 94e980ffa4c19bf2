package com.truecart.pricing.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PaidCart;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.RefundPolicy;
import com.truecart.pricing.Refunds;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Advises what to add to a store's cart. Stateless, so one serves all threads. */
public final class TopUps {
    /** More units of one thing than this nobody adds to save on others. */
    private static final int MOST_UNITS = 5;

    private static final RefundPolicy SHARE =
            new RefundPolicy(RefundPolicy.Goods.SHARE_OF_PAID, RefundPolicy.Delivery.NEVER);

    private final CartPricer pricer = new CartPricer();
    private final Refunds refunds = new Refunds();

    /**
     * Those additions that add less than they cost alone, what adds least first.
     *
     * @param cart as planned
     * @param addable things the same store sells, each tried by itself; a cart's own offers are
     *     more units of them
     * @param most how many at most
     */
    public List<TopUp> advice(
            StoreCart cart, Shopper shopper, List<OfferTerms> addable, Instant now, int most) {
        PricedCart before = pricer.price(cart, shopper, now);
        List<TopUp> advice = new ArrayList<>();
        for (OfferTerms offer : addable) {
            if (offer.unitPrice().currency().equals(cart.currency())) {
                units(cart, before, offer).stream()
                        .flatMap(units -> added(cart, shopper, before, offer, units, now).stream())
                        .min(Comparator.comparing(TopUp::after))
                        .ifPresent(advice::add);
            }
        }
        return advice.stream()
                .sorted(
                        Comparator.comparing(TopUp::after)
                                .thenComparing(each -> each.offer().upstreamId()))
                .limit(most)
                .toList();
    }

    /** How many units would fill what is missing for some promotion or for free delivery. */
    private static Set<Integer> units(StoreCart cart, PricedCart priced, OfferTerms offer) {
        Set<Integer> counts = new TreeSet<>(Set.of(1));
        for (NotApplied each : priced.notApplied()) {
            if (each.verdict() instanceof Verdict.Missed(Verdict.Shortfall missing)) {
                counts.add(unitsFor(missing, offer));
            }
        }
        cart.delivery()
                .flatMap(DeliveryTerms::freeFrom)
                .map(from -> from.minus(priced.goods()))
                .filter(Money::isPositive)
                .map(Verdict.Shortfall.Spend::new)
                .ifPresent(missing -> counts.add(unitsFor(missing, offer)));
        counts.removeIf(units -> units > MOST_UNITS);
        return counts;
    }

    private static int unitsFor(Verdict.Shortfall missing, OfferTerms offer) {
        return switch (missing) {
            case Verdict.Shortfall.Spend(Money more) -> {
                long each = offer.unitPrice().minor();
                yield each == 0
                        ? 1
                        : (int) Math.min(MOST_UNITS + 1, (more.minor() + each - 1) / each);
            }
            case Verdict.Shortfall.Units(int more) -> more;
            case Verdict.Shortfall.Distinct _ -> 1;
        };
    }

    private Optional<TopUp> added(
            StoreCart cart,
            Shopper shopper,
            PricedCart before,
            OfferTerms offer,
            int units,
            Instant now) {
        String name = nameBeside(cart);
        CartLine line = new CartLine(name, offer, units);
        List<CartLine> lines = new ArrayList<>(cart.lines());
        lines.add(line);
        Money alone =
                pricer.price(
                                new StoreCart(
                                        List.of(line),
                                        cart.storePromotions(),
                                        Optional.empty(),
                                        cart.profile()),
                                shopper,
                                now)
                        .payable();
        StoreCart more =
                new StoreCart(lines, cart.storePromotions(), cart.delivery(), cart.profile());
        PricedCart after = pricer.price(more, shopper, now);
        if (after.payable().minus(before.payable()).compareTo(alone) >= 0) {
            return Optional.empty();
        }
        Money back =
                refunds.refund(
                                new PaidCart(more, shopper, after),
                                List.of(),
                                Map.of(name, units),
                                SHARE)
                        .amount();
        return Optional.of(
                new TopUp(
                        offer,
                        units,
                        alone,
                        before.payable(),
                        after.payable(),
                        after.payable().minus(back)));
    }

    private static String nameBeside(StoreCart cart) {
        String name = "top-up";
        while (isTaken(cart, name)) {
            name += "+";
        }
        return name;
    }

    private static boolean isTaken(StoreCart cart, String name) {
        return cart.lines().stream().anyMatch(line -> line.lineId().equals(name));
    }
}
