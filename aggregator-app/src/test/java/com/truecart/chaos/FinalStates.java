package com.truecart.chaos;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where orders, their payments and their books stand, in words that can be compared. */
final class FinalStates {
    private FinalStates() {}

    /** How many things still move; of shops that tell nothing, the order need only be there. */
    static int moving(JdbcClient record) {
        return record.sql(
                        """
                        select (select count(*) from sub_order
                                where state not in ('delivered', 'cancelled', 'rejected')
                                  and not (state = 'placed' and connection_id <> :telling))
                             + (select count(*) from payment where next_check_at is not null)
                             + (select count(*) from payment_move where state = 'asked')
                             + (select count(*) from bill where state = 'open')
                             + (select count(*) from hint where next_try_at is not null)
                        """)
                .param("telling", Errand.TELLING)
                .query(Integer.class)
                .single();
    }

    /** By order. */
    static Map<UUID, String> of(JdbcClient record) {
        Map<UUID, String> states = new TreeMap<>();
        record.sql(
                        """
                        select o.id,
                               (select string_agg(state || ' ' || amount, ', ') from bill where order_id = o.id) as bill,
                               (select string_agg(account_id || ' ' || state || ' held ' || held || ' taken ' || taken || ' back ' || refunded, ', '
                                                  order by created_at, reference)
                                from payment where order_id = o.id) as payments,
                               -- whether two stores' refusals go back as one sum or two hangs on when the worker looks
                               (select string_agg(account_id || ' ' || kind || ' ' || amount || ' ' || state, ', '
                                                  order by account_id, kind, state)
                                from (select p.account_id, m.kind, m.state, sum(m.amount) as amount
                                      from payment_move m join payment p on p.reference = m.payment
                                      where p.order_id = o.id group by p.account_id, m.kind, m.state) as moved) as moves,
                               (select string_agg(connection_id || ' ' || state || ' ' || coalesce(charged, 0) || ' back ' || refunded, ', '
                                                  order by connection_id)
                                from sub_order where order_id = o.id) as parts,
                               (select string_agg(account || ' ' || kind || ' ' || amount, ', ' order by account, kind)
                                from (select account, kind, sum(amount) as amount from ledger_entry e
                                      left join sub_order s on s.id = e.sub_order_id
                                      where coalesce(e.order_id, s.order_id) = o.id group by account, kind) as books) as books
                        from customer_order o
                        """)
                .query(row -> {
                    states.put(
                            row.getObject("id", UUID.class),
                            "bill %s | payments %s | moves %s | parts %s | books %s"
                                    .formatted(
                                            row.getString("bill"),
                                            row.getString("payments"),
                                            row.getString("moves"),
                                            row.getString("parts"),
                                            row.getString("books")));
                });
        return states;
    }

    /** How many notifications are on record, of providers or of stores. */
    static long kept(JdbcClient record, String table) {
        return record.sql("select count(*) from " + table).query(Long.class).single();
    }
}
