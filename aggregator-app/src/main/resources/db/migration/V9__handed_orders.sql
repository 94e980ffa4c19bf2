-- What became of hand-offs: the visits to stores that a tracked link was made for, and the orders the stores count as made through our links.

create table hand_off_click (
    reference     text primary key check (reference ~ '^[a-z0-9]{8,32}$'), -- what the link carries; says nothing of the shopper
    shopper       uuid        not null,
    connection_id text        not null,
    store_name    jsonb       not null,
    product_id    uuid        not null,
    upstream_id   text        not null,
    title         jsonb       not null,
    quantity      integer     not null check (quantity > 0),
    currency      char(3),
    predicted     bigint,                  -- what so many units were to cost without delivery; null where not priced
    at            timestamptz not null,
    check ((currency is null) = (predicted is null))
);
create index hand_off_click_by_shopper on hand_off_click (shopper);
create index hand_off_click_by_listing on hand_off_click (connection_id, upstream_id, at);

create table handed_order (
    connection_id text        not null,
    line_key      text        not null,
    order_id      text        not null,    -- the store's number
    upstream_id   text,                    -- what was bought, where the store says so
    quantity      integer     not null check (quantity > 0),
    reference     text,                    -- as the store echoes it
    click         text        references hand_off_click on delete set null, -- the visit it came of
    matched_by    text        check (matched_by in ('reference', 'listing')),
    status        text        not null check (status in ('CREATED', 'PAID', 'COMPLETED', 'SETTLED', 'INVALID', 'UNRECOGNISED')),
    status_text   text        not null,    -- the store's own word
    currency      char(3),
    paid          bigint,
    ordered_at    timestamptz not null,
    changed_at    timestamptz not null,
    read_at       timestamptz not null,
    primary key (connection_id, line_key),
    check ((currency is null) = (paid is null))
);
create index handed_order_by_click on handed_order (click) where click is not null;

-- How far each connection's orders are read: a killed reading goes on at the cursor.
create table handed_order_reading (
    connection_id text primary key,
    cursor        text,                    -- null: from the first visit
    next_at       timestamptz not null
);
create index handed_order_reading_due on handed_order_reading (next_at);
