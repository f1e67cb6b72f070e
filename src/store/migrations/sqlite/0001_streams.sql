-- The books of one city or of many, in one SQLite file.
--
-- An event is one row with all it brings, and rows of events are only ever appended: their id is the position in the
-- order of commits. Beside them stands what is looked up: subjects, their states, items. Instants are microseconds since
-- 1970-01-01 UTC, days are counted from 1970-01-01 in Beijing, amounts are fen. For people there are the views `journal`,
-- `bill_current` and `document`, in Beijing time and yuan.
--
-- The number of a person stands in `subject` alone. Everywhere else "~" and the letters of `stand_in` take its place.

pragma application_id = 1497973809;  -- "YID1"

create table subject (
  id integer primary key,
  stand_in text not null unique,
  pool integer not null,
  kind text not null,
  number text not null
) strict;

-- Where the next event of a subject goes on from.
create table state (
  subject integer primary key,
  seq integer not null check (seq > 0),  -- number of the last event
  recorded integer not null,             -- when that was
  past text not null                     -- what the events so far have left behind
) strict;

-- What is known of a subject; apart from the state, because it changes rarely and the state with every event.
create table facts (
  subject integer primary key,
  facts text not null
) strict;

create table event (
  id integer primary key,
  subject integer not null,
  seq integer not null check (seq > 0),
  part integer not null,     -- of its change: 0 the first subject, 1 the second, …
  recorded integer not null,
  policy integer not null,
  kind text not null,
  ref text not null,
  actor text not null,
  engine text not null,
  key_digest blob not null,  -- a keyed hash of the request's key, by which it is found
  key text not null,
  content text not null,
  answer text not null,      -- empty: a document is the answer
  entries text not null,     -- [["fund","account","party","route",fen], …]: a debit is positive, a credit negative
  documents text not null,   -- [["name",bytes], …]
  texts text not null        -- of the documents, one after the other
) strict;
create unique index event_of_subject on event (subject, ref);  -- events of a subject are in the order of their id
create unique index event_of_key on event (key_digest) where part = 0;

-- What is to be found by something else than its subject: as its last event has left it.
create table item (
  subject integer not null,
  kind text not null,
  id text not null,
  pool integer not null,
  provider text not null,
  day text not null,
  care text not null,
  state text not null,
  due text not null,
  data text not null,
  primary key (subject, kind, id)
) strict, without rowid;
create index item_of_provider on item (kind, provider, day);
create index item_due on item (kind, due, subject, id) where due <> '';
-- Bills, which are written most, are listed by provider and by person; all else by day, too.
create index item_listed on item (kind, day, subject, id) where kind <> 'bill';

-- Sums of days: of all events up to the position in `summed`. They can be emptied and are made again.
create table day_sum (
  pool integer not null,
  fund text not null,
  account text not null,
  day integer not null,
  debit integer not null,
  credit integer not null,
  primary key (pool, fund, account, day)
) strict, without rowid;
-- Between which positions the events of a day lie.
create table day_range (
  day integer primary key,
  first integer not null,
  last integer not null
) strict;
create table summed (
  lane integer primary key,
  position integer not null
) strict;
insert into summed values (0, 0);

-- Packs that were in force when an event was decided.
create table policy (
  number integer primary key,
  digest text not null unique,
  archive blob not null
) strict;

create table setting (
  name text primary key,
  value text not null
) strict;

-- What is written stays as it was written.
create trigger event_is_kept before update on event begin select raise(abort, 'events are never changed'); end;
create trigger event_stays before delete on event begin select raise(abort, 'events are never deleted'); end;

create view journal as
select event.id as position, subject.pool, subject.kind as subject_kind, subject.number as person, event.seq,
  event.kind, replace(replace(event.key, '~%', '~'), '~' || subject.stand_in, subject.number) as key, event.ref,
  event.actor,
  strftime('%Y-%m-%d %H:%M:%S', event.recorded / 1000000, 'unixepoch', '+8 hours')
    || printf('.%06d', event.recorded % 1000000) as recorded,
  line.key as line, line.value ->> 0 as fund, line.value ->> 1 as account,
  replace(line.value ->> 2, '~' || subject.stand_in, subject.number) as party, line.value ->> 3 as route,
  printf('%d.%02d', max(line.value ->> 4, 0) / 100, max(line.value ->> 4, 0) % 100) as debit,
  printf('%d.%02d', max(-(line.value ->> 4), 0) / 100, max(-(line.value ->> 4), 0) % 100) as credit
from event
join subject on subject.id = event.subject
join json_each(nullif(event.entries, '')) as line;

-- The texts that events have left, with their stand-ins.
create view document as
select subject.pool, subject.kind as subject_kind, subject.number as person, event.seq, part.value ->> 0 as name,
  cast(substr(cast(event.texts as blob),
    1 + coalesce((select sum(before.value ->> 1) from json_each(event.documents) as before where before.key < part.key),
      0),
    part.value ->> 1) as text) as text
from event
join subject on subject.id = event.subject
join json_each(nullif(event.documents, '')) as part;

-- Each bill as the books have it now.
create view bill_current as
select subject.pool, subject.number as person, item.data ->> 'entry' as entry, item.data ->> 'version' as version,
  (select strftime('%Y-%m-%d %H:%M:%S', event.recorded / 1000000, 'unixepoch', '+8 hours')
    || printf('.%06d', event.recorded % 1000000)
    from event where event.subject = item.subject and event.seq = item.data ->> 'version') as recorded,
  coalesce(item.data ->> 'encounter', item.id) as encounter, item.provider, item.care, item.day as rule_date,
  item.state as status, item.data ->> 'policy_status' as policy_status,
  printf('%d.%02d', (item.data ->> 'total') / 100, (item.data ->> 'total') % 100) as total,
  printf('%d.%02d', (item.data ->> 'policy_scope') / 100, (item.data ->> 'policy_scope') % 100) as policy_scope,
  printf('%d.%02d', (item.data ->> 'fund_total') / 100, (item.data ->> 'fund_total') % 100) as fund_total,
  printf('%d.%02d', (item.data ->> 'account') / 100, (item.data ->> 'account') % 100) as account,
  printf('%d.%02d', (item.data ->> 'cash') / 100, (item.data ->> 'cash') % 100) as cash
from item
join subject on subject.id = item.subject
where item.kind = 'bill';
