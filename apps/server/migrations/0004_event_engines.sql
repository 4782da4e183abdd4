-- The time of the last event that was handled: readers look only into the partitions of around that day.
alter table consumer_position add column at timestamptz not null default '-infinity';

-- Events that a consumer could not handle, after several attempts. They hold nothing up and wait here for a replay.
create table event_dead (
  consumer text not null,
  event_id bigint not null,
  xid xid8 not null,
  at timestamptz not null,
  aggregatetype text not null,
  aggregateid text not null,
  type text not null,
  payload jsonb not null,
  error text not null,
  attempts integer not null,
  set_aside_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- Up to where the relay has published to a broker. One row for each broker that was ever used.
create table event_relay (
  broker text primary key,
  xid xid8 not null,
  id bigint not null,
  at timestamptz not null default '-infinity',
  updated_at timestamptz not null default now()
);

-- The next events after a place in the log (see platform/events/reader.ts). A function for its settings: the planner takes a day's
-- partition that was empty when it was last looked at for empty, reads it without its index, and then sorts the whole log for each batch.
create function events_after(after_xid xid8, after_id bigint, earliest timestamptz, most integer) returns setof event
  language plpgsql stable rows 100
  set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
begin
  return query
    select * from event
    where (event.xid, event.id) > (after_xid, after_id) and event.at >= earliest
      and event.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by event.xid, event.id
    limit most;
end $$;
