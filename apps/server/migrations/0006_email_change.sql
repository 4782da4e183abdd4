-- A new address waits here until the link that was sent to it is opened.
create table email_change (
  token_hash bytea primary key,
  account_id bigint not null references account on delete cascade,
  email text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index email_change_account on email_change (account_id);

-- The part of each author in the counts of tags, so that it can be taken out while the account is private. Counters, written by the
-- consumer alone: no references, since events of an account still arrive when it is gone.
create table author_tag_stats (
  author_id bigint not null,
  tag text not null,
  posts integer not null,
  heat double precision not null,
  heat_at timestamptz not null,
  primary key (author_id, tag)
);
-- How often an account was closed less how often it was opened, as far as the consumer has read: a sum, so that the order does not matter.
create table author_closed (
  author_id bigint primary key,
  times integer not null
);
-- Makes the consumer count anew at the next start.
delete from consumer_position where consumer = 'post-counters';
