package com.truecart.app.compare;

import com.truecart.app.catalog.Asked;
import com.truecart.app.catalog.Freshness;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.pricing.Article;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.PerMeasure;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.rank.Ranked;
import java.util.Currency;
import java.util.Optional;

/**
 * An offer with what so many units of it cost anyone now, and its place among the product's offers.
 *
 * @param storeName who sells
 * @param source where we know it from: the connection's name
 * @param article what is known of the thing itself
 * @param ranked its price, its place and the reason for that
 * @param engine by which rules the price was worked out
 * @param freshness how far its price can be relied on
 * @param orderable whether the store takes orders from us; where not, people buy there themselves
 * @param handsOff whether the store makes a link for buying it there; nothing else depends on it,
 *     its place least of all
 */
public record PricedOffer(
        OfferFacts offer,
        Localized storeName,
        Localized source,
        Article article,
        Ranked ranked,
        EngineProfile engine,
        Freshness freshness,
        boolean orderable,
        boolean handsOff) {

    /**
     * The currency the shops here ask; offers in another one have no place in its order and come
     * after.
     */
    public static final Currency HOME = Currency.getInstance("HKD");

    /** What the units cost. */
    public EffectivePrice price() {
        return ranked.contender().price();
    }

    public boolean canBeBought() {
        return ranked.contender().canBeBought();
    }

    public boolean isDeliveryKnown() {
        return price().delivery().isPresent();
    }

    /** What the units cost without delivery. */
    public Money goods() {
        return price().goods();
    }

    /** The goods' price per kilogram, litre or piece, where it is known how much is in a unit. */
    public Optional<PerMeasure> perMeasure() {
        return price().perMeasure(article);
    }

    /** The answer that changed the price which is shown, where one did lately. */
    public Optional<Asked.Answered> changed() {
        return freshness
                .asked()
                .filter(Asked.Answered.class::isInstance)
                .map(Asked.Answered.class::cast)
                .filter(Asked.Answered::isChanged)
                .filter(answered -> answered.now().equals(offer.price()));
    }

    /** Whether a struck-through price or a promotion lowers it. */
    public boolean isLowered() {
        return goods().compareTo(price().list()) < 0;
    }
}
