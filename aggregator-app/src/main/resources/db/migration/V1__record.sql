-- The record: what upstreams stated, when, and what we made of it. Money is in minor units; localised texts are {"language tag": "text"}.

create table connection (
    id                 text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind               text        not null,
    name               jsonb       not null,
    settings           jsonb       not null default '{}',
    secrets            bytea,                                  -- encrypted as a whole
    delivery_fee       bigint check (delivery_fee >= 0),       -- what the operator or the shop states; null: not known
    delivery_free_from bigint check (delivery_free_from >= 0),
    delivery_currency  char(3),
    pull_every_seconds integer     not null default 3600 check (pull_every_seconds >= 10),
    enabled            boolean     not null default true,
    created_at         timestamptz not null,
    check ((delivery_fee is null) = (delivery_currency is null))
);

create table connection_health (
    connection_id text primary key references connection on delete cascade,
    up            boolean     not null,
    detail        text        not null,   -- what was seen, or the problem
    remedy        text,                   -- who must do what, where it is down
    checked_at    timestamptz not null
);

-- One pull of one connection. The page cursor is committed together with the page, so a killed run goes on where it stopped.
create table pull_run (
    id              bigint generated always as identity primary key,
    connection_id   text        not null references connection on delete cascade,
    trigger         text        not null check (trigger in ('schedule', 'demand', 'start')),
    owner           integer     not null,     -- the process pulling; it holds the advisory lock of this number while it lives
    state           text        not null check (state in ('running', 'succeeded', 'failed')),
    phase           text        not null,     -- waiting, promotions, listings, match, index, done
    everything      boolean     not null,     -- or only what changed since the watermark
    started_at      timestamptz not null,
    ended_at        timestamptz,
    last_progress_at timestamptz not null,
    cursor          text,
    pages           integer     not null default 0,
    listings        integer     not null default 0,
    offers          integer     not null default 0,
    observations    integer     not null default 0,
    changed         integer     not null default 0,   -- listings and offers that were new or stated otherwise
    skipped         integer     not null default 0,
    withdrawn       integer     not null default 0,
    failure         text,
    remedy          text
);
create index pull_run_by_connection on pull_run (connection_id, id desc);
create unique index one_running_pull_per_connection on pull_run (connection_id) where state = 'running';

create table pull_watermark (
    connection_id text primary key references connection on delete cascade,
    watermark     text        not null,
    everything_at timestamptz not null        -- when everything was pulled last; changes alone never show what is gone
);

-- Up to when a connection's catalogue is known completely: what was last seen before is gone.
create table catalog_completeness (
    connection_id  text primary key references connection on delete cascade,
    complete_as_of timestamptz not null
);

create table raw_snapshot (
    id            bigint generated always as identity primary key,
    connection_id text        not null references connection on delete cascade,
    run_id        bigint      not null,
    source        text        not null,       -- address or file name, secrets removed
    fetched_at    timestamptz not null,
    sha256        bytea       not null,
    size          bigint      not null,
    content       bytea,                      -- gzip; null where larger than the record keeps
    unique (connection_id, source, sha256)
);

create table quarantine (
    id            bigint generated always as identity primary key,
    connection_id text        not null references connection on delete cascade,
    run_id        bigint      not null,
    upstream_ref  text        not null,
    field         text        not null,
    reason        text        not null,
    excerpt       text        not null,
    at            timestamptz not null,
    unique (run_id, upstream_ref, field)
);

create table seller (
    connection_id text  not null references connection on delete cascade,
    id            text  not null,
    name          jsonb not null,
    primary key (connection_id, id)
);

create table product (
    id          uuid primary key,
    title       jsonb       not null,
    brand       jsonb,
    category    jsonb       not null,         -- array of localised texts, widest first
    description jsonb,
    image       text,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);

create table listing (
    id            bigint generated always as identity primary key,
    connection_id text        not null references connection on delete cascade,
    upstream_id   text        not null,
    variant_of    text,
    product_id    uuid references product,
    title         jsonb       not null,
    brand         jsonb,
    category      jsonb       not null,
    description   jsonb,
    gtin          char(14),
    mpn           text,
    maker_key     text,                       -- brand and part number, folded for comparison
    shared_code   text,
    attributes    jsonb       not null,
    page          text,
    image         text,
    sales_rank    integer,
    content_hash  bytea       not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    withdrawn_at  timestamptz,
    unique (connection_id, upstream_id)
);
create index listing_by_product on listing (product_id);
create index listing_by_gtin on listing (gtin) where gtin is not null;
create index listing_by_maker on listing (maker_key) where maker_key is not null;
create index listing_by_shared_code on listing (shared_code) where shared_code is not null;
create index listing_without_product on listing (id) where product_id is null;

-- Who decided that a listing is a product, why and when; never edited, only superseded by a later row.
create table match_decision (
    id         bigint generated always as identity primary key,
    listing_id bigint      not null references listing on delete cascade,
    product_id uuid        not null references product,
    rule       text        not null,          -- gtin, brand_mpn, shared_code, alone
    evidence   text        not null,
    decided_by text        not null,
    decided_at timestamptz not null
);
create index match_decision_by_listing on match_decision (listing_id, id desc);

create table offer (
    id            bigint generated always as identity primary key,
    listing_id    bigint      not null references listing on delete cascade,
    connection_id text        not null,
    seller_id     text        not null,
    currency      char(3)     not null,
    price         bigint      not null check (price >= 0),
    list_price    bigint check (list_price >= price),
    availability  text        not null,
    condition     text        not null,
    promotions    jsonb       not null default '[]',  -- as stated on this offer, typed
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    withdrawn_at  timestamptz,
    unique (listing_id, seller_id),
    foreign key (connection_id, seller_id) references seller
);
create index offer_by_connection on offer (connection_id, last_seen_at);

-- Products whose entry in the search index is older than the record.
create table index_pending (
    product_id uuid primary key references product on delete cascade
);

-- Store-wide promotions as stated; those of single offers are kept with the offer.
create table store_promotion (
    connection_id text        not null references connection on delete cascade,
    ref           text        not null,
    promotion     jsonb       not null,
    modelled      boolean     not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    withdrawn_at  timestamptz,
    primary key (connection_id, ref)
);

-- Append-only. At most one per offer and moment; source says whether a pull or a quote saw it.
create table price_observation (
    offer_id     bigint      not null,
    seen_at      timestamptz not null,
    seller_id    text        not null,
    currency     char(3)     not null,
    price        bigint      not null,
    list_price   bigint,
    availability text        not null,
    promotions   text[]      not null,        -- the upstream's words
    source       text        not null,        -- 'pull', 'quote'
    run_id       bigint,
    recorded_at  timestamptz not null,
    primary key (offer_id, seen_at)
) partition by range (seen_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger price_observation_is_append_only before update on price_observation
    for each row execute function refuse_change();

-- A partition per month (UTC), made when the first observation of that month comes.
create function ensure_observation_month(moment timestamptz) returns void language plpgsql as $$
declare
    first_day date := date_trunc('month', moment at time zone 'UTC')::date;
    part text := 'price_observation_' || to_char(first_day, 'YYYY_MM');
begin
    if to_regclass(part) is null then
        perform pg_advisory_xact_lock(hashtext('price_observation'));
        execute format('create table if not exists %I partition of price_observation for values from (%L) to (%L)',
            part, first_day::timestamp at time zone 'UTC', (first_day + interval '1 month')::timestamp at time zone 'UTC');
    end if;
end $$;
