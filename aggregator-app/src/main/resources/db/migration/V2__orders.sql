-- Baskets, plans, orders and the ledger. Personal data and store tokens are kept encrypted.

create table basket (
    id         uuid primary key,
    shopper    uuid        not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version    integer     not null default 0
);
create unique index one_basket_per_shopper on basket (shopper);

create table want (
    id         uuid primary key,
    basket_id  uuid        not null references basket on delete cascade,
    product_id uuid        not null references product,
    quantity   integer     not null check (quantity between 1 and 999),
    added_at   timestamptz not null,
    unique (basket_id, product_id)
);

create table basket_code (
    basket_id uuid not null references basket on delete cascade,
    code      text not null check (length(code) between 1 and 64),
    primary key (basket_id, code)
);

-- What the shopper was shown and agrees to: stores, lines, quotes and totals as they were then.
create table checkout (
    id          uuid primary key,
    shopper     uuid        not null,
    basket_id   uuid        not null,
    strategy    text        not null,
    recipient   bytea       not null,         -- encrypted
    proposal    jsonb       not null,         -- plan and quotes as shown
    tokens      bytea,                        -- the stores' resume tokens, encrypted
    state       text        not null check (state in ('quoting', 'quoted', 'confirmed', 'abandoned')),
    total       bigint,
    currency    char(3)     not null,
    created_at  timestamptz not null,
    confirmed_at timestamptz
);

create table idempotency (
    shopper      uuid        not null,
    key          text        not null check (length(key) between 8 and 128),
    request_hash bytea       not null,
    state        text        not null check (state in ('running', 'done')),
    status       integer,
    response     text,
    created_at   timestamptz not null,
    primary key (shopper, key)
);

create table customer_order (
    id          uuid primary key,
    number      text        not null unique,
    shopper     uuid        not null,
    checkout_id uuid        not null unique references checkout,
    currency    char(3)     not null,
    hand_off    jsonb       not null default '[]',  -- what the shopper buys at other stores alone, with links
    placed_at   timestamptz not null
);
create index customer_order_by_shopper on customer_order (shopper, placed_at desc);

create table sub_order (
    id              uuid primary key,
    order_id        uuid        not null references customer_order,
    connection_id   text        not null,
    seller_id       text        not null,
    store_name      jsonb       not null,
    doubt_class     text        not null,     -- what the store offers when an answer to placing is lost
    state           text        not null,     -- the name of the sealed state
    details         jsonb       not null,     -- what only that state knows
    version         integer     not null default 0,
    idempotency_key text        not null unique,
    currency        char(3)     not null,
    promised        bigint      not null,     -- what the plan predicted
    quoted          bigint      not null,     -- what the store quoted and the shopper agreed to
    charged         bigint,                   -- what the store charged, once known
    breakdown       jsonb       not null,     -- goods, discounts, delivery and tax, promised and quoted
    upstream_id     text,
    access          bytea,                    -- what it takes to ask the store, encrypted
    request         bytea       not null,     -- what is or was sent to the store, encrypted
    attempts        integer     not null default 0,
    next_check_at   timestamptz,              -- null: nothing more is expected
    looked_at       timestamptz,              -- when somebody last took it up
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create index sub_order_by_order on sub_order (order_id);
create index sub_order_due on sub_order (next_check_at) where next_check_at is not null;

create table sub_order_line (
    sub_order_id uuid    not null references sub_order,
    line         integer not null,
    product_id   uuid    not null,
    upstream_id  text    not null,
    title        jsonb   not null,
    quantity     integer not null,
    promised     bigint  not null,
    quoted       bigint  not null,
    charged      bigint,
    primary key (sub_order_id, line)
);

create table sub_order_event (
    id           bigint generated always as identity primary key,
    sub_order_id uuid        not null references sub_order,
    kind         text        not null,
    from_state   text        not null,
    to_state     text        not null,
    detail       text        not null,
    at           timestamptz not null
);
create index sub_order_event_by_sub_order on sub_order_event (sub_order_id, id);
create trigger sub_order_event_is_append_only before update or delete on sub_order_event
    for each row execute function refuse_change();

-- What is on its way; an unnumbered parcel has the empty number.
create table parcel (
    sub_order_id    uuid        not null references sub_order,
    tracking_number text        not null,
    carrier         text,
    page            text,
    primary key (sub_order_id, tracking_number)
);

create table parcel_event (
    sub_order_id    uuid        not null references sub_order,
    tracking_number text        not null,
    at              timestamptz not null,
    kind            text        not null,
    text            text        not null,
    primary key (sub_order_id, tracking_number, at, kind)
);

-- Double entry: every posting sums to zero per currency, checked when the transaction commits.
create table ledger_entry (
    id           bigint generated always as identity primary key,
    posting      uuid        not null,
    sub_order_id uuid        not null references sub_order,
    account      text        not null,        -- 'shopper', 'store:<connection>:<seller>', 'difference:<…>'
    kind         text        not null,        -- promised, quoted, charged
    currency     char(3)     not null,
    amount       bigint      not null,
    explanation  text        not null,
    at           timestamptz not null,
    unique (posting, account, kind)
);
create trigger ledger_entry_is_append_only before update or delete on ledger_entry
    for each row execute function refuse_change();

create function ledger_sums_to_zero() returns trigger language plpgsql as $$
declare
    off bigint;
begin
    select sum(amount) into off from ledger_entry where posting = new.posting and currency = new.currency;
    if off <> 0 then
        raise exception 'posting % is off by % %', new.posting, off, new.currency;
    end if;
    return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_sums_to_zero();
