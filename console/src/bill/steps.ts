// The steps of a bill by the row of which they speak, and what of them is needed in figures: the rate of a layer, the
// limits of the year. The sentences are the service's; nothing is computed here but what is left of a limit.
import type { Bill, LayerPayment, Step } from '@/api/types';
import { fenOf, readFen, type Fen } from '@/money/fen';
import type { RowId } from './bill';

const SCOPE_ROWS = ['not_payable', 'outside_catalogue', 'over_limit', 'self_pay_first'] as const;

/** Steps come in the order of the bill: of cover, of the parts, of each layer in turn, of the account, of cash. */
export function stepsByRow(bill: Pick<Bill, 'steps' | 'layers' | 'amounts'>): Map<RowId, Step[]> {
  const byRow = new Map<RowId, Step[]>();
  const benefits = new Set((bill.layers ?? []).map((each) => each.benefit));
  const parts: RowId[] = SCOPE_ROWS.filter((id) => fenOf(bill.amounts?.[id] ?? '0.00') > 0n);
  let current: RowId = 'total';
  for (const step of bill.steps ?? []) {
    current = rowOf(step, current, benefits, parts);
    byRow.set(current, [...(byRow.get(current) ?? []), step]);
  }
  return byRow;
}

function rowOf(step: Step, current: RowId, benefits: ReadonlySet<string>, parts: RowId[]): RowId {
  const subject = step.rule.split('.')[0] ?? '';
  if (benefits.has(subject)) return `layer:${subject}`;
  if (subject === 'policy') return 'total';
  if (subject === 'account') return 'account';
  if (subject === 'cash' || subject === 'pay-later') return 'person';
  if (subject === 'scope') return step.inputs.length > 0 ? 'policy_scope' : (parts.shift() ?? 'policy_scope');
  return current;
}

function partOf(steps: readonly Step[], layer: LayerPayment, part: string): Step[] {
  return steps.filter((each) => each.rule === `${layer.benefit}.${part}`);
}

/** The one rate by which a layer paid; null where it paid by bands, or nothing. */
export function rateOf(steps: readonly Step[], layer: LayerPayment): string | null {
  const rates = partOf(steps, layer, 'ratio').flatMap((each) => each.inputs.filter((input) => input.endsWith('%')));
  const [rate] = rates;
  return rates.length === 1 && rate !== undefined ? rate : null;
}

export interface Limit {
  layer: LayerPayment;
  kind: 'cap' | 'deductible';
  limit: Fen;
  before: Fen;
  now: Fen;
}

// Of a step that says a limit, what was used before and what this bill used: "1800.00", "0.00", …, "383.50".
function limitOf(step: Step, layer: LayerPayment, kind: Limit['kind'], from: number): Limit | null {
  const amounts = step.inputs.slice(from).map(readFen);
  const [limit, before] = amounts;
  const now = amounts.at(-1);
  if (limit == null || before == null || now == null || limit === 0n) return null;
  return { layer, kind, limit, before, now };
}

/** The limits of the year that the bill met: deductibles that the year fills, and caps. */
export function limitsOf(bill: Pick<Bill, 'steps' | 'layers' | 'counters'>): Limit[] {
  const steps = bill.steps ?? [];
  return (bill.layers ?? []).flatMap((layer) => {
    const filledByYear = bill.counters?.[`${layer.benefit}.deductible`] !== undefined;
    const deductibles = partOf(steps, layer, 'deductible')
      .filter((step) => filledByYear || step.inputs.length === 5)
      .map((step) => limitOf(step, layer, 'deductible', 0));
    const caps = partOf(steps, layer, 'cap')
      .filter((step) => step.inputs.length === 5)
      .map((step) => limitOf(step, layer, 'cap', 1));
    return [...deductibles, ...caps].filter((each) => each !== null);
  });
}
