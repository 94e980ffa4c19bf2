package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which promotions an offer's price speaks of. */
class EffectivePriceTest {
    private static final Benefit THIRD_FREE =
            new Benefit.BuyXGetY(2, 1, 1_000_000, Benefit.BuyXGetY.Pick.CHEAPEST);

    @Test
    void aPromotionOfTheStoreThatNamesTheOfferIsOneOfTheOffer() {
        Promotion named = ofListings("third free", "a", "b");
        Promotion others = ofListings("third free of others", "b");
        Promotion forAll =
                storeWide(
                        "10 off 100",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd("100")),
                        new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER));
        EffectivePrice price =
                new OfferPricer()
                        .price(
                                offer("a", "12.00"),
                                1,
                                List.of(named, others, forAll),
                                Optional.empty(),
                                Shopper.ANYONE,
                                NOW);
        assertThat(price.promotionsNamingIt()).containsExactly(named);
    }

    private static Promotion ofListings(String ref, String... ids) {
        return on(
                ref,
                Stage.QUANTITY,
                new Scope.Listings(Set.of(ids)),
                new Trigger.Always(),
                THIRD_FREE);
    }
}
