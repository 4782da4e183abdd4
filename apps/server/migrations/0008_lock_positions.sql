-- Locks the positions of those consumers that nobody else works for (see platform/events/positions.ts). A function, so that the rows are
-- read after the locks were taken: the lock alone decides, and a transaction that finds nothing to do writes nothing. Locking the rows would
-- make every look into the log a writing transaction, behind which all readers of the log wait.
create function lock_positions(names text[])
  returns table (consumer text, xid xid8, id bigint, since pg_snapshot, at timestamptz, is_too_old boolean)
  language plpgsql volatile
as $$
declare
  free text[];
begin
  perform set_config('synchronous_commit', 'off', true);
  select array_agg(name) into free from unnest(names) as name
    where pg_try_advisory_xact_lock(hashtextextended('consumer:' || name, 0));
  return query
    select position.consumer, position.xid, position.id, position.since, position.at, position.xid < horizon.xid
    from consumer_position position, event_horizon horizon where position.consumer = any(free);
end $$;
