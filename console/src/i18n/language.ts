// The language of the page; remembered in the browser, as it says nothing of anybody.
import { ref, watchEffect } from 'vue';

export type Language = 'zh' | 'en';

const KEPT = 'yidan.language';

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('zh') || navigator.languages.some((each) => each.startsWith('zh'))
    ? 'zh'
    : 'en';
}

export const language = ref<Language>(first());

watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  localStorage.setItem(KEPT, language.value);
});
