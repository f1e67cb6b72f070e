import { describe, expect, it } from 'vitest';
import { fenOf, sum } from '@/money/fen';
import { addsUp, piecesOf, rowsOf, sumsOf, type AnyBill } from './bill';
import { JINING } from './example';
import { limitsOf, rateOf, stepsByRow } from './steps';

const WITH_ACCOUNT: AnyBill = {
  amounts: {
    total: '1510.00',
    not_payable: '0.00',
    outside_catalogue: '50.00',
    over_limit: '40.00',
    self_pay_first: '30.00',
    policy_scope: '1390.00',
  },
  layers: [
    {
      layer: 'basic',
      fund: 'employee-pooled',
      benefit: 'employee-outpatient',
      base: '1390.00',
      first_self_pay: '0.00',
      deductible: '800.00',
      paid: '383.50',
      burden: '1006.50',
    },
  ],
  fund_total: '383.50',
  account: '1126.50',
  cash: '0.00',
};
const NOT_COVERED: AnyBill = {
  amounts: {
    total: '2160.00',
    not_payable: '2160.00',
    outside_catalogue: '0.00',
    over_limit: '0.00',
    self_pay_first: '0.00',
    policy_scope: '0.00',
  },
  layers: [],
  fund_total: '0.00',
  account: '0.00',
  cash: '2160.00',
};

describe('the bar', () => {
  it.each([
    ['three layers', JINING],
    ['an account', WITH_ACCOUNT],
    ['nothing payable', NOT_COVERED],
  ])('of %s comes to the total, without gap or overlap', (_, bill) => {
    const pieces = piecesOf(bill);
    let at = 0n;
    for (const piece of pieces) {
      expect(piece.from).toBe(at);
      at += piece.size;
    }
    expect(at).toBe(sumsOf(bill).total);
    expect(addsUp(bill)).toBe(true);
  });

  it('runs from what nobody covers to the first layer', () => {
    expect(piecesOf(JINING).map((each) => each.payer)).toEqual([
      'none',
      'cash',
      'assist',
      'assist',
      'second',
      'basic',
    ]);
    expect(piecesOf(WITH_ACCOUNT).map((each) => each.payer)).toEqual(['none', 'account', 'basic']);
    expect(piecesOf(NOT_COVERED).map((each) => each.payer)).toEqual(['none']);
  });

  it('is not called right when a fen is missing', () => {
    expect(addsUp({ ...JINING, cash: '11900.05' })).toBe(false);
  });
});

describe('the rows', () => {
  it('stand below their pieces', () => {
    const rows = rowsOf(JINING);
    expect(rows.map((each) => each.id)).toEqual([
      'total',
      'outside_catalogue',
      'over_limit',
      'self_pay_first',
      'policy_scope',
      'layer:resident-inpatient',
      'layer:catastrophic',
      'layer:assistance',
      'layer:re-assistance',
      'person',
    ]);
    const pieces = piecesOf(JINING);
    for (const row of rows.filter((each) => each.layer)) {
      expect(pieces).toContainEqual(row.pieces[0]);
    }
    expect(rows.at(-1)?.amount).toBe(fenOf('11900.06'));
    expect(sum(rows.at(-1)?.pieces.map((each) => each.size) ?? [])).toBe(fenOf('11900.06'));
  });

  it('show the account apart, and no scope where nothing lies outside it', () => {
    expect(rowsOf(WITH_ACCOUNT).map((each) => each.id)).toContain('account');
    const amounts = { not_payable: '0.00', outside_catalogue: '0.00', over_limit: '0.00', self_pay_first: '0.00' };
    const plainBill = { ...JINING, amounts: { ...amounts, total: '107600.00', policy_scope: '107600.00' } };
    expect(rowsOf(plainBill).map((each) => each.id)).not.toContain('policy_scope');
  });
});

describe('the steps', () => {
  it('stand with the row of which they speak', () => {
    const byRow = stepsByRow(JINING);
    expect([...byRow].map(([row, steps]) => `${row} ${steps.length}`)).toEqual([
      'total 1',
      'outside_catalogue 1',
      'over_limit 1',
      'self_pay_first 1',
      'policy_scope 1',
      'layer:resident-inpatient 4',
      'layer:catastrophic 6',
      'layer:assistance 2',
      'layer:re-assistance 2',
      'person 2',
    ]);
  });

  it('say the rate of a layer, where it is one', () => {
    const rates = JINING.layers?.map((layer) => rateOf(JINING.steps ?? [], layer));
    expect(rates).toEqual(['60%', '55%', '70%', '70%']);
  });

  it('say what is left of the year', () => {
    const limits = limitsOf(JINING).map((each) => [each.layer.layer, each.kind, each.limit, each.now]);
    expect(limits).toEqual([
      ['basic', 'cap', 15024000n, 6408000n],
      ['catastrophic', 'deductible', 500000n, 500000n],
      ['assistance', 'cap', 6000000n, 1563380n],
      ['re-assistance', 'cap', 2000000n, 119014n],
    ]);
  });
});
