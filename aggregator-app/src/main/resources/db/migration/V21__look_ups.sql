-- A single listing may be asked for between two pulls; what was answered then belongs to no run.
alter table raw_snapshot alter column run_id drop not null;
comment on column price_observation.source is '''pull'', ''quote'', or ''lookup'': a single listing asked for between two pulls';
