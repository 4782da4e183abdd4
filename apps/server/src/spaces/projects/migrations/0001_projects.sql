-- What things are made with. Those of the program's own list are put in at each start; people add others.
create table technology (
  id integer generated always as identity primary key,
  slug text not null unique check (length(slug) between 1 and 40),
  name text not null check (length(name) between 1 and 40),
  -- Null for those that the program knows.
  added_by bigint references account on delete set null,
  added_at timestamptz not null default now(),
  -- In how many projects it is, written only by the consumer `projects`; orders suggestions.
  projects integer not null default 0
);
create index technology_added_by on technology (added_by) where added_by is not null;

-- Every spelling by which one is found, without case, spaces and punctuation.
create table technology_alias (
  key text primary key,
  technology_id integer not null references technology on delete cascade
);
create index technology_alias_technology on technology_alias (technology_id);
create index technology_alias_prefix on technology_alias (key text_pattern_ops);

-- A project is a post and, under the same id, a topic: what its maker writes about it later is the change log, which people follow.
create table project (
  id bigint primary key references topic on delete cascade,
  author_id bigint not null references account on delete cascade,
  title text not null check (length(title) between 1 and 80),
  summary text not null check (length(summary) between 1 and 160),
  repo_url text check (length(repo_url) <= 500),
  demo_url text check (length(demo_url) <= 500),
  -- In the order in which the maker names them.
  stack integer[] not null default '{}' check (cardinality(stack) <= 20),
  -- Title, summary and stack in the form in which names are compared, and their tokens: what the board is searched by.
  words text not null,
  tokens integer[] not null,
  -- Whether people may ask its maker for a coffee chat.
  is_open_to_chat boolean not null default true,
  foreign key (id) references post on delete cascade
);
create index project_author on project (author_id, id desc);
create index project_tokens on project using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 256);
create index project_stack on project using gin (stack) with (fastupdate = off);

-- Pictures inside the text; those of the gallery are the post's own.
create table project_picture (
  project_id bigint not null references project on delete cascade,
  media_id bigint not null references media on delete cascade,
  primary key (project_id, media_id)
);
create index project_picture_media on project_picture (media_id);

-- What the board is ordered and narrowed by, apart from the project, since it changes often. Written with the project, and after that only by the
-- consumer `projects`.
create table project_rank (
  project_id bigint primary key references project on delete cascade,
  author_id bigint not null,
  stack integer[] not null,
  -- Whether everybody may see it. Who may is decided for each reader all the same; this only fills pages.
  is_open boolean not null,
  -- Likes, bookmarks, comments and the project itself, each weighing twice as much as one that is a half-life older.
  heat double precision not null,
  views integer not null default 0
);
create index project_rank_latest on project_rank (project_id desc) include (stack, is_open, author_id);
create index project_rank_heat on project_rank (heat desc, project_id desc) include (stack, is_open, author_id);
create index project_rank_views on project_rank (views desc, project_id desc) include (stack, is_open, author_id);
create index project_rank_author on project_rank (author_id);

-- What somebody says that they work with.
create table person_technology (
  account_id bigint not null references account on delete cascade,
  position smallint not null,
  technology_id integer not null references technology on delete cascade,
  primary key (account_id, technology_id)
);
create index person_technology_technology on person_technology (technology_id);

-- Projects that somebody has opened, or does not want to be shown again: neither is suggested.
create table project_seen (
  account_id bigint not null references account on delete cascade,
  project_id bigint not null references project on delete cascade,
  is_opened boolean not null default false,
  is_dismissed boolean not null default false,
  primary key (account_id, project_id)
);
create index project_seen_project on project_seen (project_id);
