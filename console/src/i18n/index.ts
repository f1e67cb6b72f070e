// The words of the console: every one in Chinese and English (the types see to it).
import { watch } from 'vue';
import { createI18n } from 'vue-i18n';
import { en } from './en';
import { language } from './language';
import { zh } from './zh';

export const i18n = createI18n({
  legacy: false,
  locale: language.value,
  messages: { zh, en },
  missingWarn: false,
  fallbackWarn: false,
});

watch(language, (next) => {
  i18n.global.locale.value = next;
});
