// What was done, said once at the lower left and gone after a while.
import { ref } from 'vue';

export interface Toast {
  text: string;
  kind: 'good' | 'bad';
}

const SHOWN_FOR = 6000; // milliseconds

const current = ref<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export const toast = current;

export function tell(text: string, kind: Toast['kind'] = 'good'): void {
  current.value = { text, kind };
  clearTimeout(timer);
  timer = setTimeout(() => (current.value = null), SHOWN_FOR);
}
