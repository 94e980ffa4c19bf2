package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is proposed to pay less lowers the price itself. */
class WaysToPayLessTest {
    private static final Promotion TEN_OFF_100 =
            storeWide(
                    "10 off 100",
                    Stage.STORE_ORDER,
                    new Trigger.MinSpend(hkd("100")),
                    new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER));

    @Test
    void aGiftThatAnotherPromotionGoesWithIsNoWayToPayLess() {
        Promotion gift =
                storeWide(
                        "gift from 120",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd("120")),
                        new Benefit.Gift("tote bag", Optional.of(hkd("68"))));
        assertThat(ways(gift, TEN_OFF_100)).containsExactly(TEN_OFF_100);
    }

    @Test
    void aFreeDeliveryThatAnotherPromotionGoesWithIsNoWayToPayLessForTheGoods() {
        Promotion free =
                storeWide(
                        "free delivery from 120",
                        Stage.DELIVERY,
                        new Trigger.MinSpend(hkd("120")),
                        new Benefit.DeliveryOff(Money.PPM));
        assertThat(ways(free, TEN_OFF_100)).containsExactly(TEN_OFF_100);
    }

    private static List<Promotion> ways(Promotion... promotions) {
        return new OfferPricer()
                        .waysToPayLess(
                                offer("a", "40.00"),
                                1,
                                List.of(promotions),
                                Optional.of(new DeliveryTerms(hkd("30"), Optional.empty())),
                                Shopper.ANYONE,
                                NOW)
                        .stream()
                        .map(WayToPayLess::promotion)
                        .toList();
    }
}
