package com.truecart.chaos;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.BookedPayment;
import com.truecart.sandbox.pay.Notices;
import com.truecart.sandbox.pay.PaymentDesk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider of the sandbox that counts how often it is asked where a payment or a refund stands.
 *
 * @param <D> the provider
 */
record CountedDesk<D extends PaymentDesk>(D desk, AtomicInteger lookUps) implements PaymentDesk {
    CountedDesk(D desk) {
        this(desk, new AtomicInteger());
    }

    @Override
    public Reply answer(Request request) {
        boolean asks =
                request.path().equals("/gateway.do")
                        ? new String(request.body(), StandardCharsets.UTF_8)
                                .matches("(?s).*method=alipay\\.trade\\.[a-z.]*query.*")
                        : request.method().equals("GET") && request.path().startsWith("/v");
        if (asks) {
            lookUps.incrementAndGet();
        }
        return desk.answer(request);
    }

    @Override
    public String id() {
        return desk.id();
    }

    @Override
    public Map<String, String> settings() {
        return desk.settings();
    }

    @Override
    public List<BookedPayment> books() {
        return desk.books();
    }

    @Override
    public Notices notices() {
        return desk.notices();
    }

    @Override
    public void close() {
        desk.close();
    }
}
