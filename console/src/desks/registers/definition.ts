// A register as its definition has it. Definitions are data of the packs, so pages are made from them: none of them
// knows any register by name.
import { valuesOf } from '@/api/fields';
import type { Role } from '@/api/session';
import type { Entry } from '@/api/types';
import type { Said } from '@/i18n/said';

export type FieldType =
  | 'text'
  | 'number'
  | 'money'
  | 'rate'
  | 'day'
  | 'time'
  | 'flag'
  | 'word'
  | 'region'
  | 'entry'
  | 'bill'
  | 'clause'
  | 'document';

export interface Field {
  field: string;
  type: FieldType;
  title: Said;
  required?: boolean;
  /** Never amended. */
  fixed?: boolean;
  many?: boolean;
  /** Of an entry: the register that has it. */
  of?: string;
  words?: { word: string; name: Said }[];
  clauses: string[];
}

export interface State {
  state: string;
  title: Said;
  final: boolean;
}

/** `do` is done by somebody; `at` happens by itself on the day in that field. */
export interface Move {
  do?: string;
  at?: string;
  title?: Said;
  by?: Role[];
  from: string[];
  to: string;
  needs: string[];
  /** "3 months", after the day in `since`, else after the entry came into its state. */
  within?: string;
  since?: string;
  clauses: string[];
}

export interface Check {
  name: string;
  check: string;
  otherwise: 'refuse' | 'warn';
  text: Said;
  due?: string;
  clauses: string[];
}

export interface Definition {
  register: string;
  title: Said;
  clauses: string[];
  fields: Field[];
  states: State[];
  moves: Move[];
  checks: Check[];
}

export interface ByHand extends Move {
  do: string;
  title: Said;
  by: Role[];
}

/** The state of an entry that is not registered yet. */
export const NEW = 'new';

export function isByHand(move: Move): move is ByHand {
  return move.do !== undefined && move.title !== undefined && move.by !== undefined;
}

/** What those roles may do from a state. */
export function movesFrom(definition: Definition, state: string, roles: readonly Role[]): ByHand[] {
  return definition.moves.filter(isByHand).filter((each) => each.from.includes(state) && inCommon(each.by, roles));
}

/** Everything those roles may do in a register, each once. */
export function movesOf(definition: Definition, roles: readonly Role[]): ByHand[] {
  return definition.moves.filter(isByHand).filter((each) => inCommon(each.by, roles));
}

function inCommon(some: readonly Role[], others: readonly Role[]): boolean {
  return some.some((each) => others.includes(each));
}

export function hasDeadlines(definition: Definition): boolean {
  return definition.moves.some((each) => each.within !== undefined);
}

/** The name of an entry where its register has a field for it, else its id. */
export function titleOf(entry: Pick<Entry, 'fields' | 'entry'>): string {
  return valuesOf(entry, 'name')[0] ?? entry.entry;
}

/** The fields that a list has room for: those that say something there, required ones first. */
export function columnsOf(definition: Definition, entries: readonly Entry[], most: number): Field[] {
  const said = definition.fields.filter(
    (each) => each.field !== 'name' && entries.some((entry) => valuesOf(entry, each.field).length > 0),
  );
  const chosen = [...said.filter((each) => each.required), ...said.filter((each) => !each.required)].slice(0, most);
  return said.filter((each) => chosen.includes(each));
}

export interface StateOnTheWay {
  state: string;
  since?: string;
  how: 'done' | 'now' | 'next';
  due?: string;
}

/** The states through which an entry came, that in which it is, and that which is due. */
export function wayOf(definition: Definition, entry: Entry): StateOnTheWay[] {
  const passed = (entry.steps ?? []).flatMap(({ to, on }) =>
    to === undefined || to === '' ? [] : [{ state: to, on }],
  );
  const way = passed.map(({ state, on }): StateOnTheWay => ({ state, since: on, how: 'done' }));
  const last = way.at(-1);
  if (last?.state === entry.state) last.how = 'now';
  else way.push({ state: entry.state, ...(entry.since ? { since: entry.since } : {}), how: 'now' });
  const next = definition.moves.find((each) => each.do === entry.next?.move && each.from.includes(entry.state));
  if (next && entry.next) way.push({ state: next.to, how: 'next', due: entry.next.due });
  return way;
}

/** What is sent: of an amendment what has changed alone, with null for what was emptied. */
export function changedFields(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
  fields: readonly Field[],
): Record<string, string | string[] | null> {
  const told: Record<string, string | string[] | null> = {};
  for (const { field, many } of fields) {
    const values = (after[field] ?? []).map((each) => each.trim()).filter((each) => each !== '');
    if (same(values, before[field] ?? [])) continue;
    told[field] = values.length === 0 ? null : many ? values : (values[0] ?? null);
  }
  return told;
}

function same(some: readonly string[], others: readonly string[]): boolean {
  const sorted = [...others].sort();
  return some.length === others.length && [...some].sort().every((each, at) => each === sorted[at]);
}
