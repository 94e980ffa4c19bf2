package com.truecart.benchmarks;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.StoreCart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A supermarket's cart of any length with twenty promotions: fourteen multi-buys on offers, six of
 * the store.
 */
final class BenchCart {

    /** How many promotions a promoted cart has. */
    static final int PROMOTIONS = 20;

    private static final int OWN = 14;

    private BenchCart() {}

    static StoreCart of(int lineCount, boolean withPromotions) {
        List<CartLine> lines = new ArrayList<>();
        for (int i = 0; i < lineCount; i++) {
            List<Promotion> own = withPromotions && i < OWN ? List.of(ofOffer(i)) : List.of();
            OfferTerms offer =
                    new OfferTerms(
                            "offer-" + i,
                            Optional.of(Localized.of("en", "Brand " + i % 5)),
                            List.of(Localized.of("en", "Category " + i % 4)),
                            hkd(900 + 137 * (i % 40)),
                            Optional.empty(),
                            own);
            lines.add(new CartLine("line-" + i, offer, 1 + i % 6));
        }
        return new StoreCart(
                lines,
                withPromotions ? ofStore() : List.of(),
                Optional.of(new DeliveryTerms(hkd(3000), Optional.of(hkd(50_000)))));
    }

    private static Promotion ofOffer(int i) {
        Benefit benefit =
                switch (i % 4) {
                    case 0 -> new Benefit.BundlePrice(2, hkd(1700 + 200 * i));
                    case 1 -> new Benefit.NthUnit(2, 500_000);
                    case 2 -> new Benefit.BuyXGetY(2, 1, Money.PPM, Benefit.BuyXGetY.Pick.CHEAPEST);
                    default -> new Benefit.BundleSave(3, hkd(500));
                };
        return promotion(
                "offer-" + i,
                Promotion.Stage.QUANTITY,
                new Scope.ThisOffer(),
                new Trigger.Always(),
                benefit);
    }

    private static List<Promotion> ofStore() {
        return List.of(
                promotion(
                        "ladder",
                        Promotion.Stage.STORE_ORDER,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new Benefit.Ladder(
                                List.of(
                                        new Benefit.Ladder.Rung(
                                                new Reach.Spend(hkd(30_000)),
                                                new Reward.Amount(hkd(2000))),
                                        new Benefit.Ladder.Rung(
                                                new Reach.Spend(hkd(90_000)),
                                                new Reward.Amount(hkd(8000)))))),
                promotion(
                        "category",
                        Promotion.Stage.ITEM,
                        new Scope.Categories(Set.of("Category 1")),
                        new Trigger.Always(),
                        new Benefit.PercentOff(50_000, Optional.empty())),
                promotion(
                        "brand",
                        Promotion.Stage.QUANTITY,
                        new Scope.Brands(Set.of("Brand 3")),
                        new Trigger.Always(),
                        new Benefit.BundleSave(5, hkd(300))),
                promotion(
                        "code",
                        Promotion.Stage.STORE_COUPON,
                        new Scope.WholeStore(),
                        new Trigger.Code("TEN"),
                        new Benefit.PercentOff(100_000, Optional.of(hkd(10_000)))),
                promotion(
                        "members",
                        Promotion.Stage.STORE_ORDER,
                        new Scope.WholeStore(),
                        new Trigger.Member("club"),
                        new Benefit.PercentOff(30_000, Optional.empty())),
                promotion(
                        "delivery",
                        Promotion.Stage.DELIVERY,
                        new Scope.WholeStore(),
                        new Trigger.MinSpend(hkd(40_000)),
                        new Benefit.DeliveryOff(Money.PPM)));
    }

    private static Promotion promotion(
            String ref, Promotion.Stage stage, Scope scope, Trigger trigger, Benefit benefit) {
        return new Promotion(
                ref,
                Localized.of("en", ref),
                stage,
                scope,
                trigger,
                benefit,
                Validity.OPEN,
                Promotion.Evidence.STATED);
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }
}
