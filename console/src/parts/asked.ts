// What a page asked for: nothing yet, what came, or why nothing came. A later question makes an earlier one void.
import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { isAbandoned, patience } from '@/api/client';
import { Problem } from '@/api/problem';

export interface Asked<T> {
  found: ShallowRef<T | null>;
  problem: ShallowRef<Problem | null>;
  isAsking: Ref<boolean>;
  /** Asks, again if need be; what was found before stays until something else comes. */
  ask: () => Promise<void>;
  forget: () => void;
}

export function useAsked<T>(question: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const found = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const isAsking = ref(false);
  let current: AbortController | undefined;

  async function ask(): Promise<void> {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    isAsking.value = true;
    try {
      const next = await question(patience(mine.signal));
      if (current !== mine) return;
      found.value = next;
      problem.value = null;
    } catch (error) {
      if (current !== mine || (isAbandoned(error) && mine.signal.aborted)) return;
      problem.value = error instanceof Problem ? error : Problem.noAnswer();
    } finally {
      if (current === mine) isAsking.value = false;
    }
  }
  function forget(): void {
    current?.abort();
    found.value = null;
    problem.value = null;
    isAsking.value = false;
  }
  onBeforeUnmount(() => current?.abort());
  return { found, problem, isAsking, ask, forget };
}
