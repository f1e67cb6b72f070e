// An act on an entry as it is sent: its key is made once, so that what was sent twice is done once.
import { answered, api, patience } from '@/api/client';
import type { Role } from '@/api/session';
import type { Entry } from '@/api/types';
import type { Act } from './form';

export interface Told {
  on: string;
  by: Role;
  fields: Record<string, string | string[] | null>;
}

export function send(
  of: { pool: string; register: string; entry: string },
  act: Act,
  told: Told,
  key: string,
): Promise<Entry> {
  const params = { path: of, header: { 'Idempotency-Key': key } };
  const signal = patience();
  if (act.do === 'amend') {
    const asked = api.PATCH('/v1/pools/{pool}/registers/{register}/entries/{entry}', {
      params,
      body: { ...told },
      signal,
    });
    return answered(asked);
  }
  const body = { ...told, move: act.move.do };
  if (act.do === 'open') {
    return answered(api.POST('/v1/pools/{pool}/registers/{register}/entries/{entry}', { params, body, signal }));
  }
  return answered(
    api.POST('/v1/pools/{pool}/registers/{register}/entries/{entry}/moves', { params, body, signal }),
  );
}
