// Settling what was tried, once. Where no answer comes, the books are asked by the draft's key what became of it.
import { ref, shallowRef } from 'vue';
import { answered, api, patience } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Trial } from './trial';

export type Outcome = 'settled' | 'changed' | 'refused' | 'unknown';

export function useSettling(of: () => { pool: string; person: string }) {
  const isSettling = ref(false);
  const isUnknown = ref(false);
  const problem = shallowRef<Problem | null>(null);

  async function attempt(act: () => Promise<unknown>): Promise<Outcome> {
    isSettling.value = true;
    problem.value = null;
    try {
      await act();
      isUnknown.value = false;
      return 'settled';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return outcomeOf(error);
    } finally {
      isSettling.value = false;
    }
  }

  function outcomeOf(error: Problem): Outcome {
    if (error.code === 'no-answer' || error.retryable) {
      isUnknown.value = true;
      return 'unknown';
    }
    isUnknown.value = false;
    if (error.where === '$.as_in_trial') return 'changed';
    problem.value = error;
    return 'refused';
  }

  return {
    isSettling,
    isUnknown,
    problem,
    settle(trial: Trial, key: string): Promise<Outcome> {
      const digest = trial.explained.trial;
      return attempt(() =>
        answered(
          api.POST('/v1/pools/{pool}/persons/{person}/settlements', {
            params: { path: of(), header: { 'Idempotency-Key': key } },
            body: { encounter: trial.asking.encounter, ...(digest === undefined ? {} : { as_in_trial: digest }) },
            signal: patience(),
          }),
        ),
      );
    },
    /** What became of the key. A key that is not known was not recorded: that is a problem, `not-found`. */
    ask(key: string): Promise<Outcome> {
      return attempt(() => answered(api.GET('/v1/requests/{key}', { params: { path: { key } } })));
    },
    forget(): void {
      isUnknown.value = false;
      problem.value = null;
    },
  };
}
