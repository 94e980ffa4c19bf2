-- Of texts by language, all languages; of one that several have, the last.
create aggregate jsonb_merge(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');
