// The same encounter under another condition: each a trial of its own, asked one after the other once the first has
// come.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { answered, api, isAbandoned, patience } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Encounter, KeptBill } from '@/api/types';
import { STAYS } from './draft';
import type { Institution } from './institutions';
import type { Trial } from './trial';

export interface Condition {
  kind: 'level' | 'referral' | 'noReferral' | 'account' | 'noAccount';
  /** Of another institution. */
  institution?: Institution;
  encounter: Encounter;
}

export interface Answer {
  condition: Condition;
  bill: KeptBill;
}

/** What else could have been, of what a person can still choose: where, by referral, from which pocket. */
export function conditionsOf(encounter: Encounter, institutions: readonly Institution[]): Condition[] {
  const conditions: Condition[] = [];
  const here = institutions.find((each) => each.id === encounter.provider.id);
  if ((encounter.place ?? 'local') === 'local' && here) {
    for (const level of ['1', '2', '3']) {
      const other = institutions.find((each) => each.level === level && each.cares.has(encounter.care));
      if (level === here.level || !other) continue;
      conditions.push({
        kind: 'level',
        institution: other,
        encounter: { ...encounter, provider: { id: other.id, name: other.name } },
      });
    }
  }
  if (STAYS.includes(encounter.care)) {
    const referred = encounter.first_contact_referral === true;
    conditions.push({
      kind: referred ? 'noReferral' : 'referral',
      encounter: { ...encounter, first_contact_referral: !referred },
    });
  }
  const fromAccount = encounter.use_account === true;
  conditions.push({
    kind: fromAccount ? 'noAccount' : 'account',
    encounter: { ...encounter, use_account: !fromAccount },
  });
  return conditions;
}

export function useWhatIf(
  trial: Ref<Trial | null>,
  institutions: Ref<Institution[]>,
  of: () => { pool: string; person: string },
) {
  const answers = shallowRef<Answer[]>([]);
  let last: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function askAll(conditions: readonly Condition[], mine: AbortController): Promise<void> {
    const found: Answer[] = [];
    for (const condition of conditions) {
      try {
        const asked = api.POST('/v1/pools/{pool}/persons/{person}/trials', {
          params: { path: of() },
          body: { encounter: condition.encounter },
          signal: patience(mine.signal),
        });
        found.push({ condition, bill: (await answered(asked)).bill });
      } catch (error) {
        if (isAbandoned(error) || mine.signal.aborted) return;
        if (!(error instanceof Problem)) throw error; // what may not be asked is no condition
      }
    }
    if (last === mine) answers.value = found;
  }

  watch([trial, institutions], ([current]) => {
    clearTimeout(timer);
    last?.abort();
    answers.value = [];
    if (current?.explained.bill.status !== 'settled') return;
    const mine = (last = new AbortController());
    const conditions = conditionsOf(current.asking.encounter, institutions.value);
    timer = setTimeout(() => void askAll(conditions, mine), 400);
  });
  onScopeDispose(() => {
    clearTimeout(timer);
    last?.abort();
  });
  return answers;
}
