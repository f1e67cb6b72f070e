// Clauses by id, asked for once in each language: they are the same for everybody; and one that is open in place.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
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

// One of the clauses of a page is open at a time: by its place, which is told again to close it.
export function useOpenClause(): {
  open: Ref<string>;
  clause: ShallowRef<Clause | null>;
  toggle: (place: string, id: string) => Promise<void>;
} {
  const open = ref('');
  const clause = shallowRef<Clause | null>(null);

  async function toggle(place: string, id: string): Promise<void> {
    clause.value = null;
    if (open.value === place) {
      open.value = '';
      return;
    }
    open.value = place;
    try {
      const found = await clauseOf(id);
      if (open.value === place) clause.value = found;
    } catch {
      if (open.value === place) open.value = '';
    }
  }
  return { open, clause, toggle };
}
