// Who pays a piece of a bill: each payer has one hue, the same in every bar, table and print (styles/tokens.css).
import type { Layer } from '@/api/types';

export type Payer = 'basic' | 'second' | 'civil' | 'assist' | 'account' | 'cash' | 'none' | 'other';

const OF_LAYER: Record<Layer, Payer> = {
  basic: 'basic',
  catastrophic: 'second',
  'large-amount': 'second',
  'civil-servant': 'civil',
  assistance: 'assist',
  're-assistance': 'assist',
};

export function payerOf(layer: Layer): Payer {
  return OF_LAYER[layer];
}
