import { describe, expect, it } from 'vitest';
import { summaryOf } from './summary';

const text = { zh: '', en: '' };

describe('a result in short', () => {
  it('counts an audit by pool and grade', () => {
    const finding = (grade: string): object => ({ id: 'A', grade, clauses: ['A'], text });
    const findings = [finding('ok'), finding('violation'), finding('ok')];
    const summary = summaryOf([{ format: 'yidan.audit/1', pool: '370800', findings }]);
    if (summary.kind !== 'audit') throw new Error(summary.kind);
    expect(summary.pools[0]?.grades.get('ok')).toBe(2);
    expect(summary.pools[0]?.violations).toHaveLength(1);
    expect(summary.pools[0]?.count).toBe(3);
  });

  it('knows verifications and reconciliations, and leaves the rest whole', () => {
    expect(summaryOf({ format: 'yidan.verification/1', good: true }).kind).toBe('verification');
    expect(summaryOf({ format: 'yidan.reconciliation/1', statements: [] }).kind).toBe('reconciliation');
    expect(summaryOf({ format: 'yidan.cost/1' }).kind).toBe('other');
    expect(summaryOf([]).kind).toBe('other');
    expect(summaryOf(null).kind).toBe('other');
  });
});
