package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
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
            Instant now) {
        CartLine line = new CartLine("offer", offer, quantity);
        PricedCart cart =
                carts.price(new StoreCart(List.of(line), storePromotions, delivery), shopper, now);
        return new EffectivePrice(
                quantity,
                cart.list(),
                cart.steps(),
                cart.payable(),
                cart.delivery(),
                cart.gifts(),
                cart.notApplied(),
                cart.asOf());
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
            Instant now) {
        EffectivePrice present = price(offer, quantity, storePromotions, delivery, shopper, now);
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
                price = price(offer, units, storePromotions, delivery, asIf, now);
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
        int group = Savings.unitsNeeded(promotion.benefit());
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
                        case DELIVERY_FEE, WORDS -> Optional.empty();
                    };
            case Met _, Missed _, RuledOut _ -> Optional.empty();
        };
    }

    private static int moreUnits(Verdict verdict, OfferTerms offer) {
        return switch (verdict) {
            case Missed(Shortfall.Units(int missing)) -> missing;
            case Missed(Shortfall.Spend(Money missing)) -> {
                long unit = offer.unitPrice().minor();
                long units = unit == 0 ? 0 : Math.ceilDiv(missing.minor(), unit);
                yield (int) Math.min(units, CartLine.MOST_UNITS + 1L);
            }
            case Met _, Unknown _, RuledOut _ -> 0;
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
