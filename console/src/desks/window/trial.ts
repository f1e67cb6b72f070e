// The trial of what is typed: asked a moment after the last key, and of several questions only the last is answered.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { answered, api, isAbandoned, patience } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Explained } from '@/api/types';
import { language } from '@/i18n/language';
import type { Asking } from './draft';

const PAUSE = 220; // milliseconds

export interface Trial {
  /** Of what stands in the form now; null while it is not known. */
  explained: Explained;
  asking: Asking;
}

export function useTrial(asking: Ref<Asking | null>, of: () => { pool: string; person: string }) {
  const trial = shallowRef<Trial | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const isAsking = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: AbortController | undefined;

  async function ask(about: Asking): Promise<void> {
    last?.abort();
    const mine = (last = new AbortController());
    try {
      const explained = await answered(
        api.POST('/v1/pools/{pool}/persons/{person}/explanations', {
          params: { path: of() },
          body: { encounter: about.encounter },
          signal: patience(mine.signal),
        }),
      );
      if (last !== mine) return;
      trial.value = { explained, asking: about };
      problem.value = null;
    } catch (error) {
      if (isAbandoned(error) || last !== mine) return;
      if (!(error instanceof Problem)) throw error;
      problem.value = error;
    }
    isAsking.value = false;
  }

  function askSoon(pause: number): void {
    clearTimeout(timer);
    last?.abort();
    const about = asking.value;
    isAsking.value = about !== null;
    if (about === null) {
      trial.value = null;
      problem.value = null;
      return;
    }
    timer = setTimeout(() => void ask(about), pause);
  }

  watch(
    [() => JSON.stringify(asking.value?.encounter ?? null), language],
    () => {
      askSoon(PAUSE);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    last?.abort();
  });
  return {
    trial,
    problem,
    isAsking,
    again: () => {
      askSoon(0);
    },
  };
}
