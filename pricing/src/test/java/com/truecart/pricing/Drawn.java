package com.truecart.pricing;

import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.on;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Carts and promotions drawn at random from a seed, of every kind. */
public final class Drawn {

    private final Random random;
    private int refs;

    public Drawn(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    public StoreCart cart() {
        List<OfferTerms> offers = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            List<Promotion> own = new ArrayList<>();
            for (int p = random.nextInt(3); p > 0; p--) {
                own.add(promotion(stage(), new Scope.ThisOffer()));
            }
            offers.add(offer("offer" + i, own));
        }
        List<Promotion> wide = new ArrayList<>();
        for (int p = random.nextInt(4); p > 0; p--) {
            wide.add(promotion(stage(), scope()));
        }
        Optional<DeliveryTerms> delivery =
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(
                                new DeliveryTerms(
                                        amount(3000),
                                        random.nextBoolean()
                                                ? Optional.empty()
                                                : Optional.of(amount(9000))));
        return new StoreCart(lines(offers), wide, delivery);
    }

    List<CartLine> lines(List<OfferTerms> offers) {
        List<CartLine> lines = new ArrayList<>();
        for (OfferTerms offer : offers) {
            for (int i = 0; i <= random.nextInt(2); i++) {
                lines.add(new CartLine("line" + lines.size(), offer, 1 + random.nextInt(5)));
            }
        }
        return lines;
    }

    OfferTerms offer(String id, List<Promotion> promotions) {
        Money price = amount(3000);
        return new OfferTerms(
                id,
                Optional.of(Localized.of("en", random.nextBoolean() ? "Vita" : "Meadows")),
                List.of(Localized.of("en", random.nextBoolean() ? "Drinks" : "Snacks")),
                price,
                random.nextBoolean() ? Optional.empty() : Optional.of(price.plus(amount(500))),
                promotions,
                random.nextInt(3) == 0
                        ? Article.UNKNOWN.bestBefore(
                                Given.NOW.plus(Duration.ofDays(random.nextInt(6))))
                        : Article.UNKNOWN);
    }

    Stage stage() {
        return switch (random.nextInt(8)) {
            case 0 -> Stage.DELIVERY;
            case 1 -> Stage.PLATFORM;
            case 2 -> Stage.STORED_VALUE;
            case 3 -> Stage.PAYMENT;
            default -> goodsStage();
        };
    }

    Stage goodsStage() {
        return switch (random.nextInt(4)) {
            case 0 -> Stage.ITEM;
            case 1 -> Stage.QUANTITY;
            case 2 -> Stage.STORE_ORDER;
            default -> Stage.STORE_COUPON;
        };
    }

    Scope scope() {
        return switch (random.nextInt(10)) {
            case 3 -> new Scope.Listings(Set.of("offer0", "offer2"));
            case 4 -> new Scope.NotReduced();
            case 5 -> new Scope.BestBeforeWithin(3);
            case 6 ->
                    random.nextInt(4) == 0
                            ? new Scope.Unmodelled("selected products")
                            : new Scope.AllOf(
                                    List.of(
                                            new Scope.Brands(Set.of("Vita")),
                                            new Scope.Categories(Set.of("Drinks"))));
            case 0 -> new Scope.Brands(Set.of("Vita"));
            case 1 -> new Scope.Categories(Set.of("Drinks"));
            case 2 ->
                    new Scope.Except(new Scope.WholeStore(), new Scope.Listings(Set.of("offer0")));
            default -> new Scope.WholeStore();
        };
    }

    Promotion promotion(Stage stage, Scope scope) {
        Promotion plain = on("ref" + refs++, stage, scope, trigger(), benefit());
        return switch (random.nextInt(12)) {
            case 0 -> plain.with(Stacking.oneOf("group"));
            case 1 -> plain.with(Stacking.priority(random.nextInt(3)));
            case 2 -> plain.with(stacking(random.nextInt(6) == 0, random.nextBoolean()));
            default -> plain;
        };
    }

    /** One that states nothing of others, as monotony is promised only there. */
    Promotion plain(Stage stage, Scope scope) {
        return on("ref" + refs++, stage, scope, trigger(), benefit());
    }

    private static Stacking stacking(boolean exclusive, boolean last) {
        return new Stacking(
                0,
                Optional.empty(),
                exclusive,
                last,
                Optional.of(Set.of(Stage.ITEM, Stage.STORE_ORDER, Stage.DELIVERY)));
    }

    public Shopper shopper() {
        return random.nextBoolean()
                ? Shopper.ANYONE
                : Shopper.ANYONE
                        .withCode("SAVE")
                        .withMembership("club")
                        .payingBy(random.nextBoolean() ? "octopus" : "cash")
                        .answering(
                                new Trigger.Confirmed(Trigger.Confirmed.Matter.REGION, "island"),
                                random.nextBoolean())
                        .withNewCustomer(random.nextBoolean());
    }

    private Trigger trigger() {
        return switch (random.nextInt(18)) {
            case 0 -> new Trigger.MinSpend(amount(6000));
            case 1 -> new Trigger.MinQuantity(1 + random.nextInt(4));
            case 2 -> new Trigger.Code("save");
            case 3 -> new Trigger.Member("club");
            case 4 -> new Trigger.NewCustomer();
            case 5 ->
                    new Trigger.AllOf(
                            List.of(new Trigger.Code("SAVE"), new Trigger.MinSpend(amount(3000))));
            case 6 -> new Trigger.Unmodelled("words");
            case 7 -> new Trigger.MinDistinct(1 + random.nextInt(3));
            case 8 -> new Trigger.Within(scope(), new Trigger.MinQuantity(1 + random.nextInt(3)));
            case 9 -> new Trigger.PaymentMethod("octopus");
            case 10 -> new Trigger.Confirmed(Trigger.Confirmed.Matter.REGION, "island");
            case 11 ->
                    new Trigger.AnyOf(
                            List.of(new Trigger.Code("SAVE"), new Trigger.MinSpend(amount(6000))));
            default -> new Trigger.Always();
        };
    }

    private Benefit benefit() {
        long rate = 1L + random.nextInt(1_000_000);
        int units = 2 + random.nextInt(3);
        return switch (random.nextInt(20)) {
            case 0 ->
                    new Benefit.UnitPrice(
                            amount(2500), random.nextBoolean() ? Optional.empty() : Optional.of(2));
            case 1 ->
                    new Benefit.PercentOff(
                            rate,
                            random.nextBoolean() ? Optional.empty() : Optional.of(amount(500)));
            case 2 -> new AmountOff(amount(1500), AmountOff.Per.UNIT);
            case 3 -> new AmountOff(amount(1500), AmountOff.Per.ORDER);
            case 4 ->
                    new Benefit.Ladder(
                            List.of(
                                    new Benefit.Ladder.Rung(
                                            new Reach.Spend(amount(3000).plus(hkd("5.00"))),
                                            new Reward.Amount(amount(500))),
                                    new Benefit.Ladder.Rung(
                                            new Reach.Spend(hkd("60.00")),
                                            new Reward.Amount(amount(1500).plus(hkd("5.00"))))));
            case 5 -> new Benefit.StepOff(amount(3000), amount(900), Optional.empty());
            case 6 -> new Benefit.NthUnit(units, rate);
            case 7 -> new Benefit.NthUnitPrice(units, amount(1500));
            case 8 -> new Benefit.BundlePrice(units, amount(6000));
            case 9 -> new Benefit.BundleSave(units, amount(2000));
            case 10 -> new Benefit.QuantityPercent(units, rate);
            case 11 ->
                    new BuyXGetY(
                            1 + random.nextInt(2),
                            1 + random.nextInt(2),
                            rate,
                            random.nextBoolean() ? BuyXGetY.Pick.CHEAPEST : BuyXGetY.Pick.DEAREST);
            case 12 -> new Benefit.Gift("a gift", Optional.empty());
            case 13 ->
                    new Benefit.SetPrice(
                            Map.of("offer0", 1, "offer1", 1 + random.nextInt(2)), amount(5000));
            case 14 ->
                    new Benefit.BuyThisGetThat(
                            1 + random.nextInt(2),
                            scope(),
                            1 + random.nextInt(2),
                            rate,
                            random.nextBoolean() ? Optional.empty() : Optional.of(1),
                            random.nextBoolean());
            case 15 -> new Benefit.AddOnPrice(scope(), amount(900), 1 + random.nextInt(2));
            case 16 -> new Benefit.DepositBoost(hkd("5.00"), hkd("5.00").plus(amount(1500)));
            case 17 -> new Benefit.StoredValue(amount(2000), rate, amount(300));
            case 18 ->
                    random.nextBoolean()
                            ? new AmountOff(amount(1500), AmountOff.Per.LINE)
                            : new Benefit.ValueBack(
                                    Benefit.ValueBack.Form.POINTS,
                                    new Reward.Rate(rate),
                                    Optional.empty());
            default -> new Benefit.DeliveryOff(rate);
        };
    }

    private Money amount(int most) {
        return Money.of(1 + random.nextInt(most), "HKD");
    }
}
