// What an entry of a register says of a field. Which fields there are is data of the packs, so they have no types here.
import type { Entry } from './types';

function valueOf(entry: Pick<Entry, 'fields'>, field: string): unknown {
  return (entry.fields as Record<string, unknown>)[field];
}

/** Whatever it says, as texts; none where it says nothing. */
export function valuesOf(entry: Pick<Entry, 'fields'>, field: string): string[] {
  const value = valueOf(entry, field);
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => ['string', 'number', 'boolean'].includes(typeof each)).map(String);
}

/** Empty when it says nothing. */
export function textOf(entry: Entry, field: string): string {
  const value = valueOf(entry, field);
  return typeof value === 'string' ? value : '';
}

export function textsOf(entry: Entry, field: string): string[] {
  const value = valueOf(entry, field);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
