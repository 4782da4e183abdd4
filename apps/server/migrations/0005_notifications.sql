-- Whether a follow came from a request that was accepted: who asked hears of that; who accepted knows.
alter table follow add column accepted boolean not null default false;

-- Everything that somebody may be told, one row for each thing done (a like, a comment, a follow …), made from the source tables by
-- a consumer. Whether the one who is told may see it (blocks, mutes, hidden posts) is decided when it is read, so it needs no
-- foreign keys: what is gone is not shown, and its event takes the row away.
create table notification_act (
  -- Who is told.
  account_id bigint not null,
  kind text not null,
  -- What acts of one kind are shown together by: a post, a person, a day.
  subject_id bigint not null,
  -- The id of the like, the comment, the follow: when it was, too.
  act_id bigint not null,
  actor_id bigint,
  -- The post that the one who is told must be allowed to see.
  post_id bigint,
  primary key (account_id, kind, subject_id, act_id)
);
create index notification_act_post on notification_act (post_id, actor_id) where post_id is not null;
create index notification_act_person on notification_act (account_id, actor_id) where post_id is null;
create index notification_act_age on notification_act using brin (act_id);

-- One row for each group of acts, with what is known of it that no source table knows: up to which act it was read and pushed.
create table notification (
  account_id bigint not null,
  kind text not null,
  subject_id bigint not null,
  -- The newest act there ever was in it; of what is shown, the acts themselves decide.
  last_id bigint not null,
  read_id bigint not null default 0,
  read_at timestamptz,
  -- When it is to be pushed to the person's browsers; null when there is nothing to push.
  push_at timestamptz,
  pushed_at timestamptz,
  primary key (account_id, kind, subject_id)
);
create index notification_unread on notification (account_id) where last_id > read_id;
create index notification_push on notification (push_at) where push_at is not null;

create table notification_settings (
  account_id bigint primary key references account on delete cascade,
  -- The kinds that the person does not want.
  off text[] not null default '{}',
  digest boolean not null default false,
  -- When the next e-mail is due, and the newest act that an earlier one reached to.
  digest_at timestamptz not null default now(),
  digest_id bigint not null default 0
);
create index notification_settings_digest on notification_settings (digest_at) where digest;

-- The browsers that are to be told. A subscription ends with the session that made it.
create table push_subscription (
  id bigint primary key default new_id(),
  account_id bigint not null references account on delete cascade,
  session_id bigint not null references session on delete cascade,
  endpoint text not null unique check (length(endpoint) <= 1000),
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null default now()
);
create index push_subscription_account on push_subscription (account_id, id);
create index push_subscription_session on push_subscription (session_id);

-- What is still to be delivered to a browser.
create table push_message (
  id bigint primary key default new_id(),
  subscription_id bigint not null references push_subscription on delete cascade,
  payload jsonb not null,
  -- A newer message of the same topic takes the place of one that was not delivered yet.
  topic text not null,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index push_message_due on push_message (due_at);
create unique index push_message_topic on push_message (subscription_id, topic);
