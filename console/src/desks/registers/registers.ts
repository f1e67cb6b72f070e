// The registers of a pool and what stands in them, as the service tells it.
import { answered, api } from '@/api/client';
import type { Coverage, Entries, Entry } from '@/api/types';
import { titleOf, type Definition } from './definition';

export const PAGE = 50; // entries of a list at a time
const NAMES = 1000; // entries whose names are known; of others the id is shown

export interface Wanted {
  state: string;
  due: 'any' | 'overdue' | 'soon';
  on: string;
  after: string;
}

export async function definitionsOf(pool: string, signal?: AbortSignal): Promise<Definition[]> {
  const asked = api.GET('/v1/pools/{pool}/registers', {
    params: { path: { pool } },
    ...(signal ? { signal } : {}),
  });
  return (await answered(asked)).registers as Definition[];
}

export function entriesOf(
  of: { pool: string; register: string },
  query: { on?: string; state?: string; due_before?: string; overdue?: boolean; after?: string; limit: number },
  signal: AbortSignal,
): Promise<Entries> {
  return answered(api.GET('/v1/pools/{pool}/registers/{register}', { params: { path: of, query }, signal }));
}

export function entryOf(
  of: { pool: string; register: string; entry: string },
  on: string,
  signal: AbortSignal,
): Promise<Entry> {
  return answered(
    api.GET('/v1/pools/{pool}/registers/{register}/entries/{entry}', {
      params: { path: of, query: { on } },
      signal,
    }),
  );
}

export function checksOf(
  of: { pool: string; register: string },
  on: string,
  signal: AbortSignal,
): Promise<Coverage> {
  return answered(
    api.GET('/v1/pools/{pool}/registers/{register}/checks', { params: { path: of, query: { on } }, signal }),
  );
}

export interface Named {
  entry: string;
  name: string;
}

/** Entries to which others point, with their names. */
export async function namesOf(pool: string, register: string, signal: AbortSignal): Promise<Named[]> {
  const { entries } = await entriesOf({ pool, register }, { limit: NAMES }, signal);
  return entries.map((each) => ({ entry: each.entry, name: titleOf(each) }));
}
