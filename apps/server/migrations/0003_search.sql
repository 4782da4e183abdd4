-- What is searched, made by the consumer `search` from posts, accounts and tags; `maru rebuild search` makes it anew.

-- Posts are searched newest first, in segments of some ten thousand by their ids: a segment's number is mixed into its tokens, so that
-- the index answers for one segment at a time, and a common word never costs more than one of them.
create table search_segment (
  number integer primary key,
  first_id bigint not null unique,
  posts integer not null default 0
);
insert into search_segment (number, first_id) values (0, 0);

-- Only what is not hidden. `restricted`: followers-only, or by a private account.
create table search_post (
  post_id bigint primary key,
  author_id bigint not null,
  segment integer not null,
  restricted boolean not null,
  tokens integer[] not null
);
-- Without a pending list: every search would have to read it for each segment.
create index search_post_tokens on search_post using gin (tokens) with (fastupdate = off);
-- The planner is told what to do; statistics of tokens would be large and are never asked for.
alter table search_post alter column tokens set statistics 0;

create table search_account (
  account_id bigint primary key,
  name text not null,
  tokens integer[] not null
);
create index search_account_tokens on search_account using gin (tokens) with (fastupdate = off);

create table search_tag (
  tag text primary key,
  name text not null,
  tokens integer[] not null
);
create index search_tag_tokens on search_tag using gin (tokens) with (fastupdate = off);
