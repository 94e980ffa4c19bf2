package com.truecart.app.order;

import com.truecart.app.order.SubOrderEvent.Paid;
import com.truecart.app.order.SubOrderEvent.PaymentLapsed;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.payment.Due;
import com.truecart.app.payment.PaidOrders;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows for an order from what becomes of its payment, and the other way round. */
@Component
class OrdersPaid implements PaidOrders {
    private final OrderRecord record;
    private final ShortageRecord shortages;
    private final Ledger ledger;
    private final WakeUps wakeUps;

    OrdersPaid(OrderRecord record, ShortageRecord shortages, Ledger ledger, WakeUps wakeUps) {
        this.record = record;
        this.shortages = shortages;
        this.ledger = ledger;
        this.wakeUps = wakeUps;
    }

    @Override
    public Due due(UUID order) {
        List<SubOrder> parts = record.ofOrder(new OrderId(order));
        return Settlement.of(
                parts,
                shortages.acting(new OrderId(order)),
                parts.getFirst().quoted().total().currency());
    }

    @Override
    public void paid(UUID order, Instant now) {
        tell(order, new Paid(), now);
        wakeUps.soon(new OrderId(order));
    }

    @Override
    public void lapsed(UUID order, Instant now) {
        tell(order, new PaymentLapsed(), now);
    }

    /** The bill is locked meanwhile, and nothing else moves what waits for payment. */
    private void tell(UUID order, SubOrderEvent event, Instant now) {
        for (SubOrder part : record.ofOrder(new OrderId(order))) {
            if (part.state() instanceof AwaitingPayment
                    && record.apply(part, event, now).isEmpty()) {
                throw new IllegalStateException(
                        "sub-order " + part.id() + " moved while it waited for payment");
            }
        }
    }

    @Override
    public void booked(UUID order, String account, Figure figure, Money change, Instant now) {
        OrderId id = new OrderId(order);
        switch (figure) {
            case HELD -> ledger.atProvider(id, account, "held", change, "held", now);
            case TAKEN -> ledger.atProvider(id, account, "taken", change, "taken", now);
            case GIVEN_BACK ->
                    ledger.atProvider(
                            id, account, "given_back", change.negated(), "given back", now);
        }
    }
}
