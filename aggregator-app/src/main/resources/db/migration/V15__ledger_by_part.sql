-- An order page reads the ledger of its parts, a payment its moves: without these, every look read all of them.
create index ledger_entry_by_sub_order on ledger_entry (sub_order_id) where sub_order_id is not null;
create index payment_move_by_payment on payment_move (payment);
