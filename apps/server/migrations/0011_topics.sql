-- Topics: the things that posts are about and that people follow. Each belongs to a space, which keeps everything else about it under the
-- same id.
create table topic (
  id bigint primary key default new_id(),
  space text not null
);

-- The topics of a post in their order, as its tags are kept.
alter table post add column topics bigint[] not null default '{}';

create table post_topic (
  topic_id bigint not null references topic on delete cascade,
  post_id bigint not null references post on delete cascade,
  primary key (topic_id, post_id)
);
create index post_topic_post on post_topic (post_id);

create table topic_follow (
  id bigint not null default new_id(),
  account_id bigint not null references account on delete cascade,
  topic_id bigint not null references topic on delete cascade,
  primary key (account_id, topic_id)
);
create index topic_follow_topic on topic_follow (topic_id, id desc) include (account_id);

-- Counters, written only by a consumer of the event log; no row means zeros. Of posts those count that everybody may see.
create table topic_stats (
  topic_id bigint primary key references topic on delete cascade,
  posts integer not null default 0,
  pictures integer not null default 0,
  followers integer not null default 0
);

-- Names by which the topics of a space are found.
create table search_topic (
  topic_id bigint primary key,
  space text not null,
  name text not null,
  tokens int[] not null
);
create index search_topic_tokens on search_topic using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 256);
