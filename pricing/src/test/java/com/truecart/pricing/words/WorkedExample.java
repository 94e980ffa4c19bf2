package com.truecart.pricing.words;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.Given;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule, a basket and what it must come to, worked by hand.
 *
 * @param title in both languages
 * @param note what to look at
 * @param total what is paid
 */
record WorkedExample(Said title, Said note, StoreCart cart, Shopper shopper, Money total) {

    /** The same in both languages. */
    record Said(String english, String chinese) {}

    static WorkedExample example(
            String english, String chinese, StoreCart cart, Money total, Said note) {
        return new WorkedExample(new Said(english, chinese), note, cart, Shopper.ANYONE, total);
    }

    static Said note(String english, String chinese) {
        return new Said(english, chinese);
    }

    WorkedExample by(Shopper other) {
        return new WorkedExample(title, note, cart, other, total);
    }

    WorkedExample at(EngineProfile store) {
        return new WorkedExample(
                title,
                note,
                new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), store),
                shopper,
                total);
    }

    WorkedExample delivered(String fee) {
        return new WorkedExample(
                title, note, Given.delivered(cart, fee, Optional.empty()), shopper, total);
    }

    PricedCart priced() {
        return new CartPricer().price(cart, shopper, Given.NOW);
    }

    /** Its rules in the order they are stated. */
    List<Promotion> rules() {
        List<Promotion> rules = new ArrayList<>();
        cart.lines().forEach(line -> rules.addAll(line.offer().promotions()));
        rules.addAll(cart.storePromotions());
        return rules;
    }
}
