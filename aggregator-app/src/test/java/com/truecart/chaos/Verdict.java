package com.truecart.chaos;

import com.truecart.chaos.UnfairShop.Booked;
import com.truecart.sandbox.pay.BookedPayment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the shops' own books say beside what the application believes.
 *
 * @param orders how many orders the shoppers were told of, all of which must be present
 * @param missing told of, and not in the record
 * @param unsettled neither at an end nor with a person
 * @param doubled ordered twice at a shop
 * @param lost believed to be at the shop, which has none
 * @param ghosts at the shop, and not believed to be
 * @param centsOff between what shops booked and what was recorded as charged, in the ledger, and
 *     between what the provider kept and what the shops of a settled order have
 * @param kept what the provider kept in all, of orders of which nothing is with a person
 * @param waiting payments held for orders of which a part is with a person
 */
record Verdict(
        int orders,
        int subOrders,
        List<String> missing,
        List<String> unsettled,
        List<String> doubled,
        List<String> lost,
        List<String> ghosts,
        long centsOff,
        long kept,
        int waiting,
        int misdeeds,
        Map<String, Integer> states,
        Map<String, Integer> parked,
        Map<UnfairShop.Fault, Integer> faults,
        int sent) {

    private record Part(
            UUID order,
            String shop,
            String key,
            String state,
            boolean parked,
            long charged,
            boolean paidToUs,
            String doubt) {
        boolean atStore() {
            return Set.of("placed", "shipped", "delivered", "cancelled").contains(state);
        }

        boolean settled() {
            return parked || Set.of("delivered", "cancelled", "rejected").contains(state);
        }
    }

    /** Reads both sides. */
    static Verdict of(JdbcClient record, List<UnfairShop> shops, Till till, Set<UUID> told) {
        List<Part> parts = parts(record);
        Set<UUID> present = new HashSet<>();
        parts.forEach(part -> present.add(part.order()));
        List<String> unsettled = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> ghosts = new ArrayList<>();
        Map<String, Integer> states = new TreeMap<>();
        Map<String, Integer> parked = new TreeMap<>();
        long off = ledgerOff(record);
        Map<UUID, Long> had = new HashMap<>();
        Map<String, Map<String, List<Booked>>> books = new TreeMap<>();
        shops.forEach(shop -> books.put(shop.name(), new TreeMap<>(shop.books())));
        for (Part part : parts) {
            states.merge(part.parked() ? "parked" : part.state(), 1, Integer::sum);
            if (part.parked()) {
                parked.merge(part.doubt(), 1, Integer::sum);
            }
            if (!part.settled()) {
                unsettled.add(part.toString());
            }
            List<Booked> booked = take(books, part);
            if (booked.size() > 1) {
                doubled.add(part + " " + booked);
            }
            if (part.atStore() && booked.isEmpty()) {
                lost.add(part.toString());
            }
            if (part.state().equals("rejected") && !booked.isEmpty()) {
                ghosts.add(part + " " + booked);
            }
            if (part.atStore() && !booked.isEmpty()) {
                off += Math.abs(part.charged() - booked.getFirst().total());
            }
            if (part.paidToUs()) {
                had.merge(part.order(), booked.stream().mapToLong(Booked::total).sum(), Long::sum);
            }
        }
        books.values().forEach(left -> left.values().forEach(one -> ghosts.add(one.toString())));
        Money money = Money.of(record, till.books(), parts);
        for (Map.Entry<UUID, Long> one : had.entrySet()) {
            if (!money.withAPerson().contains(one.getKey())) {
                off += Math.abs(one.getValue() - money.kept().getOrDefault(one.getKey(), 0L));
            }
        }
        off += money.stillHeld();
        List<String> missing =
                told.stream().filter(id -> !present.contains(id)).map(UUID::toString).toList();
        Map<UnfairShop.Fault, Integer> faults = new EnumMap<>(UnfairShop.Fault.class);
        int sent = 0;
        for (UnfairShop shop : shops) {
            shop.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
            sent += shop.asked();
        }
        return new Verdict(
                present.size(),
                parts.size(),
                missing,
                unsettled,
                doubled,
                lost,
                ghosts,
                off,
                money.kept().values().stream().mapToLong(Long::longValue).sum(),
                money.waiting(),
                till.misdeeds(),
                states,
                parked,
                faults,
                sent);
    }

    private static List<Booked> take(Map<String, Map<String, List<Booked>>> books, Part part) {
        List<Booked> booked = books.getOrDefault(part.shop(), Map.of()).remove(part.key());
        return booked == null ? List.of() : booked;
    }

    /**
     * Whose money the provider has.
     *
     * @param kept by order: taken and not given back
     * @param withAPerson orders of which a part is with a person: what is held for them stays held
     * @param stillHeld for all other orders, which should be nothing
     * @param waiting how many payments are held for orders with a person
     */
    private record Money(Map<UUID, Long> kept, Set<UUID> withAPerson, long stillHeld, int waiting) {

        static Money of(JdbcClient record, List<BookedPayment> books, List<Part> parts) {
            Map<String, UUID> orders = new HashMap<>();
            record.sql("select reference, order_id from payment")
                    .query((row, _) -> orders.put(row.getString(1), row.getObject(2, UUID.class)))
                    .list();
            Set<UUID> withAPerson =
                    parts.stream()
                            .filter(Part::parked)
                            .map(Part::order)
                            .collect(Collectors.toSet());
            Map<UUID, Long> kept = new HashMap<>();
            long stillHeld = 0;
            int waiting = 0;
            for (BookedPayment payment : books) {
                UUID order = orders.get(payment.reference());
                if (order == null) {
                    throw new IllegalStateException("a payment of nobody: " + payment);
                }
                kept.merge(order, payment.taken() - payment.refunded(), Long::sum);
                if (withAPerson.contains(order)) {
                    waiting += payment.held() > 0 ? 1 : 0;
                } else {
                    stillHeld += payment.held();
                }
            }
            return new Money(kept, withAPerson, stillHeld, waiting);
        }
    }

    /** The orders that still move, or whose money does. */
    static Set<UUID> unsettled(JdbcClient record, List<BookedPayment> books) {
        List<Part> parts = parts(record);
        Set<UUID> unsettled =
                parts.stream()
                        .filter(part -> !part.settled())
                        .map(Part::order)
                        .collect(Collectors.toSet());
        Map<UUID, Long> charged =
                parts.stream()
                        .filter(part -> part.paidToUs() && part.atStore())
                        .collect(
                                Collectors.groupingBy(
                                        Part::order, Collectors.summingLong(Part::charged)));
        Money money = Money.of(record, books, parts);
        money.kept()
                .forEach((order, kept) -> {
                    if (!money.withAPerson().contains(order)
                            && kept.longValue() != charged.getOrDefault(order, 0L)) {
                        unsettled.add(order);
                    }
                });
        return unsettled;
    }

    private static List<Part> parts(JdbcClient record) {
        return record.sql(
                        """
                        select order_id, connection_id, idempotency_key, state, coalesce(charged, 0) as charged, doubt_class,
                               merchant_of_record = 'TRUECART' as paid_to_us, state = 'in_doubt' and details ->> 'parked' is not null as parked
                        from sub_order
                        """)
                .query((row, _) ->
                        new Part(
                                row.getObject("order_id", UUID.class),
                                row.getString("connection_id"),
                                row.getString("idempotency_key"),
                                row.getString("state"),
                                row.getBoolean("parked"),
                                row.getLong("charged"),
                                row.getBoolean("paid_to_us"),
                                row.getString("doubt_class")))
                .list();
    }

    /** Postings that do not balance, and charges the ledger has otherwise. */
    private static long ledgerOff(JdbcClient record) {
        return record.sql(
                        """
                        select coalesce((select sum(abs(off)) from (select sum(amount) as off from ledger_entry
                                                                    group by posting, currency) postings), 0)
                             + coalesce((select sum(abs(s.charged + coalesce(l.paid, 0))) from sub_order s
                                         left join (select sub_order_id, sum(amount) as paid from ledger_entry
                                                    where account = 'shopper' and kind = 'charged' group by sub_order_id) l
                                           on l.sub_order_id = s.id
                                         where s.charged is not null), 0)
                        """)
                .query(Long.class)
                .single();
    }

    /** Whether nothing at all went wrong. */
    boolean isClean() {
        return missing.isEmpty()
                && unsettled.isEmpty()
                && doubled.isEmpty()
                && lost.isEmpty()
                && ghosts.isEmpty()
                && centsOff == 0;
    }

    /** For people. */
    String text() {
        return """
        orders present        %,d (sub-orders %,d, sent %,d times)
        told of and missing   %d
        unsettled             %d
        ordered twice         %d
        lost                  %d
        ghosts                %d
        cents off             %d (the provider kept %,d; %d payments held for orders with a person; the provider failed %d times)
        states                %s
        parked, by class      %s
        faults                %s, %,d in all
        """
                .formatted(
                        orders,
                        subOrders,
                        sent,
                        missing.size(),
                        unsettled.size(),
                        doubled.size(),
                        lost.size(),
                        ghosts.size(),
                        centsOff,
                        kept,
                        waiting,
                        misdeeds,
                        states,
                        parked,
                        faults,
                        faults.values().stream().mapToInt(Integer::intValue).sum());
    }
}
