// The window: which pool, whom one serves, whom one has served. Of this login, and in memory alone.
import { computed, ref, shallowRef, watch } from 'vue';
import { answered, api } from '@/api/client';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import type { Pool, Settled, Standing } from '@/api/types';
import { language } from '@/i18n/language';
import { today } from '@/i18n/day';

export interface Person {
  number: string;
  standing: Pick<Standing, 'account'> & Required<Pick<Standing, 'cover' | 'gaps' | 'identities' | 'warnings'>>;
  /** Null where one may not see what others were paid for. */
  bills: Settled[] | null;
}

const pools = shallowRef<Pool[]>([]);
const pool = ref('');
const person = shallowRef<Person | null>(null);
const day = ref(today());
const served = ref<string[]>([]);

const mine = computed(() => {
  const scope = session.login.value?.pools ?? [];
  return scope.length === 0 ? pools.value : pools.value.filter((each) => scope.includes(each.pool));
});

watch(session.login, () => {
  person.value = null;
  served.value = [];
  pool.value = '';
});

async function loadPools(): Promise<void> {
  if (pools.value.length === 0) pools.value = (await answered(api.GET('/v1/pools'))).pools;
  if (pool.value === '') pool.value = mine.value[0]?.pool ?? '';
}

async function billsOf(of: { pool: string; person: string }): Promise<Settled[] | null> {
  try {
    const asked = api.GET('/v1/pools/{pool}/persons/{person}/bills', { params: { path: of } });
    return (await answered(asked)).bills;
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return null;
    throw error;
  }
}

function standingOf(of: { pool: string; person: string }): Promise<Standing> {
  const params = { path: of, query: { on: day.value } };
  return answered(api.GET('/v1/pools/{pool}/persons/{person}/standing', { params }));
}

async function read(number: string): Promise<Person> {
  const of = { pool: pool.value, person: number };
  const [standing, bills] = await Promise.all([standingOf(of), billsOf(of)]);
  const { cover = [], gaps = [], identities = [], warnings = [], account } = standing;
  return {
    number: standing.person ?? number,
    bills,
    standing: { cover, gaps, identities, warnings, ...(account ? { account } : {}) },
  };
}

export const desk = {
  pools: mine,
  pool,
  person,
  served,
  /** The day of the encounter: cover is asked for it. */
  day,
  poolName: computed(() => pools.value.find((each) => each.pool === pool.value)?.[language.value] ?? pool.value),
  loadPools,
  /** Throws a `Problem`; then nobody new is served. */
  async find(number: string): Promise<void> {
    const found = await read(number);
    person.value = found;
    served.value = [found.number, ...served.value.filter((each) => each !== found.number)];
  },
  /** What has changed by a settlement or by another day. */
  async refresh(): Promise<void> {
    const number = person.value?.number;
    if (number === undefined) return;
    const again = await read(number);
    if (person.value?.number === number) person.value = again;
  },
  leave(): void {
    person.value = null;
    day.value = today();
  },
};

watch(pool, () => {
  desk.leave();
  served.value = [];
});
