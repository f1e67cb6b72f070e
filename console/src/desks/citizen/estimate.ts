// What another stay would come to: the year as it was settled, and one encounter more, as a case without books. So the
// answer knows which stay of the year it is, and what of every limit is used.
import { answered, api, patience } from '@/api/client';
import type { Encounter, Explained } from '@/api/types';
import type { components } from '@/api/schema';
import { sumsOf } from '@/bill/bill';
import { plain, type Fen } from '@/money/fen';
import type { Mine } from './citizen';

type Person = components['schemas']['yidan.case.1']['person'];
export type Where = 'local' | 'remote-referred' | 'remote-temporary';

// An encounter as it was settled, with what counted of its institution.
function settledAs({ encounter, provider }: Explained): Encounter {
  return { ...encounter, provider };
}

function personOf(mine: Mine, year: readonly Explained[]): Person {
  const { cover = [], identities = [] } = mine.standing;
  const until = (to: string | undefined): { to?: string } => (to === undefined ? {} : { to });
  return {
    id: mine.number,
    coverage: cover.map((each) => ({
      scheme: each.scheme,
      status: each.status,
      from: each.from,
      ...until(each.to),
    })),
    identities: identities.map((each) => ({ category: each.category, from: each.from, ...until(each.to) })),
    // A disease by whose benefit a bill was paid was registered on its day.
    diseases: year.flatMap(({ encounter: { disease, date } }) =>
      disease == null ? [] : [{ disease, from: date }],
    ),
  };
}

function stay(mine: Mine, day: string, fee: Fen, level: number, place: Where): Encounter {
  const region = place === 'local' ? mine.pool : place === 'remote-referred' ? '370100' : '110000';
  return {
    id: 'estimate',
    care: 'inpatient',
    date: day,
    admitted: day,
    place,
    provider: { id: `estimate-${level}`, region, level, designated: ['inpatient'] },
    lines: [{ class: 'A', amount: plain(fee) }],
  };
}

/** What the person would pay. Throws a `Problem`. */
export async function estimateOf(
  mine: Mine,
  year: readonly Explained[],
  day: string,
  fee: Fen,
  level: number,
  place: Where,
  signal: AbortSignal,
): Promise<Fen> {
  const body = {
    format: 'yidan.case/1' as const,
    pool: mine.pool,
    person: personOf(mine, year),
    encounters: [...year.map(settledAs), stay(mine, day, fee, level, place)],
  };
  const params = { query: { steps: 'none' as const } };
  const { bills } = await answered(api.POST('/v1/settle', { params, body, signal: patience(signal) }));
  return sumsOf(bills.at(-1) ?? {}).person;
}
