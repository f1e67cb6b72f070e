// The form of an act on an entry: which fields it asks for follows from the definition; where a problem is said, too.
import type { Problem } from '@/api/problem';
import type { ByHand, Definition, Field } from './definition';

export type Act = { do: 'open'; move: ByHand } | { do: 'move'; move: ByHand } | { do: 'amend' };

/** What an act has to have, and what it may say besides. */
export function fieldsOf(definition: Definition, act: Act): { needed: Field[]; others: Field[] } {
  const { fields } = definition;
  if (act.do === 'amend') return { needed: fields.filter((each) => !each.fixed), others: [] };
  const isNeeded = (each: Field): boolean =>
    act.move.needs.includes(each.field) || (act.do === 'open' && each.required === true);
  return {
    needed: fields.filter(isNeeded),
    others: fields.filter((each) => !isNeeded(each) && (act.do === 'open' || !each.fixed)),
  };
}

const ENTRY = /^(?:\$\.entry|path\.entry)$/;

/** Beside which field a problem is said: the name of a field, "on", "by", "entry"; empty: of no field in particular. */
export function placeOf(problem: Problem, fields: readonly Field[]): string {
  if (ENTRY.test(problem.where) || (problem.code === 'duplicate-id' && problem.where === '$')) return 'entry';
  const named = /^\$\.(?:fields\.)?([^.[]+)/.exec(problem.where)?.[1] ?? '';
  return ['on', 'by'].includes(named) || fields.some((each) => each.field === named) ? named : '';
}
