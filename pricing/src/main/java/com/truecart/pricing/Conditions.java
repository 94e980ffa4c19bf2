package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Reach;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.Refused;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import com.truecart.pricing.profile.Basis;
import com.truecart.pricing.profile.Lane.Reached;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Judges what must be true before a promotion applies, for one shopper and the habits of one lane.
 */
final class Conditions {

    private static final Met MET = new Met();

    private final IntFunction<Shopper> shoppers;
    private final Currency currency;
    private final long ticks;
    private final Basis basis;
    private final Reached reached;

    /**
     * Makes a judge.
     *
     * @param shoppers by the store a rule is of, or {@link Positions#EVERY_STORE}
     */
    Conditions(
            IntFunction<Shopper> shoppers,
            Currency currency,
            long ticks,
            Basis basis,
            Reached reached) {
        this.shoppers = shoppers;
        this.currency = currency;
        this.ticks = ticks;
        this.basis = basis;
        this.reached = reached;
    }

    /** The verdict on a rule: its trigger first, then what its benefit needs by itself. */
    Verdict judge(Rule rule, Running running) {
        Verdict condition = judge(rule.trigger(), rule, rule.scope(), running);
        return condition instanceof Met ? judgeBenefit(rule, running) : condition;
    }

    private Verdict judge(Trigger trigger, Rule rule, int[] scope, Running running) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var side) ->
                    spent(amount, running.spend(scope, basis, side), reached);
            case Trigger.MinQuantity(int least) -> counted(least, running.positions().units(scope));
            case Trigger.MinDistinct(int least) ->
                    different(least, running.positions().distinct(scope));
            case Trigger.Within(Scope other, Trigger inner) ->
                    other.unmodelled()
                            .<Verdict>map(words -> new Unknown(Question.WORDS, words))
                            .orElseGet(() ->
                                    judge(
                                            inner,
                                            rule,
                                            running.positions().in(other, rule.store(), rule.own()),
                                            running));
            case Trigger.AllOf(List<Trigger> triggers) ->
                    triggers.stream()
                            .map(each -> judge(each, rule, scope, running))
                            .max(Comparator.comparingInt(Conditions::weight))
                            .orElse(MET);
            case Trigger.AnyOf(List<Trigger> triggers) ->
                    triggers.stream()
                            .map(each -> judge(each, rule, scope, running))
                            .min(Comparator.comparingInt(Conditions::weight))
                            .orElse(MET);
            case Trigger.Always _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.Unmodelled _ ->
                    aboutShopper(trigger, shoppers.apply(rule.store()));
        };
    }

    /** The verdict on units alone, whatever else is in the cart. */
    Verdict judge(Rule rule, Portion given) {
        return judge(rule.trigger(), rule, given);
    }

    private Verdict judge(Trigger trigger, Rule rule, Portion given) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var side) ->
                    spent(amount, given.spend().on(side), reached);
            case Trigger.MinQuantity(int least) -> counted(least, given.units());
            case Trigger.MinDistinct(int least) -> different(least, given.offers());
            case Trigger.AllOf(List<Trigger> triggers) ->
                    triggers.stream()
                            .map(each -> judge(each, rule, given))
                            .max(Comparator.comparingInt(Conditions::weight))
                            .orElse(MET);
            case Trigger.AnyOf(List<Trigger> triggers) ->
                    triggers.stream()
                            .map(each -> judge(each, rule, given))
                            .min(Comparator.comparingInt(Conditions::weight))
                            .orElse(MET);
            // what looks at other lines was judged before units were divided
            case Trigger.Within _ -> MET;
            case Trigger.Always _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.Unmodelled _ ->
                    aboutShopper(trigger, shoppers.apply(rule.store()));
        };
    }

    private Verdict aboutShopper(Trigger trigger, Shopper shopper) {
        return switch (trigger) {
            case Trigger.Code code ->
                    answered(
                            shopper.has(code),
                            new Unknown(Question.CODE, code.code()),
                            Reason.DECLINED);
            case Trigger.Member member ->
                    answered(
                            shopper.belongsTo(member),
                            new Unknown(Question.MEMBERSHIP, member.programme()),
                            Reason.DECLINED);
            case Trigger.NewCustomer() ->
                    answered(
                            shopper.newCustomer(),
                            new Unknown(Question.NEW_CUSTOMER, ""),
                            Reason.NOT_A_NEW_CUSTOMER);
            case Trigger.PaymentMethod(String method) ->
                    answered(
                            shopper.paymentMethod().map(method::equalsIgnoreCase),
                            new Unknown(Question.PAYMENT_METHOD, method),
                            Reason.OTHER_PAYMENT_METHOD);
            case Confirmed asked ->
                    answered(
                            Optional.ofNullable(shopper.answers().get(asked)),
                            new Unknown(question(asked.matter()), asked.subject()),
                            Reason.DECLINED);
            case Trigger.Unmodelled(String text) -> new Unknown(Question.WORDS, text);
            case Trigger.Always _,
                    Trigger.MinSpend _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.AllOf _,
                    Trigger.AnyOf _ ->
                    MET;
        };
    }

    static Question question(Confirmed.Matter matter) {
        return switch (matter) {
            case COUPON_CLAIMED -> Question.COUPON_CLAIMED;
            case GROUP -> Question.GROUP;
            case REGION -> Question.REGION;
            case CHANNEL -> Question.CHANNEL;
            case TRADE_IN -> Question.TRADE_IN;
            case SCHEME -> Question.SCHEME;
        };
    }

    /**
     * What a benefit needs by itself: a full group, the first step of its ladder. A step is reached
     * at its very amount, whatever the engine says of conditions: so the tier calculators of Spree
     * and Solidus compare.
     */
    private Verdict judgeBenefit(Rule rule, Running running) {
        return switch (rule.benefit()) {
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) ->
                    switch (rungs.getFirst().reach()) {
                        case Reach.Spend(Money amount) ->
                                spent(amount, spend(rule, running), Reached.AT);
                        case Reach.Units(int least) ->
                                counted(least, running.positions().units(rule.scope()));
                    };
            case Benefit.StepOff(Money every, var _, var _) ->
                    spent(every, spend(rule, running), Reached.AT);
            case Benefit.SetPrice(var units, var _) -> wholeSet(units, rule.at(), running);
            case Benefit.DepositBoost(Money deposit, var _) -> paid(deposit, rule, running);
            case Benefit.NthUnit _,
                    Benefit.NthUnitPrice _,
                    Benefit.BundlePrice _,
                    Benefit.BundleSave _,
                    Benefit.QuantityPercent _,
                    Benefit.BuyXGetY _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.AmountOff _,
                    Benefit.DeliveryOff _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Gift _,
                    Benefit.Unmodelled _ ->
                    counted(UnitMath.unitsNeeded(rule.benefit()), together(rule, running));
        };
    }

    private static Verdict wholeSet(Map<String, Integer> units, int[] at, Running running) {
        long missing = 0;
        for (var each : units.entrySet()) {
            int have = 0;
            for (int position : at) {
                if (running.positions().offer(position).upstreamId().equals(each.getKey())) {
                    have += running.positions().quantity(position);
                }
            }
            missing += Math.max(0, each.getValue() - have);
        }
        return missing == 0 ? MET : new Missed(new Shortfall.Units(Math.toIntExact(missing)));
    }

    /** Whoever has paid more as a deposit than is due later cannot be told a price. */
    private Verdict paid(Money deposit, Rule rule, Running running) {
        long due = 0;
        for (int position : rule.at()) {
            due += running.left(position);
        }
        long times = Amounts.deposits(rule.promotion(), running.positions().units(rule.at()));
        long each = Rates.divide(due / times, ticks, RoundingMode.DOWN);
        return each >= deposit.minor()
                ? MET
                : new Refused(Flaw.DEPOSIT_ABOVE_DUE, deposit + " > " + new Money(each, currency));
    }

    private static int together(Rule rule, Running running) {
        if (!rule.countsEachOfferApart()) {
            return running.positions().units(rule.scope());
        }
        int most = 0;
        for (int[] offer : running.positions().byOffer(rule.scope())) {
            most = Math.max(most, running.positions().units(offer));
        }
        return most;
    }

    private long spend(Rule rule, Running running) {
        return running.spend(rule.scope(), basis, Optional.empty());
    }

    private Verdict spent(Money least, long spend, Reached when) {
        long wanted = least.minor() * ticks;
        boolean met =
                switch (when) {
                    case AT -> spend >= wanted;
                    case ABOVE -> spend > wanted;
                };
        if (met) {
            return MET;
        }
        long missing = Rates.divide(wanted - spend, ticks, RoundingMode.UP);
        return new Missed(
                new Shortfall.Spend(
                        new Money(when == Reached.ABOVE ? missing + 1 : missing, currency)));
    }

    private static Verdict counted(int least, int units) {
        return units >= least ? MET : new Missed(new Shortfall.Units(least - units));
    }

    private static Verdict different(int least, int offers) {
        return offers >= least ? MET : new Missed(new Shortfall.Distinct(least - offers));
    }

    private static Verdict answered(Optional<Boolean> answer, Unknown question, Reason otherwise) {
        if (answer.isEmpty()) {
            return question;
        }
        return answer.get() ? MET : new RuledOut(otherwise);
    }

    /** Of several verdicts the one that stands farthest in the way speaks for all. */
    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case Met() -> 0;
            case Unknown(Question question, String _) -> question == Question.WORDS ? 3 : 1;
            case Missed _ -> 2;
            case RuledOut _ -> 4;
            case Refused _ -> 5;
        };
    }
}
