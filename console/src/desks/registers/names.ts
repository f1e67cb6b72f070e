// Names of what entries point to, read once for a page: of an institution its name beside its id.
import { inject, onBeforeUnmount, provide, shallowReactive, type InjectionKey } from 'vue';
import { patience } from '@/api/client';
import { said } from '@/i18n/said';
import { useWords, type Say } from '@/i18n/words';
import { fenOf, shown } from '@/money/fen';
import type { Definition, Field } from './definition';
import { namesOf, type Named } from './registers';

type Names = ReadonlyMap<string, readonly Named[]>;

const KEY: InjectionKey<Names> = Symbol('names');

/** Reads those of the registers to which the fields of a definition point. */
export function provideNames(pool: string): { read: (definition: Definition) => void } {
  const names = shallowReactive(new Map<string, readonly Named[]>());
  const abandon = new AbortController();
  provide(KEY, names);
  onBeforeUnmount(() => {
    abandon.abort();
  });
  return {
    read(definition) {
      for (const register of new Set(definition.fields.flatMap((each) => each.of ?? []))) {
        // Without names there are ids: nothing is lost that somebody has to be told of.
        namesOf(pool, register, patience(abandon.signal)).then(
          (found) => names.set(register, found),
          () => undefined,
        );
      }
    },
  };
}

export function useNames(): Names {
  return inject(KEY, new Map());
}

/** How a value is read: words by their names, amounts as amounts, entries with what they are called. */
export function useShown(): (field: Field, value: string) => string {
  const say = useWords();
  const names = useNames();
  return (field, value) => shownBy(say, names, field, value);
}

function shownBy(say: Say, names: Names, field: Field, value: string): string {
  if (field.type === 'flag') return say(value === 'true' ? 'registers.yes' : 'registers.no');
  if (field.type === 'money') return `${shown(fenOf(value))} ${say('shell.yuan')}`;
  const word = field.words?.find((each) => each.word === value);
  if (word) return said(word.name);
  const named = names.get(field.of ?? '')?.find((each) => each.entry === value);
  return named && named.name !== value ? `${named.name} ${value}` : value;
}
