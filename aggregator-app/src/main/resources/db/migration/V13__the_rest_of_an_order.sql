-- What shoppers decide about goods of an order that no store delivers: each line once, whatever window it is decided in.
create table rest_choice (
    sub_order_id uuid        not null,
    line         integer     not null,
    choice       text        not null check (choice in ('bought_again', 'left_out', 'called_off')),
    new_order    uuid        references customer_order,
    decided_at   timestamptz not null,
    primary key (sub_order_id, line),
    foreign key (sub_order_id, line) references sub_order_line,
    check ((choice = 'bought_again') = (new_order is not null))
);
create trigger rest_choice_is_append_only before update or delete on rest_choice
    for each row execute function refuse_change();

-- a checkout buys the basket, or these lines
update checkout set proposal = jsonb_set(proposal, '{rest}', '[]') where proposal ? 'proposal';
