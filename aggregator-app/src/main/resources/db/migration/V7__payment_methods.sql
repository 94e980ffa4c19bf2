-- How each store is paid: until now cash on delivery everywhere.
alter table sub_order add column payment_method text not null default 'cod';
alter table sub_order alter column payment_method drop default;

-- What a store wants read before anything is agreed to; nobody was shown any so far.
update checkout
set proposal = jsonb_set(proposal, '{proposal,quoted}',
                         (select coalesce(jsonb_agg(quote || '{"notices": []}'::jsonb), '[]'::jsonb)
                          from jsonb_array_elements(proposal #> '{proposal,quoted}') as quote));
