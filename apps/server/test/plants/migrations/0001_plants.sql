create table plant (
  id bigint primary key references topic on delete cascade,
  name text not null check (length(name) between 1 and 30)
);
