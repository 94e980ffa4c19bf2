package com.truecart.app.compare;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.PriceStep;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;

/**
 * An offer with what one unit of it costs anyone now.
 *
 * @param storeName who sells
 * @param source where we know it from: the connection's name
 * @param orderable whether the store takes orders from us; where not, people buy there themselves
 */
public record PricedOffer(
        OfferFacts offer,
        Localized storeName,
        Localized source,
        EffectivePrice price,
        boolean orderable) {

    /**
     * The currency the shops here ask; offers in another one have no place in its order and come
     * after.
     */
    public static final Currency HOME = Currency.getInstance("HKD");

    /**
     * Cheapest delivered first. An unknown delivery fee is not a free one, so offers without a
     * stated fee come after those with one, and what cannot be bought comes last. Ties: stronger
     * evidence, then the fresher price, then the offer's number.
     */
    static final Comparator<PricedOffer> CHEAPEST_DELIVERED =
            Comparator.comparing((PricedOffer priced) -> !priced.canBeBought())
                    .thenComparing(priced -> !priced.price.payable().currency().equals(HOME))
                    .thenComparing(priced -> priced.price.payable().currency().getCurrencyCode())
                    .thenComparing(priced -> !priced.isDeliveryKnown())
                    .thenComparingLong(priced -> priced.price.payable().minor())
                    .thenComparing(PricedOffer::weakestEvidence)
                    .thenComparing(priced -> priced.offer.seenAt(), Comparator.reverseOrder())
                    .thenComparingLong(priced -> priced.offer.id());

    public boolean canBeBought() {
        return offer.availability().canBeBought();
    }

    public boolean isDeliveryKnown() {
        return price.delivery().isPresent();
    }

    /** What one unit costs without delivery. */
    public Money goods() {
        return price.goods();
    }

    /** Whether a struck-through price or a promotion lowers it. */
    public boolean isLowered() {
        return goods().compareTo(price.list()) < 0;
    }

    private Promotion.Evidence weakestEvidence() {
        return price.steps().stream()
                .map(PriceStep::promotion)
                .flatMap(Optional::stream)
                .map(Promotion::evidence)
                .max(Comparator.naturalOrder())
                .orElse(Promotion.Evidence.VERIFIED);
    }
}
