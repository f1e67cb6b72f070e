import { describe, expect, it } from 'vitest';
import { inCapitals } from './capitals';
import { cleaned, difference, fenOf, percent, plain, price, readFen, shown, sum } from './fen';

describe('fen', () => {
  it('reads what the service writes, to the fen, however large', () => {
    expect(fenOf('0.00')).toBe(0n);
    expect(fenOf('113990.06')).toBe(11399006n);
    expect(fenOf('92233720368547758.07')).toBe(9223372036854775807n);
    expect(() => fenOf('1.234')).toThrow(RangeError);
  });

  it('reads what people type', () => {
    expect(readFen(' 1,234.5 ')).toBe(123450n);
    expect(readFen('１２３．４５')).toBe(12345n);
    expect(readFen('¥12元')).toBe(1200n);
    expect(readFen('-3')).toBe(-300n);
    expect(readFen('−3')).toBe(-300n);
    for (const wrong of ['', '.', '1.', '1.234', '1e3', 'abc', '1.2.3']) expect(readFen(wrong)).toBeNull();
    expect(cleaned('１５％')).toBe('15%');
  });

  it('writes them again', () => {
    for (const text of ['0.00', '0.05', '-0.05', '1.00', '12345.60']) expect(plain(fenOf(text))).toBe(text);
    expect(shown(fenOf('1234567.80'))).toBe('1,234,567.80');
    expect(shown(fenOf('-999.00'))).toBe('−999.00');
    expect(difference(100n)).toBe('+1.00');
    expect(difference(-100n)).toBe('−1.00');
    expect(difference(0n)).toBe('0.00');
  });

  it('leaves a price its places', () => {
    expect([price('90'), price('0.1234'), price(null)]).toEqual(['90.00', '0.1234', '']);
  });

  it('adds without loss: a tenth and two tenths are three', () => {
    expect(sum([fenOf('0.10'), fenOf('0.20')])).toBe(fenOf('0.30'));
  });

  it('draws by whole fen', () => {
    expect(percent(1n, 3n)).toBe(33.333);
    expect(percent(1n, 0n)).toBe(0);
  });
});

describe('capitals', () => {
  it.each([
    ['0.00', '人民币零元整'],
    ['0.05', '人民币伍分'],
    ['0.50', '人民币伍角整'],
    ['10.00', '人民币壹拾元整'],
    ['11900.06', '人民币壹万壹仟玖佰元零陆分'],
    ['1409.50', '人民币壹仟肆佰零玖元伍角整'],
    ['107000.53', '人民币壹拾万柒仟元伍角叁分'],
    ['16000000.00', '人民币壹仟陆佰万元整'],
    ['100000001.00', '人民币壹亿零壹元整'],
    ['-12.00', '人民币负壹拾贰元整'],
  ])('%s is %s', (amount, words) => {
    expect(inCapitals(fenOf(amount))).toBe(words);
  });
});
