package com.truecart.benchmarks.plan;

import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.Platform;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.Want;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Baskets as the trial that chose the solver drew them: prices 10 to 300 around one for each want,
 * fees 5 to 15 free over 49, 99 or 199, ladders of one to three steps, one to three coupons a store
 * of which one applies after the ladder, and one coupon over most stores.
 */
final class SeededBaskets {
    private static final Currency CNY = Currency.getInstance("CNY");

    /** Free delivery looks at the goods before coupons, as JD's does. */
    private static final EngineProfile ENGINE =
            EngineProfiles.OURS.withFreeDelivery(EngineProfile.FreeDelivery.BEFORE_COUPONS);

    private final Random random;

    SeededBaskets(long seed) {
        this.random = new Random(seed);
    }

    Basket draw(int wants, int stores, double sold) {
        List<Want> list = new ArrayList<>();
        double half = 0;
        for (int w = 0; w < wants; w++) {
            double base = 10 * Math.exp(random.nextDouble() * Math.log(30));
            half += base / 2;
            List<Candidate> candidates = new ArrayList<>();
            int always = random.nextInt(stores);
            for (int s = 0; s < stores; s++) {
                if (s == always || random.nextDouble() < sold) {
                    candidates.add(candidate(w, s, base * (0.85 + 0.3 * random.nextDouble())));
                }
            }
            list.add(new Want("w" + w, 1, candidates));
        }
        List<Store> all = new ArrayList<>();
        Set<String> together = new LinkedHashSet<>();
        for (int s = 0; s < stores; s++) {
            all.add(new Store("s" + s, promotions(s), delivery(), Shopper.ANYONE, ENGINE));
            if (random.nextDouble() < 0.6) {
                together.add("s" + s);
            }
        }
        List<Platform> platforms =
                together.isEmpty()
                        ? List.of()
                        : List.of(
                                new Platform(
                                        "mall",
                                        together,
                                        List.of(
                                                off(
                                                        "mall",
                                                        Stage.PLATFORM,
                                                        yuan(half),
                                                        yuan(half / 10))),
                                        Shopper.ANYONE));
        return new Basket(list, all, platforms, CNY, OptionalInt.empty());
    }

    private static Candidate candidate(int want, int store, double price) {
        return new Candidate(
                "s" + store,
                new OfferTerms(
                        "o" + want,
                        Optional.empty(),
                        List.of(),
                        yuan(price),
                        Optional.empty(),
                        List.of()),
                Availability.IN_STOCK);
    }

    private Optional<DeliveryTerms> delivery() {
        double free = List.of(49.0, 99.0, 199.0).get(random.nextInt(3));
        return Optional.of(
                new DeliveryTerms(yuan(5 + 10 * random.nextDouble()), Optional.of(yuan(free))));
    }

    private List<Promotion> promotions(int store) {
        List<Promotion> promotions = new ArrayList<>();
        if (random.nextDouble() < 0.7) {
            List<Benefit.Ladder.Rung> rungs = new ArrayList<>();
            double from = 99 + 200 * random.nextDouble();
            double share = 0.05 + 0.03 * random.nextDouble();
            int steps = 1 + random.nextInt(3);
            for (int i = 0; i < steps; i++) {
                rungs.add(
                        new Benefit.Ladder.Rung(
                                new Reach.Spend(yuan(from)),
                                new Reward.Amount(yuan(from * share))));
                from *= 1.5 + random.nextDouble() / 2;
                share += 0.02 + 0.015 * random.nextDouble();
            }
            promotions.add(
                    promotion(
                            "ladder" + store,
                            Stage.STORE_ORDER,
                            new Trigger.Always(),
                            new Benefit.Ladder(rungs)));
        }
        if (random.nextDouble() < 0.6) {
            int coupons = 1 + random.nextInt(3);
            for (int i = 0; i < coupons; i++) {
                double from = 20 * Math.exp(random.nextDouble() * Math.log(353 / 20.0));
                promotions.add(
                        off(
                                "coupon" + store + "." + i,
                                Stage.STORE_COUPON,
                                yuan(from),
                                yuan(from * (0.04 + 0.06 * random.nextDouble()))));
            }
        }
        return promotions;
    }

    private static Promotion off(String ref, Stage stage, Money from, Money off) {
        return promotion(
                ref,
                stage,
                new Trigger.MinSpend(from),
                new Benefit.AmountOff(off, Benefit.AmountOff.Per.ORDER));
    }

    private static Promotion promotion(String ref, Stage stage, Trigger trigger, Benefit benefit) {
        return new Promotion(
                ref,
                Localized.of("en", ref),
                stage,
                new Scope.WholeStore(),
                trigger,
                benefit,
                Validity.OPEN,
                Promotion.Evidence.STATED);
    }

    private static Money yuan(double amount) {
        return new Money(Math.round(amount * 100), CNY);
    }
}
