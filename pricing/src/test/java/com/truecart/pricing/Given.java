package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The carts and promotions tests speak of, in Hong Kong dollars. */
public final class Given {

    public static final Instant NOW = Instant.parse("2026-07-24T04:00:00Z");

    private Given() {}

    public static Money hkd(String major) {
        return Money.of(new java.math.BigDecimal(major).movePointRight(2).longValueExact(), "HKD");
    }

    public static Promotion on(
            String ref, Stage stage, Scope scope, Trigger trigger, Benefit benefit) {
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

    public static Promotion always(String ref, Stage stage, Benefit benefit) {
        return on(ref, stage, new Scope.ThisOffer(), new Trigger.Always(), benefit);
    }

    public static Promotion multiBuy(Benefit benefit) {
        return always(benefit.toString(), Stage.QUANTITY, benefit);
    }

    public static Promotion storeWide(String ref, Stage stage, Trigger trigger, Benefit benefit) {
        return on(ref, stage, new Scope.WholeStore(), trigger, benefit);
    }

    public static OfferTerms offer(String id, String price, Promotion... promotions) {
        return new OfferTerms(
                id,
                Optional.of(Localized.of("en", "Brand of " + id)),
                List.of(Localized.of("en", "Food"), Localized.of("en", "Kind of " + id)),
                hkd(price),
                Optional.empty(),
                List.of(promotions));
    }

    public static CartLine line(String id, String price, int quantity, Promotion... promotions) {
        return new CartLine(id, offer(id, price, promotions), quantity);
    }

    public static StoreCart cart(List<CartLine> lines, Promotion... storePromotions) {
        return new StoreCart(lines, List.of(storePromotions), Optional.empty());
    }

    public static StoreCart delivered(StoreCart cart, String fee, Optional<String> freeFrom) {
        return new StoreCart(
                cart.lines(),
                cart.storePromotions(),
                Optional.of(new DeliveryTerms(hkd(fee), freeFrom.map(Given::hkd))));
    }

    public static PricedCart priced(StoreCart cart, Shopper shopper) {
        return new CartPricer().price(cart, shopper, NOW);
    }

    public static PricedCart priced(StoreCart cart) {
        return priced(cart, Shopper.ANYONE);
    }

    /** Every promotion a price speaks of, as often as it does. */
    public static List<Promotion> told(PricedCart priced) {
        List<Promotion> told = new ArrayList<>();
        priced.steps().forEach(step -> step.promotion().ifPresent(told::add));
        priced.gifts().forEach(gift -> told.add(gift.promotion()));
        priced.valueBack().forEach(back -> told.add(back.promotion()));
        priced.notApplied().forEach(each -> told.add(each.promotion()));
        return told;
    }

    /** What so many units cost with only these promotions on the offer. */
    public static Money cost(int quantity, String price, Promotion... promotions) {
        return priced(cart(List.of(line("a", price, quantity, promotions)))).payable();
    }
}
