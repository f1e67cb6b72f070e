// Bills of the books as a list: what tells one from another. A bill that is settled again has the event that did
// it, and one event may do so to several, so it is event and encounter together.
import type { Settled } from '@/api/types';

export function keyOf(kept: Settled): string {
  return `${kept.receipt.event} ${kept.bill.encounter}`;
}
