-- Finding people by any part of a handle or a name, in any script: pairs of neighbouring characters in a GIN index. Trigrams would
-- need an extension, and two letters are a whole word in Korean.
create function search_grams(value text) returns text[]
  language sql immutable strict parallel safe
  return (
    select coalesce(array_agg(distinct substr(lower(value), i, 2)), '{}')
    from generate_series(1, length(lower(value)) - 1) i
  );

create index account_grams on account using gin (search_grams(handle || ' ' || display_name));

-- Always by the index: where most people match, the planner would rather compute the pairs of every row, which takes seconds.
create function accounts_with_grams(grams text[]) returns setof bigint
  language sql stable parallel safe rows 1000
  set enable_seqscan = off set work_mem = '16MB'
  as 'select id from account where search_grams(handle || '' '' || display_name) @> grams';

-- For what is looked for by its first character.
create index account_handle_prefix on account (handle text_pattern_ops);
create index account_name_prefix on account (lower(display_name) text_pattern_ops);
