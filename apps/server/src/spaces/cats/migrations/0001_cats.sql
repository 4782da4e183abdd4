-- Cats: each is a topic of the core, under the same id. Dates are days by the site's clock.
create table cat (
  id bigint primary key references topic on delete cascade,
  name text not null check (length(name) between 1 and 30),
  breed text,
  -- Where only a month, a season or a year is known: its first day.
  birthday date check (birthday >= '1980-01-01'),
  birthday_precision text check (birthday_precision in ('day', 'month', 'season', 'year')),
  adopted_on date check (adopted_on >= '1980-01-01'),
  memorial_on date check (memorial_on >= '1980-01-01'),
  sex text check (sex in ('female', 'male')),
  neutered boolean,
  colour text,
  pattern text,
  personality text[] not null default '{}' check (cardinality(personality) <= 5),
  story text not null default '' check (length(story) <= 2000),
  -- A picture of one of its people, or of one who was; it goes with the account that uploaded it.
  photo_id bigint references media on delete set null,
  is_private boolean not null default false,
  -- Written only by the consumer `cats`, for the order of the directory.
  followers integer not null default 0,
  created_at timestamptz not null default now(),
  check ((birthday is null) = (birthday_precision is null)),
  check (adopted_on >= birthday),
  check (memorial_on >= birthday),
  check (memorial_on >= adopted_on)
);
create index cat_photo on cat (photo_id) where photo_id is not null;
-- The directory, newest first or most followed first. The columns behind are what it filters by, so that a rare combination is found in the
-- index alone.
create index cat_newest on cat (id desc) include (breed, colour, pattern, birthday, memorial_on, is_private);
create index cat_newest_breed on cat (breed, id desc) include (colour, pattern, birthday, memorial_on, is_private);
create index cat_newest_colour on cat (colour, id desc) include (breed, pattern, birthday, memorial_on, is_private);
create index cat_newest_pattern on cat (pattern, id desc) include (breed, colour, birthday, memorial_on, is_private);
create index cat_followed on cat (followers desc, id desc) include (breed, colour, pattern, birthday, memorial_on, is_private);

-- Who lives with it; the one who came first stands first. There is always one: the rules lock the cat before somebody leaves.
create table cat_person (
  id bigint not null default new_id(),
  cat_id bigint not null references cat on delete cascade,
  account_id bigint not null references account on delete cascade,
  -- Whose invitation was accepted; null for the one who registered it.
  invited_by bigint references account on delete set null,
  primary key (cat_id, account_id)
);
create index cat_person_account on cat_person (account_id, id desc) include (cat_id);
create index cat_person_invited_by on cat_person (invited_by, account_id) where invited_by is not null;

create table cat_invitation (
  id bigint not null default new_id(),
  cat_id bigint not null references cat on delete cascade,
  account_id bigint not null references account on delete cascade,
  from_id bigint not null references account on delete cascade,
  primary key (cat_id, account_id),
  check (account_id <> from_id)
);
create index cat_invitation_account on cat_invitation (account_id, id desc) include (cat_id, from_id);
create index cat_invitation_from on cat_invitation (from_id);

-- "Actually it is …": what people say of a picture of their own, and whether it may be learnt from.
create table cat_correction (
  id bigint not null default new_id(),
  cat_id bigint not null references cat on delete cascade,
  account_id bigint not null references account on delete cascade,
  media_id bigint not null references media on delete cascade,
  breed text not null,
  consent boolean not null,
  created_at timestamptz not null default now(),
  primary key (media_id)
);
create index cat_correction_cat on cat_correction (cat_id);
create index cat_correction_account on cat_correction (account_id);
create index cat_correction_export on cat_correction (id) where consent;
