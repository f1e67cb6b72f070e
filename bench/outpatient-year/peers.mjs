// The same year outside C++: DuckDB with window SQL, the rule engine ZEN with a decision table, a loop in JavaScript.
//   node peers.mjs year.csv --total FEN
// year.csv is what `outpatient_year_bench --export year.csv` writes; FEN is the total that the benchmark prints.
// Contenders alternate, the median of the rounds counts, and every answer of every round is checked.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { ZenEngine } from '@gorules/zen-engine';

const ROUNDS = 5;
// ZEN takes the whole years of the persons below this number, about 50,000 claims: it is too slow for all of them.
const ZEN_PERSONS = 6_250;

// sqlite_peer.h in DuckDB's words: `//` divides integers, and a sum of BIGINT, being wider, is cast back to it.
const YEAR_SQL = `
with based as (
  select seq, person, level, retired,
         scope - case when temporary = 1 then (scope * 100000 + 500000) // 1000000 else 0 end as base
  from claims),
first as (
  select *, cast(sum(base) over w as bigint) as filled
  from based window w as (partition by person order by seq rows unbounded preceding)),
low as (
  select *, least(50000, filled) - least(50000, filled - base) as part500 from first),
rest as (
  select *, case when level >= 2 then base - part500 else 0 end as offered from low),
high as (
  select *, cast(sum(offered) over w as bigint) as offered_sum
  from rest window w as (partition by person order by seq rows unbounded preceding)),
counted as (
  select seq, person,
         ((base - part500 - (least(30000, offered_sum) - least(30000, offered_sum - offered)))
          * (case level when 1 then 700000 when 2 then 600000 else 500000 end + retired * 50000) + 500000) // 1000000
           as computed
  from high),
capped as (
  select computed,
         cast(sum(computed) over (partition by person order by seq rows unbounded preceding) as bigint) as computed_sum
  from counted)
select cast(sum(least(180000, computed_sum) - least(180000, computed_sum - computed)) as bigint) from capped`;

async function duckdb(file, threads) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const one = async (sql) => (await connection.runAndReadAll(sql)).getRows()[0][0];
  if (threads) await connection.run(`set threads = ${threads}`);
  const columns = ['seq', 'person', 'level', 'temporary', 'retired', 'scope'].map((name) => `'${name}': 'bigint'`);
  await connection.run(
    `create table claims as from read_csv('${file.replaceAll("'", "''")}', header = true, columns = {${columns}})`);
  const used = await one(`select current_setting('threads')`);
  return { name: `DuckDB, window SQL in memory, threads: ${used}`, work: async () => Number(await one(YEAR_SQL)) };
}

function read(file) {
  const lines = readFileSync(file, 'latin1').trimEnd().split('\n');
  if (lines[0] !== 'seq,person,level,temporary,retired,scope') throw new Error(`${file} has other columns`);
  return lines.slice(1).map((line) => {
    const [, person, level, temporary, retired, scope] = line.split(',').map(Number);
    return { person, level, temporary, retired, scope };
  });
}

// Parts per million, half up. All values are integers below 2^53, and the quotient of such integers is never rounded up
// to the next integer while it is below 10^9, so this is exact.
const roundPpm = (exact) => Math.floor((exact + 500_000) / 1_000_000);

// The hand-written loop of outpatient_year_bench.cpp, in JavaScript.
function loop(claims) {
  const persons = claims.reduce((most, claim) => Math.max(most, claim.person), 0) + 1;
  const column = (name) => Int32Array.from(claims, (claim) => claim[name]);
  const [person, level, temporary, retired, scope] =
    ['person', 'level', 'temporary', 'retired', 'scope'].map(column);
  const deductible = [0, 50_000, 80_000, 80_000];
  const ratio = [0, 700_000, 600_000, 500_000];
  return () => {
    const absorbed = new Int32Array(persons);
    const paid = new Int32Array(persons);
    let total = 0;
    for (let i = 0; i < scope.length; ++i) {
      const p = person[i];
      const base = temporary[i] ? scope[i] - roundPpm(scope[i] * 100_000) : scope[i];
      const takes = Math.min(Math.max(deductible[level[i]] - absorbed[p], 0), base);
      const exact = (base - takes) * (ratio[level[i]] + (retired[i] ? 50_000 : 0));
      const fund = Math.min(roundPpm(exact), Math.max(180_000 - paid[p], 0));
      absorbed[p] += takes;
      paid[p] += fund;
      total += fund;
    }
    return total;
  };
}

// Cuts the claims, in order, into waves in which no person comes twice: these need not wait for each other.
function wavesOf(claims) {
  const waves = [];
  let persons = new Set();
  for (const claim of claims) {
    if (waves.length === 0 || persons.has(claim.person)) {
      waves.push([]);
      persons = new Set();
    }
    persons.add(claim.person);
    waves.at(-1).push(claim);
  }
  return waves;
}

// The same graph that takes a list of claims in one call.
function overList(model) {
  const listed = structuredClone(model);
  for (const { content } of listed.nodes) {
    if (!('executionMode' in content)) continue;
    Object.assign(content, { executionMode: 'loop', inputField: 'claims', outputPath: 'claims' });
  }
  return listed;
}

// Parameters by decision table, arithmetic in ZEN's expressions, whose decimals are exact and round half up; JavaScript
// keeps only what each person's year has absorbed and paid.
function zen(claims, evaluateWave) {
  const waves = wavesOf(claims);
  return async () => {
    const state = new Map();
    let total = 0;
    for (const wave of waves) {
      const asked = wave.map((claim) => ({ ...claim, ...(state.get(claim.person) ?? { absorbed: 0, paid: 0 }) }));
      const answers = await evaluateWave(asked);
      answers.forEach(({ takes, fund }, i) => {
        const { person, absorbed, paid } = asked[i];
        state.set(person, { absorbed: absorbed + takes, paid: paid + fund });
        total += fund;
      });
    }
    return total;
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const yuan = (fen) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });

async function compare(title, claims, total, contenders) {
  for (const contender of contenders) contender.seconds = [];
  for (let round = 0; round < ROUNDS; ++round) {
    for (const { name, work, seconds } of contenders) {
      const start = performance.now();
      const answer = await work();
      seconds.push((performance.now() - start) / 1e3);
      if (answer !== total) throw new Error(`wrong answer: ${name} pays ${answer} fen, not ${total}`);
    }
  }
  console.log(`${title} (median of ${ROUNDS} rounds)`);
  for (const { name, seconds } of contenders) {
    const rate = Math.round(claims.length / median(seconds)).toLocaleString('en-US');
    console.log(`  ${name.padEnd(52)} ${rate.padStart(12)} claims/s  ${yuan(total).padStart(15)} yuan  checked`);
  }
}

const { values, positionals } = parseArgs({ options: { total: { type: 'string' } }, allowPositionals: true });
if (positionals.length !== 1 || !/^\d+$/.test(values.total ?? '')) {
  console.error('usage: node peers.mjs year.csv --total FEN');
  process.exit(2);
}
const [file] = positionals;
const claims = read(file);
await compare(`W1 outside C++: ${claims.length.toLocaleString('en-US')} claims`, claims, Number(values.total), [
  { name: 'JavaScript loop', work: loop(claims) },
  await duckdb(file, 1),
  await duckdb(file),
]);

const fewer = claims.filter((claim) => claim.person < ZEN_PERSONS);
const fewerLoop = loop(fewer);
const model = JSON.parse(readFileSync(new URL('yantai-outpatient.json', import.meta.url)));
const single = new ZenEngine().createDecision(model);
const listed = new ZenEngine().createDecision(overList(model));
await compare(`the whole years of ${ZEN_PERSONS.toLocaleString('en-US')} persons: ` +
    `${fewer.length.toLocaleString('en-US')} claims`, fewer, fewerLoop(), [
  { name: 'JavaScript loop', work: fewerLoop },
  { name: 'ZEN, a call per claim, many under way',
    work: zen(fewer, async (wave) => (await Promise.all(wave.map((claim) => single.evaluate(claim))))
      .map(({ result }) => result)) },
  { name: 'ZEN, a call per list of claims',
    work: zen(fewer, async (wave) => (await listed.evaluate({ claims: wave })).result.claims) },
]);
