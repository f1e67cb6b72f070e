-- The books of one city or of many, in the schema `yidan` of a PostgreSQL database.
--
-- Everything about a subject begins with its stand-in (`subject`), and what is looked for by a request's key begins with
-- a keyed hash of that: these are the columns by which the tables can be spread over many servers (docs/books.md). No
-- unique key lacks its table's column, and no table refers to another by a foreign key. Instants are microseconds since
-- 1970-01-01 UTC, days are counted from 1970-01-01 in Beijing, amounts are fen. For people there are the views
-- `journal`, `bill_current` and `document`, in Beijing time and yuan.
--
-- The number of a person stands in the table `subject` alone. In texts its `mark` takes its place.

create table yidan.subject (
  subject uuid primary key,
  pool integer not null,
  kind text collate "C" not null,
  number text collate "C" not null,
  mark text collate "C" not null
);

-- Where the next event of a subject goes on from. A page keeps room, so that a change stays on it.
create table yidan.state (
  subject uuid primary key,
  seq bigint not null check (seq > 0),  -- number of the last event
  recorded bigint not null,             -- when that was
  past text not null                    -- what the events so far have left behind
) with (fillfactor = 60);

-- What is known of a subject; apart from the state, because it changes rarely and the state with every event.
create table yidan.facts (
  subject uuid primary key,
  facts text not null
);

-- An event with all it brings. Its texts are compressed on their page, never put aside.
create table yidan.event (
  subject uuid not null,
  seq bigint not null check (seq > 0),
  recorded bigint not null,
  policy bigint not null,
  kind text not null,
  ref text collate "C" not null,
  actor text not null,
  engine text not null,
  key text not null,
  content text not null,
  answer text not null,     -- empty: a document is the answer
  entries text not null,    -- [["fund","account","party","route",fen], …]: a debit is positive, a credit negative
  documents text not null,  -- [["name",bytes], …]
  texts text not null,      -- of the documents, one after the other
  primary key (subject, seq),
  unique (subject, ref)
) with (toast_tuple_target = 256);

-- Which event a request caused: the first of its change. Here a key is unique in the whole store.
create table yidan.key (
  key uuid primary key,
  subject uuid not null,
  seq bigint not null
);

-- What is to be found by something else than its subject: as its last event has left it.
create table yidan.item (
  subject uuid not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  pool integer not null,
  provider text collate "C" not null,
  day text collate "C" not null,
  care text collate "C" not null,
  state text collate "C" not null,
  due text collate "C" not null,
  data text not null,
  primary key (subject, kind, id)
);
create index item_of_provider on yidan.item (kind, provider, day);
create index item_due on yidan.item (kind, due, subject, id) where due <> '';
-- Bills, which are written most, are listed by provider and by person; all else by day, too.
create index item_listed on yidan.item (kind, day, subject, id) where kind <> 'bill';

-- The order of commits: a row a transaction, with the events that it has added; the last of them has position `last`.
-- Whoever adds one holds the row of its lane until the transaction ends, so that no position comes to light late.
create table yidan.lane (
  lane integer primary key,
  last bigint not null
);
insert into yidan.lane values (0, 0);
create table yidan.feed (
  lane integer not null,
  last bigint not null,
  subjects uuid[] not null,
  seqs bigint[] not null,
  primary key (lane, last)
);

-- Sums of days: of all events up to the position in `summed`. They can be emptied and are made again.
create table yidan.day_sum (
  lane integer not null,
  pool integer not null,
  fund text collate "C" not null,
  account text collate "C" not null,
  day bigint not null,
  debit bigint not null,
  credit bigint not null,
  primary key (lane, pool, fund, account, day)
);
-- Between which positions the events of a day lie.
create table yidan.day_range (
  lane integer not null,
  day bigint not null,
  first bigint not null,
  last bigint not null,
  primary key (lane, day)
);
create table yidan.summed (
  lane integer primary key,
  position bigint not null
);
insert into yidan.summed values (0, 0);

-- Packs that were in force when an event was decided.
create table yidan.policy (
  number bigint generated always as identity primary key,
  digest text collate "C" not null unique,
  archive bytea not null
);

create table yidan.setting (
  name text collate "C" primary key,
  value text not null
);

do $$
declare
  name text;
begin
  foreach name in array array['content', 'answer', 'entries', 'documents', 'texts'] loop
    execute format('alter table yidan.event alter column %I set storage main', name);
    begin
      execute format('alter table yidan.event alter column %I set compression lz4', name);
    exception when feature_not_supported then  -- a server without it has its own way
    end;
  end loop;
end $$;

-- What is written stays as it was written.
create function yidan.refuse() returns trigger language plpgsql as
  $$ begin raise exception 'events are never changed or deleted'; end $$;
create trigger event_is_kept before update or delete on yidan.event for each row execute function yidan.refuse();

create view yidan.journal as
select subject.pool, subject.kind as subject_kind, subject.number as person, event.seq, event.kind,
  replace(replace(event.key, '~%', '~'), subject.mark, subject.number) as key, event.ref, event.actor,
  timestamp '1970-01-01 08:00' + event.recorded * interval '1 microsecond' as recorded,
  line.n - 1 as line, line.value ->> 0 as fund, line.value ->> 1 as account,
  replace(line.value ->> 2, subject.mark, subject.number) as party, line.value ->> 3 as route,
  (greatest((line.value ->> 4)::numeric, 0) / 100)::numeric(20, 2) as debit,
  (greatest(-(line.value ->> 4)::numeric, 0) / 100)::numeric(20, 2) as credit
from yidan.event
join yidan.subject using (subject)
cross join lateral json_array_elements(nullif(event.entries, '')::json) with ordinality as line (value, n);

-- The texts that events have left, with their stand-ins.
create view yidan.document as
select subject.pool, subject.kind as subject_kind, subject.number as person, event.seq, part.value ->> 0 as name,
  convert_from(substring(convert_to(event.texts, 'UTF8')
    from (1 + part.before)::integer for (part.value ->> 1)::integer), 'UTF8') as text
from yidan.event
join yidan.subject using (subject)
cross join lateral (
  select value, coalesce(sum((value ->> 1)::bigint) over (order by n rows between unbounded preceding and 1 preceding),
    0) as before
  from json_array_elements(nullif(event.documents, '')::json) with ordinality as each (value, n)) as part;

-- Each bill as the books have it now.
create view yidan.bill_current as
select subject.pool, subject.number as person, (bill.data ->> 'entry')::bigint as entry,
  (bill.data ->> 'version')::bigint as version,
  (select timestamp '1970-01-01 08:00' + event.recorded * interval '1 microsecond' from yidan.event
    where event.subject = item.subject and event.seq = (bill.data ->> 'version')::bigint) as recorded,
  coalesce(bill.data ->> 'encounter', item.id) as encounter, item.provider, item.care, item.day as rule_date,
  item.state as status, bill.data ->> 'policy_status' as policy_status,
  ((bill.data ->> 'total')::numeric / 100)::numeric(20, 2) as total,
  ((bill.data ->> 'policy_scope')::numeric / 100)::numeric(20, 2) as policy_scope,
  ((bill.data ->> 'fund_total')::numeric / 100)::numeric(20, 2) as fund_total,
  ((bill.data ->> 'account')::numeric / 100)::numeric(20, 2) as account,
  ((bill.data ->> 'cash')::numeric / 100)::numeric(20, 2) as cash
from yidan.item
join yidan.subject using (subject)
cross join lateral (select item.data::json as data) as bill
where item.kind = 'bill';
