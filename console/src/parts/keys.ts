// Keys of a page. Function keys and Escape work everywhere; letters and signs only while no field has the focus.
import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';

export type Keys = Record<string, () => void>;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** One set of keys at a time answers: that of whoever came last, a dialog before its page. */
const stack: Keys[] = [];

export function useKeys(keys: Keys): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const act = keys[event.key];
    const always = event.key.length > 1;
    if (act === undefined || (!always && isTyping(event.target)) || !isLast(event.key, keys)) return;
    event.preventDefault();
    act();
  };
  const begin = (): void => {
    if (stack.includes(keys)) return;
    stack.push(keys);
    window.addEventListener('keydown', listen);
  };
  const end = (): void => {
    if (stack.includes(keys)) stack.splice(stack.indexOf(keys), 1);
    window.removeEventListener('keydown', listen);
  };
  // A page that is kept while another is shown has no keys meanwhile.
  onMounted(begin);
  onActivated(begin);
  onDeactivated(end);
  onBeforeUnmount(end);
}

function isLast(key: string, keys: Keys): boolean {
  return [...stack].reverse().find((each) => key in each) === keys;
}
