package com.truecart.pricing.words;

import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.storeWide;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.UnitPrice;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.StoreCart;
import java.util.List;
import java.util.Optional;

/** The rules that the worked examples state again and again. */
final class ExampleRules {

    static final Trigger ALWAYS = new Trigger.Always();

    private ExampleRules() {}

    static StoreCart own(String id, String price, int quantity, Stage stage, Benefit benefit) {
        return cart(List.of(line(id, price, quantity, always("own", stage, benefit))));
    }

    static Promotion order(Trigger trigger, Benefit benefit) {
        return storeWide("order", Stage.STORE_ORDER, trigger, benefit);
    }

    static Promotion coupon(Trigger trigger, Benefit benefit) {
        return storeWide("coupon", Stage.STORE_COUPON, trigger, benefit);
    }

    static Promotion whole(Benefit benefit) {
        return storeWide("store", Stage.QUANTITY, ALWAYS, benefit);
    }

    static Trigger spend(String amount) {
        return new Trigger.MinSpend(hkd(amount));
    }

    static UnitPrice sale(String price) {
        return new UnitPrice(hkd(price), Optional.empty());
    }

    static UnitPrice sale(String price, int upTo) {
        return new UnitPrice(hkd(price), Optional.of(upTo));
    }

    static PercentOff percent(long ratePpm) {
        return new PercentOff(ratePpm, Optional.empty());
    }

    static PercentOff percent(long ratePpm, String cap) {
        return new PercentOff(ratePpm, Optional.of(hkd(cap)));
    }

    static AmountOff off(String amount) {
        return new AmountOff(hkd(amount), AmountOff.Per.ORDER);
    }

    static AmountOff unitOff(String amount) {
        return new AmountOff(hkd(amount), AmountOff.Per.UNIT);
    }
}
