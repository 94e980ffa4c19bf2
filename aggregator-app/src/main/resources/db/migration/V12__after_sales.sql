-- What comes after an order: what stores stated when it was made, and what shoppers ask of them since.

create index sub_order_by_age on sub_order (created_at);

-- What a store stated of its prices when an order was made there; refunds are worked out from it long after.
create table sold_terms (
    sub_order_id uuid primary key references sub_order,
    terms        jsonb       not null,
    taken_at     timestamptz not null
);

create table claim (
    id              uuid primary key,
    sub_order_id    uuid        not null references sub_order,
    order_id        uuid        not null references customer_order,
    shopper         uuid        not null,
    kind            text        not null,
    reason          text        not null,
    words           bytea       not null,     -- the shopper's own, encrypted
    simulation_kind text        not null check (simulation_kind in ('worked', 'not_worked', 'no_money')),
    simulation      jsonb       not null,     -- as the shopper was shown and agreed to ask for
    currency        char(3)     not null,
    refunded_before bigint      not null,     -- what the store had given back of the part by then
    state           text        not null,     -- the name of the sealed state
    details         bytea       not null,     -- what only that state knows, encrypted
    version         integer     not null default 0,
    running         boolean     not null,     -- whether somebody still has to do something
    due_at          timestamptz,              -- when somebody is reminded, or time runs out; null: never
    reminded        integer     not null default 0,
    expires_at      timestamptz,              -- after it, what is asked for cannot be done any more
    rating          smallint check (rating between 1 and 5),
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create unique index one_running_claim_per_part on claim (sub_order_id) where running;
create index claim_by_part on claim (sub_order_id, created_at);
create index claim_by_order on claim (order_id);
create index claim_due on claim (due_at) where due_at is not null;
create index claim_by_change on claim (changed_at);

create table claim_line (
    claim_id uuid    not null references claim,
    line     integer not null,
    units    integer not null check (units > 0),
    primary key (claim_id, line)
);

create table claim_event (
    id         bigint generated always as identity primary key,
    claim_id   uuid        not null references claim,
    kind       text        not null,
    by_whom    text        not null check (by_whom in ('shopper', 'desk', 'store', 'clock')),
    from_state text        not null,
    to_state   text        not null,
    detail     bytea       not null,          -- whatever was said, encrypted
    at         timestamptz not null
);
create index claim_event_by_claim on claim_event (claim_id, id);
create trigger claim_event_is_append_only before update or delete on claim_event
    for each row execute function refuse_change();

-- What a shopper shows, re-encoded and encrypted.
create table claim_picture (
    claim_id uuid        not null references claim,
    number   integer     not null check (number between 1 and 5),
    jpeg     bytea       not null,
    added_at timestamptz not null,
    primary key (claim_id, number)
);
