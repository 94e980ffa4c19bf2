package com.truecart.pricing;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.DeliveryOff;
import com.truecart.model.DeliveryTable;
import com.truecart.model.DeliveryTable.Measure;
import com.truecart.model.DeliveryTable.Row;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Unknown;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What delivery costs. */
class DeliveryFeesTest {

    /** To 1 kg 8.00, from 1 kg 12.00, from 5 kg 30.00. */
    private static final DeliveryTerms BY_WEIGHT =
            new DeliveryTerms(
                    hkd("8.00"),
                    Optional.empty(),
                    Optional.of(
                            new DeliveryTable(
                                    Measure.GRAMS,
                                    List.of(
                                            new Row(1_000, hkd("12.00")),
                                            new Row(5_000, hkd("30.00"))))));

    /** Below 50.00 goods 20.00, from 50.00 on 10.00, from 100.00 on nothing. */
    private static final DeliveryTerms BY_GOODS =
            new DeliveryTerms(
                    hkd("20.00"),
                    Optional.empty(),
                    Optional.of(
                            new DeliveryTable(
                                    Measure.GOODS,
                                    List.of(
                                            new Row(5_000, hkd("10.00")),
                                            new Row(10_000, hkd("0.00"))))));

    @Test
    void theHighestRowReachedCounts() {
        assertThat(byWeight(999, 1)).contains(hkd("8.00"));
        assertThat(byWeight(1_000, 1)).contains(hkd("12.00"));
        assertThat(byWeight(1_000, 3)).contains(hkd("12.00"));
        assertThat(byWeight(1_000, 5)).contains(hkd("30.00"));
    }

    @Test
    void aFeeByAWeightNobodyKnowsIsUnknownNotFree() {
        Promotion free =
                storeWide("free", Stage.DELIVERY, new Trigger.Always(), new DeliveryOff(1_000_000));
        PricedCart priced =
                priced(
                        new StoreCart(
                                List.of(line("a", "10.00", 1)),
                                List.of(free),
                                Optional.of(BY_WEIGHT)));
        assertThat(priced.delivery()).isEmpty();
        assertThat(priced.payable()).isEqualTo(hkd("10.00"));
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(free, new Unknown(Question.DELIVERY_FEE, "")));
    }

    @Test
    void aFeeMayDependOnTheGoodsTotalAfterPromotions() {
        assertThat(byGoods("49.99")).contains(hkd("20.00"));
        assertThat(byGoods("50.00")).contains(hkd("10.00"));
        assertThat(byGoods("100.00")).contains(hkd("0.00"));
        Promotion off =
                storeWide(
                        "1",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new AmountOff(hkd("1"), AmountOff.Per.ORDER));
        StoreCart cart =
                new StoreCart(List.of(line("a", "100.00", 1)), List.of(off), Optional.of(BY_GOODS));
        assertThat(priced(cart).delivery()).contains(hkd("10.00"));
        StoreCart before =
                new StoreCart(
                        cart.lines(),
                        cart.storePromotions(),
                        cart.delivery(),
                        EngineProfiles.OURS.withFreeDelivery(FreeDelivery.BEFORE_PROMOTIONS));
        assertThat(priced(before).delivery()).contains(hkd("0.00"));
    }

    @Test
    void aTableInAnotherCurrencyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DeliveryTerms(
                                hkd("8.00"),
                                Optional.empty(),
                                Optional.of(
                                        new DeliveryTable(
                                                Measure.GRAMS,
                                                List.of(new Row(1_000, Money.of(1_200, "CNY")))))))
                .withMessageContaining("table")
                .withMessageContaining("CNY");
    }

    @Test
    void aTableOfWhichTheRowsDoNotAscendIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DeliveryTable(
                                Measure.GRAMS,
                                List.of(new Row(1_000, hkd("1")), new Row(1_000, hkd("2")))))
                .withMessageContaining("rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryTable(Measure.GRAMS, List.of()))
                .withMessageContaining("rows");
    }

    private static Optional<Money> byWeight(int grams, int quantity) {
        OfferTerms heavy = offer("a", "10.00").of(Article.UNKNOWN.weighing(grams));
        return priced(
                        new StoreCart(
                                List.of(new CartLine("a", heavy, quantity)),
                                List.of(),
                                Optional.of(BY_WEIGHT)))
                .delivery();
    }

    private static Optional<Money> byGoods(String price) {
        return priced(
                        new StoreCart(
                                cart(List.of(line("a", price, 1))).lines(),
                                List.of(),
                                Optional.of(BY_GOODS)))
                .delivery();
    }
}
