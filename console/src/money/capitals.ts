// An amount in the capitals of Chinese receipts: 人民币壹万壹仟玖佰元零陆分.
import { absolute, type Fen } from './fen';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

// Four digits; zeros between others are one 零, those at the end none.
function group(digits: string): string {
  let text = '';
  let zero = false;
  [...digits].forEach((digit, index) => {
    if (digit === '0') {
      zero = text !== '';
      return;
    }
    text += (zero ? '零' : '') + DIGITS.charAt(Number(digit)) + (PLACES[digits.length - 1 - index] ?? '');
    zero = false;
  });
  return text;
}

function yuanInCapitals(yuan: bigint): string {
  const digits = yuan.toString();
  const first = digits.length % 4 || 4;
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{4}/g) ?? [])];
  let text = '';
  groups.forEach((each, index) => {
    if (/^0+$/.test(each)) return;
    const gap = text !== '' && (each.startsWith('0') || /^0+$/.test(groups[index - 1] ?? ''));
    text += (gap ? '零' : '') + group(each) + (GROUPS[groups.length - 1 - index] ?? '');
  });
  return text;
}

export function inCapitals(fen: Fen): string {
  const amount = absolute(fen);
  const yuan = amount / 100n;
  const jiao = Number((amount / 10n) % 10n);
  const rest = Number(amount % 10n);
  const sign = fen < 0n ? '负' : '';
  if (amount === 0n) return '人民币零元整';
  const head = yuan > 0n ? `${yuanInCapitals(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return `人民币${sign}${head}整`;
  const tens = jiao > 0 ? `${DIGITS.charAt(jiao)}角` : head === '' ? '' : '零';
  return `人民币${sign}${head}${tens}${rest > 0 ? `${DIGITS.charAt(rest)}分` : '整'}`;
}
