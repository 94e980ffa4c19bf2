package com.truecart.app.payment;

import com.truecart.payment.PaymentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of payment providers that come with Truecart. */
@Component
public class PaymentKinds {
    private final List<PaymentKind> kinds = new ArrayList<>();

    /**
     * @param more kinds of the application's own, beside those found
     */
    PaymentKinds(ObjectProvider<PaymentKind> more) {
        ServiceLoader.load(PaymentKind.class).forEach(kinds::add);
        more.forEach(kinds::add);
    }

    public List<PaymentKind> all() {
        return List.copyOf(kinds);
    }

    public Optional<PaymentKind> find(String kind) {
        return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }
}
