-- A film is a topic: people follow it, and posts are about it.
create table film (
  id bigint primary key references topic on delete cascade,
  title_ko text check (length(title_ko) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  title_original text not null check (length(title_original) between 1 and 300),
  -- Other names by which it is found.
  other_titles text[] not null default '{}' check (cardinality(other_titles) <= 40),
  year smallint check (year between 1870 and 2200),
  genres text[] not null default '{}' check (cardinality(genres) <= 10),
  runtime_minutes smallint check (runtime_minutes between 1 and 2000),
  age_rating text check (age_rating in ('all', '12', '15', '19')),
  synopsis_ko text check (length(synopsis_ko) <= 4000),
  synopsis_en text check (length(synopsis_en) <= 4000),
  poster_id bigint references media on delete set null,
  -- A picture at TMDB, whose terms ask that it is not kept: its path there.
  poster_path text check (length(poster_path) <= 100),
  created_at timestamptz not null default now(),
  -- It is shown no more, and nobody can vote on it.
  removed_at timestamptz
);

-- Diaries from elsewhere name films by title and year.
create index film_by_title_en on film (lower(title_en), year);
create index film_by_title_original on film (lower(title_original), year);

-- What a film is called elsewhere: imdb tt0000001, tmdb, movielens, wikidata, letterboxd; `own` is the id in an operator's own file.
create table film_external_id (
  source text not null check (length(source) between 1 and 20),
  value text not null check (length(value) between 1 and 100),
  film_id bigint not null references film on delete cascade,
  primary key (source, value)
);
create index film_external_id_film on film_external_id (film_id);

-- Who directs, acts and writes; a topic too, so that they are found and followed.
create table film_person (
  id bigint primary key references topic on delete cascade,
  name_ko text check (length(name_ko) between 1 and 200),
  name_en text check (length(name_en) between 1 and 200),
  born smallint,
  died smallint,
  check (name_ko is not null or name_en is not null)
);
create table film_person_external_id (
  source text not null check (length(source) between 1 and 20),
  value text not null check (length(value) between 1 and 100),
  person_id bigint not null references film_person on delete cascade,
  primary key (source, value)
);
create index film_person_external_id_person on film_person_external_id (person_id);
create table film_credit (
  film_id bigint not null references film on delete cascade,
  person_id bigint not null references film_person on delete cascade,
  role text not null check (role in ('director', 'actor', 'writer')),
  position smallint not null,
  character text check (length(character) <= 300),
  primary key (film_id, role, person_id)
);
create index film_credit_person on film_credit (person_id, film_id);

-- Where it can be seen.
create table film_offer (
  film_id bigint not null references film on delete cascade,
  platform text not null check (length(platform) between 1 and 40),
  kind text not null check (kind in ('stream', 'free', 'rent', 'buy', 'cinema')),
  country text not null default 'KR' check (country ~ '^[A-Z]{2}$'),
  -- In the smallest unit of the currency: 2500 KRW, 399 USD cents.
  price integer check (price >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  url text check (length(url) <= 500),
  primary key (film_id, platform, kind, country),
  check ((price is null) = (currency is null))
);

-- Sites that rate films. `measure` says by which of the engine's site models their values are read (constants.ts): it fixes the scale.
create table film_site (
  id text primary key check (id ~ '^[a-z0-9-]{1,30}$'),
  name text not null check (length(name) between 1 and 60),
  measure text not null,
  attribution text not null default '' check (length(attribution) <= 300),
  url text check (length(url) <= 300)
);
create table film_rating (
  film_id bigint not null references film on delete cascade,
  site text not null references film_site,
  value real not null,
  votes integer not null check (votes >= 0),
  rated_on date not null,
  -- How many years old it was when the engine was last told.
  told_age smallint not null default 0,
  primary key (film_id, site)
);
create index film_rating_age on film_rating (rated_on);

-- How far an import has come; one that was cut off goes on behind its last batch.
create table film_import (
  source text not null check (source in ('imdb', 'movielens', 'file', 'tmdb')),
  -- Of what is read, and how.
  fingerprint text not null,
  step text not null,
  -- The last line of each file that is done.
  position jsonb not null,
  counts jsonb not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (source, fingerprint)
);

-- What was changed in the catalogue by hand, and what members propose. What was there is kept.
create table film_change (
  id bigint primary key default new_id(),
  -- Null for the proposal of a film that is not there yet.
  film_id bigint references film on delete cascade,
  account_id bigint references account on delete set null,
  status text not null check (status in ('done', 'proposed', 'declined')),
  before jsonb,
  after jsonb not null,
  note text not null default '' check (length(note) <= 500),
  decided_by bigint references account on delete set null,
  decided_at timestamptz
);
create index film_change_film on film_change (film_id, id desc);
create index film_change_proposed on film_change (id) where status = 'proposed';
create index film_change_account on film_change (account_id) where account_id is not null;
-- Who may change the catalogue and looks after films, named by the operator.
create table film_moderator (account_id bigint primary key references account on delete cascade);

-- What members say, as it is now.
create table film_vote (
  film_id bigint not null references film on delete cascade,
  account_id bigint not null references account on delete cascade,
  value smallint not null check (value in (1, -1)),
  voted_at timestamptz not null default now(),
  primary key (film_id, account_id)
);
create index film_vote_account on film_vote (account_id, voted_at desc, film_id);
create table film_watchlist (
  id bigint not null default new_id(),
  account_id bigint not null references account on delete cascade,
  film_id bigint not null references film on delete cascade,
  primary key (account_id, film_id)
);
create index film_watchlist_newest on film_watchlist (account_id, id desc);
create index film_watchlist_film on film_watchlist (film_id);
-- A review is a post; this is what it has besides.
create table film_review (
  id bigint primary key references post on delete cascade,
  film_id bigint not null references film on delete cascade,
  author_id bigint not null references account on delete cascade,
  -- story, acting, directing, visuals, music, each 1 to 10; null where none was given.
  aspects smallint[] not null check (cardinality(aspects) = 5),
  is_spoiler boolean not null default false,
  unique (film_id, author_id)
);
create index film_review_film on film_review (film_id, id desc);
create index film_review_author on film_review (author_id, id desc);
create table film_review_vote (
  review_id bigint not null references film_review on delete cascade,
  account_id bigint not null references account on delete cascade,
  value smallint not null check (value in (1, -1)),
  primary key (review_id, account_id)
);
create index film_review_vote_account on film_review_vote (account_id);

-- What members brought along from a diary that they kept elsewhere, so that it can be taken back.
create table film_diary_import (
  id bigint primary key default new_id(),
  account_id bigint not null references account on delete cascade
);
create index film_diary_import_account on film_diary_import (account_id, id desc);
create table film_diary_entry (
  import_id bigint not null references film_diary_import on delete cascade,
  film_id bigint not null references film on delete cascade,
  -- The vote, with its time, or the id of the wish: where these are others now, it was changed since and stays.
  value smallint check (value in (1, -1)),
  voted_at timestamptz,
  wish_id bigint,
  primary key (import_id, film_id),
  check ((value is null) = (voted_at is null) and (value is null) <> (wish_id is null))
);
create index film_diary_entry_film on film_diary_entry (film_id);

-- The log that scores and ranks are made of (engine/events.ts), from the first day on: `maru rebuild films` folds it anew. Ids of people
-- who have left stand in it as bare numbers. It is taken in in the order of (xid, id).
create table film_event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  -- Not when the transaction began: what waited for a row comes after what it waited for.
  at timestamptz not null default clock_timestamp(),
  type text not null,
  account_id bigint,
  film_id bigint,
  review_id bigint,
  -- The choice of a vote or a reaction, the level of a strike, the tier of a seed.
  value smallint,
  payload jsonb,
  -- Why it could not be taken in.
  error text
);
create index film_event_order on film_event (xid, id);

-- From here on everything is written by the consumer `films` only. Where it is in the log, and what the engine keeps of all films.
create table film_engine (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  event_id bigint not null default 0,
  totals jsonb
);
insert into film_engine default values;

create table film_member (
  account_id bigint primary key,
  tier smallint not null,
  -- What a vote weighs now, in thousandths.
  weight integer not null,
  state jsonb not null
);
create index film_member_tier on film_member (tier, account_id) where tier >= 2;

-- `voices` is who speaks, by tier; `distribution` counts reviews by the mean of their aspects, 1 to 10 (ranks/voices.ts).
create table film_state (
  film_id bigint primary key,
  state jsonb not null,
  voices jsonb not null,
  distribution integer[] not null,
  people integer not null
);
create index film_state_flagged on film_state (film_id) where (state ->> 'alarm')::boolean or (state -> 'held' ->> 'w')::bigint > 0;
create table film_opinion (
  account_id bigint not null,
  film_id bigint not null,
  -- In milliseconds, as the engine counts time.
  at double precision not null,
  is_active boolean not null,
  opinion smallint not null,
  weight integer not null,
  class smallint not null,
  epoch integer not null,
  watched_in integer not null,
  high integer not null,
  low integer not null,
  heard_in integer not null,
  primary key (account_id, film_id)
);
create table film_review_state (
  review_id bigint primary key,
  account_id bigint not null,
  film_id bigint not null,
  -- Weights of its likes less those of its dislikes, in thousandths of a vote.
  sympathy integer not null,
  is_active boolean not null,
  state jsonb not null
);
create index film_review_state_own on film_review_state (account_id, film_id, review_id);
create index film_review_state_film on film_review_state (film_id, sympathy desc, review_id desc) where is_active;
create table film_reaction (
  account_id bigint not null,
  review_id bigint not null,
  -- The order in which a member first reacted.
  place_of_member bigint generated by default as identity,
  value smallint not null,
  weight integer not null,
  place integer not null,
  points integer not null,
  at double precision not null,
  primary key (account_id, review_id)
);
create table film_pair (
  from_id bigint not null,
  to_id bigint not null,
  count integer not null,
  primary key (from_id, to_id)
);

-- What moved a member's points, tier and series, oldest first by id.
create table film_rank_entry (
  -- Made of the time of the event and its place, see ranks/entries.ts.
  id bigint not null,
  account_id bigint not null,
  at timestamptz not null,
  -- reaction, reversal, review-gone, strike, tier, series
  kind text not null,
  -- In hundredths of a point.
  delta integer not null default 0,
  points integer not null,
  tier smallint not null,
  review_id bigint,
  -- Of whoever reacted, at that time.
  by_tier smallint,
  -- Of a series: promotion or demotion, and the step: begun, game-won, game-lost, won, lost, dropped. Of a strike: its level.
  detail text,
  primary key (account_id, id)
);

-- What lists of films are ordered and narrowed by. Its row comes with the film; after that the catalogue writes `year` and `labels`, the consumer the rest.
create table film_rank (
  film_id bigint primary key references film on delete cascade,
  sort double precision not null,
  score double precision not null,
  evidence double precision not null,
  is_charted boolean not null,
  tier smallint,
  in_series boolean not null default false,
  -- Weights of opinions, each counting twice as much as one that is a half-life older, as a logarithm.
  heat double precision not null default 0,
  people integer not null default 0,
  year smallint,
  is_shown boolean not null default true,
  -- genre:drama, year:2025, on:netflix, tier:2
  labels text[] not null default '{}'
);
create index film_rank_sort on film_rank (sort desc, film_id) include (labels) where is_charted and is_shown;
create index film_rank_tier on film_rank (tier, sort desc, film_id) include (labels) where is_charted and is_shown;
create index film_rank_year_sort on film_rank (coalesce(year, 0), sort desc, film_id) include (labels, year) where is_charted and is_shown;
create index film_rank_thin on film_rank (sort desc, film_id) include (labels) where not is_charted and is_shown;
create index film_rank_heat on film_rank (heat desc, film_id) include (labels) where is_shown;
create index film_rank_year on film_rank (coalesce(year, 0) desc, film_id desc) include (labels, year) where is_shown;
create index film_rank_series on film_rank (sort desc, film_id) where in_series and is_shown;
create index film_rank_labels on film_rank using gin (labels) with (fastupdate = on, gin_pending_list_limit = 256);
