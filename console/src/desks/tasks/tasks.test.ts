import { describe, expect, it } from 'vitest';
import type { Task } from '@/api/types';
import { counted, inOrder, leadersOf, placeOf, scaleOf, stretchOf, yearsOf } from './tasks';

function task(of: Partial<Task>): Task {
  const title = { zh: '', en: '' };
  return {
    task: 'T',
    clauses: [],
    title,
    lead: [],
    support: [],
    closed_by: 'document',
    state: 'open',
    days: 0,
    ...of,
  };
}

describe('tasks on a scale of time', () => {
  const overdue = task({ task: 'A', due: '2021-12-31', state: 'overdue', lead: ['市医保局'] });
  const late = task({ task: 'B', due: '2021-08-31', closed: '2021-09-10', state: 'done-late', lead: ['各市'] });
  const continuous = task({ task: 'C', state: 'continuous' });
  const open = task({ task: 'D', due: '2024-01-01' });
  const scale = scaleOf([overdue, late, continuous, open], '2023-01-01');

  it('reaches over whole years', () => {
    expect(scale).toEqual({ from: '2021-01-01', to: '2025-01-01' });
    expect(yearsOf(scale)).toEqual([2021, 2022, 2023, 2024]);
    expect(scaleOf([], '2023-05-01')).toEqual({ from: '2023-01-01', to: '2024-01-01' });
  });

  it('places days', () => {
    expect(placeOf(scale, '2021-01-01')).toBe(0);
    expect(placeOf(scale, '2025-01-01')).toBe(100);
    expect(placeOf(scale, '2019-01-01')).toBe(0);
    expect(placeOf(scale, '2023-01-01')).toBeCloseTo(49.97, 1);
  });

  it('stretches from the due day to today, or to when it was done', () => {
    expect(stretchOf(scale, overdue, '2023-01-01')?.left).toBeCloseTo(24.9, 1);
    expect(stretchOf(scale, late, '2023-01-01')?.width).toBeCloseTo(0.68, 1);
    expect(stretchOf(scale, open, '2023-01-01')?.left).toBeCloseTo(49.97, 1);
    expect(stretchOf(scale, continuous, '2023-01-01')).toBeNull();
  });

  it('puts what wants looking at first', () => {
    expect(inOrder([continuous, late, open, overdue]).map((each) => each.task)).toEqual(['A', 'D', 'B', 'C']);
    expect(counted([overdue, overdue, late]).get('overdue')).toBe(2);
    expect(leadersOf([late, overdue, overdue])).toHaveLength(2);
  });
});
