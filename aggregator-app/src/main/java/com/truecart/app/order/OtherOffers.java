package com.truecart.app.order;

import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.NewOrder.NewSubOrder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stores ask at this moment for goods that a store did not have. Only asked, nothing is
 * ordered; whether the consent covers it is for the caller to say.
 */
public interface OtherOffers {

    /**
     * What the same store asks for the same lines.
     *
     * @return empty where it does not sell them, or wants something read that the shopper has not
     *     seen
     */
    Optional<NewSubOrder> again(SubOrderId part);

    /**
     * The cheapest way to buy all of these lines at stores that take our orders.
     *
     * @param without stores not to buy from
     * @return empty where some of it cannot be bought so, or a store wants something read
     */
    List<NewSubOrder> elsewhere(Collection<RestLine> lines, Set<StoreId> without);
}
