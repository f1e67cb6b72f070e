// What an entry of a register says of a field. Which fields there are is data of the packs, so they have no types here.
import type { Entry } from './types';

function valueOf(entry: Entry, field: string): unknown {
  return (entry.fields as Record<string, unknown>)[field];
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
