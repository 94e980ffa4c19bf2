-- Paying through Truecart: who is paid for each part of an order, the accounts at payment providers, and every try to pay with all that became of it.

-- until now nothing of what a store is paid passed through us
alter table sub_order add column merchant_of_record text not null default 'THE_STORE' check (merchant_of_record in ('THE_STORE', 'TRUECART'));
alter table sub_order alter column merchant_of_record drop default;
update checkout
set proposal = jsonb_set(proposal, '{payTruecart}', 'false')
               || jsonb_build_object('proposal', jsonb_set(proposal -> 'proposal', '{quoted}',
                      (select coalesce(jsonb_agg(quote || '{"merchant": "THE_STORE"}'::jsonb), '[]'::jsonb)
                       from jsonb_array_elements(proposal #> '{proposal,quoted}') as quote)))
where proposal ? 'proposal';

create table payment_account (
    id         text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind       text        not null,
    name       jsonb       not null,
    settings   jsonb       not null,
    secrets    bytea,                     -- encrypted; null: none
    enabled    boolean     not null,
    changed_at timestamptz not null
);

-- What an order has to be paid through us, all its stores together.
create table bill (
    order_id   uuid primary key references customer_order,
    subject    text        not null,      -- what the shopper reads at the provider
    currency   char(3)     not null,
    amount     bigint      not null check (amount > 0),
    state      text        not null check (state in ('open', 'paid', 'lapsed')),
    paid_by    text,                      -- the reference of the try that paid it
    until      timestamptz not null,      -- after this moment nothing is ordered any more
    changed_at timestamptz not null,
    check ((state = 'paid') = (paid_by is not null))
);
create index bill_open on bill (until) where state = 'open';

-- One try to pay a bill.
create table payment (
    reference     text primary key check (reference ~ '^[a-z0-9-]{8,32}$'),
    order_id      uuid        not null references bill,
    account_id    text        not null references payment_account,
    currency      char(3)     not null,
    amount        bigint      not null check (amount > 0),
    come_back     text        not null,
    notify_at     text        not null,
    state         text        not null,   -- the name of the sealed state
    details       jsonb       not null,   -- what only that state knows
    version       integer     not null default 0,
    sent_at       timestamptz,            -- when it was first about to be sent to the provider
    given_up_at   timestamptz,            -- since then it is not to be paid any more
    held          bigint      not null default 0,
    taken         bigint      not null default 0,
    refunded      bigint      not null default 0,
    failures      integer     not null default 0, -- calls in a row without an answer
    next_check_at timestamptz,            -- null: nothing more is expected
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
create index payment_due on payment (next_check_at) where next_check_at is not null;
create index payment_by_order on payment (order_id, created_at);
create unique index one_try_at_a_time on payment (order_id) where given_up_at is null and state not in ('closed', 'refused');

create table payment_event (
    id         bigint generated always as identity primary key,
    payment    text        not null references payment,
    kind       text        not null,
    from_state text        not null,
    to_state   text        not null,
    detail     text        not null,
    at         timestamptz not null
);
create index payment_event_by_payment on payment_event (payment, id);
create trigger payment_event_is_append_only before update or delete on payment_event
    for each row execute function refuse_change();

-- What the provider is asked to do with the money: committed before it is asked, the same on each repeat.
create table payment_move (
    reference  text primary key check (reference ~ '^[a-z0-9-]{8,40}$'),
    payment    text        not null references payment,
    kind       text        not null check (kind in ('capture', 'release', 'refund')),
    amount     bigint      not null check (amount >= 0),
    state      text        not null check (state in ('asked', 'done', 'failed')),
    word       text        not null default '', -- the provider's, or ours
    asked_at   timestamptz not null,
    ended_at   timestamptz,
    check ((state = 'asked') = (ended_at is null))
);
create unique index one_move_at_a_time on payment_move (payment) where state = 'asked';
create unique index captured_once on payment_move (payment) where kind = 'capture';

-- What providers sent us, under their own names for it: acted on once, as a hint to look.
create table payment_notice (
    account_id text        not null references payment_account,
    event_id   text        not null check (length(event_id) between 1 and 200),
    payment    text,                      -- null: about nothing we follow
    heard_at   timestamptz not null,
    primary key (account_id, event_id)
);

-- A shopper who cannot pay asks for help: the tries as they were then.
create table payment_ticket (
    number    text primary key,
    order_id  uuid        not null references bill,
    log       jsonb       not null,
    opened_at timestamptz not null
);

-- Money at a provider belongs to a whole order.
alter table ledger_entry alter column sub_order_id drop not null;
alter table ledger_entry add column order_id uuid references customer_order;
alter table ledger_entry add constraint ledger_entry_of_something check ((sub_order_id is null) <> (order_id is null));
create index ledger_entry_by_order on ledger_entry (order_id) where order_id is not null;
