-- What went over the wire last about parts in doubt, for the person who asks the store: sealed (it may name a shopper), few of each part, a month.
create table raw_exchange (
    id           uuid        primary key,
    n            bigint      generated always as identity,
    sub_order_id uuid        not null references sub_order,
    at           timestamptz not null,
    sealed       bytea       not null
);
create index raw_exchange_of_part on raw_exchange (sub_order_id, n);
create index raw_exchange_at on raw_exchange (at);
