-- The floor: people, posts, follows, and the event log that everything derived is made from.

-- Ids: milliseconds since 2024-01-01 UTC, times 4096, plus a counter. Ordered by time, below 2^53 until 2093, so that they
-- are exact as JavaScript numbers inside the program (they leave it as strings).
create sequence id_counter cycle maxvalue 4611686018427387903;

create function new_id(at timestamptz default clock_timestamp()) returns bigint
  language sql volatile parallel unsafe
  return (floor(extract(epoch from at) * 1000)::bigint - 1704067200000) * 4096 + (nextval('id_counter') & 4095);

create function id_time(id bigint) returns timestamptz
  language sql immutable parallel safe
  return to_timestamp(((id >> 12) + 1704067200000) / 1000.0);

-- Keys that all processes share, made at the first start.
create table secret (
  name text primary key,
  value bytea not null
);

-- Every change, written in the transaction that made it. The column names follow the outbox convention of change-capture tools.
create table event (
  id bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  aggregatetype text not null,
  aggregateid text not null,
  type text not null,
  payload jsonb not null
) partition by range (at);
create index event_order on event (xid, id);
create table event_default partition of event default;

-- Where each consumer is, written in the transaction of its effect.
create table consumer_position (
  consumer text primary key,
  xid xid8 not null,
  id bigint not null,
  -- What a rebuild has already counted in: events visible in this snapshot are passed over.
  since pg_snapshot not null,
  updated_at timestamptz not null default now()
);
-- The newest transaction that retention has dropped; a consumer that stands before it has missed events and rebuilds.
create table event_horizon (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null
);
insert into event_horizon (xid) values ('0');

-- Pictures. The files lie in the media store under their hash; several rows may share one.
create table media (
  id bigint primary key default new_id(),
  owner_id bigint not null,
  hash text not null,
  width integer not null,
  height integer not null,
  bytes bigint not null,
  placeholder text not null,
  variants jsonb not null,
  alt text not null default '' check (length(alt) <= 1500),
  created_at timestamptz not null default now()
);
create index media_owner on media (owner_id, id desc);
create index media_hash on media (hash);

create table account (
  id bigint primary key default new_id(),
  handle text not null unique check (handle ~ '^[a-z0-9_]{2,30}$'),
  display_name text not null check (length(display_name) between 1 and 50),
  bio text not null default '' check (length(bio) <= 500),
  links jsonb not null default '[]',
  avatar_id bigint references media on delete set null,
  header_id bigint references media on delete set null,
  is_private boolean not null default false,
  created_at timestamptz not null default now()
);
create index account_avatar on account (avatar_id) where avatar_id is not null;
create index account_header on account (header_id) where header_id is not null;

alter table media add foreign key (owner_id) references account on delete cascade;

-- What only the person may see, apart from the rest so that no public query can leak it.
create table credential (
  account_id bigint primary key references account on delete cascade,
  email text not null unique check (email = lower(email) and length(email) <= 254),
  password_hash text not null,
  settings jsonb not null default '{}'
);

create table session (
  id bigint primary key default new_id(),
  account_id bigint not null references account on delete cascade,
  token_hash bytea not null unique,
  user_agent text not null default '',
  ip text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on session (account_id, id desc);
create index session_expiry on session (expires_at);

create table password_reset (
  token_hash bytea primary key,
  account_id bigint not null references account on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_account on password_reset (account_id);

-- The same key with the same body answers the same result; written in the transaction of the write itself.
create table idempotency_key (
  account_id bigint not null references account on delete cascade,
  key text not null,
  request_hash bytea not null,
  status integer,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table follow (
  id bigint not null default new_id(),
  follower_id bigint not null references account on delete cascade,
  followee_id bigint not null references account on delete cascade,
  primary key (follower_id, followee_id),
  check (follower_id <> followee_id)
);
create index follow_followers on follow (followee_id, id desc) include (follower_id);
create index follow_following on follow (follower_id, id desc) include (followee_id);

create table follow_request (
  id bigint not null default new_id(),
  follower_id bigint not null references account on delete cascade,
  followee_id bigint not null references account on delete cascade,
  primary key (follower_id, followee_id),
  check (follower_id <> followee_id)
);
create index follow_request_followee on follow_request (followee_id, id desc);

create table block (
  id bigint not null default new_id(),
  blocker_id bigint not null references account on delete cascade,
  blocked_id bigint not null references account on delete cascade,
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);
create index block_blocked on block (blocked_id, blocker_id);

create table mute (
  id bigint not null default new_id(),
  muter_id bigint not null references account on delete cascade,
  muted_id bigint not null references account on delete cascade,
  primary key (muter_id, muted_id),
  check (muter_id <> muted_id)
);
create index mute_muted on mute (muted_id);

create table tag_follow (
  id bigint not null default new_id(),
  account_id bigint not null references account on delete cascade,
  tag text not null,
  primary key (account_id, tag)
);
create index tag_follow_tag on tag_follow (tag, account_id);

-- Everything people write. `root_id` is the post a thread hangs from; both are null on a post of its own.
create table post (
  id bigint primary key default new_id(),
  kind text not null check (kind in ('note', 'comment', 'project', 'review')),
  author_id bigint not null references account on delete cascade,
  text text not null,
  html text not null,
  parent_id bigint references post on delete cascade,
  root_id bigint references post on delete cascade,
  visibility text not null default 'public' check (visibility in ('public', 'followers')),
  tags text[] not null default '{}',
  hidden_at timestamptz,
  edited_at timestamptz,
  created_at timestamptz not null default now(),
  check ((kind = 'comment') = (parent_id is not null)),
  check ((parent_id is null) = (root_id is null))
);
create index post_author on post (author_id, id desc) where parent_id is null and hidden_at is null;
create index post_author_all on post (author_id, id desc);
create index post_public on post (id desc) where parent_id is null and hidden_at is null and visibility = 'public';
create index post_children on post (parent_id, id) where parent_id is not null;
create index post_root on post (root_id) where root_id is not null;

create table post_media (
  post_id bigint not null references post on delete cascade,
  position smallint not null,
  media_id bigint not null references media on delete cascade,
  primary key (post_id, position)
);
create index post_media_media on post_media (media_id);

create table post_tag (
  tag text not null,
  post_id bigint not null references post on delete cascade,
  primary key (tag, post_id)
);
create index post_tag_post on post_tag (post_id);

create table post_mention (
  post_id bigint not null references post on delete cascade,
  account_id bigint not null references account on delete cascade,
  primary key (post_id, account_id)
);
create index post_mention_account on post_mention (account_id, post_id desc);

-- What a post said before each edit.
create table post_edit (
  id bigint primary key default new_id(),
  post_id bigint not null references post on delete cascade,
  text text not null,
  html text not null,
  media_ids bigint[] not null default '{}',
  written_at timestamptz not null
);
create index post_edit_post on post_edit (post_id, id desc);

create table post_like (
  id bigint not null default new_id(),
  account_id bigint not null references account on delete cascade,
  post_id bigint not null references post on delete cascade,
  primary key (account_id, post_id)
);
create index post_like_post on post_like (post_id, id desc) include (account_id);

create table bookmark (
  id bigint not null default new_id(),
  account_id bigint not null references account on delete cascade,
  post_id bigint not null references post on delete cascade,
  primary key (account_id, post_id)
);
create index bookmark_account on bookmark (account_id, id desc) include (post_id);
create index bookmark_post on bookmark (post_id);

-- One accepted view per visitor, post and day (UTC). `viewer` is an account id, or a salted hash for those signed out.
create table post_view (
  post_id bigint not null references post on delete cascade,
  viewer text not null,
  day date not null default (now() at time zone 'utc')::date,
  primary key (post_id, viewer, day)
);

-- Counters, written only by consumers of the event log; no row means zeros.
create table post_stats (
  post_id bigint primary key references post on delete cascade,
  likes integer not null default 0,
  comments integer not null default 0,
  bookmarks integer not null default 0,
  views integer not null default 0
);
create table author_stats (
  account_id bigint primary key references account on delete cascade,
  posts integer not null default 0
);
create table account_stats (
  account_id bigint primary key references account on delete cascade,
  followers integer not null default 0,
  following integer not null default 0
);
create index account_stats_followers on account_stats (followers desc, account_id);

-- `heat` is a count that halves every two days, as of `heat_at`.
create table tag_stats (
  tag text primary key,
  posts integer not null default 0,
  heat double precision not null default 0,
  heat_at timestamptz not null default now()
);
create index tag_stats_prefix on tag_stats (tag text_pattern_ops);
create index tag_stats_posts on tag_stats (posts desc);
