// Clauses by id, asked for once in each language: they are the same for everybody.
import { api, answered } from '@/api/client';
import type { Clause } from '@/api/types';
import { language } from '@/i18n/language';

const asked = new Map<string, Promise<Clause>>();

export function clauseOf(id: string): Promise<Clause> {
  const key = `${language.value} ${id}`;
  let clause = asked.get(key);
  if (clause === undefined) {
    clause = answered(api.GET('/v1/policy/clauses/{clause}', { params: { path: { clause: id } } }));
    asked.set(key, clause);
    clause.catch(() => asked.delete(key));
  }
  return clause;
}
