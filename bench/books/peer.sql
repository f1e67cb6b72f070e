-- PostgreSQL by itself: the same rows, of the same sizes and under the same keys, written by one function and decided
-- by nobody. The texts are those of one typical bill of Yidan's books in this database.

create schema peer;
set search_path = peer;

create table file (like yidan.file including all) with (fillfactor = 60);
create table facts (like yidan.facts including all);
create table event (like yidan.event including all);
create table key (like yidan.key including all);
create table bill (like yidan.bill including all);
create table entry (like yidan.entry including all);
insert into file select * from yidan.file;
insert into facts select * from yidan.facts;

-- The hot-row design keeps what each account comes to.
create table balance (
  pool integer,
  fund text collate "C",
  account text collate "C",
  debit bigint not null,
  credit bigint not null,
  primary key (pool, fund, account)
);
insert into balance select distinct pool, fund, account, 0, 0 from yidan.entry;

create table typical as
select bill.* from yidan.bill as bill
order by abs(length(bill.text) + length(bill.steps) - (select avg(length(text) + length(steps)) from yidan.bill))
limit 1;
create table typical_event as
select event.*, file.past from yidan.event as event
join yidan.file as file using (pool, person)
join typical on event.pool = typical.pool and event.person = typical.person and event.seq = typical.version;
create table typical_entry as
select entry.* from yidan.entry as entry
join typical on entry.pool = typical.pool and entry.person = typical.person and entry.seq = typical.version;
analyze;

create function settle(number integer, hot boolean) returns bigint language plpgsql set search_path = peer as $$
declare
  city constant integer := 370600;
  who constant text collate "C" := '37060019700101' || lpad(number::text, 7, '0');
  known record;
  was typical_event;
  paid typical;
  now_at constant bigint := extract(epoch from clock_timestamp()) * 1000000;
  now_seq bigint;
begin
  select file.seq, file.past, facts.facts into strict known
    from file join facts using (pool, person) where pool = city and person = who for no key update of file;
  now_seq := known.seq + 1;
  if exists (select from key where key.key = who || '/' || now_seq) then
    return 0;
  end if;
  select * into strict was from typical_event;
  select * into strict paid from typical;
  update file set seq = now_seq, recorded = now_at, past = was.past where pool = city and person = who;
  insert into key (key, pool, person, seq) values (who || '/' || now_seq, city, who, now_seq);
  insert into event (pool, person, seq, recorded, policy, kind, key, ref, engine, content, answer)
    values (city, who, now_seq, now_at, was.policy, was.kind, who || '/' || now_seq, 'e:E' || now_seq, was.engine,
      was.content, was.answer);
  insert into bill (pool, person, version, entry, total, policy_scope, fund_total, account, cash, encounter, rule_date,
      status, policy_status, text, steps)
    values (city, who, now_seq, now_seq, paid.total, paid.policy_scope, paid.fund_total, paid.account, paid.cash,
      'E' || now_seq, paid.rule_date, paid.status, paid.policy_status, paid.text, paid.steps);
  insert into entry (pool, person, seq, line, amount, fund, account, party, route)
    select city, who, now_seq, line, amount, fund, account, party, route from typical_entry;
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
