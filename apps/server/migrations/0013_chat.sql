-- Two people who talk, about something or not, or a few of them.
create table chat (
  id bigint primary key default new_id(),
  kind text not null check (kind in ('direct', 'coffee', 'group')),
  status text not null check (status in ('pending', 'running', 'declined', 'stopped')),
  -- Of a group that has one.
  name text check (length(name) between 1 and 60),
  -- The two people, the lower id first; null in a group. No foreign keys: when one goes, the chat stays with the other.
  low_id bigint,
  high_id bigint,
  -- The post that a coffee chat is about; 0 when it is about none. The chat outlives it.
  project_id bigint not null default 0,
  -- Who has asked for it, or made the group, and after which message: while it is pending only so many may follow.
  asked_by bigint references account on delete set null,
  asked_seq integer not null default 0,
  -- The last change of its status: an id that says when, and who.
  status_id bigint not null default new_id(),
  status_by bigint references account on delete set null,
  -- The number of the last message, and of the last change to one that was there. Counted up in the statement that writes it, which holds this row:
  -- there are no gaps, and what has a lower number is committed before.
  last_seq integer not null default 0,
  last_revision integer not null default 0,
  last_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  check ((kind = 'group') = (low_id is null)),
  check (low_id < high_id),
  check (kind = 'coffee' or (project_id = 0 and status in ('running', 'stopped')))
) with (fillfactor = 70);
create unique index chat_direct on chat (low_id, high_id) where kind = 'direct';
create unique index chat_coffee on chat (low_id, high_id, project_id) where kind = 'coffee';
create index chat_asked_by on chat (asked_by);
create index chat_status_by on chat (status_by);

create table chat_member (
  chat_id bigint not null references chat on delete cascade,
  account_id bigint not null references account on delete cascade,
  -- They see what came after this message: when they joined, or have deleted for themselves what was there.
  since_seq integer not null default 0,
  read_seq integer not null default 0,
  -- Deleted for oneself: not in the list until something comes after this message.
  hidden_seq integer,
  is_muted boolean not null default false,
  joined_at timestamptz not null default clock_timestamp(),
  -- Those who have left a group.
  left_at timestamptz,
  -- When their browsers are to be told of what they have not read; null when there is nothing to tell.
  push_at timestamptz,
  pushed_at timestamptz,
  primary key (chat_id, account_id)
) with (fillfactor = 80);
create index chat_member_account on chat_member (account_id, chat_id);
create index chat_member_push on chat_member (push_at) where push_at is not null;

create table chat_message (
  chat_id bigint not null references chat on delete cascade,
  seq integer not null,
  id bigint not null default new_id(),
  -- Null when the account is gone; the message stays, without its words.
  author_id bigint references account on delete set null,
  -- Its name at whoever has sent it: the same again is the same message.
  client_id text not null check (length(client_id) between 1 and 64),
  text text not null check (length(text) <= 8000),
  reply_seq integer,
  -- The first address in the text, of which a preview may be shown.
  link_url text,
  -- Set by what happens to it later: edits, reactions, deletion, a preview that has come.
  revision integer,
  created_at timestamptz not null default clock_timestamp(),
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (chat_id, seq)
);
create unique index chat_message_client on chat_message (author_id, chat_id, client_id);
create index chat_message_revision on chat_message (chat_id, revision) where revision is not null;
create index chat_message_link on chat_message (link_url) where link_url is not null;

create table chat_media (
  chat_id bigint not null,
  seq integer not null,
  position smallint not null,
  media_id bigint not null references media on delete cascade,
  primary key (chat_id, seq, position),
  foreign key (chat_id, seq) references chat_message on delete cascade
);
create index chat_media_media on chat_media (media_id);

create table chat_reaction (
  chat_id bigint not null,
  seq integer not null,
  account_id bigint not null references account on delete cascade,
  emoji text not null check (length(emoji) between 1 and 32),
  at timestamptz not null default clock_timestamp(),
  primary key (chat_id, seq, account_id, emoji),
  foreign key (chat_id, seq) references chat_message on delete cascade
);
create index chat_reaction_account on chat_reaction (account_id);

-- What happened in a chat besides messages, after which of them.
create table chat_notice (
  id bigint primary key default new_id(),
  chat_id bigint not null references chat on delete cascade,
  after_seq integer not null,
  kind text not null check (kind in ('asked', 'accepted', 'declined', 'stopped', 'reopened', 'joined', 'left', 'renamed')),
  actor_id bigint references account on delete set null,
  target_id bigint references account on delete set null,
  name text
);
create index chat_notice_chat on chat_notice (chat_id, id);
create index chat_notice_actor on chat_notice (actor_id);
create index chat_notice_target on chat_notice (target_id) where target_id is not null;

-- The words of messages, as tokens that the chat's id is mixed into: one search looks into one chat's part of the index. Written by the consumer `chat-search`.
create table chat_search (
  chat_id bigint not null,
  seq integer not null,
  tokens integer[] not null,
  primary key (chat_id, seq),
  foreign key (chat_id, seq) references chat_message on delete cascade
);
create index chat_search_tokens on chat_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 256);

-- What was on the pages that messages lead to; without a title there is nothing to show.
create table link_preview (
  url text primary key,
  title text,
  description text not null default '',
  site_name text not null default '',
  fetched_at timestamptz not null default now()
);

-- What people have told the operators about a chat, with the words it is about as they were.
create table chat_report (
  id bigint primary key default new_id(),
  chat_id bigint not null,
  reporter_id bigint references account on delete set null,
  reason text not null check (reason in ('spam', 'harassment', 'illegal', 'other')),
  text text not null default '' check (length(text) <= 2000),
  seq integer,
  messages jsonb not null
);
create index chat_report_reporter on chat_report (reporter_id);
