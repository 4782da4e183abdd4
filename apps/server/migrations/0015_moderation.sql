-- Reports, what was decided, appeals, and the log of all that.

-- Hidden by moderators: `hidden_at` is then set too, and its author cannot take that back.
alter table post add column withheld_at timestamptz;

-- What moderators look at: one thing that was reported, by however many, until it is decided.
create table report_case (
  id bigint primary key default new_id(),
  subject_kind text not null check (subject_kind in ('post', 'account', 'message', 'chat')),
  -- Of a message the chat's id.
  subject_id bigint not null,
  -- The number of a message in its chat.
  seq integer not null default 0,
  -- Whom it is about; null for a group, and for somebody who is gone.
  account_id bigint references account on delete set null,
  state text not null default 'open' check (state in ('open', 'claimed', 'decided')),
  claimed_by bigint references account on delete set null,
  claimed_at timestamptz,
  check (state <> 'claimed' or claimed_at is not null)
);
create unique index report_case_subject on report_case (subject_kind, subject_id, seq) where state <> 'decided';
create index report_case_queue on report_case (state, id desc);
create index report_case_account on report_case (account_id, id desc);
create index report_case_claimed on report_case (claimed_by) where claimed_by is not null;

create table report (
  id bigint primary key default new_id(),
  case_id bigint not null references report_case on delete cascade,
  reporter_id bigint references account on delete set null,
  reason text not null check (reason in ('spam', 'harassment', 'illegal', 'spoiler', 'other')),
  text text not null default '' check (length(text) <= 2000),
  -- The thing as it was at that moment: it may be edited or deleted later.
  snapshot jsonb not null,
  unique (case_id, reporter_id)
);
create index report_reporter on report (reporter_id);

-- How somebody stands follows from those of their decisions that hold: not undone, and not over.
create table moderation_decision (
  id bigint primary key default new_id(),
  case_id bigint references report_case on delete set null,
  account_id bigint references account on delete cascade,
  action text not null check (action in ('none', 'warn', 'hide', 'limit', 'suspend')),
  reason text not null default '' check (length(reason) <= 1000),
  until timestamptz,
  post_id bigint,
  -- Whether its author had hidden the post before.
  was_hidden boolean not null default false,
  -- Null: the operator, at the command line.
  decided_by bigint references account on delete set null,
  is_by_operator boolean not null default false,
  undone_at timestamptz,
  undone_by bigint references account on delete set null,
  check (until is null or action in ('limit', 'suspend')),
  check ((action = 'hide') = (post_id is not null))
);
create index moderation_decision_account on moderation_decision (account_id, id desc);
create index moderation_decision_case on moderation_decision (case_id);
create index moderation_decision_decided_by on moderation_decision (decided_by);
create index moderation_decision_undone_by on moderation_decision (undone_by) where undone_by is not null;

create table appeal (
  -- One for each decision.
  decision_id bigint primary key references moderation_decision on delete cascade,
  id bigint not null unique default new_id(),
  text text not null check (length(text) between 1 and 2000),
  state text not null default 'open' check (state in ('open', 'granted', 'refused')),
  answer text not null default '' check (length(answer) <= 1000),
  -- When it was answered, as an id.
  answer_id bigint,
  decided_by bigint references account on delete set null,
  check ((state = 'open') = (answer_id is null))
);
create index appeal_state on appeal (state, id);
create index appeal_decided_by on appeal (decided_by) where decided_by is not null;

-- Who did what to whom, and why. Nothing is ever changed in it; people who go leave their name's place empty.
create table audit_entry (
  id bigint primary key default new_id(),
  via text not null check (via in ('site', 'command', 'schedule')),
  actor_id bigint references account on delete set null,
  action text not null,
  account_id bigint references account on delete set null,
  subject_kind text,
  subject_id bigint,
  reason text not null default '',
  detail jsonb not null default '{}'
);
create index audit_entry_actor on audit_entry (actor_id, id desc);
create index audit_entry_account on audit_entry (account_id, id desc);

-- What members have told of chats so far comes into the same queue, one case for each.
create table chat_report_case as
  select r.*, new_id(id_time(r.id)) as case_id from (
    select distinct on (chat_id, coalesce(seq, 0)) id, chat_id, coalesce(seq, 0) as seq from chat_report order by chat_id, coalesce(seq, 0), id
  ) r;
insert into report_case (id, subject_kind, subject_id, seq, account_id)
  select c.case_id, case when c.seq = 0 then 'chat' else 'message' end, c.chat_id, c.seq,
    (select m.author_id from chat_message m where m.chat_id = c.chat_id and m.seq = c.seq)
  from chat_report_case c;
-- Whoever told twice of the same has told once, with all their words.
insert into report (id, case_id, reporter_id, reason, text, snapshot)
  select min(r.id), c.case_id, r.reporter_id, (array_agg(r.reason order by r.id))[1], left(string_agg(r.text, E'\n' order by r.id), 2000),
    jsonb_build_object('seq', (array_agg(r.seq))[1], 'messages', (array_agg(r.messages order by r.id))[1])
  from chat_report r join chat_report_case c on c.chat_id = r.chat_id and c.seq = coalesce(r.seq, 0)
  group by c.case_id, r.reporter_id, case when r.reporter_id is null then r.id end;
drop table chat_report_case;
drop table chat_report;
