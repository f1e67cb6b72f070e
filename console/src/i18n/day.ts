// Days as texts "2023-03-02", as the contract has them. Only the calendar is known here, no rule.
import type { Language } from './language';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What a person typed as a day: "2023/3/2", "20230302", "２０２３．３．２"; null for what is none. */
export function readDay(typed: string): string | null {
  const half = typed.trim().replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const found = /^(\d{4})(?:[-/.．年](\d{1,2})[-/.．月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(half);
  if (!found) return null;
  const [, year = '', month = found[4] ?? '', day = found[5] ?? ''] = found;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text) ? text : null;
}

/** The day in Beijing now. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

export function yearOf(day: string): string {
  return day.slice(0, 4);
}

/** The last day of a span whose end is not included. */
export function lastDay(end: string): string {
  return laterDay(end, -1);
}

/** Nights between two days; 0 where one is none. */
export function nights(from: string, to: string): number {
  if (!DAY.test(from) || !DAY.test(to)) return 0;
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** For citizens: "3 月 2 日", "2 March". */
export function spoken(day: string, language: Language): string {
  const found = DAY.exec(day);
  if (!found) return day;
  if (language === 'zh') return `${Number(found[2])} 月 ${Number(found[3])} 日`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** Whether `day` lies within a span, whose end is not included. */
export function isWithin(day: string, span: { from: string; to?: string | undefined }): boolean {
  return span.from <= day && (span.to === undefined || day < span.to);
}

/** So many days later. */
export function laterDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
