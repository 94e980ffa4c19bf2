-- A queue, not a set: a product restated while it is being indexed waits once more, and pulls that restate the same
-- products do not wait for each other.
alter table index_pending drop constraint index_pending_pkey;
alter table index_pending add column id bigint generated always as identity primary key;
