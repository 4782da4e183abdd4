-- Finding people by any part of a handle or a name, in any script: pairs of neighbouring characters in a GIN index. Trigrams would
-- need an extension, and two letters are a whole word in Korean.
create function search_grams(value text) returns text[]
  language sql immutable strict parallel safe
  return (
    select coalesce(array_agg(distinct substr(lower(value), i, 2)), '{}')
    from generate_series(1, length(lower(value)) - 1) i
  );

create index account_grams on account using gin (search_grams(handle || ' ' || display_name));
-- For what is looked for by its first character.
create index account_handle_prefix on account (handle text_pattern_ops);
create index account_name_prefix on account (lower(display_name) text_pattern_ops);
