package com.truecart.sandbox.ucp;

import com.truecart.sandbox.till.CartLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkout at one moment; every change makes a new one.
 *
 * @param lines with the prices that were quoted
 * @param buyer the buyer's fields as sent
 * @param destination the address's fields as sent, empty until there is one
 * @param option the delivery option chosen
 * @param priceMoved whether a price changed after it was quoted and the platform has yet to agree
 * @param orderId the order it became
 */
record UcpSession(
        String id,
        Instant expires,
        List<CartLine> lines,
        List<String> codes,
        Map<String, String> buyer,
        Map<String, String> destination,
        Optional<String> option,
        boolean priceMoved,
        boolean canceled,
        Optional<String> orderId) {

    UcpSession {
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
        buyer = Map.copyOf(buyer);
        destination = Map.copyOf(destination);
    }

    /** The same at other prices, which the platform has yet to agree to. */
    UcpSession repriced(List<CartLine> now) {
        return new UcpSession(
                id, expires, now, codes, buyer, destination, option, true, canceled, orderId);
    }

    /** The same, given up. */
    UcpSession cancel() {
        return new UcpSession(
                id, expires, lines, codes, buyer, destination, option, priceMoved, true, orderId);
    }

    /** The same, ordered. */
    UcpSession completed(String order) {
        return new UcpSession(
                id,
                expires,
                lines,
                codes,
                buyer,
                destination,
                option,
                priceMoved,
                canceled,
                Optional.of(order));
    }
}
