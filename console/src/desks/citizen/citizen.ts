// What a citizen's page knows: whose it is, how they stand, each bill explained. In memory alone.
import { shallowRef } from 'vue';
import { answered, api } from '@/api/client';
import { session } from '@/api/session';
import type { Explained, Settled, Standing } from '@/api/types';
import { keyOf } from '@/bill/kept';
import { today } from '@/i18n/day';

export interface Mine {
  pool: string;
  number: string;
  standing: Standing;
  bills: Settled[];
}

/** Throws a `Problem`: the number is none, or not that of the account. */
export async function mineOf(number: string): Promise<Mine> {
  const pool = session.login.value?.pools[0] ?? '';
  const path = { pool, person: number };
  const [standing, year] = await Promise.all([
    answered(api.GET('/v1/pools/{pool}/persons/{person}/standing', { params: { path, query: { on: today() } } })),
    answered(api.GET('/v1/pools/{pool}/persons/{person}/bills', { params: { path } })),
  ]);
  return { pool, number, standing, bills: year.bills };
}

export function explainedOf(mine: Mine, bill: Settled): Promise<Explained> {
  const path = { pool: mine.pool, person: mine.number, encounter: bill.bill.encounter };
  return answered(api.GET('/v1/pools/{pool}/persons/{person}/bills/{encounter}/explanation', { params: { path } }));
}

/** Bills with their explanations, by their keys; each is asked for once. */
export function useExplanations(mine: () => Mine | null) {
  const known = shallowRef(new Map<string, Explained>());
  return {
    known,
    async read(bills: readonly Settled[]): Promise<void> {
      const of = mine();
      if (!of) return;
      const wanted = bills.filter((each) => each.bill.status !== 'reversed' && each.bill.amounts);
      const found = await Promise.all(
        wanted.map(async (each) => [keyOf(each), await explainedOf(of, each)] as const),
      );
      if (mine() === of) known.value = new Map(found);
    },
  };
}
