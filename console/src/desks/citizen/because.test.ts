import { createI18n } from 'vue-i18n';
import { describe, expect, it } from 'vitest';
import type { Explained } from '@/api/types';
import { JINING } from '@/bill/example';
import { en } from '@/i18n/en';
import type { Say } from '@/i18n/words';
import { zh } from '@/i18n/zh';
import { becauseOf } from './because';

const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh, en } });
function saying(locale: 'zh' | 'en'): Say {
  i18n.global.locale.value = locale;
  return (key, named = {}) => i18n.global.t(key, named);
}
const explained = { bill: JINING } as Explained;

describe('why', () => {
  it('is said in six sentences, with the figures of the bill', () => {
    const said = becauseOf(explained, saying('zh')).map((each) => each.text + each.figure);
    expect(said).toEqual([
      '6,390.00 元不在报销范围：目录外 1,830.00，超过支付标准 960.00，乙类药品和项目先自付 3,600.00。',
      '统筹基金：800.00 元以上的部分付 60%，付了 64,080.00',
      '大病保险：5,000.00 元以上的部分付 55%，付了 21,186.00',
      '医疗救助：剩下的再付 70%，付了 15,633.80',
      '再救助：5,000.00 元以上的部分付 70%，付了 1,190.14',
      '剩下 5,510.06 元，加上不在报销范围的 6,390.00 元，是您付的。',
    ]);
  });
  it('is said in English, too', () => {
    const said = becauseOf(explained, saying('en')).map((each) => each.text + each.figure);
    expect(said[1]).toBe('Pooled fund: 60% of what is above 800.00 yuan, it paid 64,080.00');
    expect(said.join(' ')).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
