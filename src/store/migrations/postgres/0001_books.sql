-- The books of one city or of many, in the schema `yidan` of a PostgreSQL database.
--
-- Everything about a person begins with (pool, person) and lies in one of 8 partitions by the hash of the two; the keys
-- of requests are spread by their own. Instants are microseconds since 1970-01-01 UTC, amounts are fen. For people there
-- are the views `journal` and `bill_current`, in Beijing time.

-- One a person and pool: where the next event goes on from. A page keeps room, so that a change stays on it.
create table yidan.file (
  pool integer not null,
  person text collate "C" not null,
  seq bigint not null check (seq > 0),  -- number of the last event
  recorded bigint not null,             -- when that was
  past text not null,                   -- what the bills so far have left behind
  primary key (pool, person)
) partition by hash (pool, person);

-- What is known of a person; apart from the file, because it changes rarely and the file with every bill.
create table yidan.facts (
  pool integer not null,
  person text collate "C" not null,
  facts text not null,
  primary key (pool, person)
) partition by hash (pool, person);

create table yidan.event (
  pool integer not null,
  person text collate "C" not null,
  seq bigint not null check (seq > 0),
  recorded bigint not null,
  policy bigint not null,
  kind text not null,
  key text collate "C" not null,
  ref text collate "C" not null,
  engine text not null,
  content text not null,
  answer text not null,  -- empty: the text of the bill of this event
  primary key (pool, person, seq),
  unique (pool, person, ref)
) partition by hash (pool, person);

-- Which event a request caused; here a key is unique in the whole store.
create table yidan.key (
  key text collate "C" primary key,
  pool integer not null,
  person text collate "C" not null,
  seq bigint not null
) partition by hash (key);

-- The bill of the encounter of event number `entry`, as event number `version` left it.
create table yidan.bill (
  pool integer not null,
  person text collate "C" not null,
  version bigint not null,
  entry bigint not null,
  total bigint not null,
  policy_scope bigint not null,
  fund_total bigint not null,
  account bigint not null,
  cash bigint not null,
  encounter text not null,
  rule_date text not null,
  status text not null,
  policy_status text not null,
  text text not null,
  steps text not null,
  primary key (pool, person, version, entry)
) partition by hash (pool, person);

-- The lines of the posting of an event: a debit is positive, a credit negative.
create table yidan.entry (
  pool integer not null,
  person text collate "C" not null,
  seq bigint not null,
  line integer not null,
  amount bigint not null,
  fund text collate "C" not null,
  account text collate "C" not null,
  party text not null,
  route text not null,
  primary key (pool, person, seq, line)
) partition by hash (pool, person);

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
  part integer;
  parent text;
begin
  foreach parent in array array['file', 'facts', 'event', 'key', 'bill', 'entry'] loop
    for part in 0..7 loop
      execute format('create table yidan.%s_%s partition of yidan.%s for values with (modulus 8, remainder %s) %s',
        parent, to_char(part, 'FM00'), parent, part, case parent when 'file' then 'with (fillfactor = 60)' else '' end);
    end loop;
  end loop;
end $$;

-- What is written stays as it was written.
create function yidan.refuse() returns trigger language plpgsql as
  $$ begin raise exception 'events, bills and entries are never changed or deleted'; end $$;
create trigger event_is_kept before update or delete on yidan.event for each row execute function yidan.refuse();
create trigger bill_is_kept before update or delete on yidan.bill for each row execute function yidan.refuse();
create trigger entry_is_kept before update or delete on yidan.entry for each row execute function yidan.refuse();

create view yidan.journal as
select event.pool, event.person, event.seq, event.kind, event.key, event.ref,
  timestamp '1970-01-01 08:00' + event.recorded * interval '1 microsecond' as recorded,
  entry.line, entry.fund, entry.account, entry.party, entry.route,
  greatest(entry.amount, 0) as debit, greatest(-entry.amount::numeric, 0) as credit
from yidan.event join yidan.entry using (pool, person, seq);

-- Each bill as the books have it now.
create view yidan.bill_current as
select distinct on (bill.pool, bill.person, bill.entry)
  bill.pool, bill.person, bill.entry, bill.version,
  timestamp '1970-01-01 08:00' + event.recorded * interval '1 microsecond' as recorded,
  bill.encounter, bill.rule_date, bill.status, bill.policy_status,
  bill.total, bill.policy_scope, bill.fund_total, bill.account, bill.cash, bill.text, bill.steps
from yidan.bill
join yidan.event on event.pool = bill.pool and event.person = bill.person and event.seq = bill.version
order by bill.pool, bill.person, bill.entry, bill.version desc;
