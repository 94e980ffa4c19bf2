package com.truecart.pricing.plan;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopUpsTest {
    private static final Promotion FIFTY_FROM_300 =
            storeWide(
                    "50 off from 300",
                    Stage.STORE_ORDER,
                    new Trigger.MinSpend(hkd("300")),
                    new AmountOff(hkd("50.00"), AmountOff.Per.ORDER));

    private final TopUps topUps = new TopUps();

    @Test
    void whatReachesTheThresholdIsAdvisedWithWhatItReallyAdds() {
        TopUp advice =
                advice(cart(Optional.empty(), line("coat", "280.00", 1)), offer("socks", "25.00"))
                        .getFirst();
        assertThat(advice.before()).isEqualTo(hkd("280.00"));
        assertThat(advice.after()).isEqualTo(hkd("255.00"));
        assertThat(advice.added()).isEqualTo(hkd("-25.00"));
        assertThat(advice.saved()).isEqualTo(hkd("50.00"));
        assertThat(advice.paysForItself()).isTrue();
    }

    @Test
    void sendingItBackGivesItsShareOrLosesWhatTheThresholdGave() {
        StoreCart cart = cart(Optional.empty(), line("coat", "280.00", 1));
        TopUp small = advice(cart, offer("socks", "25.00")).getFirst();
        // 25.00 of 305.00 are 20.90 of the 255.00 that were paid
        assertThat(small.ifReturned()).isEqualTo(hkd("234.10"));
        assertThat(small.ifClawedBack()).isEqualTo(hkd("255.00"));
        TopUp large = advice(cart, offer("shoes", "90.00")).getFirst();
        assertThat(large.after()).isEqualTo(hkd("320.00"));
        assertThat(large.ifClawedBack()).isEqualTo(hkd("280.00"));
    }

    @Test
    void asManyUnitsAsTheThresholdAsksFor() {
        TopUp advice =
                advice(cart(Optional.empty(), line("coat", "280.00", 1)), offer("pen", "8.00"))
                        .getFirst();
        assertThat(advice.units()).isEqualTo(3);
        assertThat(advice.after()).isEqualTo(hkd("254.00"));
    }

    @Test
    void freeDeliveryIsAThresholdToo() {
        DeliveryTerms terms = new DeliveryTerms(hkd("30.00"), Optional.of(hkd("210")));
        TopUp advice =
                advice(cart(Optional.of(terms), line("coat", "200.00", 1)), offer("pen", "12.00"))
                        .getFirst();
        assertThat(advice.before()).isEqualTo(hkd("230.00"));
        assertThat(advice.after()).isEqualTo(hkd("212.00"));
        assertThat(advice.added()).isEqualTo(hkd("-18.00"));
        assertThat(advice.ifReturned()).isEqualTo(hkd("200.00"));
        assertThat(advice.ifClawedBack()).isEqualTo(hkd("212.00"));
    }

    @Test
    void whatLeadsNowhereIsNotAdvised() {
        assertThat(
                        advice(
                                cart(Optional.empty(), line("coat", "100.00", 1)),
                                offer("socks", "25.00")))
                .isEmpty();
    }

    @Test
    void theLeastPaidComesFirst() {
        assertThat(
                        advice(
                                cart(Optional.empty(), line("coat", "280.00", 1)),
                                offer("hat", "40.00"),
                                offer("socks", "20.00"),
                                offer("scarf", "30.00")))
                .extracting(each -> each.offer().upstreamId())
                .containsExactly("socks", "scarf");
    }

    private List<TopUp> advice(StoreCart cart, OfferTerms... addable) {
        return topUps.advice(cart, Shopper.ANYONE, List.of(addable), NOW, 2);
    }

    private static StoreCart cart(Optional<DeliveryTerms> delivery, CartLine... lines) {
        return new StoreCart(List.of(lines), List.of(FIFTY_FROM_300), delivery);
    }

    private static CartLine line(String id, String price, int quantity) {
        return new CartLine(id, offer(id, price), quantity);
    }
}
