// The words by key, with the keys checked: a word that does not exist does not compile.
import { useI18n } from 'vue-i18n';
import type { zh } from './zh';

type Keys<Messages, Before extends string = ''> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? `${Before}${Key}`
    : Keys<Messages[Key], `${Before}${Key}.`>;
}[keyof Messages & string];

export type WordKey = Keys<typeof zh>;
export type Named = Record<string, string | number>;
export type Say = (key: WordKey, named?: Named) => string;

export function useWords(): Say {
  const { t } = useI18n();
  return (key, named = {}) => t(key, named);
}
