package com.truecart.app.payment;

import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.spi.Delivery;
import java.util.Optional;
import java.util.Set;

/** A provider that does as another, but for what a test has it do otherwise. */
public abstract class DelegatingProvider implements PaymentProvider {
    private final PaymentProvider other;

    protected DelegatingProvider(PaymentProvider other) {
        this.other = other;
    }

    @Override
    public Set<Ability> abilities() {
        return other.abilities();
    }

    @Override
    public Standing begin(PaymentRequest request) {
        return other.begin(request);
    }

    @Override
    public Optional<Standing> find(String reference) {
        return other.find(reference);
    }

    @Override
    public Standing capture(String reference, Money amount) {
        return other.capture(reference, amount);
    }

    @Override
    public Standing release(String reference) {
        return other.release(reference);
    }

    @Override
    public RefundStanding refund(Refund refund) {
        return other.refund(refund);
    }

    @Override
    public Optional<RefundStanding> findRefund(Refund refund) {
        return other.findRefund(refund);
    }

    @Override
    public Heard hear(Delivery delivery) {
        return other.hear(delivery);
    }
}
