package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Refused;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out what some units of one offer cost at one store, and how they could cost less. */
public final class OfferPricer {

    /**
     * Every kind of condition at once, and a spend that has to be reached again after a lower
     * price: more rounds help nobody.
     */
    private static final int MOST_NEEDS = 6;

    private final CartPricer carts = new CartPricer();

    /**
     * The price of these units alone.
     *
     * @param delivery empty for the price without delivery
     */
    public EffectivePrice price(
            OfferTerms offer,
            int quantity,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            EngineProfile profile,
            Instant now) {
        CartLine line = new CartLine("offer", offer, quantity);
        PricedCart cart =
                carts.price(
                        new StoreCart(List.of(line), storePromotions, delivery, profile),
                        shopper,
                        now);
        return new EffectivePrice(
                quantity,
                cart.list(),
                cart.steps(),
                cart.payable(),
                cart.delivery(),
                cart.gifts(),
                cart.valueBack(),
                cart.notApplied(),
                cart.isProvenBest(),
                cart.asOf());
    }

    /** The price at a store of which the engine is not known. */
    public EffectivePrice price(
            OfferTerms offer,
            int quantity,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            Instant now) {
        return price(offer, quantity, storePromotions, delivery, shopper, EngineProfiles.OURS, now);
    }

    /** The ways at a store of which the engine is not known. */
    public List<WayToPayLess> waysToPayLess(
            OfferTerms offer,
            int quantity,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            Instant now) {
        return waysToPayLess(
                offer, quantity, storePromotions, delivery, shopper, EngineProfiles.OURS, now);
    }

    /**
     * Lower prices per unit of the goods that need more units, a code, a membership or another
     * answer; the cheapest per unit first.
     *
     * <p>Every promotion is tried alone, on top of what the shopper has confirmed; one that applies
     * already is tried with another full group of units.
     */
    public List<WayToPayLess> waysToPayLess(
            OfferTerms offer,
            int quantity,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            EngineProfile profile,
            Instant now) {
        EffectivePrice present =
                price(offer, quantity, storePromotions, delivery, shopper, profile, now);
        List<WayToPayLess> ways = new ArrayList<>();
        for (NotApplied each : present.notApplied()) {
            Promotion promotion = each.promotion();
            Verdict verdict = each.verdict();
            List<Verdict> needs = new ArrayList<>();
            EffectivePrice price = present;
            Shopper asIf = shopper;
            int units = quantity;
            while (needs.size() < MOST_NEEDS && !(verdict instanceof Met)) {
                Optional<Shopper> answered = answered(verdict, asIf);
                int more = moreUnits(verdict, offer);
                if ((answered.isEmpty() && more == 0) || units + more > CartLine.MOST_UNITS) {
                    break;
                }
                needs.add(verdict);
                asIf = answered.orElse(asIf);
                units += more;
                price = price(offer, units, storePromotions, delivery, asIf, profile, now);
                verdict = verdictOn(promotion, price);
            }
            if (verdict instanceof Met
                    && lowersGoods(promotion, price)
                    && comparePerUnit(price, present) < 0) {
                ways.add(new WayToPayLess(promotion, needs, price));
            }
        }
        for (PriceStep step : present.steps()) {
            if (step.promotion().isPresent()) {
                Promotion promotion = step.promotion().get();
                int missing = missingToFullGroup(promotion, quantity);
                if (missing > 0 && quantity + missing <= CartLine.MOST_UNITS) {
                    EffectivePrice full =
                            price(
                                    offer,
                                    quantity + missing,
                                    storePromotions,
                                    delivery,
                                    shopper,
                                    profile,
                                    now);
                    if (comparePerUnit(full, present) < 0) {
                        Verdict need = new Missed(new Shortfall.Units(missing));
                        ways.add(new WayToPayLess(promotion, List.of(need), full));
                    }
                }
            }
        }
        ways.sort(
                ((Comparator<WayToPayLess>)
                                (one, other) -> comparePerUnit(one.price(), other.price()))
                        .thenComparing(way -> way.promotion().ref()));
        return List.copyOf(ways);
    }

    /**
     * Whether the promotion itself takes something off the goods. A gift or a free delivery does
     * not, even where the units it needs make another promotion apply.
     */
    private static boolean lowersGoods(Promotion promotion, EffectivePrice price) {
        return !(promotion.benefit() instanceof Benefit.DeliveryOff)
                && price.steps().stream()
                        .anyMatch(step -> step.promotion().equals(Optional.of(promotion)));
    }

    /** How many units an applied multi-buy lacks to another full group. */
    private static int missingToFullGroup(Promotion promotion, int quantity) {
        int group = UnitMath.unitsNeeded(promotion.benefit());
        return (group - quantity % group) % group;
    }

    private static Verdict verdictOn(Promotion promotion, EffectivePrice price) {
        return price.notApplied().stream()
                .filter(each -> each.promotion().equals(promotion))
                .map(NotApplied::verdict)
                .findFirst()
                .orElse(new Met());
    }

    /**
     * The shopper who has given the missing answer; empty where no answer is missing or none would
     * help.
     */
    private static Optional<Shopper> answered(Verdict verdict, Shopper shopper) {
        return switch (verdict) {
            case Unknown(Question question, String subject) ->
                    switch (question) {
                        case CODE -> Optional.of(shopper.withCode(subject));
                        case MEMBERSHIP -> Optional.of(shopper.withMembership(subject));
                        case NEW_CUSTOMER -> Optional.of(shopper.withNewCustomer(true));
                        case PAYMENT_METHOD -> Optional.of(shopper.payingBy(subject));
                        case COUPON_CLAIMED ->
                                saysYes(shopper, Confirmed.Matter.COUPON_CLAIMED, subject);
                        case GROUP -> saysYes(shopper, Confirmed.Matter.GROUP, subject);
                        case REGION -> saysYes(shopper, Confirmed.Matter.REGION, subject);
                        case CHANNEL -> saysYes(shopper, Confirmed.Matter.CHANNEL, subject);
                        case TRADE_IN -> saysYes(shopper, Confirmed.Matter.TRADE_IN, subject);
                        case SCHEME -> saysYes(shopper, Confirmed.Matter.SCHEME, subject);
                        case DELIVERY_FEE, WORDS -> Optional.empty();
                    };
            case Met _, Missed _, RuledOut _, Refused _ -> Optional.empty();
        };
    }

    private static Optional<Shopper> saysYes(
            Shopper shopper, Confirmed.Matter matter, String subject) {
        return Optional.of(shopper.answering(new Confirmed(matter, subject), true));
    }

    private static int moreUnits(Verdict verdict, OfferTerms offer) {
        return switch (verdict) {
            case Missed(Shortfall.Units(int missing)) -> missing;
            case Missed(Shortfall.Spend(Money missing)) -> {
                long unit = offer.unitPrice().minor();
                long units = unit == 0 ? 0 : Math.ceilDiv(missing.minor(), unit);
                yield (int) Math.min(units, CartLine.MOST_UNITS + 1L);
            }
            // one offer is never several
            case Missed(Shortfall.Distinct _) -> 0;
            case Met _, Unknown _, RuledOut _, Refused _ -> 0;
        };
    }

    /** Compares goods per unit exactly, by cross-multiplication. */
    private static int comparePerUnit(EffectivePrice one, EffectivePrice other) {
        return BigInteger.valueOf(one.goods().minor())
                .multiply(BigInteger.valueOf(other.quantity()))
                .compareTo(
                        BigInteger.valueOf(other.goods().minor())
                                .multiply(BigInteger.valueOf(one.quantity())));
    }
}
