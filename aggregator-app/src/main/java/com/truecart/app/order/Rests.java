package com.truecart.app.order;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.payment.Bills;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.QuoteRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rest of an order: what no store delivers. A shopper decides about each line once, so that
 * nothing is bought a second time from another window.
 */
@Service
public class Rests {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OrderRecord record;
    private final CalledOff calledOff;
    private final ShortageRecord shortages;
    private final Bills bills;
    private final Clock clock;

    Rests(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            OrderRecord record,
            CalledOff calledOff,
            ShortageRecord shortages,
            Bills bills,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.record = record;
        this.calledOff = calledOff;
        this.shortages = shortages;
        this.bills = bills;
        this.clock = clock;
    }

    /** An order in which some of the rest was bought. */
    public record BoughtAgain(OrderId order, String number) {}

    /** What is wanted and to be decided about, in the order of the page. */
    public List<RestLine> of(OrderId order) {
        Map<SubOrderId, Map<Integer, Integer>> unwanted = new HashMap<>();
        return undecided(order).stream()
                .map(line ->
                        line.without(
                                unwanted.computeIfAbsent(line.part(), calledOff::units)
                                        .getOrDefault(line.line(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    private List<RestLine> undecided(OrderId order) {
        return jdbc.sql(
                        """
                        select l.* from sub_order_line l join sub_order s on s.id = l.sub_order_id
                        where s.order_id = :order and s.state in ('rejected', 'cancelled')
                          and not exists (select from rest_choice c where c.sub_order_id = l.sub_order_id and c.line = l.line)
                        order by s.created_at, s.connection_id, s.seller_id, l.line
                        """)
                .param("order", order.value())
                .query((row, _) ->
                        new RestLine(
                                order,
                                new SubOrderId(row.getObject("sub_order_id", UUID.class)),
                                row.getInt("line"),
                                new ProductId(row.getObject("product_id", UUID.class)),
                                LocalizedJson.read(row.getString("title")),
                                row.getInt("quantity")))
                .list();
    }

    /** The orders in which the rest of this one was bought, the oldest first. */
    public List<BoughtAgain> boughtAgain(OrderId order) {
        return jdbc.sql(
                        """
                        select distinct o.id, o.number, o.placed_at from rest_choice c
                        join sub_order s on s.id = c.sub_order_id join customer_order o on o.id = c.new_order
                        where s.order_id = :order and o.id <> :order order by o.placed_at
                        """)
                .param("order", order.value())
                .query((row, _) ->
                        new BoughtAgain(
                                new OrderId(row.getObject("id", UUID.class)),
                                row.getString("number")))
                .list();
    }

    /** How these lines are bought, at least one. */
    public RestTerms terms(Collection<RestLine> lines) {
        List<SubOrder> parts =
                lines.stream()
                        .map(RestLine::part)
                        .distinct()
                        .map(part -> record.find(part).orElseThrow())
                        .toList();
        List<QuoteRequest> asked =
                parts.stream()
                        .map(part -> record.request(part.id()))
                        .map(PlaceRequest::quote)
                        .toList();
        Set<String> codes = new HashSet<>();
        asked.forEach(request -> codes.addAll(request.codes()));
        Set<StoreId> without = new HashSet<>();
        parts.stream()
                .filter(part -> !wouldSell(part.state()))
                .forEach(part -> without.add(part.store()));
        return new RestTerms(
                asked.getFirst().recipient(),
                codes,
                parts.stream().anyMatch(part -> part.merchant() == MerchantOfRecord.TRUECART),
                without,
                shortages.policy(parts.getFirst().order()).orElse(ShortagePolicy.USUAL));
    }

    /** A store that asks for more would sell it all the same; one that was never asked may. */
    private static boolean wouldSell(SubOrderState state) {
        return state instanceof Rejected rejected
                && (rejected.newTotal().isPresent()
                        || OwnReason.of(rejected.reason())
                                .filter(own ->
                                        own == OwnReason.NOT_PAID || own == OwnReason.TOO_LATE)
                                .isPresent());
    }

    /**
     * The order goes without these: nothing of them is offered any more.
     *
     * @return those for which that is new
     */
    public List<RestLine> leaveOut(Collection<RestLine> lines) {
        return Objects.requireNonNull(
                transaction.execute(_ -> byTheShopper(lines, "left_out", null)));
    }

    /** The shopper called this part off without its store having to agree: it is no rest. */
    public void calledOff(SubOrderId part) {
        transaction.executeWithoutResult(_ -> {
            shortages.lock(List.of(part));
            jdbc.sql(
                            """
                            insert into rest_choice (sub_order_id, line, choice, decided_at)
                            select sub_order_id, line, 'called_off', :now from sub_order_line where sub_order_id = :part
                            on conflict do nothing
                            """)
                    .param("part", part.value())
                    .param("now", OrderRecord.utc(clock.instant()))
                    .update();
            shortages.decided(List.of(part), clock.instant());
        });
    }

    /**
     * These lines are bought in another order. Called within the transaction that opens it.
     *
     * @return false where one of them was decided about before, or its store has it after all: the
     *     caller then opens no order
     */
    public boolean buyAgain(Collection<RestLine> lines, OrderId newOrder) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ -> byTheShopper(lines, "bought_again", newOrder).size() == lines.size()));
    }

    /** As it was agreed to for this case; within the transaction that says so in the record. */
    void leaveOutAsAgreed(Collection<RestLine> lines) {
        decide(lines, "left_out", null);
    }

    /**
     * As it was agreed to for this case, within the same order; within the transaction that makes
     * its parts.
     *
     * @return false where one of these lines was decided about before
     */
    boolean buyAgainAsAgreed(Collection<RestLine> lines, OrderId order) {
        return decide(lines, "bought_again", order).size() == lines.size();
    }

    /** From then on nobody is told that there is something to choose. */
    private List<RestLine> byTheShopper(
            Collection<RestLine> lines, String choice, @Nullable OrderId newOrder) {
        List<RestLine> decided = decide(lines, choice, newOrder);
        Set<SubOrderId> parts = new HashSet<>(parts(lines));
        lines.stream()
                .map(RestLine::order)
                .distinct()
                .flatMap(order -> of(order).stream())
                .map(RestLine::part)
                .forEach(parts::remove);
        shortages.decided(parts, clock.instant());
        return decided;
    }

    /** Those of these lines that nobody decided about before. */
    private List<RestLine> decide(
            Collection<RestLine> lines, String choice, @Nullable OrderId newOrder) {
        shortages.lock(parts(lines));
        List<RestLine> decided =
                lines.stream().filter(line -> decide(line, choice, newOrder)).toList();
        letMoneyGo(decided);
        return decided;
    }

    private static List<SubOrderId> parts(Collection<RestLine> lines) {
        return lines.stream().map(RestLine::part).distinct().toList();
    }

    /** What is decided about otherwise is not ordered for the money that was kept for it. */
    private void letMoneyGo(Collection<RestLine> lines) {
        lines.stream()
                .map(line -> line.order().value())
                .distinct()
                .sorted()
                .forEach(bills::orderChanged);
    }

    private boolean decide(RestLine line, String choice, @Nullable OrderId newOrder) {
        return jdbc.sql(
                                """
                                insert into rest_choice (sub_order_id, line, choice, new_order, decided_at)
                                select id, :line, :choice, :newOrder, :now from sub_order
                                where id = :part and state in ('rejected', 'cancelled')
                                on conflict do nothing
                                """)
                        .param("line", line.line())
                        .param("choice", choice)
                        .param(
                                "newOrder",
                                newOrder == null ? null : newOrder.value(),
                                java.sql.Types.OTHER)
                        .param("now", OrderRecord.utc(clock.instant()))
                        .param("part", line.part().value())
                        .update()
                == 1;
    }
}
