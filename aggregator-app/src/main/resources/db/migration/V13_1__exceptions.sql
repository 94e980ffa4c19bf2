-- What a person of ours has seen to, of all that orders and payments cannot settle by themselves: who, why, and never edited.
create table exception_closed (
    kind    text        not null,
    item    text        not null check (length(item) between 1 and 300),
    by_whom text        not null check (length(by_whom) between 1 and 80),
    why     text        not null check (length(why) between 1 and 2000),
    at      timestamptz not null,
    primary key (kind, item)
);
create trigger exception_closed_is_append_only before update or delete on exception_closed
    for each row execute function refuse_change();

-- each is few of many
create index sub_order_parked on sub_order (id) where state = 'in_doubt' and details ->> 'parked' is not null;
create index sub_order_charged_more on sub_order (id) where charged > quoted;
create index sub_order_event_second on sub_order_event (sub_order_id) where kind = 'second_store_order';
create index payment_event_short on payment_event (id) where kind = 'short';
create index payment_move_failed on payment_move (reference) where state = 'failed' and kind <> 'release';
create index rest_choice_bought_again on rest_choice (sub_order_id) where choice = 'bought_again';
