-- Up to where somebody has read their home, for the page of what they missed.
create table last_read (
  account_id bigint primary key references account (id) on delete cascade,
  -- No foreign key: the place stays when the post goes.
  post_id bigint not null,
  at timestamptz not null default now()
);
