package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of {@link CartPricer} over one cart. */
final class Calculation {

    private final StoreCart cart;
    private final Shopper shopper;
    private final Instant now;
    private final Tally tally;
    private final List<NotApplied> notApplied = new ArrayList<>();
    private final List<GiftNote> gifts = new ArrayList<>();
    private final List<Rule> rules;

    Calculation(StoreCart cart, Shopper shopper, Instant now) {
        this.cart = cart;
        this.shopper = shopper;
        this.now = now;
        this.tally = new Tally(cart);
        this.rules =
                Rule.over(tally.offers(), cart.storePromotions(), cart.currency(), now, notApplied);
    }

    PricedCart run() {
        List<long[]> units = itemStage();
        quantityStage(units);
        orderStage(Stage.STORE_ORDER);
        orderStage(Stage.STORE_COUPON);
        Money goods = tally.goods();
        List<PriceStep> steps = tally.steps();
        Optional<Money> delivery =
                cart.delivery().map(terms -> deliveryStage(terms.feeFor(goods), goods, steps));
        if (delivery.isEmpty()) {
            withoutDelivery();
        }
        return new PricedCart(
                tally.lines(),
                steps.getFirst().change(),
                steps,
                goods,
                delivery,
                delivery.map(goods::plus).orElse(goods),
                reported(steps),
                gifts,
                now);
    }

    /** The prices of the units of each offer, dearest first. */
    private List<long[]> itemStage() {
        List<long[]> units = new ArrayList<>();
        for (int i = 0; i < tally.offers().size(); i++) {
            long[] each = new long[tally.quantity(i)];
            Arrays.fill(each, tally.offers().get(i).unitPrice().minor());
            units.add(each);
        }
        List<Rule> met = rulesThatApply(Stage.ITEM);
        Set<Rule> used = new HashSet<>();
        Set<Rule> useful = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            int offer = i;
            Rule best = null;
            long[] lowest = units.get(i);
            for (Rule rule : met) {
                if (rule.offers().contains(offer)) {
                    long[] lowered = UnitPrices.after(rule.benefit(), units.get(i));
                    if (sum(lowered) < sum(units.get(i))) {
                        useful.add(rule);
                    }
                    if (sum(lowered) < sum(lowest)) {
                        best = rule;
                        lowest = lowered;
                    }
                }
            }
            if (best != null) {
                used.add(best);
                tally.take(best.promotion(), List.of(i), sum(units.get(i)) - sum(lowest));
                units.set(i, lowest);
            }
        }
        for (Rule rule : met) {
            if (!used.contains(rule)) {
                refuse(rule, useful.contains(rule) ? Reason.ANOTHER_SAVES_MORE : Reason.NO_GAIN);
            }
        }
        return units;
    }

    private void quantityStage(List<long[]> units) {
        List<Rule> possible = rulesThatApply(Stage.QUANTITY);
        UnitSplit split = new UnitSplit(cart.currency(), shopper);
        Set<Rule> used = new HashSet<>();
        for (QuantityStage.Applied applied : new QuantityStage(possible, units, split).best()) {
            used.add(applied.rule());
            tally.take(applied.rule().promotion(), applied.offers(), applied.saving());
        }
        for (Rule rule : possible) {
            if (!used.contains(rule)) {
                long alone = split.saving(rule, QuantityStage.merged(units, rule.offers()));
                refuse(rule, alone > 0 ? Reason.ANOTHER_SAVES_MORE : Reason.NO_GAIN);
            }
        }
    }

    private void orderStage(Stage stage) {
        List<Rule> met = rulesThatApply(stage);
        Map<Rule, Long> savings = new HashMap<>();
        Rule best = null;
        for (Rule rule : met) {
            long saving = tally.saving(rule);
            savings.put(rule, saving);
            if (saving > 0 && (best == null || saving > savings.getOrDefault(best, 0L))) {
                best = rule;
            }
        }
        for (Rule rule : met) {
            if (!rule.equals(best)) {
                boolean useful = savings.getOrDefault(rule, 0L) > 0;
                refuse(rule, useful ? Reason.ANOTHER_SAVES_MORE : Reason.NO_GAIN);
            }
        }
        if (best != null) {
            tally.take(best.promotion(), best.offers(), savings.getOrDefault(best, 0L));
        }
    }

    private Money deliveryStage(Money fee, Money goods, List<PriceStep> steps) {
        steps.add(new PriceStep(PriceStep.Kind.DELIVERY, Optional.empty(), fee, goods.plus(fee)));
        List<Rule> met = rulesThatApply(Stage.DELIVERY);
        long[] parcel = {fee.minor()};
        Rule best = null;
        long most = 0;
        for (Rule rule : met) {
            long saving = Savings.of(rule.benefit(), parcel);
            if (saving > most) {
                best = rule;
                most = saving;
            }
        }
        for (Rule rule : met) {
            if (!rule.equals(best)) {
                boolean useful = Savings.of(rule.benefit(), parcel) > 0;
                refuse(rule, useful ? Reason.ANOTHER_SAVES_MORE : Reason.NO_GAIN);
            }
        }
        Money off = new Money(most, fee.currency());
        if (best != null) {
            steps.add(
                    new PriceStep(
                            PriceStep.Kind.PROMOTION,
                            Optional.of(best.promotion()),
                            off.negated(),
                            goods.plus(fee).minus(off)));
        }
        return fee.minus(off);
    }

    private void withoutDelivery() {
        for (Rule rule : rulesThatApply(Stage.DELIVERY)) {
            notApplied.add(
                    new NotApplied(rule.promotion(), new Unknown(Question.DELIVERY_FEE, "")));
        }
    }

    /**
     * The stage's rules of which every condition holds; gifts are noted, all others are reported.
     */
    private List<Rule> rulesThatApply(Stage stage) {
        List<Rule> met = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.stage() != stage) {
                continue;
            }
            Verdict verdict = judge(rule);
            if (!(verdict instanceof Met)) {
                notApplied.add(new NotApplied(rule.promotion(), verdict));
            } else if (rule.benefit()
                    instanceof Benefit.Gift(String description, Optional<Money> value)) {
                gifts.add(new GiftNote(rule.promotion(), description, value));
            } else {
                met.add(rule);
            }
        }
        return met;
    }

    private Verdict judge(Rule rule) {
        Money spend = tally.spend(rule.offers());
        Verdict condition =
                Conditions.judge(rule.trigger(), spend, tally.units(rule.offers()), shopper);
        if (!(condition instanceof Met)) {
            return condition;
        }
        int together =
                rule.countsEachOfferApart()
                        ? rule.offers().stream().mapToInt(tally::quantity).max().orElse(0)
                        : tally.units(rule.offers());
        return Conditions.judge(rule.benefit(), spend, together);
    }

    private void refuse(Rule rule, Reason reason) {
        notApplied.add(new NotApplied(rule.promotion(), new RuledOut(reason)));
    }

    /** Each promotion once, by ref; one that applies to some offers and not to others applies. */
    private List<NotApplied> reported(List<PriceStep> steps) {
        Set<Promotion> settled = new HashSet<>();
        steps.forEach(step -> step.promotion().ifPresent(settled::add));
        gifts.forEach(gift -> settled.add(gift.promotion()));
        return notApplied.stream()
                .sorted(
                        Comparator.comparing((NotApplied each) -> each.promotion().ref())
                                .thenComparing(Object::toString))
                .filter(each -> settled.add(each.promotion()))
                .toList();
    }

    private static long sum(long[] units) {
        return Arrays.stream(units).sum();
    }
}
