package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A promotion laid over a cart.
 *
 * @param offers which of the cart's offers are in scope, by their place; ascending
 * @param stage where it is worked out
 */
record Rule(Promotion promotion, List<Integer> offers, Stage stage) {

    /**
     * The rules that may apply at this moment; all others go to {@code notApplied} with the reason.
     */
    static List<Rule> over(
            List<OfferTerms> offers,
            List<Promotion> storePromotions,
            Currency currency,
            Instant now,
            List<NotApplied> notApplied) {
        List<Rule> rules = new ArrayList<>();
        Set<Promotion> wide = new LinkedHashSet<>(storePromotions);
        for (int i = 0; i < offers.size(); i++) {
            for (Promotion promotion : new LinkedHashSet<>(offers.get(i).promotions())) {
                if (Scopes.isOwn(promotion.scope())) {
                    boolean covered = Scopes.covers(promotion.scope(), offers.get(i), true);
                    add(
                            promotion,
                            covered ? List.of(i) : List.of(),
                            currency,
                            now,
                            rules,
                            notApplied);
                } else {
                    wide.add(promotion);
                }
            }
        }
        for (Promotion promotion : wide) {
            List<Integer> covered = new ArrayList<>();
            for (int i = 0; i < offers.size(); i++) {
                if (Scopes.covers(promotion.scope(), offers.get(i), false)) {
                    covered.add(i);
                }
            }
            add(promotion, covered, currency, now, rules, notApplied);
        }
        // by ref, so that neither the order of lines nor that of promotions decides between equals
        rules.sort(
                Comparator.comparing((Rule rule) -> rule.promotion().ref())
                        .thenComparing(rule -> rule.offers().getFirst())
                        .thenComparing(rule -> rule.promotion().toString()));
        return rules;
    }

    private static void add(
            Promotion promotion,
            List<Integer> covered,
            Currency currency,
            Instant now,
            List<Rule> rules,
            List<NotApplied> notApplied) {
        Optional<Verdict> obstacle = obstacle(promotion, covered, currency, now);
        if (obstacle.isPresent()) {
            notApplied.add(new NotApplied(promotion, obstacle.get()));
        } else {
            rules.add(new Rule(promotion, List.copyOf(covered), stage(promotion)));
        }
    }

    private static Optional<Verdict> obstacle(
            Promotion promotion, List<Integer> covered, Currency currency, Instant now) {
        if (!promotion.validity().holdsAt(now)) {
            return Optional.of(new RuledOut(Reason.NOT_VALID_NOW));
        }
        if (promotion.benefit() instanceof Benefit.Unmodelled(String text)) {
            return Optional.of(new Unknown(Question.WORDS, text));
        }
        Optional<String> words = Scopes.unmodelled(promotion.scope());
        if (words.isPresent()) {
            return Optional.of(new Unknown(Question.WORDS, words.get()));
        }
        if (!Currencies.areAll(promotion, currency)) {
            return Optional.of(new RuledOut(Reason.OTHER_CURRENCY));
        }
        return covered.isEmpty()
                ? Optional.of(new RuledOut(Reason.NOTHING_IN_SCOPE))
                : Optional.empty();
    }

    /**
     * The stage a promotion is worked out in: the stated one, except where its benefit cannot be
     * had there. What needs several units is never a unit's price; what is given once over several
     * offers is never one offer's price.
     */
    private static Stage stage(Promotion promotion) {
        Benefit benefit = promotion.benefit();
        if (benefit instanceof Benefit.DeliveryOff) {
            return Stage.DELIVERY;
        }
        if (promotion.stage() != Stage.ITEM) {
            return promotion.stage();
        }
        if (Savings.unitsNeeded(benefit) > 1) {
            return Stage.QUANTITY;
        }
        return !Scopes.isOwn(promotion.scope()) && isGivenOnce(benefit)
                ? Stage.STORE_ORDER
                : Stage.ITEM;
    }

    private static boolean isGivenOnce(Benefit benefit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money _, Optional<Integer> upTo) -> upTo.isPresent();
            case Benefit.PercentOff(long _, Optional<Money> cap) -> cap.isPresent();
            case Benefit.AmountOff(Money _, Benefit.AmountOff.Per per) ->
                    per == Benefit.AmountOff.Per.ORDER;
            case Benefit.TieredOff _, Benefit.StepOff _ -> true;
            case Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.Unmodelled _ ->
                    false;
        };
    }

    /**
     * Whether units of different offers never count together ("the second unit of the same offer").
     */
    boolean countsEachOfferApart() {
        return offers.size() == 1
                || promotion.benefit() instanceof Benefit.NthUnit
                || promotion.benefit() instanceof Benefit.NthUnitPrice;
    }

    Trigger trigger() {
        return promotion.trigger();
    }

    Benefit benefit() {
        return promotion.benefit();
    }
}
