// A result in a few figures and sentences; the whole of it is there to download.
import type { Said } from '@/i18n/said';

export type Grade = 'ok' | 'info' | 'warn' | 'transitional' | 'violation' | 'not-evaluable';

interface Audit {
  format: 'yidan.audit/1';
  pool: string;
  findings: { id: string; grade: Grade; clauses: string[]; text: Said }[];
}

export interface PoolAudit {
  pool: string;
  count: number;
  grades: Map<Grade, number>;
  violations: { id: string; clauses: string[]; text: Said }[];
}

interface Verification {
  format: 'yidan.verification/1';
  good: boolean;
  persons: number;
  events: number;
  bills: number;
  entries: number;
  decisions: number;
  registered: number;
}

interface Reconciliation {
  format: 'yidan.reconciliation/1';
  statements: { open: number }[];
  untold?: { provider: string; day: string; settlements: number; total: string }[];
}

export type Summary =
  | { kind: 'audit'; pools: PoolAudit[] }
  | { kind: 'verification'; told: Verification }
  | { kind: 'reconciliation'; told: Reconciliation }
  | { kind: 'other' };

function formatOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'format' in value ? String(value.format) : '';
}

function auditOf({ pool, findings }: Audit): PoolAudit {
  const grades = new Map<Grade, number>();
  for (const { grade } of findings) grades.set(grade, (grades.get(grade) ?? 0) + 1);
  return {
    pool,
    count: findings.length,
    grades,
    violations: findings.filter((each) => each.grade === 'violation'),
  };
}

export function summaryOf(result: unknown): Summary {
  const list: unknown[] = Array.isArray(result) ? result : [result];
  if (list.length > 0 && list.every((each) => formatOf(each) === 'yidan.audit/1')) {
    return { kind: 'audit', pools: (list as Audit[]).map(auditOf) };
  }
  const format = formatOf(result);
  if (format === 'yidan.verification/1') return { kind: 'verification', told: result as Verification };
  if (format === 'yidan.reconciliation/1') return { kind: 'reconciliation', told: result as Reconciliation };
  return { kind: 'other' };
}
