package com.truecart.pricing;

import java.time.Instant;
import java.util.List;

/**
 * Works out what a store's cart costs.
 *
 * <p>The stages are worked through in the order of {@link com.truecart.model.Promotion.Stage}, each
 * from what the earlier ones left:
 *
 * <ul>
 *   <li>ITEM: for each offer the one promotion that saves most; a rate is rounded for each unit.
 *   <li>QUANTITY: the best disjoint division of units among multi-buys, see {@link UnitSplit} and
 *       {@link QuantityStage}; units beyond full groups cost the unit price.
 *   <li>STORE_ORDER, then STORE_COUPON: the one that saves most, split over the lines in scope to
 *       the cent.
 *   <li>DELIVERY: the store's fee for these goods, then the one promotion on the fee that saves
 *       most.
 * </ul>
 *
 * <p>A threshold is reached from its very amount on and looks at the lines in scope as the earlier
 * stages left them. Each stage is best for itself, as a till works: a lower unit price may
 * therefore miss a later threshold. Conditions the shopper has not confirmed are never counted on.
 * Stateless, so one serves all threads.
 */
public final class CartPricer {

    /** The price of this cart for this shopper at this moment. */
    public PricedCart price(StoreCart cart, Shopper shopper, Instant now) {
        return new Settlement(new Calculation(List.of(cart), List.of(), _ -> shopper, now).run(), 0)
                .priced(now);
    }
}
