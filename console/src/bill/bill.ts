// A bill as it is drawn: one bar split by who paid, and a row for each piece exactly below it.
//
// From left to right: what no one covers, what is left to the person, then the layers from the last to the first, so
// that each layer's row begins where the one before it ends.
import type { Amounts, LayerPayment } from '@/api/types';
import { fenOf, least, sum, type Fen } from '@/money/fen';
import { payerOf, type Payer } from './payers';

/** What bills and kept bills have in common, of those with amounts. */
export interface AnyBill {
  amounts?: Amounts | undefined;
  layers?: LayerPayment[] | undefined;
  fund_total?: string | undefined;
  enterprise_supplement?: string | undefined;
  account?: string | undefined;
  cash?: string | undefined;
}

export interface Piece {
  payer: Payer;
  from: Fen;
  size: Fen;
}

export type RowId =
  | 'total'
  | 'not_payable'
  | 'outside_catalogue'
  | 'over_limit'
  | 'self_pay_first'
  | 'policy_scope'
  | 'supplement'
  | 'account'
  | 'person'
  | `layer:${string}`;

export interface Row {
  id: RowId;
  amount: Fen;
  pieces: Piece[];
  /** A sum of others, in bold. */
  isSum: boolean;
  layer?: LayerPayment;
}

export interface Sums {
  total: Fen;
  /** Outside what the layers work on: not payable, outside the catalogue, over limits, borne first. */
  beyond: Fen;
  scope: Fen;
  funds: Fen;
  supplement: Fen;
  account: Fen;
  cash: Fen;
  /** Account and cash. */
  person: Fen;
  /** Of the policy scope, what no layer paid. */
  rest: Fen;
}

const BEYOND = ['not_payable', 'outside_catalogue', 'over_limit', 'self_pay_first'] as const;
const ZERO = '0.00';

export function sumsOf(bill: AnyBill): Sums {
  const amounts = bill.amounts;
  const total = fenOf(amounts?.total ?? ZERO);
  const beyond = sum(BEYOND.map((each) => fenOf(amounts?.[each] ?? ZERO)));
  const account = fenOf(bill.account ?? ZERO);
  const cash = fenOf(bill.cash ?? ZERO);
  const person = account + cash;
  return {
    total,
    beyond,
    scope: fenOf(amounts?.policy_scope ?? ZERO),
    funds: fenOf(bill.fund_total ?? ZERO),
    supplement: fenOf(bill.enterprise_supplement ?? ZERO),
    account,
    cash,
    person,
    rest: person > beyond ? person - beyond : 0n,
  };
}

/** The parts come to the total, by the parts and by who pays: what the service promises of every bill. */
export function addsUp(bill: AnyBill): boolean {
  const sums = sumsOf(bill);
  const layers = sum((bill.layers ?? []).map((each) => fenOf(each.paid)));
  return (
    sums.beyond + sums.scope === sums.total &&
    layers === sums.funds &&
    sums.funds + sums.supplement + sums.person === sums.total
  );
}

/** The whole bar. Pieces of nothing are left out. */
export function piecesOf(bill: AnyBill): Piece[] {
  const sums = sumsOf(bill);
  const byAccount = least(sums.account, sums.rest);
  const beyond = least(sums.beyond, sums.person);
  const sizes: [Payer, Fen][] = [
    ['none', beyond],
    ['cash', sums.rest - byAccount],
    ['account', byAccount],
    ['other', sums.supplement],
    ...[...(bill.layers ?? [])].reverse().map((each): [Payer, Fen] => [payerOf(each.layer), fenOf(each.paid)]),
  ];
  return inARow(sizes);
}

function inARow(sizes: readonly (readonly [Payer, Fen])[]): Piece[] {
  let from = 0n;
  const pieces: Piece[] = [];
  for (const [payer, size] of sizes) {
    if (size > 0n) pieces.push({ payer, from, size });
    from += size;
  }
  return pieces;
}

function beyondRows(amounts: Amounts): Row[] {
  let from = 0n;
  return BEYOND.flatMap((id) => {
    const amount = fenOf(amounts[id]);
    if (amount === 0n) return [];
    const row: Row = { id, amount, pieces: [{ payer: 'none', from, size: amount }], isSum: false };
    from += amount;
    return [row];
  });
}

function layerRows(layers: readonly LayerPayment[], total: Fen): Row[] {
  let until = total;
  return layers.map((layer) => {
    const size = fenOf(layer.paid);
    until -= size;
    const pieces: Piece[] = size > 0n ? [{ payer: payerOf(layer.layer), from: until, size }] : [];
    return { id: `layer:${layer.benefit}`, amount: size, pieces, isSum: false, layer };
  });
}

/** The rows below the bar, from all that it cost to what the person pays. */
export function rowsOf(bill: AnyBill): Row[] {
  if (!bill.amounts) return [];
  const sums = sumsOf(bill);
  const whole = piecesOf(bill);
  const scope: Row = {
    id: 'policy_scope',
    amount: sums.scope,
    isSum: true,
    pieces: [{ payer: 'other', from: sums.beyond, size: sums.scope }],
  };
  const rows: Row[] = [
    { id: 'total', amount: sums.total, pieces: whole, isSum: true },
    ...beyondRows(bill.amounts),
    ...(sums.beyond > 0n ? [scope] : []),
    ...layerRows(bill.layers ?? [], sums.total),
  ];
  if (sums.supplement > 0n) {
    const pieces = whole.filter((each) => each.payer === 'other');
    rows.push({ id: 'supplement', amount: sums.supplement, pieces, isSum: false });
  }
  if (sums.account > 0n) {
    const from = sums.person - sums.account;
    rows.push({
      id: 'account',
      amount: sums.account,
      isSum: false,
      pieces: [{ payer: 'account', from, size: sums.account }],
    });
  }
  const own = inARow([
    ['none', least(sums.beyond, sums.cash)],
    ['cash', sums.cash - least(sums.beyond, sums.cash)],
  ]);
  rows.push({ id: 'person', amount: sums.cash, pieces: own, isSum: true });
  return rows;
}
