package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.Refused;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Unknown;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Lines;
import com.truecart.pricing.profile.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Lays promotions over a cart: what may apply becomes a rule, all else is reported with its reason.
 */
final class RuleBook {

    private final Positions positions;
    private final EngineProfile profile;
    private final Currency currency;
    private final IntFunction<Shopper> shoppers;
    private final Instant now;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    RuleBook(
            Positions positions,
            EngineProfile profile,
            IntFunction<Shopper> shoppers,
            Instant now) {
        this.positions = positions;
        this.profile = profile;
        this.currency = positions.offer(0).unitPrice().currency();
        this.shoppers = shoppers;
        this.now = now;
        List<StoreCart> carts = positions.carts();
        for (int store = 0; store < carts.size(); store++) {
            Set<Promotion> wide = new LinkedHashSet<>(carts.get(store).storePromotions());
            Set<String> offers = new HashSet<>();
            for (int i = 0; i < positions.goods(); i++) {
                // an offer on two lines states its promotions once
                if (positions.store(i) == store && offers.add(positions.offer(i).upstreamId())) {
                    addStatedOn(i, wide);
                }
            }
            for (Promotion promotion : wide) {
                add(promotion, store, -1);
            }
        }
    }

    private void addStatedOn(int position, Set<Promotion> wide) {
        List<Promotion> stated = positions.offer(position).promotions();
        if (stated.isEmpty()) {
            return;
        }
        for (Promotion promotion : stated.size() == 1 ? stated : new LinkedHashSet<>(stated)) {
            if (Scopes.isOwn(promotion)) {
                add(promotion, positions.store(position), position);
            } else {
                wide.add(promotion);
            }
        }
    }

    /** Adds those of the platform, over all its stores. */
    RuleBook withPlatform(List<Promotion> promotions) {
        for (Promotion promotion : new LinkedHashSet<>(promotions)) {
            add(promotion, Positions.EVERY_STORE, -1);
        }
        return this;
    }

    /** The rules, by ref: no order of lines or promotions decides between equals. */
    List<Rule> rules() {
        refuseOverlaps();
        holdToQuotas();
        rules.sort(
                Comparator.comparing((Rule rule) -> rule.promotion().ref())
                        .thenComparingInt(rule -> rule.scope()[0])
                        .thenComparing(rule -> rule.promotion().toString()));
        return rules;
    }

    /** What can be said without working out the cart. */
    List<Told> told() {
        return told;
    }

    private void tell(Promotion promotion, int store, Verdict why) {
        told.add(new Told(store, new NotApplied(promotion, why)));
    }

    private void add(Promotion promotion, int store, int own) {
        Optional<Verdict> obstacle = obstacle(promotion, store);
        if (obstacle.isPresent()) {
            tell(promotion, store, obstacle.get());
            return;
        }
        lay(promotion, promotion.benefit(), store, own);
    }

    private void lay(Promotion promotion, Benefit benefit, int store, int own) {
        int[] scope = positions.in(promotion.scope(), store, own);
        Stage stage = stage(promotion, benefit);
        int[] at = at(benefit, scope, store, own);
        if (scope.length == 0 || at.length == 0) {
            tell(promotion, store, new RuledOut(Reason.NOTHING_IN_SCOPE));
            return;
        }
        if (at.length > 1 && isNoRuleOf(profile.laneOf(stage), benefit)) {
            tell(promotion, store, new Refused(Flaw.NO_SUCH_RULE, profile.name()));
            return;
        }
        rules.add(
                new Rule(
                        promotion,
                        benefit,
                        store,
                        own,
                        scope,
                        at,
                        stage,
                        profile.apartUnlessStated()));
    }

    /**
     * Whether a lane that is gone through line by line would have to look at several lines for
     * this. What Vendure has of that kind, it works out anew for each line: buy this, get that.
     */
    private static boolean isNoRuleOf(Lane lane, Benefit benefit) {
        return lane.walk() == Lane.Walk.LINE_BY_LINE
                && needsLinesTogether(benefit)
                && !(benefit instanceof Benefit.BuyThisGetThat);
    }

    private int[] at(Benefit benefit, int[] scope, int store, int own) {
        if (benefit instanceof Benefit.DeliveryOff) {
            return fees(store);
        }
        return benefit.otherScope().map(other -> positions.in(other, store, own)).orElse(scope);
    }

    private int[] fees(int store) {
        return store == Positions.EVERY_STORE
                ? IntStream.range(0, positions.carts().size()).map(positions::fee).toArray()
                : new int[] {positions.fee(store)};
    }

    private Optional<Verdict> obstacle(Promotion promotion, int store) {
        if (!promotion.validity().holdsAt(now)) {
            return Optional.of(new RuledOut(Reason.NOT_VALID_NOW));
        }
        if (promotion.benefit() instanceof Benefit.Unmodelled(String text)) {
            return Optional.of(new Unknown(Question.WORDS, text));
        }
        Optional<String> words =
                promotion
                        .scope()
                        .unmodelled()
                        .or(() -> promotion.benefit().otherScope().flatMap(Scope::unmodelled));
        if (words.isPresent()) {
            return Optional.of(new Unknown(Question.WORDS, words.get()));
        }
        Optional<Refused> flaw = Flaws.of(promotion);
        if (flaw.isPresent()) {
            return Optional.of(flaw.get());
        }
        if (Flaws.currency(promotion).filter(stated -> !stated.equals(currency)).isPresent()) {
            return Optional.of(new RuledOut(Reason.OTHER_CURRENCY));
        }
        return limit(promotion, store);
    }

    private Optional<Verdict> limit(Promotion promotion, int store) {
        return promotion
                .limits()
                .flatMap(limits -> {
                    if (limits.isUsedUp()) {
                        return Optional.of(new RuledOut(Reason.QUOTA_GONE));
                    }
                    int used = shoppers.apply(store).uses().getOrDefault(promotion.ref(), 0);
                    return limits.perCustomer().filter(most -> used >= most).isPresent()
                            ? Optional.of(new RuledOut(Reason.USED_BEFORE))
                            : Optional.empty();
                });
    }

    /**
     * The stage a promotion is worked out in: the stated one, except where its benefit cannot be
     * had there. What needs several units is never a unit's price; what is given once over several
     * offers is never one offer's price. A foreign engine's stages are kept as they are.
     */
    private Stage stage(Promotion promotion, Benefit benefit) {
        Stage stated = promotion.stage();
        if (benefit instanceof Benefit.DeliveryOff) {
            return Stage.DELIVERY;
        }
        if (benefit instanceof Benefit.StoredValue) {
            return Stage.STORED_VALUE;
        }
        if (benefit instanceof Benefit.DepositBoost) {
            return Stage.PAYMENT;
        }
        if (profile.lines() == Lines.AS_IN_CART || stated != Stage.ITEM) {
            return stated;
        }
        if (UnitMath.unitsNeeded(benefit) > 1 || benefit.otherScope().isPresent()) {
            return Stage.QUANTITY;
        }
        return !Scopes.isOwn(promotion.scope()) && isGivenOnce(benefit)
                ? Stage.STORE_ORDER
                : Stage.ITEM;
    }

    /** Whether what a line gets of this depends on what is on other lines. */
    static boolean needsLinesTogether(Benefit benefit) {
        return isGivenOnce(benefit)
                || UnitMath.unitsNeeded(benefit) > 1
                || benefit.otherScope().isPresent();
    }

    /** Whether this is given once over all lines, not on each of them. */
    static boolean isGivenOnce(Benefit benefit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money _, Optional<Integer> upTo) -> upTo.isPresent();
            case Benefit.PercentOff(long _, Optional<Money> cap) -> cap.isPresent();
            case Benefit.AmountOff(Money _, var per) -> per == Benefit.AmountOff.Per.ORDER;
            case Benefit.Ladder _, Benefit.StepOff _ -> true;
            case Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.SetPrice _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    false;
        };
    }

    /**
     * Where fewer units are left than would be bought, a price holds for those that are left; what
     * a store makes of anything else, or of a price stated on several offers, nobody can tell.
     */
    private void holdToQuotas() {
        Map<Quota, List<Rule>> counted = new LinkedHashMap<>();
        for (Rule rule : rules) {
            Optional<Long> left = rule.unitsLeft();
            if (left.isPresent()) {
                counted.computeIfAbsent(
                                new Quota(rule.store(), rule.promotion(), left.get()),
                                _ -> new ArrayList<>())
                        .add(rule);
            }
        }
        counted.forEach((quota, together) -> {
            if (together.stream().mapToLong(this::unitsLowered).sum() > quota.left()) {
                rules.removeAll(together);
                Rule first = together.getFirst();
                if (together.size() == 1
                        && first.benefit() instanceof Benefit.UnitPrice(Money price, var _)) {
                    Benefit ofThose = new Benefit.UnitPrice(price, Optional.of((int) quota.left()));
                    lay(quota.promotion(), ofThose, quota.store(), first.own());
                } else {
                    tell(quota.promotion(), quota.store(), new RuledOut(Reason.TOO_FEW_LEFT));
                }
            }
        });
    }

    /** Of how many units a store's promotion is left. */
    private record Quota(int store, Promotion promotion, long left) {}

    private long unitsLowered(Rule rule) {
        int units = positions.units(rule.at());
        return rule.benefit() instanceof Benefit.UnitPrice(Money _, Optional<Integer> upTo)
                ? Math.min(units, upTo.orElse(units))
                : units;
    }

    private void refuseOverlaps() {
        Map<Rule, Rule> overlapping = Windows.overlapping(rules);
        overlapping.forEach((rule, other) ->
                tell(
                        rule.promotion(),
                        rule.store(),
                        new Refused(Flaw.OVERLAPPING_WINDOWS, other.promotion().ref())));
        rules.removeAll(overlapping.keySet());
    }
}
