// What the service says in both languages, in that of the page.
import { language } from './language';

export interface Said {
  zh: string;
  en: string;
}

/** Empty when nothing was said. */
export function said(text: Said | undefined): string {
  return text?.[language.value] ?? '';
}

/** The same as a title, a label or the words of a button: English ones begin with a capital. */
export function titled(text: Said | undefined): string {
  const words = said(text);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Several things in one sentence. */
export function listed(texts: readonly string[]): string {
  return texts.join(language.value === 'zh' ? '、' : ', ');
}
