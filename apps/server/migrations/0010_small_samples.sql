-- After every tenth new row the database looks at a sample of a table, 30,000 rows with all their columns: half a second of a core for posts, in
-- which everybody waits. Columns that are in no condition need no statistics; for the others a fifth of the sample says enough, since
-- the statements on these tables are led by their indexes. A function, for the tables that the program makes itself.
create function sample_less(owner regclass, unasked text[] default '{}') returns void
  language plpgsql
as $$
declare
  name text;
begin
  for name in select attname from pg_attribute where attrelid = owner and attnum > 0 and not attisdropped loop
    execute format('alter table %s alter column %I set statistics %s', owner, name, case when name = any(unasked) then 0 else 20 end);
  end loop;
end $$;

select sample_less('post', '{kind, text, html, tags, edited_at, created_at}');
select sample_less(owner::regclass) from unnest('{post_tag, post_mention, post_like, post_view, post_stats, bookmark,
  author_stats, author_tag_stats, notification, notification_act}'::text[]) as owner;
select sample_less('search_post', '{tokens}');
select sample_less(inhrelid, '{aggregatetype, aggregateid, payload}') from pg_inherits where inhparent = 'event'::regclass;

-- New rows are vacuumed for the sake of scans that read the index alone, which nothing needs here, and each time the whole index of tokens is read.
alter table search_post set (autovacuum_vacuum_insert_threshold = 100000);
