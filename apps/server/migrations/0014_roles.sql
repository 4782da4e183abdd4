-- Who runs the site, and how somebody stands on it.

alter table account
  add column role text not null default 'member' check (role in ('member', 'moderator', 'admin', 'owner')),
  -- `limited`: their posts are for followers only, whatever they chose. `suspended`: to others they are not there.
  add column standing text not null default 'good' check (standing in ('good', 'limited', 'suspended')),
  -- When the standing is to be looked at again; null: it stays.
  add column standing_until timestamptz,
  -- Whether what they write in public is for followers only: by their own choice, or by their standing.
  add column is_closed boolean not null generated always as (is_private or standing <> 'good') stored;

-- Few, so that whatever leaves them out reads next to nothing.
create index account_standing on account (standing) where standing <> 'good';
create index account_role on account (role) where role <> 'member';
