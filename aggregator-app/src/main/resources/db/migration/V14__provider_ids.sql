-- The provider's own name for a try to pay, as first heard: some are found by it sooner than by ours.
alter table payment add column provider_id text;
