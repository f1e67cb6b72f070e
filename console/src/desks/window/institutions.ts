// The institutions of the pool on a day, from its registers: who is there, of what level, and for what care they
// have an agreement. For an institution's own user there is one.
import { shallowRef, watch } from 'vue';
import { answered, api } from '@/api/client';
import { textOf, textsOf } from '@/api/fields';
import { session } from '@/api/session';
import type { Care, Entry } from '@/api/types';
import { desk } from './desk';

export interface Institution {
  id: string;
  name: string;
  level: string;
  cares: ReadonlySet<Care>;
}

const institutions = shallowRef<Institution[]>([]);

async function entriesOf(register: string): Promise<Entry[]> {
  const params = { path: { pool: desk.pool.value, register }, query: { on: desk.day.value } };
  return (await answered(api.GET('/v1/pools/{pool}/registers/{register}', { params }))).entries;
}

function caresOf(agreements: readonly Entry[], id: string): ReadonlySet<Care> {
  const valid = agreements.filter((each) => textOf(each, 'provider') === id && each.state === 'in-force');
  return new Set(valid.flatMap((each) => textsOf(each, 'cares') as Care[]));
}

async function load(): Promise<void> {
  const own = session.login.value?.provider;
  if (own !== undefined) {
    institutions.value = [{ id: own, name: '', level: '', cares: new Set() }];
    return;
  }
  const [places, agreements] = await Promise.all([entriesOf('institution'), entriesOf('agreement')]);
  institutions.value = places.map((each) => ({
    id: each.entry,
    name: textOf(each, 'name'),
    level: textOf(each, 'level') || '0',
    cares: caresOf(agreements, each.entry),
  }));
}

/** Read anew for another pool or day. */
export function useInstitutions() {
  watch(
    [desk.pool, desk.day],
    () => {
      if (desk.pool.value !== '') void load();
    },
    { immediate: true },
  );
  return institutions;
}

export function nameOf(id: string): string {
  return institutions.value.find((each) => each.id === id)?.name ?? '';
}
