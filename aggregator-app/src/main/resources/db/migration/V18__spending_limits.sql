-- What a shopper wants to spend at most in a calendar month, in one currency; no row: no limit.
create table spending_limit (
    shopper    uuid        not null,
    currency   char(3)     not null,
    amount     bigint      not null check (amount >= 0),
    changed_at timestamptz not null,
    primary key (shopper, currency)
);
