-- What is known of the orders a store takes: the least one, and when a parcel arrives at the latest.
alter table connection
    add column least_order          bigint check (least_order >= 0),
    add column least_order_currency char(3),
    add column arrives_within_days  integer check (arrives_within_days between 0 and 366),
    add check ((least_order is null) = (least_order_currency is null));

-- What a want that is only nice to have may add to the whole; null: it must be had.
alter table want
    add column worth          bigint check (worth > 0),
    add column worth_currency char(3),
    add check ((worth is null) = (worth_currency is null));

-- Other products that would do, and how much dearer they may be.
alter table want add column tolerance_percent integer not null default 0 check (tolerance_percent between 0 and 100);
create table want_substitute (
    want_id    uuid    not null references want on delete cascade,
    product_id uuid    not null references product,
    place      integer not null,
    primary key (want_id, product_id)
);

-- What a store sells at a price, for advice on what to add.
create index offer_by_store_price on offer (connection_id, seller_id, currency, price) where withdrawn_at is null;

-- Lists people wait to cost less; question is what is planned, as it was when the watch was set.
create table list_watch (
    id           uuid primary key,
    shopper      uuid        not null,
    question     jsonb       not null,
    below        bigint      not null check (below > 0),
    currency     char(3)     not null,
    created_at   timestamptz not null,
    due          boolean     not null default false,   -- something about its products has changed
    seen_total   bigint,
    seen_stores  integer,
    seen_missing integer,
    seen_at      timestamptz,
    reached_at   timestamptz
);
create index list_watch_by_shopper on list_watch (shopper, created_at);
create index list_watch_due on list_watch (seen_at) where due;

create table list_watch_product (
    watch_id   uuid not null references list_watch on delete cascade,
    product_id uuid not null references product,
    primary key (watch_id, product_id)
);
create index list_watch_by_product on list_watch_product (product_id);
