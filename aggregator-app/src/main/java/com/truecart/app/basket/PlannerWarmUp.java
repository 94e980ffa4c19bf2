package com.truecart.app.basket;

import com.truecart.model.Availability;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.Want;
import com.truecart.pricing.profile.EngineProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plans made-up lists once the application is up: code that has not run yet runs ten times slower,
 * and no shopper's first list should.
 */
@Component
class PlannerWarmUp {
    private static final Duration TIME = Duration.ofSeconds(2);
    private static final Duration EACH = Duration.ofMillis(200);
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final int WANTS = 20;
    private static final int STORES = 8;

    private final BasketPlanner planner;

    PlannerWarmUp(BasketPlanner planner) {
        this.planner = planner;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        Thread.ofPlatform().daemon().name("planner-warm-up").start(this::planForAWhile);
    }

    private void planForAWhile() {
        Budget all = Budget.of(TIME, System::nanoTime, () -> false);
        for (int seed = 0; !all.isSpent(); seed++) {
            planner.cheapest(basket(new Random(seed)), Instant.EPOCH, all.atMost(EACH));
        }
    }

    private static Basket basket(Random random) {
        List<Want> wants = new ArrayList<>();
        for (int want = 0; want < WANTS; want++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int store = 0; store < STORES; store++) {
                candidates.add(candidate(want, store, random.nextInt(1_000, 30_000)));
            }
            wants.add(new Want("want" + want, 1, candidates));
        }
        List<Store> stores = new ArrayList<>();
        for (int store = 0; store < STORES; store++) {
            stores.add(
                    new Store(
                            "store" + store,
                            List.of(promotion(random), promotion(random)),
                            Optional.of(new DeliveryTerms(cents(900), Optional.of(cents(9_900)))),
                            Shopper.ANYONE,
                            EngineProfiles.OURS));
        }
        return new Basket(wants, stores, CNY);
    }

    private static Candidate candidate(int want, int store, int price) {
        return new Candidate(
                "store" + store,
                new OfferTerms(
                        "offer" + want,
                        Optional.empty(),
                        List.of(),
                        cents(price),
                        Optional.empty(),
                        List.of()),
                Availability.IN_STOCK);
    }

    private static Promotion promotion(Random random) {
        int from = random.nextInt(5_000, 40_000);
        return new Promotion(
                "from " + from,
                Localized.of("en", "from " + from),
                Stage.STORE_ORDER,
                new Scope.WholeStore(),
                new Trigger.MinSpend(cents(from)),
                new AmountOff(cents(from / 10), AmountOff.Per.ORDER),
                Validity.OPEN,
                Promotion.Evidence.STATED);
    }

    private static Money cents(long amount) {
        return new Money(amount, CNY);
    }
}
