package com.truecart.pricing;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Unknown;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** One cart, or the carts of several stores of one platform, laid out and worked through. */
final class Calculation {

    private final Positions positions;
    private final EngineProfile profile;
    private final IntFunction<Shopper> shoppers;
    private final List<Rule> rules;
    private final List<Told> told;

    /**
     * Lays carts out.
     *
     * @param shoppers by the store, or {@link Positions#EVERY_STORE} for the platform's promotions
     */
    Calculation(
            List<StoreCart> carts,
            List<Promotion> ofPlatform,
            IntFunction<Shopper> shoppers,
            Instant now) {
        this.profile = carts.getFirst().profile();
        this.positions = new Positions(carts, profile, now);
        this.shoppers = shoppers;
        RuleBook book = new RuleBook(positions, profile, shoppers, now).withPlatform(ofPlatform);
        this.rules = book.rules();
        this.told = book.told();
    }

    /** What a calculation came to. */
    record Result(Running running, Outcome outcome, List<Told> told) {

        /** What is to pay, in ticks. */
        long payable() {
            long sum = 0;
            for (long each : running.left()) {
                sum += each;
            }
            return sum;
        }

        /**
         * What a store asks for goods and delivery, in whole minor units: rounded once, as an
         * engine that keeps fractions does.
         */
        long asked(int store) {
            Positions positions = running.positions();
            long sum = running.left(positions.fee(store));
            for (int i = 0; i < positions.goods(); i++) {
                sum += positions.store(i) == store ? running.left(i) : 0;
            }
            return running.profile().precision().minor(sum);
        }
    }

    Result run() {
        return switch (profile.search()) {
            case AS_IT_GOES -> new OpenOrder(rules, profile, this::with).settled();
            case BEST_SUBSET -> new SubsetSearch(rules, this::with).best();
        };
    }

    /** The cart with only these of the rules. */
    private Result with(List<Rule> some) {
        Map<Lane, List<Rule>> byLane = new HashMap<>();
        for (Rule rule : some) {
            byLane.computeIfAbsent(profile.laneOf(rule.stage()), _ -> new ArrayList<>()).add(rule);
        }
        Running running = new Running(positions, profile);
        Outcome outcome = new Outcome();
        for (int pass = 1; pass <= profile.passes(); pass++) {
            outcome = new Outcome();
            if (pass > 1) {
                running.restoreFees();
            }
            runOnce(running, outcome, byLane, pass);
        }
        List<Told> all = new ArrayList<>(told);
        outcome.refused()
                .forEach((rule, verdict) ->
                        all.add(new Told(rule.store(), new NotApplied(rule.promotion(), verdict))));
        return new Result(running, outcome, all);
    }

    private void runOnce(Running running, Outcome outcome, Map<Lane, List<Rule>> byLane, int pass) {
        boolean isWarm = pass > 1;
        for (Lane lane : profile.lanes()) {
            List<Rule> ofLane = byLane.getOrDefault(lane, List.of());
            boolean isDelivery = lane.stages().containsKey(Stage.DELIVERY);
            boolean isMixed = isDelivery && lane.stages().size() > 1;
            if (lane.stages().containsKey(Stage.STORE_COUPON)) {
                running.beginCoupons();
            }
            if (isDelivery) {
                if (isMixed) {
                    setFullFees(running);
                } else {
                    setFees(running);
                }
                ofLane = withKnownFee(ofLane, running, outcome);
            }
            Conditions conditions =
                    new Conditions(
                            shoppers,
                            positions.offer(0).unitPrice().currency(),
                            profile.precision().ticks(),
                            lane.threshold(),
                            lane.reached());
            new LanePass(lane, running, conditions, outcome, isWarm).run(ofLane);
            if (lane.stages().containsKey(Stage.ITEM)
                    || lane.stages().containsKey(Stage.QUANTITY)) {
                running.endItems();
            }
            if (isMixed) {
                waiveFees(running);
            }
            if (isDelivery && pass == profile.passes()) {
                running.settleTax();
            }
        }
    }

    /**
     * What the goods come to, with tax, in the eyes of the store's own free delivery, by position.
     */
    private long[] goodsForFees(Running running) {
        return switch (profile.freeDelivery()) {
            case BEFORE_PROMOTIONS -> running.grossBefore();
            case BEFORE_COUPONS -> running.beforeCoupons();
            case AFTER_PROMOTIONS -> running.gross();
        };
    }

    private void setFees(Running running) {
        long[] goodsOf = goodsForFees(running);
        eachWithDelivery((store, terms) -> setFee(running, store, terms, goods(store, goodsOf)));
    }

    /**
     * Where promotions on the fee are worked out among those on goods, the fee stands in full
     * meanwhile.
     */
    private void setFullFees(Running running) {
        eachWithDelivery((store, terms) -> {
            DeliveryTerms full = new DeliveryTerms(terms.fee(), Optional.empty(), terms.table());
            setFee(running, store, full, goods(store, running.grossBefore()));
        });
    }

    /** The store's own free delivery, once all promotions on goods are done. */
    private void waiveFees(Running running) {
        long[] goodsOf = goodsForFees(running);
        eachWithDelivery((store, terms) -> {
            Money goods = goods(store, goodsOf);
            if (terms.freeFrom().filter(from -> goods.compareTo(from) >= 0).isPresent()) {
                running.waiveFee(store);
            }
        });
    }

    private void eachWithDelivery(BiConsumer<Integer, DeliveryTerms> action) {
        for (int store = 0; store < positions.carts().size(); store++) {
            Optional<DeliveryTerms> terms = positions.carts().get(store).delivery();
            if (terms.isPresent()) {
                action.accept(store, terms.get());
            }
        }
    }

    private void setFee(Running running, int store, DeliveryTerms terms, Money goods) {
        Optional<Money> fee = terms.feeFor(goods, positions.carts().get(store).grams());
        if (fee.isPresent()) {
            running.setFee(store, fee.get().minor() * profile.precision().ticks());
        }
    }

    private Money goods(int store, long[] goodsOf) {
        long goods = 0;
        for (int i = 0; i < positions.goods(); i++) {
            goods += positions.store(i) == store ? goodsOf[i] : 0;
        }
        return new Money(profile.precision().minor(goods), positions.carts().get(store).currency());
    }

    /** What would come off a fee nobody states is unknown, not nothing. */
    private static List<Rule> withKnownFee(List<Rule> ofLane, Running running, Outcome outcome) {
        List<Rule> known = new ArrayList<>();
        for (Rule rule : ofLane) {
            boolean isKnown = rule.stage() != Stage.DELIVERY;
            for (int position : rule.at()) {
                isKnown |= running.isFeeKnown(position);
            }
            if (isKnown) {
                known.add(rule);
            } else {
                outcome.refuse(rule, new Unknown(Question.DELIVERY_FEE, ""));
            }
        }
        return known;
    }
}
