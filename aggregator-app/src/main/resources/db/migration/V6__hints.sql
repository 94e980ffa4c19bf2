-- What upstreams send us unasked: hints to ask again, each acted on once; and what stores gave back.

create table hint (
    connection_id  text        not null references connection on delete cascade,
    event_id       text        not null check (length(event_id) between 1 and 200), -- the upstream's name for it
    about          text        not null check (about in ('catalogue', 'order', 'nothing')),
    upstream_order text        check ((about = 'order') = (upstream_order is not null)),
    heard_at       timestamptz not null,
    attempts       integer     not null default 0,
    next_try_at    timestamptz,              -- null: nothing more is to be done
    primary key (connection_id, event_id)
);
create index hint_due on hint (next_try_at) where next_try_at is not null;
create index hint_by_age on hint (connection_id, heard_at desc);

alter table pull_run drop constraint pull_run_trigger_check;
alter table pull_run add constraint pull_run_trigger_check check (trigger in ('schedule', 'demand', 'start', 'hint'));

-- what the store gave back of what it charged
alter table sub_order add column refunded bigint not null default 0;
create index sub_order_by_upstream on sub_order (connection_id, upstream_id) where upstream_id is not null;
