-- What shall happen when a store turns out not to have goods: agreed to with the order, acted on without asking, and only until a deadline.

-- null: ordered before this could be chosen; whoever ordered is asked, without a deadline
alter table customer_order add column shortage_choice text check (shortage_choice in ('WAIT', 'REPLACE', 'CANCEL'));
alter table customer_order add column shortage_days integer check (shortage_days between 0 and 30);
alter table customer_order add column shortage_percent integer check (shortage_percent between 0 and 20);
alter table customer_order add constraint shortage_policy_whole
    check (num_nulls(shortage_choice, shortage_days, shortage_percent) in (0, 3));

-- the part the shopper agreed to, where this one was ordered in its place; null: agreed to itself
alter table sub_order add column instead_of uuid references sub_order;
create index sub_order_instead_of on sub_order (instead_of) where instead_of is not null;

-- a part that was not placed and what becomes of its goods
create table shortage (
    sub_order_id uuid        primary key references sub_order,
    short        boolean     not null,     -- whether the store had too few, else it refused for another reason
    step         text        not null check (step in ('ACTING', 'ASKING', 'CANCELLED', 'REPLACED', 'TRIED_AGAIN', 'DECIDED')),
    until        timestamptz not null,     -- then the goods are left out
    opened_at    timestamptz not null,
    changed_at   timestamptz not null
);

-- nobody knew before whether a refusal was for want of stock
update sub_order set details = details || '{"outOfStock": false}' where state = 'rejected';

-- checkouts begun before: what is preselected now; their consent is asked for again, for it names this too
update checkout
set proposal = jsonb_set(proposal, '{proposal,shortage}', '{"choice": "REPLACE", "days": 0, "percent": 0}')
where proposal ? 'proposal';
