package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which stores can be priced in one order. */
class PlatformCartTest {

    @Test
    void storesThatCannotBePricedTogetherAreRefusedByName() {
        StoreCart ours = cart(List.of(line("a", "10.00", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PlatformCart(
                                Map.of(
                                        "1",
                                        ours,
                                        "2",
                                        new StoreCart(
                                                ours.lines(),
                                                List.of(),
                                                Optional.empty(),
                                                EngineProfiles.JD)),
                                List.of()))
                .withMessageContaining("store 2")
                .withMessageContaining("jd");
        OfferTerms yuan =
                new OfferTerms(
                        "a",
                        Optional.empty(),
                        List.of(),
                        Money.of(100, "CNY"),
                        Optional.empty(),
                        List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PlatformCart(
                                Map.of("1", ours, "2", cart(List.of(new CartLine("l", yuan, 1)))),
                                List.of()))
                .withMessageContaining("store 2")
                .withMessageContaining("CNY");
        StoreCart large = cart(List.of(line("a", "9999999999.00", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformCart(Map.of("1", large, "2", large), List.of()))
                .withMessageContaining("store 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformCart(Map.of(), List.of()))
                .withMessageContaining("stores");
    }

    @Test
    void asManyPromotionsAsOneCartMayHaveAreAllAPlatformMayHave() {
        Promotion each =
                storeWide(
                        "each",
                        Stage.STORE_ORDER,
                        new Trigger.Code("none"),
                        new AmountOff(hkd("5"), AmountOff.Per.ORDER));
        Promotion[] many = Collections.nCopies(10_000, each).toArray(Promotion[]::new);
        StoreCart one = cart(List.of(line("a", "1", 1)), many);
        assertThat(new PlatformCart(Map.of("1", one, "2", one), List.of()).stores()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformCart(Map.of("1", one, "2", one), List.of(each)))
                .withMessageContaining("store 2")
                .withMessageContaining("20001");
    }

    @Test
    void aStoreWithoutANameAndPartsThatDoNotAddUpAreRefused() {
        StoreCart ours = cart(List.of(line("a", "10.00", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformCart(Map.of(" ", ours), List.of()))
                .withMessageContaining("stores");
        PricedPlatformCart priced = priced(Map.of("1", ours));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PricedPlatformCart(
                                priced.stores(),
                                hkd("9.99"),
                                List.of(),
                                List.of(),
                                List.of(),
                                true,
                                NOW))
                .withMessageContaining("payable");
    }

    @Test
    void whatIsExactlyAsMuchAsIsPricedIsPriced() {
        StoreCart half = cart(List.of(line("a", "5000000000.00", 1)));
        assertThat(priced(Map.of("1", half, "2", half)).payable()).isEqualTo(hkd("10000000000.00"));
        StoreCart cent = cart(List.of(line("a", "0.01", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PlatformCart(Map.of("1", half, "2", half, "3", cent), List.of()))
                .withMessageContaining("store 3");
    }

    private static PricedPlatformCart priced(Map<String, StoreCart> stores) {
        return new PlatformPricer()
                .price(new PlatformCart(stores, List.of()), Shoppers.ANYONE, NOW);
    }
}
