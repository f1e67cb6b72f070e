// Money as whole fen. The service sends amounts as texts of yuan ("12345.60"); here they are bigints of fen, and become
// texts again only to be shown. Nothing is computed that the service has not said, but sums and differences of what it
// said, for display.

export type Fen = bigint;

const YUAN = /^([+-]?)(\d+)(?:\.(\d{1,2}))?$/;

/** Of an amount of the service. Throws for what is none: the service never sends such. */
export function fenOf(text: string): Fen {
  const fen = readFen(text);
  if (fen === null) throw new RangeError(`no amount: ${text}`);
  return fen;
}

/** Of what a person typed or pasted: "1,234.5", "１２３４．５", "¥ 12"; null for what is no amount. */
export function readFen(typed: string): Fen | null {
  const found = YUAN.exec(cleaned(typed));
  if (!found) return null;
  const [, sign, yuan = '0', part = ''] = found;
  const fen = BigInt(yuan) * 100n + BigInt(part.padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}

/** Figures as a person may type them, as the contract writes them: no thousands, no full width, no unit. */
export function cleaned(typed: string): string {
  const half = typed.replace(/[０-９．，－％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return half.replace(/[\s,¥￥元]/g, '').replace('−', '-');
}

/** "12345.60", as the contract writes it. */
export function plain(fen: Fen): string {
  const digits = absolute(fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "12,345.60"; a negative one with the minus sign of typography, which is as wide as a plus. */
export function shown(fen: Fen): string {
  const [yuan = '', part = ''] = plain(absolute(fen)).split('.');
  return `${fen < 0n ? '−' : ''}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}

/** A price of one, which may have more places than fen: "90" is "90.00", "0.1234" stays. */
export function price(text: string | null | undefined): string {
  if (text == null) return '';
  const fen = readFen(text);
  return fen === null ? text : shown(fen);
}

/** A difference: "+1.00", "−1.00", "0.00". */
export function difference(fen: Fen): string {
  return fen > 0n ? `+${shown(fen)}` : shown(fen);
}

export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const each of amounts) total += each;
  return total;
}

export function absolute(fen: Fen): Fen {
  return fen < 0n ? -fen : fen;
}

export function least(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

/** Per cent of a bar's width, to a thousandth: for drawing alone. */
export function percent(part: Fen, whole: Fen): number {
  return whole === 0n ? 0 : Number((part * 100_000n) / whole) / 1000;
}
