import { describe, expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import type { Entry } from '@/api/types';
import {
  changedFields,
  columnsOf,
  movesFrom,
  movesOf,
  titleOf,
  wayOf,
  type Definition,
  type Field,
} from './definition';
import { fieldsOf, placeOf } from './form';

const said = (zh: string): { zh: string; en: string } => ({ zh, en: zh });
const field = (name: string, more: Partial<Field> = {}): Field => ({
  field: name,
  type: 'text',
  title: said(name),
  clauses: [],
  ...more,
});
const move = (what: string, from: string[], to: string, by: 'designation' | 'window', needs: string[] = []) => ({
  do: what,
  title: said(what),
  by: [by],
  from,
  to,
  needs,
  clauses: [],
});

const definition: Definition = {
  register: 'agreement',
  title: said('协议'),
  clauses: [],
  fields: [
    field('remark'),
    field('provider', { required: true, fixed: true }),
    field('signed', { type: 'day' }),
    field('cares', { many: true }),
  ],
  states: [
    { state: 'received', title: said('收到'), final: false },
    { state: 'in-force', title: said('有效'), final: false },
    { state: 'ended', title: said('终止'), final: true },
  ],
  moves: [
    move('apply', ['new'], 'received', 'window', ['provider']),
    { ...move('sign', ['received'], 'in-force', 'designation', ['signed']), within: '30 days' },
    { at: 'until', from: ['in-force'], to: 'ended', needs: [], clauses: [] },
  ],
  checks: [],
};

const entry = {
  format: 'yidan.entry/1',
  pool: '370800',
  register: 'agreement',
  entry: 'A1',
  on: '2023-01-01',
  state: 'received',
  state_text: said('收到'),
  since: '2022-12-01',
  fields: { provider: 'H1', cares: ['inpatient', 'outpatient'] },
  next: { move: 'sign', text: said('签订'), due: '2022-12-31', days_overdue: 1 },
  steps: [{ did: 'open', move: 'apply', on: '2022-12-01', to: 'received', recorded: '2022-12-01 00:00:00' }],
} satisfies Entry;

describe('a definition', () => {
  it('says what a role may do, and nothing that happens by itself', () => {
    expect(movesFrom(definition, 'received', ['designation']).map((each) => each.do)).toEqual(['sign']);
    expect(movesFrom(definition, 'received', ['window'])).toEqual([]);
    expect(movesFrom(definition, 'in-force', ['designation', 'window'])).toEqual([]);
    expect(movesOf(definition, ['window']).map((each) => each.do)).toEqual(['apply']);
  });

  it('chooses columns that say something, in the order of the definition', () => {
    expect(columnsOf(definition, [entry], 1).map((each) => each.field)).toEqual(['provider']);
    expect(columnsOf(definition, [entry], 4).map((each) => each.field)).toEqual(['provider', 'cares']);
    expect(titleOf(entry)).toBe('A1');
    expect(titleOf({ entry: 'H1', fields: { name: '兰山医院' } })).toBe('兰山医院');
  });

  it('lays out the way with what is due', () => {
    expect(wayOf(definition, entry)).toEqual([
      { state: 'received', since: '2022-12-01', how: 'now' },
      { state: 'in-force', how: 'next', due: '2022-12-31' },
    ]);
  });

  it('ends the way in a state that came by itself', () => {
    const ended: Entry = { ...entry, state: 'ended', since: '2023-01-01' };
    delete ended.next;
    expect(wayOf(definition, ended).map((each) => [each.state, each.how])).toEqual([
      ['received', 'done'],
      ['ended', 'now'],
    ]);
  });
});

describe('a form', () => {
  it('asks for what the act needs', () => {
    const [apply] = movesFrom(definition, 'new', ['window']);
    const [sign] = movesFrom(definition, 'received', ['designation']);
    if (!apply || !sign) throw new Error('the definition has both');
    const opens = fieldsOf(definition, { do: 'open', move: apply });
    expect(opens.needed.map((each) => each.field)).toEqual(['provider']);
    const moves = fieldsOf(definition, { do: 'move', move: sign });
    expect(moves.needed.map((each) => each.field)).toEqual(['signed']);
    expect(moves.others.map((each) => each.field)).toEqual(['remark', 'cares']); // what is fixed is not asked again
    expect(fieldsOf(definition, { do: 'amend' }).needed.map((each) => each.field)).not.toContain('provider');
  });

  it('sends what has changed alone', () => {
    const before = { remark: ['a'], signed: [], cares: ['x', 'y'] };
    const same = { remark: ['a '], signed: [''], cares: ['y', 'x'] };
    expect(changedFields(before, same, definition.fields)).toEqual({});
    const after = { remark: [''], signed: ['2023-01-01'], cares: ['x'] };
    expect(changedFields(before, after, definition.fields)).toEqual({
      remark: null,
      signed: '2023-01-01',
      cares: ['x'],
    });
  });

  it('says a problem beside its field', () => {
    const at = (where: string, code: 'missing' | 'duplicate-id' = 'missing'): string =>
      placeOf(new Problem(code, '', '', where), definition.fields);
    expect(at('$.fields.signed')).toBe('signed');
    expect(at('$.on')).toBe('on');
    expect(at('path.entry')).toBe('entry');
    expect(at('$', 'duplicate-id')).toBe('entry');
    expect(at('$.fields')).toBe('');
    expect(at('$.fields.nothing')).toBe('');
  });
});
