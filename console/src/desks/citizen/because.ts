// Why a person pays what they pay, in a few sentences of plain words. The figures are the bill's.
import type { Amounts, Explained, LayerPayment } from '@/api/types';
import { sumsOf } from '@/bill/bill';
import { rateOf } from '@/bill/steps';
import type { Say } from '@/i18n/words';
import { fenOf, shown } from '@/money/fen';

export interface Sentence {
  text: string;
  /** What is said in bold behind it. */
  figure: string;
}

const PARTS = {
  not_payable: 'citizen.becauseNotPayable',
  outside_catalogue: 'citizen.becauseOutside',
  over_limit: 'citizen.becauseOver',
  self_pay_first: 'citizen.becauseFirst',
} as const;

function beyondSentence(amounts: Amounts, beyond: bigint, say: Say): Sentence {
  const names = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const parts = names
    .filter((each) => fenOf(amounts[each]) > 0n)
    .map((each) => say(PARTS[each], { amount: shown(fenOf(amounts[each])) }));
  return { text: say('citizen.becauseBeyond', { amount: shown(beyond), parts: parts.join('，') }), figure: '' };
}

function layerSentence(layer: LayerPayment, rate: string | null, say: Say): Sentence {
  const name = say(`term.layer.${layer.layer}`);
  const deductible = shown(fenOf(layer.deductible));
  if (fenOf(layer.paid) === 0n) {
    const detail =
      fenOf(layer.deductible) > 0n ? say('citizen.becauseUnder', { deductible }) : say('citizen.becauseNothing');
    return { text: `${name}：${detail}。`, figure: '' };
  }
  const how =
    rate === null
      ? say('citizen.becauseBands')
      : fenOf(layer.deductible) > 0n
        ? say('citizen.becauseAbove', { deductible, rate })
        : say('citizen.becauseRate', { rate });
  return { text: say('citizen.becauseLayer', { layer: name, detail: how }), figure: shown(fenOf(layer.paid)) };
}

export function becauseOf(explained: Explained, say: Say): Sentence[] {
  const { bill } = explained;
  const sums = sumsOf(bill);
  const sentences: Sentence[] = [];
  if (bill.reason) sentences.push({ text: bill.reason.text ?? say(`term.billStatus.${bill.status}`), figure: '' });
  if (bill.amounts && sums.beyond > 0n) sentences.push(beyondSentence(bill.amounts, sums.beyond, say));
  for (const layer of bill.layers ?? []) sentences.push(layerSentence(layer, rateOf(bill.steps ?? [], layer), say));
  if (sums.rest > 0n) {
    const named = { rest: shown(sums.rest), beyond: shown(sums.beyond) };
    const text = sums.beyond > 0n ? say('citizen.becauseRest', named) : say('citizen.becauseRestAlone', named);
    sentences.push({ text, figure: '' });
  }
  if (sums.account > 0n) {
    const named = { account: shown(sums.account), cash: shown(sums.cash) };
    sentences.push({ text: say('citizen.becauseAccount', named), figure: '' });
  }
  return sentences;
}
