package com.truecart.app.order;

import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.app.payment.Due;
import com.truecart.model.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.Set;

/** What Truecart may keep of what the shopper paid for an order, by where its parts stand. */
final class Settlement {

    private Settlement() {}

    /**
     * Over all parts that Truecart is paid for.
     *
     * @param acting refused parts whose goods may still be ordered for the same money
     */
    static Due of(Collection<SubOrder> parts, Set<SubOrderId> acting, Currency currency) {
        return parts.stream()
                .filter(part -> part.merchant() == MerchantOfRecord.TRUECART)
                .map(part ->
                        acting.contains(part.id())
                                ? new Due(Money.zero(currency), part.quoted().total())
                                : of(
                                        part.state(),
                                        part.quoted().total(),
                                        part.refunded(),
                                        currency))
                .reduce(Due.nothing(currency), Due::plus);
    }

    /**
     * Never more than was agreed, whatever the store charges.
     *
     * @param agreed what the shopper agreed to
     * @param refunded what the store says it gave back
     */
    static Due of(SubOrderState state, Money agreed, Money refunded, Currency currency) {
        return switch (state) {
            case AwaitingPayment _, Placing _, AwaitingBuyer _, InDoubt _ ->
                    new Due(Money.zero(currency), agreed);
            case Placed placed -> kept(placed.charged(), refunded, agreed);
            case Shipped shipped -> kept(shipped.charged(), refunded, agreed);
            case Delivered delivered -> kept(delivered.charged(), refunded, agreed);
            // stores are paid after ordering: one that calls off and gives nothing back was not
            // paid, and keeps nothing
            case Cancelled cancelled ->
                    refunded.isPositive()
                            ? kept(cancelled.charged(), refunded, agreed)
                            : Due.nothing(currency);
            case Rejected _ -> Due.nothing(currency);
        };
    }

    private static Due kept(Money charged, Money refunded, Money agreed) {
        Money nothing = Money.zero(agreed.currency());
        Money kept = charged.minus(refunded).min(agreed).max(nothing);
        return new Due(kept, kept);
    }
}
