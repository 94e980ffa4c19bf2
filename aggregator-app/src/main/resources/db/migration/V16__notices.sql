-- What shoppers are told of their orders, on pages and by e-mail.

create index sub_order_by_change on sub_order (changed_at, id);

create table notice (
    id           bigint generated always as identity primary key,
    shopper      uuid        not null,
    order_id     uuid        not null references customer_order,
    sub_order_id uuid        not null references sub_order,
    news         text        not null,
    detail       text        not null default '',  -- what tells two pieces of the same news apart: an amount in minor units
    at           timestamptz not null,
    read_at      timestamptz,
    mail         text        not null check (mail in ('waiting', 'sent', 'unwanted', 'failed')),
    unique (sub_order_id, news, detail)
);
create index notice_by_shopper on notice (shopper, id desc);
create index notice_unread on notice (shopper) where read_at is null;
create index notice_to_mail on notice (order_id) where mail = 'waiting';

-- Up to here changes were made into notices.
create table notice_mark (
    only_one boolean     primary key default true check (only_one),
    at       timestamptz not null
);

-- One e-mail per order is due; whoever sends it holds it for a while.
create table notice_mail (
    order_id     uuid        primary key references customer_order,
    not_before   timestamptz not null,
    leased_until timestamptz,
    attempts     integer     not null default 0
);
create index notice_mail_due on notice_mail (not_before);

-- What a shopper wishes; no row: by e-mail, in both languages, at any hour.
create table notice_wish (
    shopper    uuid    primary key,
    by_mail    boolean not null,
    language   text    check (language in ('en', 'zh-CN')),
    quiet_from time,
    quiet_to   time,
    check ((quiet_from is null) = (quiet_to is null))
);
