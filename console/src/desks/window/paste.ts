// Rows out of a spreadsheet: pasted (tabs), or a file of comma-separated values. A heading in Chinese or English
// says which column is what; without one the order is: item, class, quantity, price, amount, borne first, standard.
import type { LineClass } from '@/api/types';
import { cleaned, readFen } from '@/money/fen';
import { emptyRow, type Row } from './draft';

type Column = 'item' | 'code' | 'class' | 'quantity' | 'price' | 'amount' | 'first' | 'standard';

const ORDER: readonly Column[] = ['item', 'class', 'quantity', 'price', 'amount', 'first', 'standard'];
const NAMES: readonly (readonly [Column, RegExp])[] = [
  ['standard', /支付标准|限价|standard|limit/i],
  ['first', /先行自付|自付比例|borne|first|self.?pay/i],
  ['price', /单价|price/i],
  ['amount', /金额|合计|amount|total/i],
  ['quantity', /数量|quantity|qty|count/i],
  ['class', /类别|等级|甲乙|class/i],
  ['code', /编码|code/i],
  ['item', /项目|名称|item|name/i],
];

/** Cells by row: tabs where there are any, else commas or semicolons with quotes. */
export function cellsOf(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (clean.includes('\t'))
    return clean
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(hasSomething);
  const separator = (clean.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  return separated(clean, separator).filter(hasSomething);
}

function hasSomething(cells: readonly string[]): boolean {
  return cells.some((each) => each.trim() !== '');
}

function separated(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; ++at) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign === '"' && text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator || (separator === ',' && sign === '，')) close();
    else if (sign === '\n') {
      close();
      rows.push([]);
    } else cell += sign;
  }
  close();
  return rows;
}

function headingOf(cells: readonly string[]): Column[] | null {
  const columns = cells.map((cell) => NAMES.find(([, name]) => name.test(cell))?.[0]);
  const known = columns.filter((each) => each !== undefined);
  return known.length >= 2 && cells.every((each) => readFen(each) === null)
    ? columns.map((each) => each ?? 'code')
    : null;
}

export function classOf(typed: string): LineClass | '' {
  const text = typed.trim().toUpperCase();
  if (/^(甲|A)/.test(text)) return 'A';
  if (/^(乙|B)/.test(text)) return 'B';
  return /^(丙|C|自费|目录外)/.test(text) ? 'C' : '';
}

function rowOf(cells: readonly string[], columns: readonly Column[]): Row | null {
  const row = emptyRow();
  columns.forEach((column, at) => {
    const text = cells[at]?.trim() ?? '';
    if (column === 'class') row.class = classOf(text);
    else if (column === 'item' || column === 'code') row[column] = text;
    else row[column] = cleaned(text);
  });
  const hasPrice = readFen(row.amount) !== null || (row.quantity !== '' && row.price !== '');
  return row.class !== '' && hasPrice ? row : null;
}

export interface Pasted {
  rows: Row[];
  /** Which rows of what was pasted could not be read, counted from 1. */
  skipped: number[];
}

export function rowsOfText(text: string): Pasted {
  const cells = cellsOf(text);
  const heading = headingOf(cells[0] ?? []);
  const pasted: Pasted = { rows: [], skipped: [] };
  cells.forEach((each, at) => {
    if (heading !== null && at === 0) return;
    const row = rowOf(each, heading ?? ORDER);
    if (row === null) pasted.skipped.push(at + 1);
    else pasted.rows.push(row);
  });
  return pasted;
}

/** UTF-8, else GB 18030, in which spreadsheets in China write. */
export function textOfFile(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
