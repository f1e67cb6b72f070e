-- PostgreSQL by itself: the same rows, of the same sizes and under the same keys, written by one function and decided
-- by nobody. The texts are those of one typical bill of Yidan's books in this database.

create schema peer;
set search_path = peer;

create table state (like yidan.state including all) with (fillfactor = 60);
create table facts (like yidan.facts including all);
create table event (like yidan.event including all) with (toast_tuple_target = 256);
create table key (like yidan.key including all);
create table item (like yidan.item including all);
create table feed (position bigint generated always as identity primary key, subject uuid not null, seq bigint not null);
insert into state select * from yidan.state;
insert into facts select * from yidan.facts;

-- The persons by their numbers, as the clients know them.
create table person (number integer primary key, subject uuid not null);
insert into person select right(subject.number, 7)::integer, subject.subject from yidan.subject;

-- The hot-row design keeps what each account comes to.
create table balance (
  pool integer,
  fund text collate "C",
  account text collate "C",
  debit bigint not null,
  credit bigint not null,
  primary key (pool, fund, account)
);
insert into balance select distinct pool, fund, account, 0::bigint, 0::bigint from yidan.journal;

create table typical_event as
select event.*, state.past from yidan.event as event
join yidan.state as state using (subject)
where event.kind = 'settle'
order by abs(length(event.texts) - (select avg(length(texts)) from yidan.event where kind = 'settle'))
limit 1;
create table typical as
select item.* from yidan.item as item
join typical_event on item.subject = typical_event.subject and item.id = substr(typical_event.ref, 3);
create table typical_entry as
select line.value ->> 0 as fund, line.value ->> 1 as account, (line.value ->> 4)::bigint as amount
from typical_event cross join lateral json_array_elements(typical_event.entries::json) as line (value);
analyze;

create function settle(number integer, hot boolean) returns bigint language plpgsql set search_path = peer as $$
declare
  city constant integer := 370600;
  who uuid;
  known record;
  was typical_event;
  row typical;
  now_at constant bigint := extract(epoch from clock_timestamp()) * 1000000;
  now_seq bigint;
  now_key uuid;
begin
  select subject into strict who from person where person.number = settle.number;
  select state.seq, state.past, facts.facts into strict known
    from state join facts using (subject) where subject = who for no key update of state;
  now_seq := known.seq + 1;
  now_key := md5(who::text || '/' || now_seq)::uuid;
  if exists (select from key where key.key = now_key) then
    return 0;
  end if;
  select * into strict was from typical_event;
  select * into strict row from typical;
  update state set seq = now_seq, recorded = now_at, past = was.past where subject = who;
  insert into key (key, subject, seq) values (now_key, who, now_seq);
  insert into event (subject, seq, recorded, policy, kind, ref, actor, engine, key, content, answer, entries, documents,
      texts)
    values (who, now_seq, now_at, was.policy, was.kind, 'e:E' || now_seq, was.actor, was.engine, was.key, was.content,
      was.answer, was.entries, was.documents, was.texts);
  insert into item (subject, kind, id, pool, provider, day, care, state, due, data)
    values (who, row.kind, 'E' || now_seq, city, row.provider, row.day, row.care, row.state, row.due, row.data);
  insert into feed (subject, seq) values (who, now_seq);
  if hot then
    -- In one order, or two bills wait for each other.
    perform from balance join typical_entry using (fund, account) where balance.pool = city
      order by fund, account for update of balance;
    update balance set debit = debit + greatest(each.amount, 0), credit = credit + greatest(-each.amount, 0)
      from (select fund, account, sum(amount) as amount from typical_entry group by fund, account) as each
      where balance.pool = city and balance.fund = each.fund and balance.account = each.account;
  end if;
  return now_seq;
end $$;
