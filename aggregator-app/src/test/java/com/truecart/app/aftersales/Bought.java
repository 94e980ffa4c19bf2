package com.truecart.app.aftersales;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.Amounts;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.SoldParts.SoldLine;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrder;
import com.truecart.app.order.SubOrderId;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.Terms.DoubtClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Something bought at a store that charged just what its rules come to. */
record Bought(SoldPart part, SoldTerms terms) {
    private static final Currency HKD = Currency.getInstance("HKD");
    private static final Instant THEN = Instant.parse("2026-11-20T03:00:00Z");

    /** One line of it: so many at such a price. */
    record Line(String id, String price, int units) {}

    static Money hkd(String amount) {
        return Money.ofMajor(new BigDecimal(amount), HKD);
    }

    static Promotion fromSpend(String spend, String off) {
        return storeWide(
                "from " + spend + " less " + off,
                Stage.STORE_ORDER,
                new Trigger.MinSpend(hkd(spend)),
                new AmountOff(hkd(off), AmountOff.Per.ORDER));
    }

    static Promotion storeWide(String words, Stage stage, Trigger trigger, Benefit benefit) {
        return new Promotion(
                words,
                Localized.of("en", words),
                stage,
                new Scope.WholeStore(),
                trigger,
                benefit,
                Validity.OPEN,
                Promotion.Evidence.STATED);
    }

    static Bought at(
            EngineProfile engine,
            Optional<DeliveryTerms> delivery,
            List<Promotion> promotions,
            List<Line> lines) {
        List<OfferTerms> offers = new ArrayList<>();
        List<CartLine> cart = new ArrayList<>();
        for (Line line : lines) {
            OfferTerms offer =
                    new OfferTerms(
                            line.id(),
                            Optional.empty(),
                            List.of(),
                            hkd(line.price()),
                            Optional.empty(),
                            List.of());
            offers.add(offer);
            cart.add(new CartLine(line.id(), offer, line.units()));
        }
        PricedCart priced =
                new CartPricer()
                        .price(
                                new StoreCart(cart, promotions, delivery, engine),
                                new Shopper(Set.of(), Set.of(), Optional.empty(), Optional.empty())
                                        .payingBy(PaymentMethod.CASH_ON_DELIVERY.word()),
                                THEN);
        List<SoldLine> sold = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            sold.add(
                    new SoldLine(
                            i,
                            new ProductId(UUID.randomUUID()),
                            lines.get(i).id(),
                            Localized.of("en", lines.get(i).id()),
                            lines.get(i).units(),
                            priced.lines().get(i).payable()));
        }
        Money fee = priced.delivery().orElse(Money.zero(HKD));
        return new Bought(
                new SoldPart(
                        subOrder(
                                new Amounts(
                                        priced.goods(),
                                        Money.zero(HKD),
                                        fee,
                                        Money.zero(HKD),
                                        priced.goods().plus(fee)),
                                Optional.of(priced.goods().plus(fee)),
                                Money.zero(HKD)),
                        "TC-1",
                        UUID.randomUUID(),
                        sold,
                        Set.of()),
                new SoldTerms(engine.name(), promotions, delivery, offers));
    }

    /** The same, of which the store gave something back. */
    Bought refunded(Money refunded) {
        return with(subOrder(part.subOrder().quoted(), part.subOrder().charged(), refunded));
    }

    /** The same, of which the store charged this. */
    Bought charged(Optional<Money> charged) {
        return with(subOrder(part.subOrder().quoted(), charged, part.subOrder().refunded()));
    }

    Money charged() {
        return part.subOrder().charged().orElseThrow();
    }

    private Bought with(SubOrder subOrder) {
        return new Bought(
                new SoldPart(
                        subOrder, part.orderNumber(), part.shopper(), part.lines(), part.codes()),
                terms);
    }

    private static SubOrder subOrder(Amounts quoted, Optional<Money> charged, Money refunded) {
        return new SubOrder(
                new SubOrderId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                new StoreId("harbour", "shop"),
                Localized.of("en", "Harbour Fresh"),
                DoubtClass.KEY,
                MerchantOfRecord.THE_STORE,
                PaymentMethod.CASH_ON_DELIVERY,
                new Delivered("S1", quoted.total(), "delivered"),
                1,
                new IdempotencyKey("tc-00000001"),
                quoted,
                quoted,
                charged,
                refunded,
                THEN,
                THEN);
    }
}
