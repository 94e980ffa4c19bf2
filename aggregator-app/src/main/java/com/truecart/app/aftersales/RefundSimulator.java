package com.truecart.app.aftersales;

import com.truecart.app.aftersales.Simulation.ClawBack;
import com.truecart.app.aftersales.Simulation.NotWorked;
import com.truecart.app.aftersales.Simulation.Returned;
import com.truecart.app.aftersales.Simulation.Why;
import com.truecart.app.aftersales.Simulation.Worked;
import com.truecart.app.order.SoldParts.SoldLine;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PaidCart;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Refund;
import com.truecart.pricing.RefundPolicy;
import com.truecart.pricing.Refunds;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Works out what a store would give back where some units are returned: what stays is priced anew
 * by the store's own rules, as stated when the order was made, and what it comes to is kept of what
 * was charged.
 *
 * <p>Only where the same rules come to what was charged for the whole is anything made of them;
 * else it is said that it cannot be worked out. Where everything goes back nothing has to be
 * priced. The delivery fee comes back with the last unit; where what stays would not have been
 * delivered for the fee that was paid, the difference is kept.
 *
 * <p>Stateless, so one serves all threads.
 */
@Component
class RefundSimulator {
    private static final RefundPolicy POLICY =
            new RefundPolicy(RefundPolicy.Goods.REPRICED, RefundPolicy.Delivery.ON_FULL_RETURN);

    private final CartPricer pricer = new CartPricer();
    private final Refunds refunds = new Refunds();

    /**
     * What would come back.
     *
     * @param terms empty where they were not kept
     * @param returned how many units go back in all, earlier returns included, by line number; at
     *     least one line, none with more than was bought
     */
    Simulation simulate(SoldPart part, Optional<SoldTerms> terms, Map<Integer, Integer> returned) {
        requireBought(part, returned);
        Optional<Money> charged = part.subOrder().charged();
        if (charged.isEmpty()) {
            return new NotWorked(Why.NOT_CHARGED, List.of());
        }
        if (isEverything(part, returned)) {
            return everything(part, charged.get());
        }
        return terms.isEmpty()
                ? new NotWorked(Why.TERMS_UNKNOWN, List.of())
                : some(part, charged.get(), terms.get(), returned);
    }

    private static Simulation everything(SoldPart part, Money charged) {
        Money delivery = part.subOrder().quoted().delivery().min(charged);
        Money goods = charged.minus(delivery);
        List<Money> shares =
                goods.allocate(
                        part.lines().stream()
                                .map(line -> Math.max(1, line.quoted().minor()))
                                .toList());
        List<Returned> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            SoldLine line = part.lines().get(i);
            lines.add(new Returned(line.title(), line.quantity(), shares.get(i)));
        }
        return worked("", lines, List.of(), delivery, part.subOrder().refunded());
    }

    private Simulation some(
            SoldPart part, Money charged, SoldTerms terms, Map<Integer, Integer> returned) {
        Map<String, OfferTerms> offers = new HashMap<>();
        terms.offers().forEach(offer -> offers.put(offer.upstreamId(), offer));
        if (!part.lines().stream().allMatch(line -> offers.containsKey(line.upstreamId()))) {
            return new NotWorked(Why.TERMS_UNKNOWN, List.of());
        }
        Optional<EngineProfile> engine = EngineProfiles.named(terms.engine());
        if (engine.isEmpty()) {
            return new NotWorked(Why.TERMS_UNKNOWN, List.of());
        }
        Shopper shopper =
                new Shopper(part.codes(), Set.of(), Optional.empty(), Optional.empty())
                        .payingBy(part.subOrder().paymentMethod().word());
        Instant then = part.subOrder().createdAt();
        StoreCart whole = cart(part, Map.of(), offers, terms, engine.get());
        PricedCart paid = pricer.price(whole, shopper, then);
        List<Localized> notUnderstood = notUnderstood(paid);
        if (!notUnderstood.isEmpty()) {
            return new NotWorked(Why.UNMODELLED, notUnderstood);
        }
        Money fee = part.subOrder().quoted().delivery();
        if (!paid.goods().plus(fee).equals(charged)) {
            return new NotWorked(Why.CHARGED_OTHERWISE, List.of());
        }
        if (terms.delivery().isEmpty()) {
            return new NotWorked(Why.DELIVERY_UNKNOWN, List.of());
        }
        if (!paid.delivery().equals(Optional.of(fee))) {
            return new NotWorked(Why.CHARGED_OTHERWISE, List.of());
        }
        PricedCart stays =
                pricer.price(cart(part, returned, offers, terms, engine.get()), shopper, then);
        if (stays.delivery().isEmpty()) {
            return new NotWorked(Why.DELIVERY_UNKNOWN, List.of());
        }
        Map<String, Integer> byLine = new HashMap<>();
        returned.forEach((line, units) -> byLine.put(line.toString(), units));
        Refund refund =
                refunds.refund(new PaidCart(whole, shopper, paid), List.of(), byLine, POLICY);
        Money nothing = Money.zero(charged.currency());
        Money dearer = stays.delivery().get().minus(fee).max(nothing).min(refund.amount());
        return worked(
                engine.get().name(),
                refund.lines().stream()
                        .map(line ->
                                new Returned(
                                        title(part, line.lineId()), line.units(), line.amount()))
                        .toList(),
                refund.clawedBack().stream()
                        .map(back -> new ClawBack(back.promotion().label(), back.amount()))
                        .toList(),
                dearer.negated(),
                part.subOrder().refunded());
    }

    private static Worked worked(
            String engine,
            List<Returned> lines,
            List<ClawBack> clawedBack,
            Money delivery,
            Money before) {
        Money due = delivery.minus(before);
        for (Returned line : lines) {
            due = due.plus(line.paid());
        }
        for (ClawBack back : clawedBack) {
            due = due.minus(back.amount());
        }
        return new Worked(
                engine, lines, clawedBack, delivery, before, due.max(Money.zero(due.currency())));
    }

    private static StoreCart cart(
            SoldPart part,
            Map<Integer, Integer> without,
            Map<String, OfferTerms> offers,
            SoldTerms terms,
            EngineProfile engine) {
        List<CartLine> lines = new ArrayList<>();
        for (SoldLine line : part.lines()) {
            int stays = line.quantity() - without.getOrDefault(line.line(), 0);
            OfferTerms offer = offers.get(line.upstreamId());
            if (stays > 0 && offer != null) {
                lines.add(new CartLine(Integer.toString(line.line()), offer, stays));
            }
        }
        return new StoreCart(lines, terms.storePromotions(), terms.delivery(), engine);
    }

    /** Words that may be about these lines, and of which nobody knows what they do. */
    private static List<Localized> notUnderstood(PricedCart cart) {
        return cart.notApplied().stream()
                .filter(one ->
                        one.verdict() instanceof Verdict.Unknown(Verdict.Question question, _)
                                && question == Verdict.Question.WORDS)
                .map(NotApplied::promotion)
                .map(promotion -> promotion.label())
                .distinct()
                .toList();
    }

    private static Localized title(SoldPart part, String lineId) {
        return part.lines().stream()
                .filter(line -> Integer.toString(line.line()).equals(lineId))
                .map(SoldLine::title)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEverything(SoldPart part, Map<Integer, Integer> returned) {
        return part.lines().stream()
                .allMatch(line -> returned.getOrDefault(line.line(), 0) == line.quantity());
    }

    private static void requireBought(SoldPart part, Map<Integer, Integer> returned) {
        if (returned.isEmpty()) {
            throw new IllegalArgumentException("returned: at least one line is needed");
        }
        returned.forEach((number, units) -> {
            int bought =
                    part.lines().stream()
                            .filter(line -> line.line() == number)
                            .mapToInt(SoldLine::quantity)
                            .sum();
            if (units < 1 || units > bought) {
                throw new IllegalArgumentException(
                        "line " + number + ": " + units + " of " + bought + " units");
            }
        });
    }
}
