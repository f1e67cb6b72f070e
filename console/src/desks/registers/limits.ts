// A time limit in words: "within 3 months of 'received'".
import { said } from '@/i18n/said';
import type { Say } from '@/i18n/words';
import type { Definition, Move } from './definition';

const LIMIT = /^(\d+) (days|working-days|months|hours)$/;

export function limitWords(say: Say, definition: Definition, move: Move): string {
  const found = LIMIT.exec(move.within ?? '');
  if (!found) return '';
  const since = definition.fields.find((each) => each.field === move.since);
  const from = since ? say('registers.afterField', { field: said(since.title) }) : say('registers.afterState');
  const count = Number(found[1]);
  if (count === 0) return say('registers.atOnce', { from });
  return say(`registers.limit.${found[2] as 'days' | 'working-days' | 'months' | 'hours'}`, { count, from });
}
