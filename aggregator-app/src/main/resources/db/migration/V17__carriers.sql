-- What carriers say of parcels beside what stores say, and when an order should be there.

alter table sub_order
    add column arrives_by timestamptz;          -- as the plan promised when it was ordered; null: the store does not say

alter table parcel_event
    add column source text not null default 'store';  -- or the service that asked the carrier

alter table parcel
    add column ask_at   timestamptz default now(),     -- when a carrier is asked next; null: never again
    add column followed boolean not null default false; -- whether the service tells us by itself
create index parcel_to_ask on parcel (ask_at) where ask_at is not null and tracking_number <> '';
create index parcel_by_number on parcel (tracking_number) where tracking_number <> '';
