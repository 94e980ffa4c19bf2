package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Service;
import java.util.List;
import java.util.Map;

/** A payment provider of the sandbox, seen from behind its counter. */
public interface PaymentDesk extends Service, AutoCloseable {
    /** Its name, which is also that of its host for faults. */
    String id();

    /** What its one merchant is given, by the names the merchant's side has for it. */
    Map<String, String> settings();

    /** What was begun here, oldest first: the last word on whose money went where. */
    List<BookedPayment> books();

    /** What it tells its merchants unasked. */
    Notices notices();

    @Override
    void close();
}
