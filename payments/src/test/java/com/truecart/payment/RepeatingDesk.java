package com.truecart.payment;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.BookedPayment;
import com.truecart.sandbox.pay.Notices;
import com.truecart.sandbox.pay.PaymentDesk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A provider between which and us somebody sits who has kept its latest, well signed answer. */
public final class RepeatingDesk implements PaymentDesk {
    private final PaymentDesk desk;
    private final AtomicReference<UnaryOperator<Reply>> manner =
            new AtomicReference<>(UnaryOperator.identity());
    private final AtomicReference<Reply> latest =
            new AtomicReference<>(Reply.text(404, "text/plain", ""));

    public RepeatingDesk(PaymentDesk desk) {
        this.desk = desk;
    }

    /** From now on whatever is asked is answered as the latest question was. */
    public void repeatItself() {
        Reply kept = latest.get();
        manner.set(_ -> kept);
    }

    @Override
    public Reply answer(Request request) {
        Reply reply = manner.get().apply(desk.answer(request));
        latest.set(reply);
        return reply;
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
