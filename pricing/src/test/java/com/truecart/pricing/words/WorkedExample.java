package com.truecart.pricing.words;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.Given;
import com.truecart.pricing.PlatformCart;
import com.truecart.pricing.PlatformPricer;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.Shoppers;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A rule, a basket and what it must come to, worked by hand.
 *
 * @param title in both languages
 * @param note what to look at
 * @param stores the basket at each store; usually there is one
 * @param ofPlatform what the platform of several stores promises over all of them
 * @param total what is paid in all
 */
record WorkedExample(
        Said title,
        Said note,
        SortedMap<String, StoreCart> stores,
        List<Promotion> ofPlatform,
        Shopper shopper,
        Money total) {

    /** The same in both languages. */
    record Said(String english, String chinese) {}

    static WorkedExample example(
            String english, String chinese, StoreCart cart, Money total, Said note) {
        return acrossStores(english, chinese, Map.of("the store", cart), List.of(), total, note);
    }

    static WorkedExample acrossStores(
            String english,
            String chinese,
            Map<String, StoreCart> stores,
            List<Promotion> ofPlatform,
            Money total,
            Said note) {
        return new WorkedExample(
                new Said(english, chinese),
                note,
                new TreeMap<>(stores),
                ofPlatform,
                Shopper.ANYONE,
                total);
    }

    static Said note(String english, String chinese) {
        return new Said(english, chinese);
    }

    WorkedExample by(Shopper other) {
        return new WorkedExample(title, note, stores, ofPlatform, other, total);
    }

    WorkedExample at(EngineProfile engine) {
        return with(cart ->
                new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), engine));
    }

    WorkedExample delivered(String fee) {
        return with(cart -> Given.delivered(cart, fee, Optional.empty()));
    }

    private WorkedExample with(UnaryOperator<StoreCart> change) {
        SortedMap<String, StoreCart> changed = new TreeMap<>(stores);
        changed.replaceAll((store, cart) -> change.apply(cart));
        return new WorkedExample(title, note, changed, ofPlatform, shopper, total);
    }

    boolean isAcrossStores() {
        return stores.size() > 1;
    }

    EngineProfile engine() {
        return stores.firstEntry().getValue().profile();
    }

    /** The priced cart of each store. */
    SortedMap<String, PricedCart> priced() {
        if (isAcrossStores()) {
            PlatformCart together = new PlatformCart(stores, ofPlatform);
            Map<String, Shopper> same = new TreeMap<>();
            stores.keySet().forEach(store -> same.put(store, shopper));
            return new PlatformPricer()
                    .price(together, new Shoppers(same, shopper), Given.NOW)
                    .stores();
        }
        SortedMap<String, PricedCart> priced = new TreeMap<>();
        stores.forEach((store, cart) ->
                priced.put(store, new CartPricer().price(cart, shopper, Given.NOW)));
        return priced;
    }

    Money payable() {
        return priced().values().stream()
                .map(PricedCart::payable)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /** Its rules in the order they are stated. */
    List<Promotion> rules() {
        List<Promotion> rules = new ArrayList<>();
        for (StoreCart cart : stores.values()) {
            cart.lines().forEach(line -> rules.addAll(line.offer().promotions()));
            rules.addAll(cart.storePromotions());
        }
        rules.addAll(ofPlatform);
        return rules;
    }
}
