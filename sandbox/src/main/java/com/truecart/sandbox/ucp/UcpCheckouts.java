package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.Reduction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions from opening to order; every method is called at the counter. */
final class UcpCheckouts {
    private static final Duration LIFETIME = Duration.ofHours(6);

    private final Store store;
    private final UcpCheckoutView view;
    private final Optional<Long> express;
    private final Map<String, UcpSession> sessions = new ConcurrentHashMap<>();

    UcpCheckouts(Store store, UcpCheckoutView view, Optional<Long> express) {
        this.store = store;
        this.view = view;
        this.express = express;
    }

    /** Opens a session, unless a line cannot be had. */
    Reply create(ObjectNode body) {
        List<ObjectNode> messages = new ArrayList<>();
        List<CartLine> lines = UcpRead.lines(store.shelf(), body, messages);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).quantity() > lines.get(i).offer().stock()) {
                messages.add(
                        UcpForm.error(
                                "out_of_stock",
                                "$.line_items[" + i + "]",
                                "Only %d left".formatted(lines.get(i).offer().stock()),
                                "unrecoverable"));
            }
        }
        if (!messages.isEmpty()) {
            return UcpForm.refusal(200, messages);
        }
        String id = "chk_" + UUID.randomUUID().toString().replace("-", "");
        return show(201, keep(session(id, body, lines)));
    }

    /** Replaces everything the platform may say about a session. */
    Reply update(String id, ObjectNode body) {
        return whileOpen(
                id,
                _ -> {
                    List<ObjectNode> messages = new ArrayList<>();
                    List<CartLine> lines = UcpRead.lines(store.shelf(), body, messages);
                    return messages.isEmpty()
                            ? show(200, keep(session(id, body, lines)))
                            : UcpForm.refusal(200, messages);
                });
    }

    /** A session as it stands; one that became an order is remembered over a restart. */
    Reply get(String id) {
        UcpSession session = sessions.get(id);
        if (session != null) {
            return show(200, expired(session) ? session.cancel() : session);
        }
        return store.book()
                .find(o -> o.checkoutId().filter(id::equals).isPresent())
                .map(UcpCheckouts::asAnswered)
                .orElseGet(() -> notFound(id));
    }

    /** Gives a session up. */
    Reply cancel(String id) {
        return whileOpen(id, session -> show(200, keep(session.cancel())));
    }

    /** Makes an order of a session, if its prices, its stock and its address still hold. */
    Reply complete(String id, ObjectNode body, Optional<String> key, String fingerprint) {
        return whileOpen(id, session -> complete(session, body, key, fingerprint));
    }

    private Reply complete(
            UcpSession session, ObjectNode body, Optional<String> key, String fingerprint) {
        List<CartLine> now = repriced(session.lines());
        if (pricesMoved(session.lines(), now)) {
            return show(200, keep(session.repriced(now)));
        }
        UcpQuote quote = UcpQuote.of(session, store, express);
        if (!quote.errors().isEmpty() || view.isForTheBuyer()) {
            return show(200, session);
        }
        if (!UcpRead.paysCash(body)) {
            ObjectNode why =
                    UcpForm.error(
                            "payment_failed",
                            "$.payment.instruments",
                            "We take cash on delivery only (%s, %s)"
                                    .formatted(UcpForm.HANDLER_ID, UcpForm.INSTRUMENT),
                            "recoverable");
            return Reply.json(200, view.checkout(session, quote, List.of(why)));
        }
        return book(session, quote, key, fingerprint);
    }

    /** Makes an order of a session because the buyer came and settled everything in person. */
    Reply completeInPerson(String id) {
        return whileOpen(
                id,
                session -> {
                    UcpQuote quote = UcpQuote.of(session, store, express);
                    return quote.errors().isEmpty()
                            ? book(session, quote, Optional.empty(), "")
                            : show(200, session);
                });
    }

    private Reply book(
            UcpSession session, UcpQuote quote, Optional<String> key, String fingerprint) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        session.lines().forEach(l -> quantities.merge(l.offer().sku(), l.quantity(), Integer::sum));
        if (store.shelf().take(quantities).isPresent()) {
            return show(200, session);
        }
        String random = UUID.randomUUID().toString().substring(0, 8);
        UcpSession done = session.completed("ord_" + store.nextNumber() + "_" + random);
        ObjectNode answer = view.checkout(done, quote, List.of());
        store.book().append(order(done, quote, key, fingerprint, answer));
        keep(done);
        return Reply.json(200, answer);
    }

    /** What the buyer was told when the order was taken. */
    static Reply asAnswered(BookedOrder order) {
        return new Reply(
                200,
                Map.of("Content-Type", "application/json; charset=UTF-8"),
                order.answer().getBytes(StandardCharsets.UTF_8));
    }

    private UcpSession session(String id, ObjectNode body, List<CartLine> lines) {
        UcpSession before = sessions.get(id);
        return new UcpSession(
                id,
                before == null ? store.now().plus(LIFETIME) : before.expires(),
                lines,
                UcpRead.codes(body),
                UcpRead.buyer(body),
                UcpRead.destination(body),
                UcpRead.option(body),
                false,
                false,
                Optional.empty());
    }

    private UcpSession keep(UcpSession session) {
        sessions.put(session.id(), session);
        return session;
    }

    private boolean expired(UcpSession session) {
        return session.orderId().isEmpty() && store.now().isAfter(session.expires());
    }

    private Reply whileOpen(String id, Function<UcpSession, Reply> work) {
        UcpSession session = sessions.get(id);
        if (session == null) {
            return store.book()
                    .find(o -> o.checkoutId().filter(id::equals).isPresent())
                    .map(_ -> closed("completed"))
                    .orElseGet(() -> notFound(id));
        }
        if (session.orderId().isPresent()) {
            return closed("completed");
        }
        return session.canceled() || expired(session) ? closed("canceled") : work.apply(session);
    }

    private static Reply closed(String how) {
        return UcpForm.refusal(
                200,
                List.of(
                        UcpForm.error(
                                "invalid_state",
                                "$.status",
                                "This checkout is " + how,
                                "unrecoverable")));
    }

    private static Reply notFound(String id) {
        return UcpForm.refusal(
                404,
                List.of(
                        UcpForm.error(
                                "not_found",
                                "$.id",
                                "There is no checkout " + id,
                                "unrecoverable")));
    }

    private Reply show(int status, UcpSession session) {
        UcpQuote quote = UcpQuote.of(session, store, express);
        return Reply.json(status, view.checkout(session, quote, List.of()));
    }

    private List<CartLine> repriced(List<CartLine> lines) {
        return lines.stream()
                .map(l ->
                        new CartLine(
                                store.shelf().sku(l.offer().sku()).orElseThrow(), l.quantity()))
                .toList();
    }

    private static boolean pricesMoved(List<CartLine> quoted, List<CartLine> now) {
        for (int i = 0; i < quoted.size(); i++) {
            if (quoted.get(i).offer().price() != now.get(i).offer().price()) {
                return true;
            }
        }
        return false;
    }

    private BookedOrder order(
            UcpSession session,
            UcpQuote quote,
            Optional<String> key,
            String fingerprint,
            ObjectNode answer) {
        Bill bill = quote.bill();
        Map<String, String> contact = new LinkedHashMap<>();
        session.buyer().forEach((k, v) -> contact.put("buyer." + k, v));
        session.destination().forEach((k, v) -> contact.put("shipping." + k, v));
        return new BookedOrder(
                store.terms().id(),
                session.orderId().orElseThrow(),
                store.now(),
                Store.booked(bill),
                bill.subtotal(),
                bill.discount(),
                quote.delivery().orElseThrow(),
                0,
                quote.payable(),
                ShopTerms.CURRENCY,
                bill.reductions().stream().map(Reduction::code).flatMap(Optional::stream).toList(),
                key,
                Optional.empty(),
                Optional.of(session.id()),
                "",
                contact,
                fingerprint,
                Json.MAPPER.writeValueAsString(answer));
    }
}
