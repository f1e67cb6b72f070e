// What a clerk has entered of an encounter, and what of it is sent. A row counts once it has a class and an amount, or
// quantity and price; what else is wrong with it the service says, and where.
import { reactive } from 'vue';
import type { Care, Disease, Encounter, FeeLine, LineClass, Place } from '@/api/types';
import { readDay, today } from '@/i18n/day';
import { cleaned } from '@/money/fen';

export interface Row {
  /** For the page alone; rows have no other name while they are typed. */
  key: number;
  item: string;
  code: string;
  class: LineClass | '';
  first: string;
  quantity: string;
  price: string;
  standard: string;
  amount: string;
}

export interface Elsewhere {
  id: string;
  name: string;
  region: string;
  level: '1' | '2' | '3';
}

export interface Draft {
  id: string;
  /** Of the settlement, made once a draft: sent again it is the same settlement. */
  key: string;
  care: Care;
  date: string;
  admitted: string;
  disease: Disease | '';
  provider: { id: string; name: string };
  place: Place;
  elsewhere: Elsewhere;
  referral: boolean;
  useAccount: boolean;
  later: boolean;
  rows: Row[];
}

export const STAYS: readonly Care[] = ['inpatient', 'day-surgery'];
export const OF_DISEASE: readonly Care[] = ['chronic', 'two-disease'];

let rows = 0;

export function emptyRow(): Row {
  return {
    key: ++rows,
    item: '',
    code: '',
    class: '',
    first: '',
    quantity: '',
    price: '',
    standard: '',
    amount: '',
  };
}

function randomWord(length: number): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return [...bytes].map((each) => letters.charAt(each % letters.length)).join('');
}

export function emptyDraft(before?: Draft): Draft {
  const day = today();
  return reactive<Draft>({
    id: `W${day.replaceAll('-', '').slice(2)}-${randomWord(4)}`,
    key: `console-${randomWord(20)}`,
    care: before?.care ?? 'inpatient',
    date: day,
    admitted: '',
    disease: '',
    provider: before ? { ...before.provider } : { id: '', name: '' },
    place: 'local',
    elsewhere: { id: '', name: '', region: '', level: '3' },
    referral: false,
    useAccount: true,
    later: false,
    rows: [emptyRow()],
  });
}

export function isEmpty(row: Row): boolean {
  return [row.item, row.class, row.first, row.quantity, row.price, row.standard, row.amount].every(
    (each) => each === '',
  );
}

export function counts(row: Row): boolean {
  return row.class !== '' && (row.amount !== '' || (row.quantity !== '' && row.price !== ''));
}

// "15" is a share as "15%" is.
function share(typed: string): string {
  const text = cleaned(typed);
  return /^[\d.]+$/.test(text) ? `${text}%` : text;
}

export function lineOf(row: Row, at: number): FeeLine {
  const given = (name: keyof FeeLine, typed: string, read = cleaned): Partial<FeeLine> =>
    typed.trim() === '' ? {} : { [name]: read(typed) };
  return {
    id: String(at + 1),
    ...given('code', row.code, (text) => text),
    ...given('name', row.item, (text) => text.trim()),
    class: row.class as LineClass,
    ...given('self_pay_first', row.class === 'B' ? row.first : '', share),
    ...given('quantity', row.quantity),
    ...given('unit_price', row.price),
    ...given('payment_standard', row.standard),
    ...given('amount', row.amount),
  };
}

function providerOf(draft: Draft): Encounter['provider'] {
  if (draft.place === 'local') {
    const { id, name } = draft.provider;
    return name === '' ? { id } : { id, name };
  }
  const { id, name, region, level } = draft.elsewhere;
  return {
    id,
    ...(name === '' ? {} : { name }),
    region: region.trim(),
    level: Number(level),
    designated: [draft.care],
  };
}

export interface Asking {
  encounter: Encounter;
  /** The row of each line that is sent. */
  rows: Row[];
}

/** What is sent; null while there is nothing to ask about. */
export function askingOf(draft: Draft): Asking | null {
  const counted = draft.rows.filter(counts);
  const isPlaced = draft.place === 'local' ? draft.provider.id !== '' : draft.elsewhere.id !== '';
  const isStay = STAYS.includes(draft.care);
  const date = readDay(draft.date);
  const admitted = readDay(draft.admitted);
  const lacks = OF_DISEASE.includes(draft.care) && draft.disease === '';
  if (counted.length === 0 || !isPlaced || date === null || (isStay && admitted === null) || lacks) return null;
  const encounter: Encounter = {
    id: draft.id.trim(),
    care: draft.care,
    date,
    ...(isStay ? { admitted } : {}),
    ...(OF_DISEASE.includes(draft.care) && draft.disease !== '' ? { disease: draft.disease } : {}),
    provider: providerOf(draft),
    ...(draft.place === 'local' ? {} : { place: draft.place }),
    ...(draft.useAccount ? { use_account: true } : {}),
    ...(isStay && draft.referral ? { first_contact_referral: true } : {}),
    ...(draft.later ? { reimbursed_later: true } : {}),
    lines: counted.map(lineOf),
  };
  return { encounter, rows: counted };
}

/** The first row that is begun and does not count yet; -1 when there is none. */
export function unfinished(draft: Draft): number {
  return draft.rows.findIndex((each) => !isEmpty(each) && !counts(each));
}
