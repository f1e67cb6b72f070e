-- The books of one city or of many, in one SQLite file.
--
-- What grows with every bill is only ever appended: events by their id, bills and entries by the id of their event and
-- their line in it (id = event * 2^20 + line). Instants are microseconds since 1970-01-01 UTC, amounts are fen.
-- For people there are the views `journal` and `bill_current`, in Beijing time.

pragma application_id = 1497645390;  -- "YDAN"

-- One a person and pool: where the next event goes on from.
create table file (
  id integer primary key,
  pool integer not null,
  person text not null,
  seq integer not null check (seq > 0),  -- number of the last event
  recorded integer not null,             -- when that was
  past text not null,                    -- what the bills so far have left behind
  unique (pool, person)
) strict;

-- What is known of a person; apart from the file, because it changes rarely and the file with every bill.
create table facts (
  file integer primary key,
  facts text not null
) strict;

create table event (
  id integer primary key,
  file integer not null,
  seq integer not null check (seq > 0),
  recorded integer not null,
  policy integer not null,
  kind text not null,
  key text not null unique,
  ref text not null,
  engine text not null,
  content text not null,
  answer text not null,  -- empty: the text of the bill of this event
  unique (file, ref)  -- events of a file are in the order of their id
) strict;

-- The bill of the encounter of event number `entry`, as `event` left it.
create table bill (
  id integer primary key,
  event integer not null as (id >> 20),
  entry integer not null,
  encounter text not null,
  rule_date text not null,
  status text not null,
  policy_status text not null,
  total integer not null,
  policy_scope integer not null,
  fund_total integer not null,
  account integer not null,
  cash integer not null,
  text text not null,
  steps text not null
) strict;

-- The lines of the posting of an event: a debit is positive, a credit negative.
create table entry (
  id integer primary key,
  event integer not null as (id >> 20),
  line integer not null as (id & 1048575),
  fund text not null,
  account text not null,
  party text not null,
  route text not null,
  amount integer not null
) strict;

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
create trigger bill_is_kept before update on bill begin select raise(abort, 'bills are never changed'); end;
create trigger bill_stays before delete on bill begin select raise(abort, 'bills are never deleted'); end;
create trigger entry_is_kept before update on entry begin select raise(abort, 'entries are never changed'); end;
create trigger entry_stays before delete on entry begin select raise(abort, 'entries are never deleted'); end;

create view journal as
select file.pool, file.person, event.seq, event.kind, event.key, event.ref,
  strftime('%Y-%m-%d %H:%M:%S', event.recorded / 1000000, 'unixepoch', '+8 hours')
    || printf('.%06d', event.recorded % 1000000) as recorded,
  entry.line, entry.fund, entry.account, entry.party, entry.route,
  max(entry.amount, 0) as debit, max(-entry.amount, 0) as credit
from event
join file on file.id = event.file
join entry on entry.id between event.id << 20 and (event.id << 20) + 1048575;

-- Each bill as the books have it now.
create view bill_current as
select file.pool, file.person, bill.entry, max(event.seq) as version,
  strftime('%Y-%m-%d %H:%M:%S', event.recorded / 1000000, 'unixepoch', '+8 hours')
    || printf('.%06d', event.recorded % 1000000) as recorded,
  bill.encounter, bill.rule_date, bill.status, bill.policy_status,
  bill.total, bill.policy_scope, bill.fund_total, bill.account, bill.cash, bill.text, bill.steps
from event
join file on file.id = event.file
join bill on bill.id between event.id << 20 and (event.id << 20) + 1048575
group by file.id, bill.entry;
