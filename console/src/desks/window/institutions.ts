// The institutions of the pool on a day, from its registers: who is there, of what level, and for what care they
// have an agreement. For an institution's own user there is one.
import { shallowRef, watch } from 'vue';
import { answered, api } from '@/api/client';
import { textOf, textsOf } from '@/api/fields';
import { session } from '@/api/session';
import type { Care, Entries, Entry } from '@/api/types';
import { desk } from './desk';

const PAGE = 1000; // entries

export interface Institution {
  id: string;
  name: string;
  level: string;
  cares: ReadonlySet<Care>;
}

const institutions = shallowRef<Institution[]>([]);

// All of a register, page by page.
async function entriesOf(register: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const query = { on: desk.day.value, limit: PAGE, ...(after === '' ? {} : { after }) };
    const params = { path: { pool: desk.pool.value, register }, query };
    const page: Entries = await answered(api.GET('/v1/pools/{pool}/registers/{register}', { params }));
    entries.push(...page.entries);
    after = page.next;
  }
  return entries;
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
