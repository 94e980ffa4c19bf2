package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stores that publish prices without tax, and conditions that look at the other side of tax. */
class TaxTest {

    private static final long TWENTY_PERCENT = 200_000;
    private static final EngineProfile NET = EngineProfiles.OURS.publishing(Prices.NET);
    private static final EngineProfile VENDURE_NET = EngineProfiles.VENDURE.publishing(Prices.NET);

    @Test
    void taxIsAddedToWhatPromotionsLeft() {
        PricedCart priced =
                priced(cart(NET, List.of(taxed("a", "10.00", 2)), off("order", "5.00")));
        assertThat(priced.payable()).isEqualTo(hkd("18.00"));
        assertThat(priced.goods()).isEqualTo(hkd("18.00"));
        assertThat(priced.steps())
                .extracting(PriceStep::kind)
                .containsExactly(PriceStep.Kind.LIST, PriceStep.Kind.PROMOTION, PriceStep.Kind.TAX);
        assertThat(priced.steps().getLast().change()).isEqualTo(hkd("3.00"));
        PricedLine line = priced.lines().getFirst();
        assertThat(line.tax()).isEqualTo(hkd("3.00"));
        assertThat(line.payable()).isEqualTo(hkd("18.00"));
    }

    @Test
    void whereTaxIsInsideNothingIsAdded() {
        PricedCart priced =
                priced(
                        cart(
                                EngineProfiles.OURS,
                                List.of(taxed("a", "10.00", 2)),
                                off("order", "5.00")));
        assertThat(priced.payable()).isEqualTo(hkd("15.00"));
        assertThat(priced.steps())
                .extracting(PriceStep::kind)
                .containsExactly(PriceStep.Kind.LIST, PriceStep.Kind.PROMOTION);
    }

    @Test
    void taxIsRoundedHalfUpForEachOffer() {
        assertThat(withTax("0.50", 50_000)).as("2.5 cents").isEqualTo(hkd("0.53"));
        assertThat(withTax("0.48", 50_000)).as("2.4 cents").isEqualTo(hkd("0.50"));
        assertThat(withTax("7.00", 0)).isEqualTo(hkd("7.00"));
    }

    @Test
    void anUntaxedThingBesideATaxedOneStaysAsItIs() {
        PricedCart priced =
                priced(
                        cart(
                                NET,
                                List.of(
                                        taxed("a", "10.00", 1),
                                        new CartLine("b", offer("b", "3.00"), 1))));
        assertThat(priced.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("12.00"), hkd("3.00"));
    }

    @Test
    void theTaxOfOneOfferIsSharedByItsLinesUnitByUnit() {
        OfferTerms offer = offer("a", "0.33").of(Article.UNKNOWN.taxedAt(TWENTY_PERCENT));
        PricedCart priced =
                priced(
                        cart(
                                NET,
                                List.of(new CartLine("1", offer, 1), new CartLine("2", offer, 2))));
        // 0.99 and 0.20 tax: 0.07 and 0.13
        assertThat(priced.lines().stream().map(PricedLine::tax))
                .containsExactly(hkd("0.07"), hkd("0.13"));
        assertThat(priced.payable()).isEqualTo(hkd("1.19"));
    }

    @Test
    void theDeliveryFeeIsNotTaxedAgain() {
        StoreCart goods = cart(NET, List.of(taxed("a", "10.00", 1)));
        StoreCart sent =
                new StoreCart(
                        goods.lines(),
                        List.of(),
                        Optional.of(new DeliveryTerms(hkd("5.00"), Optional.empty())),
                        NET);
        assertThat(priced(sent).payable()).isEqualTo(hkd("17.00"));
    }

    @Test
    void freeDeliveryLooksAtTheGoodsWithTax() {
        assertThat(fee(NET, "12.00")).isEqualTo(hkd("0.00"));
        assertThat(fee(NET, "12.01")).isEqualTo(hkd("5.00"));
        for (FreeDelivery base : FreeDelivery.values()) {
            for (EngineProfile engine :
                    List.of(NET, VENDURE_NET, EngineProfiles.SYLIUS.publishing(Prices.NET))) {
                EngineProfile looking = engine.withFreeDelivery(base);
                assertThat(fee(looking, "12.00")).as("" + base).isEqualTo(hkd("0.00"));
                assertThat(fee(looking, "12.01")).as("" + base).isEqualTo(hkd("5.00"));
            }
        }
        assertThat(fee(EngineProfiles.OURS, "10.00")).isEqualTo(hkd("0.00"));
        assertThat(fee(EngineProfiles.OURS, "10.01")).isEqualTo(hkd("5.00"));
    }

    @Test
    void aThresholdWithTaxLooksAtTheGoodsWithTax() {
        assertThat(missing(NET, "12.00", Side.GROSS)).isEmpty();
        assertThat(missing(NET, "12.01", Side.GROSS)).contains(hkd("0.01"));
        assertThat(missing(NET, "10.00", Side.NET)).isEmpty();
        assertThat(missing(NET, "10.01", Side.NET)).contains(hkd("0.01"));
    }

    @Test
    void aThresholdWithoutTaxLooksAtTheGoodsWithoutTheTaxInside() {
        // 10.00 with 20 % inside is 8.33 without
        assertThat(missing(EngineProfiles.OURS, "8.33", Side.NET)).isEmpty();
        assertThat(missing(EngineProfiles.OURS, "8.34", Side.NET)).contains(hkd("0.01"));
        assertThat(missing(EngineProfiles.OURS, "10.00", Side.GROSS)).isEmpty();
        assertThat(missing(EngineProfiles.OURS, "10.01", Side.GROSS)).contains(hkd("0.01"));
    }

    @Test
    void thresholdsOnTheFullPriceKnowBothSidesToo() {
        EngineProfile medusa = EngineProfiles.MEDUSA;
        assertThat(missing(medusa.publishing(Prices.NET), "12.00", Side.GROSS)).isEmpty();
        assertThat(missing(medusa.publishing(Prices.NET), "12.01", Side.GROSS))
                .contains(hkd("0.01"));
        assertThat(missing(medusa.publishing(Prices.NET), "10.01", Side.NET)).contains(hkd("0.01"));
        // in millionths of a cent 833.33 cents are below 8.34 and above 8.33
        assertThat(missing(medusa, "8.33", Side.NET)).isEmpty();
        assertThat(missing(medusa, "8.34", Side.NET)).contains(hkd("0.01"));
    }

    @Test
    void aThresholdOnTheOtherSideOfTaxSeesWhatWasTakenBefore() {
        Promotion item =
                Given.on(
                        "item",
                        Stage.ITEM,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new AmountOff(hkd("1.00"), AmountOff.Per.UNIT));
        // 9.00 without tax are 10.80 with it
        assertThat(missing(NET, "10.80", Side.GROSS, item)).isEmpty();
        assertThat(missing(NET, "10.81", Side.GROSS, item)).contains(hkd("0.01"));
        assertThat(missing(VENDURE_NET, "10.80", Side.GROSS, item)).isEmpty();
        assertThat(missing(VENDURE_NET, "10.81", Side.GROSS, item)).contains(hkd("0.01"));
        // 9.00 with the tax inside are 7.50
        assertThat(missing(EngineProfiles.VENDURE, "7.50", Side.NET, item)).isEmpty();
        assertThat(missing(EngineProfiles.VENDURE, "7.51", Side.NET, item)).contains(hkd("0.01"));
    }

    @Test
    void aConditionOnThePaymentSeesTaxOnce() {
        // 80.00 without tax are 96.00 with it
        for (Stage stage : List.of(Stage.PAYMENT, Stage.STORED_VALUE)) {
            for (EngineProfile engine : List.of(NET, VENDURE_NET)) {
                assertThat(missingAt(stage, engine, "100.00", Side.GROSS)).contains(hkd("4.00"));
                assertThat(missingAt(stage, engine, "96.00", Side.GROSS)).isEmpty();
                assertThat(missingAt(stage, engine, "90.00", Side.NET)).contains(hkd("10.00"));
                assertThat(missingAt(stage, engine, "80.00", Side.NET)).isEmpty();
            }
        }
    }

    @Test
    void aMultiBuyJudgesASpendOnTheSideThatIsMeant() {
        Promotion tenth = pair(new Trigger.MinSpend(hkd("100.00"), Optional.of(Side.GROSS)));
        // 2 x 45.00 are 108.00 with tax, and 97.20 after a tenth
        PricedCart ofStore = priced(cart(NET, List.of(taxed("a", "45.00", 2)), tenth));
        assertThat(ofStore.payable()).isEqualTo(hkd("97.20"));
        PricedCart ofTwo =
                priced(cart(NET, List.of(taxed("a", "45.00", 1), taxed("b", "45.00", 1)), tenth));
        assertThat(ofTwo.payable()).isEqualTo(hkd("97.20"));
        Promotion more = pair(new Trigger.MinSpend(hkd("90.01"), Optional.of(Side.NET)));
        assertThat(missing(priced(cart(NET, List.of(taxed("a", "45.00", 2)), more))))
                .contains(hkd("0.01"));
    }

    private static Promotion pair(Trigger trigger) {
        return storeWide("pair", Stage.QUANTITY, trigger, new QuantityPercent(2, 100_000));
    }

    /** What is missing to a spend on one thing at 80.00 with 20 % tax, when it is paid. */
    private static Optional<Money> missingAt(
            Stage stage, EngineProfile engine, String spend, Side side) {
        Promotion payment =
                storeWide(
                        "payment",
                        stage,
                        new Trigger.MinSpend(hkd(spend), Optional.of(side)),
                        new AmountOff(hkd("5.00"), AmountOff.Per.ORDER));
        PricedCart priced = priced(cart(engine, List.of(taxed("a", "80.00", 1)), payment));
        return missing(priced);
    }

    private static Optional<Money> missing(PricedCart priced) {
        return priced.notApplied().stream()
                .map(each ->
                        each.verdict() instanceof Missed(Shortfall.Spend(Money more))
                                ? more
                                : hkd("-1"))
                .findFirst();
    }

    @Test
    void vendureRoundsALineWithTaxOnceFromThePriceOfAUnit() {
        PricedCart plain = priced(cart(VENDURE_NET, List.of(taxed("a", "9.99", 3))));
        assertThat(plain.payable()).as("29.97 and 5.994 tax").isEqualTo(hkd("35.96"));
        Promotion tenth =
                Given.on(
                        "tenth",
                        Stage.ITEM,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new PercentOff(100_000, Optional.empty()));
        PricedCart lowered = priced(cart(VENDURE_NET, List.of(taxed("a", "9.99", 3)), tenth));
        assertThat(lowered.payable()).as("26.97 and 5.394 tax").isEqualTo(hkd("32.36"));
    }

    @Test
    void medusaRoundsTheWholeWithTaxOnce() {
        EngineProfile medusa = EngineProfiles.MEDUSA.publishing(Prices.NET);
        PricedCart priced =
                priced(cart(medusa, List.of(taxed("a", "0.02", 1), taxed("b", "0.02", 1))));
        // 2.4 and 2.4 cents are 4.8
        assertThat(priced.payable()).isEqualTo(hkd("0.05"));
        assertThat(priced.lines().stream().map(PricedLine::tax))
                .containsExactly(hkd("0.01"), hkd("0.00"));
    }

    @Test
    void aReturnGivesBackTheTaxToo() {
        StoreCart cart = cart(NET, List.of(taxed("a", "10.00", 2)));
        PaidCart paid = new PaidCart(cart, Shopper.ANYONE, priced(cart));
        Refund refund =
                new Refunds()
                        .refund(
                                paid,
                                List.of(),
                                Map.of("a", 1),
                                new RefundPolicy(
                                        RefundPolicy.Goods.SHARE_OF_PAID,
                                        RefundPolicy.Delivery.NEVER));
        assertThat(refund.amount()).isEqualTo(hkd("12.00"));
    }

    private static Money withTax(String price, long ppm) {
        OfferTerms offer = offer("a", price).of(Article.UNKNOWN.taxedAt(ppm));
        return priced(cart(NET, List.of(new CartLine("a", offer, 1)))).payable();
    }

    private static Money fee(EngineProfile profile, String freeFrom) {
        StoreCart goods = cart(profile, List.of(taxed("a", "10.00", 1)));
        return priced(
                        new StoreCart(
                                goods.lines(),
                                List.of(),
                                Optional.of(
                                        new DeliveryTerms(hkd("5.00"), Optional.of(hkd(freeFrom)))),
                                profile))
                .delivery()
                .orElseThrow();
    }

    /** What is missing to a spend on one thing at 10.00 with 20 % tax. */
    private static Optional<Money> missing(
            EngineProfile profile, String spend, Side side, Promotion... before) {
        Promotion order =
                storeWide(
                        "order",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd(spend), Optional.of(side)),
                        new AmountOff(hkd("2.00"), AmountOff.Per.ORDER));
        List<Promotion> all = new ArrayList<>(List.of(before));
        all.add(order);
        PricedCart priced =
                new CartPricer()
                        .price(
                                new StoreCart(
                                        List.of(taxed("a", "10.00", 1)),
                                        all,
                                        Optional.empty(),
                                        profile),
                                Shopper.ANYONE,
                                NOW);
        return missing(priced);
    }

    private static CartLine taxed(String id, String price, int units) {
        return new CartLine(
                id, offer(id, price).of(Article.UNKNOWN.taxedAt(TWENTY_PERCENT)), units);
    }

    private static Promotion off(String ref, String amount) {
        return storeWide(
                ref,
                Stage.STORE_ORDER,
                new Trigger.Always(),
                new AmountOff(hkd(amount), AmountOff.Per.ORDER));
    }

    private static StoreCart cart(
            EngineProfile profile, List<CartLine> lines, Promotion... promotions) {
        return new StoreCart(lines, List.of(promotions), Optional.empty(), profile);
    }
}
