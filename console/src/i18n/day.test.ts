import { describe, expect, it } from 'vitest';
import { isWithin, lastDay, nights, readDay, spoken } from './day';

describe('days', () => {
  it.each([
    ['2023-03-02', '2023-03-02'],
    ['2023/3/2', '2023-03-02'],
    ['20230302', '2023-03-02'],
    ['2023.3.2', '2023-03-02'],
    ['2023年3月2日', '2023-03-02'],
    ['２０２３-03-02', '2023-03-02'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });
  it.each(['2023-02-29', '2023-13-01', '2023-3', 'today', '', '02/03/2023'])('%s is none', (typed) => {
    expect(readDay(typed)).toBeNull();
  });
  it('counts nights', () => {
    expect(nights('2023-02-06', '2023-03-02')).toBe(24);
    expect(nights('2023-03-02', '')).toBe(0);
  });
  it('ends a span before its end', () => {
    expect([lastDay('2024-01-01'), lastDay('2024-03-01')]).toEqual(['2023-12-31', '2024-02-29']);
    expect(isWithin('2023-12-31', { from: '2023-01-01', to: '2024-01-01' })).toBe(true);
    expect(isWithin('2024-01-01', { from: '2023-01-01', to: '2024-01-01' })).toBe(false);
    expect(isWithin('2199-01-01', { from: '2023-01-01' })).toBe(true);
  });
  it('speaks', () => {
    expect(spoken('2023-03-02', 'zh')).toBe('3 月 2 日');
    expect(spoken('2023-03-02', 'en')).toBe('2 March');
  });
});
