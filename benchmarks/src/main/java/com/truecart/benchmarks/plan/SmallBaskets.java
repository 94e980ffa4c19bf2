package com.truecart.benchmarks.plan;

import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.DeliveryTable;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.Article;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Draws baskets small enough to try every plan, with promotions of every kind, under every engine,
 * on prices that collide with the thresholds.
 */
final class SmallBaskets {
    private static final Currency HKD = Currency.getInstance("HKD");
    private static final Shopper SHOPPER =
            Shopper.ANYONE.withCode("SAVE").withMembership("club").withNewCustomer(false);

    private final Random random;
    private int refs;

    SmallBaskets(long seed) {
        this.random = new Random(seed);
    }

    Basket draw() {
        int stores = 2 + random.nextInt(2);
        int wants = 2 + random.nextInt(3);
        EngineProfile shared =
                oneOf(List.of(EngineProfiles.OURS, EngineProfiles.TAOBAO, EngineProfiles.JD));
        boolean isPlatform = random.nextInt(4) == 0;
        List<Store> all = new ArrayList<>();
        for (int s = 0; s < stores; s++) {
            EngineProfile profile = isPlatform ? shared : profile();
            List<Promotion> promotions = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                promotions.add(storePromotion(wants));
            }
            all.add(new Store("s" + s, promotions, delivery(), SHOPPER, profile).on(orderTerms()));
        }
        List<Want> list = new ArrayList<>();
        for (int w = 0; w < wants; w++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int s = 0; s < stores; s++) {
                if (random.nextInt(5) > 0) {
                    candidates.add(candidate(w, s));
                }
            }
            Want want = new Want("w" + w, 1 + random.nextInt(4), candidates);
            list.add(
                    random.nextInt(6) == 0
                            ? want.niceToHave(new Money(500 + 500 * random.nextInt(20), HKD))
                            : want);
        }
        List<Platform> platforms =
                isPlatform
                        ? List.of(
                                new Platform(
                                        "p",
                                        Set.of("s0", "s1"),
                                        List.of(
                                                promotion(
                                                        Stage.PLATFORM,
                                                        new Scope.WholeStore(),
                                                        minSpend(),
                                                        orderBenefit())),
                                        SHOPPER))
                        : List.of();
        OptionalInt most = random.nextInt(6) == 0 ? OptionalInt.of(1) : OptionalInt.empty();
        return new Basket(list, all, platforms, HKD, most);
    }

    private OrderTerms orderTerms() {
        return random.nextInt(5) == 0
                ? OrderTerms.NONE.from(new Money(2_000 + 1_000 * random.nextInt(20), HKD))
                : OrderTerms.NONE;
    }

    /** Ours half of the time, then any. */
    private EngineProfile profile() {
        return random.nextBoolean()
                ? EngineProfiles.OURS
                : oneOf(EngineProfiles.ALL_PROFILES)
                        .publishing(
                                random.nextInt(4) == 0
                                        ? EngineProfile.Prices.NET
                                        : EngineProfile.Prices.GROSS);
    }

    private Candidate candidate(int want, int store) {
        List<Promotion> promotions = new ArrayList<>();
        if (random.nextInt(2) == 0) {
            promotions.add(
                    promotion(Stage.QUANTITY, new Scope.ThisOffer(), trigger(), lineBenefit(3)));
        }
        if (random.nextInt(4) == 0) {
            promotions.add(promotion(Stage.ITEM, new Scope.ThisOffer(), trigger(), unitBenefit()));
        }
        Article article =
                Article.UNKNOWN
                        .weighing(200 + 300 * random.nextInt(6))
                        .taxedAt(random.nextInt(3) == 0 ? 200_000 : 0);
        return new Candidate(
                "s" + store,
                new OfferTerms(
                        // now and then two wants are met by one offer
                        "o" + (random.nextInt(12) == 0 ? "x" + store : want + "." + store),
                        Optional.of(Localized.of("en", random.nextBoolean() ? "Acme" : "Bolt")),
                        List.of(Localized.of("en", random.nextBoolean() ? "Food" : "Drink")),
                        price(want),
                        Optional.empty(),
                        promotions,
                        article),
                Availability.IN_STOCK,
                random.nextInt(8) == 0 ? OptionalInt.of(random.nextInt(5)) : OptionalInt.empty());
    }

    private Money price(int want) {
        return new Money(500 + 700L * want + 50L * random.nextInt(30) + random.nextInt(3), HKD);
    }

    private Optional<DeliveryTerms> delivery() {
        if (random.nextInt(5) == 0) {
            return Optional.empty();
        }
        Optional<Money> freeFrom =
                random.nextBoolean()
                        ? Optional.of(hkd(40 + 10 * random.nextInt(8)))
                        : Optional.empty();
        Optional<DeliveryTable> table =
                random.nextInt(4) > 0
                        ? Optional.empty()
                        : Optional.of(
                                random.nextBoolean()
                                        ? new DeliveryTable(
                                                DeliveryTable.Measure.GRAMS,
                                                List.of(
                                                        new DeliveryTable.Row(1_000, hkd(12)),
                                                        new DeliveryTable.Row(3_000, hkd(20))))
                                        : new DeliveryTable(
                                                DeliveryTable.Measure.GOODS,
                                                List.of(new DeliveryTable.Row(3_000, hkd(4)))));
        return Optional.of(new DeliveryTerms(hkd(5 + random.nextInt(10)), freeFrom, table));
    }

    private Promotion storePromotion(int wants) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> promotion(Stage.STORE_ORDER, scope(wants), trigger(), orderBenefit());
            case 2 ->
                    promotion(
                            Stage.STORE_COUPON,
                            scope(wants),
                            new Trigger.AllOf(
                                    List.of(
                                            minSpend(),
                                            new Trigger.Code(
                                                    random.nextInt(4) == 0 ? "NO" : "SAVE"))),
                            orderBenefit());
            case 3 -> promotion(Stage.QUANTITY, scope(wants), trigger(), lineBenefit(wants));
            case 4 -> promotion(Stage.ITEM, scope(wants), trigger(), unitBenefit());
            case 5 ->
                    promotion(
                            Stage.DELIVERY,
                            new Scope.WholeStore(),
                            trigger(),
                            new Benefit.DeliveryOff(
                                    random.nextBoolean() ? 1_000_000 : 500_000,
                                    random.nextBoolean() ? Optional.empty() : Optional.of(hkd(3))));
            case 6 ->
                    random.nextBoolean()
                            ? promotion(
                                    Stage.STORED_VALUE,
                                    new Scope.WholeStore(),
                                    new Trigger.Always(),
                                    new Benefit.StoredValue(hkd(5), 500_000, hkd(1)))
                            : promotion(
                                    Stage.PAYMENT,
                                    new Scope.WholeStore(),
                                    trigger(),
                                    orderBenefit());
            default -> rare();
        };
    }

    private Promotion rare() {
        Benefit benefit =
                switch (random.nextInt(4)) {
                    case 0 -> new Benefit.Gift("mug", Optional.of(hkd(20)));
                    case 1 ->
                            new Benefit.ValueBack(
                                    Benefit.ValueBack.Form.POINTS,
                                    new Reward.Rate(50_000),
                                    Optional.empty());
                    case 2 -> new Benefit.DepositBoost(hkd(2), hkd(4));
                    default -> new Benefit.Unmodelled("ask us");
                };
        return promotion(Stage.STORE_ORDER, new Scope.WholeStore(), trigger(), benefit);
    }

    private Promotion promotion(Stage stage, Scope scope, Trigger trigger, Benefit benefit) {
        String ref = "r" + refs++;
        Promotion promotion =
                new Promotion(
                        ref,
                        Localized.of("en", ref),
                        stage,
                        scope,
                        trigger,
                        benefit,
                        Validity.OPEN,
                        Promotion.Evidence.STATED);
        return switch (random.nextInt(12)) {
            case 0 -> promotion.with(Stacking.alone(random.nextInt(5)));
            case 1 -> promotion.with(Stacking.oneOf("g"));
            case 2 -> promotion.with(Stacking.priority(random.nextInt(9)));
            default -> promotion;
        };
    }

    private Scope scope(int wants) {
        return switch (random.nextInt(6)) {
            case 0 -> new Scope.Categories(Set.of("Food"));
            case 1 -> new Scope.Brands(Set.of("Acme"));
            case 2 ->
                    new Scope.Except(new Scope.WholeStore(), new Scope.Categories(Set.of("Drink")));
            case 3 ->
                    new Scope.Listings(
                            Set.of(
                                    "o" + random.nextInt(wants) + ".0",
                                    "o" + random.nextInt(wants) + ".1"));
            default -> new Scope.WholeStore();
        };
    }

    private Trigger trigger() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> minSpend();
            case 2 -> new Trigger.MinQuantity(1 + random.nextInt(4));
            case 3 -> new Trigger.MinDistinct(1 + random.nextInt(3));
            case 4 -> new Trigger.Member(random.nextBoolean() ? "club" : "gold");
            case 5 -> new Trigger.AnyOf(List.of(new Trigger.NewCustomer(), minSpend()));
            default -> new Trigger.Always();
        };
    }

    private Trigger minSpend() {
        return new Trigger.MinSpend(hkd(10L * (1 + random.nextInt(10))));
    }

    private Benefit unitBenefit() {
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Benefit.UnitPrice(
                            new Money(500 + 25L * random.nextInt(30), HKD),
                            random.nextInt(3) == 0
                                    ? Optional.of(1 + random.nextInt(2))
                                    : Optional.empty());
            case 1 ->
                    new Benefit.AmountOff(
                            hkd(1 + random.nextInt(3)), oneOf(List.of(Per.UNIT, Per.LINE)));
            default -> new Benefit.PercentOff(rate(), Optional.empty());
        };
    }

    private Benefit lineBenefit(int wants) {
        return switch (random.nextInt(10)) {
            case 0 -> new Benefit.NthUnit(2, 500_000);
            case 1 -> new Benefit.NthUnitPrice(2, hkd(1));
            case 2 -> new Benefit.BundlePrice(2 + random.nextInt(2), hkd(12 + random.nextInt(20)));
            case 3 -> new Benefit.BundleSave(2 + random.nextInt(2), hkd(2 + random.nextInt(4)));
            case 4 -> new Benefit.QuantityPercent(2 + random.nextInt(2), rate());
            case 5 ->
                    new Benefit.BuyXGetY(
                            1 + random.nextInt(2), 1, 1_000_000, oneOf(List.of(Pick.values())));
            case 6 ->
                    new Benefit.BuyThisGetThat(
                            1,
                            new Scope.Categories(Set.of("Drink")),
                            1,
                            500_000,
                            Optional.of(1 + random.nextInt(2)),
                            random.nextBoolean());
            case 7 -> new Benefit.AddOnPrice(new Scope.Brands(Set.of("Bolt")), hkd(3), 1);
            case 8 ->
                    new Benefit.SetPrice(
                            Map.of("o0.0", 1, "o" + Math.max(1, random.nextInt(wants)) + ".0", 1),
                            hkd(15));
            default -> new Benefit.BuyXGetY(2, 1, 500_000, Pick.CHEAPEST, Optional.of(1));
        };
    }

    private Benefit orderBenefit() {
        return switch (random.nextInt(6)) {
            case 0 -> new Benefit.PercentOff(rate(), Optional.of(hkd(2 + random.nextInt(6))));
            case 1 -> new Benefit.PercentOff(rate(), Optional.empty());
            case 2 -> new Benefit.AmountOff(hkd(1 + random.nextInt(9)), Per.ORDER);
            case 3 ->
                    new Benefit.Ladder(
                            List.of(
                                    new Benefit.Ladder.Rung(
                                            new Reach.Spend(hkd(30)), new Reward.Amount(hkd(3))),
                                    new Benefit.Ladder.Rung(
                                            new Reach.Spend(hkd(60)), new Reward.Amount(hkd(8)))));
            case 4 ->
                    new Benefit.Ladder(
                            List.of(
                                    new Benefit.Ladder.Rung(
                                            new Reach.Units(2), new Reward.Rate(100_000)),
                                    new Benefit.Ladder.Rung(
                                            new Reach.Units(4), new Reward.Rate(200_000))));
            default ->
                    new Benefit.StepOff(
                            hkd(20),
                            hkd(2),
                            random.nextBoolean() ? Optional.empty() : Optional.of(2));
        };
    }

    private long rate() {
        return oneOf(List.of(50_000L, 100_000L, 150_000L, 333_333L, 500_000L));
    }

    private static Money hkd(long dollars) {
        return new Money(dollars * 100, HKD);
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
